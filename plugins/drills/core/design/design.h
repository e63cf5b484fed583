#pragma once
#include "core/drill.h"

namespace drills {

enum class ScriptMode { unknown = 0, scripted = 1, unscripted = 2 };                       ///< 有脚本 无脚本
enum class Level { unknown = 0, district = 1, department = 2, town = 3, village = 4, unit = 5 };
                                                                    ///< 区级 部门 街道（乡镇） 社区（村） 单位
enum class Partnership { unknown = 0, alone = 1, joint = 2, superior = 3 };                ///< 独立 联合 依托上级
enum class Daytime { unknown = 0, day = 1, night = 2 };                                    ///< 白天 夜间; kept as a mark
enum class Achieved { unknown = 0, yes = 1, partly = 2, no = 3 };                          ///< 是 部分 否

/// What the record of a drill says beside its row in the list. One a drill; a drill of a ledger has none.
struct DrillDesign {
    std::int64_t id = 0, revision = 0, drillId = 0;
    std::string number; ///< YL-2026-FX-0037; issued, never typed
    ScriptMode script = ScriptMode::unknown;
    Level level = Level::unknown;
    Partnership partnership = Partnership::unknown;
    Daytime daytime = Daytime::unknown;
    std::string venue, weather;
    std::optional<yanxun::Millis> plannedStart, plannedEnd, actualStart, actualEnd;
    std::optional<std::int64_t> expectedPeople;
    std::optional<std::int64_t> budget, cost; ///< 分
    std::string submittedBy;                  ///< who asked for approval
    std::string noResult;                     ///< why there is no result, said when archived without one
};

/// Rows that belong to one drill.
struct DrillRow {
    std::int64_t id = 0, revision = 0, drillId = 0;
};

/// 演练目标, measurable.
struct Objective : DrillRow {
    std::int64_t no = 0;
    std::string text, capability, target;
    Achieved achieved = Achieved::unknown;
    std::string note; ///< what the judgement rests on
};

/// 岗位 of one person; `role` is a word of the trade or the bureau's own.
struct Post : DrillRow {
    std::string role, person, unit, place, phone, brief;
    std::optional<yanxun::Millis> confirmedAt;
};

/// A line of the readiness list; the required ones are the gate to 就绪.
struct CheckItem : DrillRow {
    std::int64_t place = 0;
    std::string text;
    bool required = true;
    std::string doneBy;
    std::optional<yanxun::Millis> doneAt;
    std::string note;
};

/// 通知 and 回执.
struct Notification : DrillRow {
    std::string toWhom, channel, text;
    std::string sentBy;
    std::optional<yanxun::Millis> sentAt, repliedAt;
    std::string reply;
};

/// 人数清点 of a class or group during the drill; never added to 参演人数.
struct GroupCount : DrillRow {
    std::string name;
    std::int64_t expected = 0, actual = 0;
    std::string whereabouts; ///< where the missing are
    std::optional<yanxun::Millis> reportedAt;
    std::int64_t missing() const { return expected - actual; }
};

/// A change of locked facts and why.
struct Correction : DrillRow {
    std::string what, reason, who;
    yanxun::Millis at = 0;
};

std::string word(ScriptMode mode);
std::string word(Level level);
std::string word(Partnership partnership);
std::string word(Daytime daytime);
std::string word(Achieved achieved);
/// Throws Error naming the words that are known; "" is unknown.
ScriptMode scriptModeOf(const std::string& word);
Level levelOf(const std::string& word);
Partnership partnershipOf(const std::string& word);
Daytime daytimeOf(const std::string& word);
Achieved achievedOf(const std::string& word);

/// Words of the trade for posts: 总指挥, 导调, 安全员 …
const std::vector<std::string>& usualPosts();
/// «138****5678»
std::string maskedPhone(const std::string& phone);
/// «2026-05-12 09:00», local; "" for none.
std::string shownMoment(const std::optional<yanxun::Millis>& moment);
/// Reads that, also with «T», and «09:00» on `day`. Throws Error with a sentence naming `what`; "" is none.
std::optional<yanxun::Millis> readMoment(const std::string& text, yanxun::Date day, const std::string& what);
/// Throws Error: end before start, negative numbers.
void requireSound(const DrillDesign& design);

} // namespace drills
