#pragma once
#include <yanxun/calendar.h>
#include <yanxun/date.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace training {

/// 培训形式. A mixed class is held in a room too and counts there.
enum class Mode { unknown = 0, offline = 1, online = 2, mixed = 3 }; ///< 线下 网络 混合

/// Where a class stands; the numbers are stored and grow along the way.
enum class Status {
    planned = 10,   ///< 计划
    running = 20,   ///< 进行中
    done = 30,      ///< 已完成
    archived = 40,  ///< 已归档
    cancelled = 50, ///< 已取消
};

enum class Source { imported = 1, entered = 2, demo = 3 }; ///< 导入 录入 演示

/// 培训项目: what classes are held of.
struct Programme {
    std::int64_t id = 0, revision = 0;
    std::string name;
    std::string kind;                    ///< 岗前 初训 再训 …: which hours it counts for
    std::string level;                   ///< 厂级 车间级 班组级; "" = none
    std::optional<std::int64_t> minutes; ///< planned, of one class
    std::int64_t minutesPerHour = 45;    ///< what one 学时 is
    std::string outline;
};

/// One class (期).
struct TrainingClass {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::string number; ///< 期号
    std::string name;
    std::string kind;             ///< as of Programme
    std::int64_t programmeId = 0; ///< 0 = of no programme
    std::int64_t unitId = 0;
    std::string unitName, regionCode, regionName; ///< of the host, as they were on the day
    std::string coHosts, place;
    yanxun::Date startsOn, endsOn;
    Mode mode = Mode::unknown;
    std::string modeWord; ///< as it was written
    Status status = Status::planned;
    std::string statusReason;
    std::optional<std::int64_t> minutes; ///< planned, for one who attends all of it
    std::int64_t minutesPerHour = 45;
    std::optional<std::int64_t> invited; ///< 应到
    std::int64_t attended = 0;           ///< 实到, copy of what participation reports
    bool attendedEstimated = false;
    std::optional<std::int64_t> passed; ///< 合格; counted from the results once there are any
    std::string teacher, examForm, planDocNo, archiveNo, note;
    Source source = Source::entered;
};

/// 课次
struct Session {
    std::int64_t id = 0, revision = 0, classId = 0;
    yanxun::Date heldOn;
    std::optional<std::int64_t> startsMinute, endsMinute; ///< of the day: 9:30 is 570
    std::int64_t plannedMinutes = 0;                      ///< without breaks
    std::string topic, teacher, place;
};

/// True when statistics count the class: it is over.
bool isCounted(Status status);
/// Archived or cancelled: nothing may be changed any more.
bool isFinal(Status status);
/// Where a class may go from here. An archived one may be opened again, with a reason.
std::vector<Status> nextSteps(Status from);
bool needsReason(Status from, Status to);
/// Throws Error with a sentence when the step is not allowed or its reason is missing.
void requireStep(const TrainingClass& one, Status to, const std::string& reason);

std::string word(Mode mode);
std::string word(Status status);
std::string word(Source source);
yanxun::Tone toneOf(Status status);
std::span<const Status> allStatuses();
std::optional<Status> statusOf(const std::string& word);

/// 学时 in 1/100: minutes by what one 学时 is.
std::int64_t hoursOf(std::int64_t minutes, std::int64_t minutesPerHour);
/// Minutes of so many 1/100 学时.
std::int64_t minutesOf(std::int64_t hundredthHours, std::int64_t minutesPerHour);
/// Part of whole in 1/100 per cent; empty without a whole.
std::optional<std::int64_t> shareOf(std::optional<std::int64_t> part, std::optional<std::int64_t> whole);
/// «09:30»; "" when there is none.
std::string clockText(const std::optional<std::int64_t>& minuteOfDay);
/// «9:30», «09:30», «９：３０»; empty when it is none.
std::optional<std::int64_t> clockOf(const std::string& written);

} // namespace training
