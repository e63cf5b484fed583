#include "core/demo/demo_rooms.h"
#include "core/run/run.h"

#include <yanxun/text.h>

#include <array>

namespace drills::demo {
namespace {

using yanxun::Fields;
using yanxun::Millis;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

struct Written {
    LineKind kind;
    int minute;
    const char *phase, *from, *to, *method, *text, *expected;
    int within; ///< seconds; 0 = none
    const char* condition;
};
constexpr std::array script{
    Written{LineKind::event, 0, "预警", "导调", "值班室", "口头", "宣布演练开始", "各岗位报告到位", 60, ""},
    Written{LineKind::event, 2, "预警", "模拟人员", "值班室", "电话", "二楼东侧房间冒烟", "值班员核实并报告总指挥", 120, ""},
    Written{LineKind::event, 3, "启动", "值班室", "总指挥", "电话", "报告：二楼起火，有明火", "总指挥决定启动响应", 60, ""},
    Written{LineKind::event, 5, "启动", "总指挥", "全体", "广播", "启动火灾应急响应，立即疏散", "警报响起，各组出动", 60, "3完成"},
    Written{LineKind::expected, 6, "启动", "疏散引导", "导调", "现场", "打开安全出口，引导人员下楼", "通道无阻挡", 180, ""},
    Written{LineKind::event, 8, "处置", "导调", "灭火组", "对讲机", "火势向西蔓延", "两支水枪出水", 180, ""},
    Written{LineKind::event, 10, "处置", "模拟人员", "救护组", "现场", "一人吸入烟气，头晕", "转移至通风处并检查", 120, ""},
    Written{LineKind::expected, 12, "处置", "疏散引导", "总指挥", "对讲机", "报告集合点人数", "清点并报告缺员", 180, ""},
    Written{LineKind::event, 15, "处置", "导调", "疏散引导", "对讲机", "清点缺一人，最后见于三楼", "组织两人一组搜寻", 180, "8完成"},
    Written{LineKind::event, 22, "处置", "导调", "总指挥", "书面", "消防救援站到场，请求交接", "说明火情、人员、水源", 120, ""},
    Written{LineKind::contingency, 25, "处置", "导调", "灭火组", "对讲机", "水带破裂", "三十秒内更换备用水带", 30, "6响应>180秒"},
    Written{LineKind::expected, 28, "处置", "灭火组", "总指挥", "对讲机", "报告明火扑灭", "留人监护余火", 180, ""},
    Written{LineKind::event, 35, "恢复", "总指挥", "全体", "广播", "险情解除，终止响应", "各组收队清点", 120, ""},
    Written{LineKind::expected, 40, "恢复", "后勤保障", "总指挥", "口头", "报告器材回收情况", "数量与领用一致", 300, ""},
    Written{LineKind::event, 50, "恢复", "总指挥", "全体", "现场", "现场点评", "各组记录问题", 600, ""}};
constexpr std::array phaseNames{"预警", "启动", "处置", "恢复"};
constexpr int secondsOf(int minutes) { return minutes * 60; }

/// The run: begins at half past nine, stands still for five minutes, ends after an hour of exercise.
constexpr int beginsAt = 9 * 60 + 30, pausedAfter = 20, pauseTakes = 5, exercise = 60;
constexpr std::size_t delayedNo = 10, skippedNo = 11;
constexpr std::int64_t delaySeconds = 60;

class Course {
public:
    explicit Course(yanxun::Date day) : start_(moment(day, beginsAt)) {}
    /// The instant at which the clock shows so many seconds.
    Millis at(std::int64_t seconds) const {
        const bool isAfter = seconds > secondsOf(pausedAfter);
        return start_ + (seconds + (isAfter ? secondsOf(pauseTakes) : 0)) * 1000;
    }
    Millis resumed() const { return at(secondsOf(pausedAfter)) + secondsOf(pauseTakes) * 1000; }

private:
    Millis start_;
};

std::vector<ScriptLine> linesOf(const Drill& drill) {
    std::vector<ScriptLine> lines;
    for (const Written& one : script) {
        ScriptLine line;
        line.drillId = drill.id;
        line.no = std::int64_t(lines.size()) + 1;
        line.kind = one.kind;
        line.offset = secondsOf(one.minute);
        line.phase = one.phase;
        line.from = one.from;
        line.to = one.to;
        line.method = one.method;
        line.text = one.text;
        line.expected = one.expected;
        line.within = one.within;
        line.actor = one.to;
        line.conditions = parseConditions(one.condition);
        lines.push_back(std::move(line));
    }
    return lines;
}

struct Rows {
    std::vector<Fields> scripts, editions, phases, lines, conditions, clock, deeds, watches, observations;
};

Fields fieldsOf(const ScriptLine& l, std::int64_t phase, std::size_t number) {
    return {{"uid", demoUid("inject", number)}, {"drill_id", l.drillId}, {"no", l.no}, {"phase_id", phase}, {"kind", int(l.kind)},
            {"offset_s", l.offset}, {"from_role", l.from}, {"to_role", l.to}, {"method", l.method}, {"body", l.text},
            {"expected", l.expected}, {"within_s", l.within}, {"objective", l.objective}, {"scene", l.scene}, {"actor", l.actor},
            {"dialogue", l.dialogue}, {"narration", l.narration}, {"caption", l.caption}, {"any_condition", l.conditions.any}};
}

/// The script as it was approved before the drill.
void approve(Rows& rows, const Drill& drill, const std::vector<ScriptLine>& lines, std::size_t turn) {
    const Millis submitted = moment(later(drill.heldOn, -8), 10 * 60), approved = moment(later(drill.heldOn, -6), 15 * 60);
    const std::string writer = unitPerson(turn), judge = officer(turn), body = scriptText(lines);
    rows.scripts.push_back({{"uid", demoUid("script", turn)}, {"drill_id", drill.id}, {"version", 1}, {"state", int(ScriptState::approved)},
                            {"scenario_start", secondsOf(beginsAt)}, {"edited_by", writer}, {"submitted_by", writer},
                            {"submitted_at", submitted}, {"approved_by", judge}, {"approved_at", approved}, {"remark", ""}});
    rows.editions.push_back({{"drill_id", drill.id}, {"version", 1}, {"approved_by", judge}, {"approved_at", approved},
                             {"line_count", std::int64_t(lines.size())}, {"sha256", yanxun::text::sha256(body)}, {"body", body}});
}

void runClock(Rows& rows, const Drill& drill, const Course& course, std::size_t turn) {
    std::int64_t seq = 0;
    const auto event = [&](ClockDeed deed, Millis at, int minutes, const std::string& reason) {
        rows.clock.push_back({{"uid", demoUid("clock", rows.clock.size())}, {"drill_id", drill.id}, {"seq", ++seq}, {"kind", int(deed)},
                              {"at", at}, {"scenario_ms", secondsOf(minutes) * 1000}, {"factor", 100}, {"who", officer(turn)},
                              {"reason", reason}});
    };
    event(ClockDeed::start, course.at(0), 0, {});
    event(ClockDeed::pause, course.at(secondsOf(pausedAfter)), pausedAfter, tr("安全员要求核对楼内人数"));
    event(ClockDeed::resume, course.resumed(), pausedAfter, {});
    event(ClockDeed::stop, course.at(secondsOf(exercise)), exercise, {});
}

void runLine(Rows& rows, const ScriptLine& line, std::int64_t id, const Course& course, std::size_t turn) {
    const auto deed = [&](Deed what, int slot, std::int64_t seconds, std::int64_t delay, const std::string& note) {
        rows.deeds.push_back({{"uid", demoUid("deed", rows.deeds.size())}, {"drill_id", line.drillId}, {"inject_id", id}, {"slot", slot},
                              {"deed", int(what)}, {"at", course.at(seconds)}, {"elapsed_ms", seconds * 1000}, {"seconds", delay},
                              {"who", officer(turn)}, {"note", note}});
    };
    if (line.no == std::int64_t(skippedNo)) return deed(Deed::skipped, 1, line.offset, 0, tr("出水及时，不需要"));
    std::int64_t sent = line.offset;
    if (line.no == std::int64_t(delayedNo)) {
        deed(Deed::delayed, 100, sent - 30, delaySeconds, tr("等搜寻组报告"));
        sent += delaySeconds;
    }
    deed(Deed::sent, 1, sent, 0, {});
    deed(Deed::acknowledged, 2, sent + 10, 0, {});
    deed(Deed::responded, 3, sent + 25 + line.no % 4 * 5, 0, {});
    deed(Deed::completed, 4, sent + 60 + line.no % 5 * 6, 0, line.no == 8 ? tr("缺一人") : std::string());
}

void watchTimes(Rows& rows, const Drill& drill, const Course& course, std::size_t turn) {
    const auto watch = [&](const char* metric, std::int64_t from, std::int64_t to) {
        rows.watches.push_back({{"uid", demoUid("watch", rows.watches.size())}, {"drill_id", drill.id}, {"metric", metric}, {"item_no", ""},
                                {"started_at", course.at(from)}, {"stopped_at", course.at(to)}, {"measured_ms", (to - from) * 1000},
                                {"who", officer(turn)}, {"void_reason", ""}});
    };
    watch("报警→发出疏散信号", 120, 305);
    watch("疏散信号→全部到达集合点", 305, 735);
    watch("下令→出水", 480, 596);
}

void observe(Rows& rows, const Drill& drill, const Course& course, std::int64_t firstLine, std::size_t turn) {
    const auto see = [&](ObservationKind kind, std::int64_t seconds, int no, const char* text) {
        rows.observations.push_back({{"uid", demoUid("observation", rows.observations.size())}, {"drill_id", drill.id},
                                     {"at", course.at(seconds)}, {"elapsed_ms", seconds * 1000}, {"observer", officer(turn + 1)},
                                     {"kind", int(kind)}, {"body", text}, {"inject_id", no == 0 ? Value() : Value(firstLine + no - 1)},
                                     {"item_no", ""}});
    };
    see(ObservationKind::strength, 330, 5, "安全出口全部打开，疏散有序，没有人折返取物");
    see(ObservationKind::weakness, 760, 8, "两个班组清点人数重复，报告晚了约一分钟");
    see(ObservationKind::strength, 600, 6, "灭火组出水快，水带铺设没有打结");
    see(ObservationKind::plain, 1500, 0, "与消防救援站的交接清楚");
}

} // namespace

void addScripts(Writer& writer, const Held& held, const yanxun::DemoRequest& request) {
    const Held chosen = scripted(held, request);
    Rows rows;
    for (const DemoDrill* one : chosen) {
        for (std::size_t i = 0; i < phaseNames.size(); ++i) {
            rows.phases.push_back({{"drill_id", one->drill.id}, {"no", int(i) + 1}, {"name", phaseNames[i]}});
        }
    }
    const std::int64_t firstPhase = insertRows(writer, "drills_phase", std::move(rows.phases));
    for (std::size_t turn = 0; turn < chosen.size(); ++turn) {
        const std::vector<ScriptLine> lines = linesOf(chosen[turn]->drill);
        approve(rows, chosen[turn]->drill, lines, turn);
        for (const ScriptLine& line : lines) {
            std::size_t phase = 0;
            while (line.phase != phaseNames[phase]) ++phase;
            rows.lines.push_back(fieldsOf(line, firstPhase + std::int64_t(turn * phaseNames.size() + phase), rows.lines.size()));
        }
    }
    const std::int64_t firstLine = insertRows(writer, "drills_inject", std::move(rows.lines));
    for (std::size_t turn = 0; turn < chosen.size(); ++turn) {
        const Drill& drill = chosen[turn]->drill;
        const std::int64_t first = firstLine + std::int64_t(turn * script.size());
        const bool isRun = turn % 3 == 0; // of the others only the paper is kept
        const Course course(drill.heldOn);
        for (const ScriptLine& line : linesOf(drill)) {
            for (const Condition& condition : line.conditions.all) {
                rows.conditions.push_back({{"inject_id", first + line.no - 1}, {"on_inject_id", first + condition.on - 1},
                                           {"met_when", int(condition.when)}, {"seconds", condition.seconds}});
            }
            if (isRun) runLine(rows, line, first + line.no - 1, course, turn);
        }
        if (!isRun) continue;
        runClock(rows, drill, course, turn);
        watchTimes(rows, drill, course, turn);
        observe(rows, drill, course, first, turn);
    }
    insertRows(writer, "drills_script", std::move(rows.scripts));
    insertRows(writer, "drills_script_edition", std::move(rows.editions));
    insertRows(writer, "drills_inject_dep", std::move(rows.conditions));
    insertRows(writer, "drills_clock_event", std::move(rows.clock));
    insertRows(writer, "drills_inject_event", std::move(rows.deeds));
    insertRows(writer, "drills_stage_time", std::move(rows.watches));
    insertRows(writer, "drills_observation", std::move(rows.observations));
}

} // namespace drills::demo
