#pragma once
#include <yanxun/date.h>

#include <optional>
#include <span>
#include <string>

namespace training {

/// 学员: one name of a class, a person of directory or a name only, with unit and category of the day. The name also
/// stands on the class's list in participation.
struct Learner {
    std::int64_t id = 0, revision = 0, classId = 0;
    std::int64_t personId = 0; ///< 0 = a name only, to be identified later
    std::string name;
    std::int64_t unitId = 0; ///< 0 = a unit nobody registered
    std::string unitName;
    std::string category; ///< 人员类别
    // Sums over attendance and results, read with it:
    std::int64_t creditedMinutes = 0;
    std::int64_t attendances = 0; ///< sessions it has an attendance row for
};

enum class Presence { present = 1, late = 2, leftEarly = 3, leave = 4, absent = 5, online = 6 };

/// 考勤 of one learner in one session.
struct Attendance {
    std::int64_t id = 0, revision = 0, sessionId = 0, learnerId = 0;
    Presence presence = Presence::present;
    std::optional<std::int64_t> inMinute, outMinute;
    std::int64_t creditedMinutes = 0; ///< never above the session's planned minutes
    std::string method;               ///< 纸签 补登 导入 …
};

/// One sitting; the newest attempt of a kind counts, the others stay.
struct ExamResult {
    std::int64_t id = 0, revision = 0, learnerId = 0;
    std::string kind; ///< 理论 实操
    std::int64_t attempt = 1;
    std::optional<std::int64_t> score; ///< 1/100 point
    bool passed = false;
    yanxun::Date takenOn;
};

/// What the session is worth to somebody who was there so: nothing on leave or absent; planned minutes, less what was
/// missed between start and end when the session's clock and the person's times are known.
std::int64_t creditFor(Presence presence, std::int64_t planned, std::optional<std::int64_t> starts,
                       std::optional<std::int64_t> ends, std::optional<std::int64_t> in,
                       std::optional<std::int64_t> out);

std::string word(Presence presence);
std::span<const Presence> allPresences();
std::optional<Presence> presenceOf(const std::string& word);

} // namespace training
