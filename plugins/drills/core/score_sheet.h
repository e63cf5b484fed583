#pragma once
#include "core/drill.h"
#include "core/vocabulary.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace drills {

/// How an item is scored: 是否 等级 打分 扣分 计时 比例 描述. All seven may stand in one sheet (domain rule c.2).
enum class ScoreStyle { yesNo, level, points, deduct, time, ratio, text };
/// ★: what a confirmed trigger of the item does. `veto` follows the sheet's effect, `cap` only caps the grade.
enum class Critical { none, veto, cap };
/// What a confirmed veto does to the result (domain rule c.6.4).
enum class VetoEffect { fail, cap, zeroSection };
/// How the values of several evaluators become one (domain rule c.3). `automatic`: 平均 below five votes, else
/// 去极值.
enum class Aggregate { automatic = 0, mean = 1, trimmed = 2, median = 3, weighted = 4, leader = 5 };
/// `sections` keeps section weights (mode B), `pooled` puts all items into one pot (mode A) (domain rule c.4).
enum class TotalMode { sections = 0, pooled = 1 };

/// One step of a level set: 符合 100 %.
struct ScoreLevel {
    std::string name;
    std::int64_t ratio = 0;   ///< 1/10000
    bool needsReason = false; ///< giving it demands a text
    bool veto = false;        ///< giving it to a ★ item triggers, whatever its points
};

/// A step of 计时 instead of a line: up to `limit` gives `points`; beyond the last step nothing.
struct TimeStep {
    std::int64_t limit = 0;  ///< milliseconds
    std::int64_t points = 0; ///< 1/100
};

struct ScoreItem {
    std::string no;       ///< «2.3», unique in the sheet
    std::string text;     ///< 评估内容及要求
    std::string method;   ///< 观察 查阅 核对 抽问 计时
    std::string standard; ///< 评分标准
    std::string evidence; ///< 佐证
    ScoreStyle style = ScoreStyle::points;
    std::int64_t full = 0; ///< 1/100 point; 0 only for 描述
    Critical critical = Critical::none;
    std::optional<std::int64_t> vetoAt;  ///< triggers by itself at so many points or fewer; empty = only by a tick
    bool naAllowed = false;              ///< 可不适用; of a ★ item only by tailoring before the drill
    std::vector<ScoreLevel> levels;      ///< of style level, best first
    std::int64_t fullAt = 0, zeroAt = 0; ///< 计时: milliseconds; 比例: 1/10000
    bool minutes = false;                ///< 计时: a bare number means minutes
    bool planTarget = false;      ///< 计时: full up to the drill's own target, nothing from target × zeroTimes on
    std::int64_t zeroTimes = 200; ///< 1/100
    std::vector<TimeStep> steps;
};

struct ScoreSection {
    std::string title, reference;
    std::vector<ScoreItem> items;
    std::optional<std::int64_t> ownWeight; ///< 1/100; empty = the items' points
    bool extra = false; ///< 附加分/扣分 outside the 100: 打分 items add, 扣分 items take away

    std::int64_t full() const;
    std::int64_t weight() const { return ownWeight.value_or(full()); }
};

/// An event that vetoes the whole drill (domain rule c.6.5).
struct DrillVetoEvent {
    std::string code, text;
};

/// A published score sheet (templates/scoresheets/<file>.xml); a version is never changed once it was used.
struct ScoreSheet {
    std::string id;
    int version = 1;
    std::string title;
    std::string note;                ///< printed beside the title: where it comes from
    std::string reference;           ///< the standard it follows
    std::int64_t coverageMin = 8000; ///< 1/10000; below it there is no number (domain rule c.4)
    std::int64_t naMax = 3000;       ///< 1/10000 of the full points; above it there is no grade
    Aggregate aggregate = Aggregate::automatic;
    TotalMode totalMode = TotalMode::sections;
    VetoEffect vetoEffect = VetoEffect::fail;
    int minSingle = 1, minCombined = 3; ///< evaluators that must have handed in: 单项, 综合 drills
    std::vector<GradeBand> grades;      ///< from the best down
    std::string capGrade;               ///< the best grade under a cap; "" = the last but one
    std::vector<DrillVetoEvent> drillVetoes;
    std::vector<ScoreSection> sections;
    OrgForm form = OrgForm::unknown;  ///< of the drills it is made for; unknown = any
    std::vector<std::string> hazards; ///< 灾种 it is made for; empty = any
    std::vector<std::string> units;   ///< kinds of the units it is made for (企业, 学校 …); empty = any

    std::int64_t full() const; ///< without 附加分
    /// How well it suits the drill of a unit of that kind: one for each of form, hazard and kind it is made for, −1 when
    /// made for another. A unit whose kind nobody told («») is not taken for the kind a sheet is made for: 0.
    int fit(const Drill& drill, std::string_view unitKind) const;
    const ScoreItem* item(std::string_view no) const;
    const ScoreSection* sectionOf(std::string_view no) const;
};

/// Reads one sheet. Throws Unavailable (not readable) or Error (breaks a rule of the format), naming the file.
ScoreSheet readScoreSheet(const std::filesystem::path& file);
/// All sheets of the folders, by title; of two with one id and version the first folder's is taken.
std::vector<ScoreSheet> loadScoreSheets(const std::vector<std::filesystem::path>& folders);
/// Which to offer first for the drill of a unit of that kind: its place in `sheets`, which is not empty.
std::size_t bestSheet(const std::vector<ScoreSheet>& sheets, const Drill& drill, std::string_view unitKind);

} // namespace drills
