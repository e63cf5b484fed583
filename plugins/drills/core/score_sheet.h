#pragma once
#include "core/vocabulary.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drills {

/// How an item is scored. Later storeys add 扣分, 计时, 比例 and 描述.
enum class ScoreStyle { yesNo, level, points }; ///< 是否 等级 打分

/// One step of a level set: 符合 100 %.
struct ScoreLevel {
    std::string name;
    std::int64_t ratio = 0; ///< 1/10000
};

struct ScoreItem {
    std::string no;       ///< «2.3», unique in the sheet
    std::string text;     ///< 评估内容及要求
    std::string method;   ///< 观察 查阅 核对 抽问
    std::string standard; ///< 评分标准
    ScoreStyle style = ScoreStyle::points;
    std::int64_t full = 0;  ///< 1/100 point
    bool critical = false;  ///< ★ 一票否决
    bool naAllowed = false; ///< 可不适用
    std::vector<ScoreLevel> levels; ///< of style level, best first
};

struct ScoreSection {
    std::string title, reference;
    std::vector<ScoreItem> items;
    std::int64_t full() const;
};

/// A published score sheet (templates/scoresheets/<file>.xml); a version is never changed once it was used.
struct ScoreSheet {
    std::string id;
    int version = 1;
    std::string title;
    std::string note;      ///< printed beside the title: where it comes from
    std::string reference; ///< the standard it follows
    std::int64_t coverageMin = 8000; ///< 1/10000; below it there is no number (domain rule c.4)
    std::int64_t naMax = 3000;       ///< 1/10000 of the full points; above it there is no grade
    std::vector<GradeBand> grades;   ///< from the best down
    std::vector<ScoreSection> sections;

    std::int64_t full() const;
    const ScoreItem* item(std::string_view no) const;
};

/// Reads one sheet. Throws Unavailable (not readable) or Error (breaks a rule of the format), naming the file.
ScoreSheet readScoreSheet(const std::filesystem::path& file);
/// All sheets of the folders, by title; of two with one id and version the first folder's is taken.
std::vector<ScoreSheet> loadScoreSheets(const std::vector<std::filesystem::path>& folders);

} // namespace drills
