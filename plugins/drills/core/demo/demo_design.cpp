#include "core/demo/demo_rooms.h"
#include "core/design/design.h"
#include "core/duty_records.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <set>

namespace drills::demo {
namespace {

using yanxun::Fields;
using yanxun::tr;
using yanxun::Writer;

constexpr std::size_t designsOfAYear = 30;
constexpr int startsAt = 9 * 60 + 30, takesMinutes = 65;

struct ObjectiveText {
    const char *text, *capability, *target;
};
constexpr std::array objectives{
    ObjectiveText{"检验警报发出和信息报告", "预警与报告", "发现险情后 3 分钟内报告"},
    ObjectiveText{"检验人员疏散与清点", "疏散与安置", "10 分钟内全部到达集合点并清点完毕"},
    ObjectiveText{"检验队伍出动和现场处置", "现场处置", "15 分钟内队伍到场展开"}};
constexpr std::array roles{"总指挥", "导调", "安全员", "疏散引导", "记录员"};
constexpr std::array briefs{"下达开始、暂停、结束指令", "按脚本发出情景", "发现危险立即叫停", "引导人员到集合点", "记录各环节时间"};
constexpr std::array checks{"方案已批准并下发", "参演人员已培训", "场地已踏勘，通道畅通", "安全措施已落实", "物资器材已到位", "已提前告知周边群众"};

struct Thing {
    const char *name, *kind, *measure, *location;
    int total, need;
};
constexpr std::array things{Thing{"对讲机", "装备", "台", "区应急物资库", 120, 6}, Thing{"灭火器", "物资", "具", "区应急物资库", 300, 8},
                            Thing{"救援绳", "装备", "根", "区应急物资库", 80, 2}, Thing{"扩音器", "装备", "个", "区应急物资库", 60, 2},
                            Thing{"应急运输车", "车辆", "辆", "区车队", 12, 1}};

/// All rows of the drills that were designed, table by table.
struct Rows {
    std::vector<Fields> designs, objectives, posts, checks, notices, takings, uses;
};

void design(Rows& rows, const Drill& drill, bool hasScript, std::size_t turn) {
    const auto start = moment(drill.heldOn, startsAt);
    const auto end = moment(drill.heldOn, startsAt + takesMinutes);
    rows.designs.push_back({{"drill_id", drill.id},
                            {"script_mode", int(hasScript ? ScriptMode::scripted : ScriptMode::unscripted)},
                            {"level", int(drill.regionName == drill.unitName ? Level::town : Level::unit)},
                            {"partnership", int(Partnership::joint)},
                            {"venue", tr("{}院内", drill.unitName)},
                            {"weather", turn % 3 == 0 ? tr("多云，西南风二级") : tr("晴")},
                            {"planned_start", start}, {"planned_end", end},
                            {"actual_start", start}, {"actual_end", end},
                            {"expected_people", (drill.participants + 9) / 10 * 10},
                            {"budget", 100'000 * std::int64_t(1 + turn % 4)}, {"cost", 80'000 * std::int64_t(1 + turn % 4)},
                            {"submitted_by", unitPerson(turn)}});
}

void people(Rows& rows, const Drill& drill, std::size_t turn) {
    for (std::size_t i = 0; i < objectives.size(); ++i) {
        const ObjectiveText& one = objectives[i];
        const Achieved achieved = (turn + i) % 5 == 4 ? Achieved::partly : Achieved::yes;
        rows.objectives.push_back({{"drill_id", drill.id}, {"no", int(i) + 1}, {"body", one.text}, {"capability", one.capability},
                                   {"target", one.target}, {"achieved", int(achieved)},
                                   {"note", achieved == Achieved::yes ? tr("按时完成") : tr("比目标慢约 1 分钟")}});
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
        rows.posts.push_back({{"drill_id", drill.id}, {"role", roles[i]}, {"person", unitPerson(turn + i)},
                              {"unit_name", drill.unitName}, {"place", i == 3 ? tr("集合点") : tr("指挥部")}, {"phone", ""},
                              {"brief", briefs[i]}, {"confirmed_at", moment(later(drill.heldOn, -2), 16 * 60)}});
    }
    for (std::size_t i = 0; i < checks.size(); ++i) {
        rows.checks.push_back({{"drill_id", drill.id}, {"place", int(i) + 1}, {"body", checks[i]}, {"required", i < 5},
                               {"done_by", unitPerson(turn + 1)}, {"done_at", moment(later(drill.heldOn, -1), 14 * 60 + int(i) * 10)},
                               {"note", ""}});
    }
    rows.notices.push_back({{"drill_id", drill.id}, {"to_whom", tr("周边居民和商户")}, {"channel", tr("张贴公告")},
                            {"body", tr("{} 上午举行演练，请勿惊慌", drill.heldOn.iso())}, {"sent_by", unitPerson(turn)},
                            {"sent_at", moment(later(drill.heldOn, -3), 9 * 60)},
                            {"replied_at", moment(later(drill.heldOn, -2), 9 * 60)}, {"reply", tr("已知悉")}});
}

/// Others of the township: one helps, one watches. Neither fulfils a duty of its own.
void units(Rows& rows, const Held& held, std::size_t place) {
    const Drill& drill = held[place]->drill;
    std::set<std::int64_t> known{drill.unitId};
    for (std::size_t i = 1; i < held.size() && known.size() < 3; ++i) {
        const Drill& other = held[(place + i) % held.size()]->drill;
        if (other.regionName != drill.regionName || !known.insert(other.unitId).second) continue;
        const DrillRole role = known.size() == 2 ? DrillRole::helping : DrillRole::watching;
        rows.takings.push_back({{"drill_id", drill.id}, {"unit_id", other.unitId}, {"unit_name", other.unitName}, {"role", int(role)},
                                {"people", role == DrillRole::helping ? 6 : 2}, {"vehicles", role == DrillRole::helping ? 1 : 0},
                                {"leader", unitPerson(known.size())}});
    }
}

std::int64_t addThings(Writer& writer) {
    std::vector<Fields> rows;
    for (const Thing& thing : things) {
        rows.push_back({{"uid", demoUid("resource", rows.size())}, {"name", thing.name}, {"name_sort", yanxun::text::sortKey(thing.name)},
                        {"kind", thing.kind}, {"measure", thing.measure}, {"total", thing.total}, {"location", thing.location}});
    }
    return insertRows(writer, "drills_resource", std::move(rows));
}

void uses(Rows& rows, const Drill& drill, std::int64_t firstThing) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        const int need = things[i].need;
        rows.uses.push_back({{"drill_id", drill.id}, {"resource_id", firstThing + std::int64_t(i)}, {"need", need}, {"out", need},
                             {"back", need}, {"out_at", moment(drill.heldOn, 8 * 60)}, {"back_at", moment(drill.heldOn, 12 * 60)},
                             {"note", ""}});
    }
}

} // namespace

void addDesigns(Writer& writer, const Held& held, const yanxun::DemoRequest& request) {
    const Held withScript = scripted(held, request);
    std::set<const DemoDrill*> chosen(withScript.begin(), withScript.end());
    const Held others = spread(held, designsOfAYear * std::size_t(request.scale) - withScript.size());
    chosen.insert(others.begin(), others.end());
    const std::int64_t firstThing = addThings(writer);
    const std::set<const DemoDrill*> scripts(withScript.begin(), withScript.end());
    Rows rows;
    std::size_t turn = 0;
    for (std::size_t i = 0; i < held.size(); ++i) {
        const DemoDrill* one = held[i];
        if (!chosen.contains(one)) continue;
        design(rows, one->drill, scripts.contains(one), turn);
        people(rows, one->drill, turn);
        units(rows, held, i);
        uses(rows, one->drill, firstThing);
        ++turn;
    }
    insertRows(writer, "drills_design", std::move(rows.designs));
    insertRows(writer, "drills_objective", std::move(rows.objectives));
    insertRows(writer, "drills_post", std::move(rows.posts));
    insertRows(writer, "drills_check", std::move(rows.checks));
    insertRows(writer, "drills_notice", std::move(rows.notices));
    insertRows(writer, "drills_taking", std::move(rows.takings));
    insertRows(writer, "drills_resource_use", std::move(rows.uses));
}

} // namespace drills::demo
