#include "core/activity_list_store.h"
#include "core/activity_store.h"
#include "core/term_store.h"
#include "core/verb_help.h"
#include "core/verbs.h"

#include <yanxun/text.h>

#include <algorithm>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

constexpr std::int64_t usualLimit = 100;

std::int64_t categoryCalled(const Terms& terms, const std::string& name) {
    const Term* const term = terms.find(TermKind::category, name);
    if (term) return term->id;
    std::vector<std::string> known;
    for (const Term* one : terms.of(TermKind::category)) known.push_back(one->name);
    throw Error(tr("没有“{}”这个类别；可以是：{}。", name, joined(known)));
}

ActivityStatus statusCalled(const std::string& name) {
    if (const auto status = statusOf(name)) return *status;
    throw Error(tr("没有状态“{}”；可以是：计划、已开展、已归档、已取消。", name));
}

ActivityFilter filterOf(const VerbCall& call, Reader& reader) {
    ActivityFilter filter;
    filter.year = int(call.integer("year"));
    if (call.has("month")) {
        const auto month = call.integer("month");
        if (filter.year == 0 || month < 1 || month > 12) throw Error(tr("参数 --month 应为 1 到 12，并同时给出 --year。"));
        filter.ym = filter.year * 100 + month;
    }
    if (call.has("category")) filter.category = categoryCalled(term_store::all(reader), call.text("category"));
    if (call.has("region")) filter.region = call.text("region");
    if (call.has("status")) filter.status = statusCalled(call.text("status"));
    filter.text = call.text("text");
    return filter;
}

int list(VerbCall& call) {
    const std::int64_t limit = call.integer("limit", usualLimit);
    call.database->read([&](Reader& reader) {
        const Terms terms = term_store::all(reader);
        const auto found = lists::ids(reader, filterOf(call, reader), ActivityOrder::held, true, limit);
        call.output->table(
            "activities",
            rowsOf({{"id", tr("编号"), CellKind::integer, 8},
                     {"date", tr("日期"), CellKind::date, 10},
                     {"name", tr("活动名称"), CellKind::text, 32},
                     {"category", tr("类别"), CellKind::text, 10},
                     {"region", tr("乡镇（街道）"), CellKind::text, 12},
                     {"units", tr("覆盖单位"), CellKind::text, 24},
                     {"attendance", tr("参与人次"), CellKind::integer, 8},
                     {"issued", tr("发放"), CellKind::integer, 8},
                     {"status", tr("状态"), CellKind::text, 8}},
                    store::get(reader, found.ids), [&](const Activity& a) {
                        return std::vector<Value>{a.id,          a.heldOn.ymd(),  a.name,
                                                  joined(namesOf(terms, a.categories)),
                                                  a.regionName,  reachNames(a),   a.attendance,
                                                  a.issued,      word(a.status)};
                    }));
        if (found.total > limit) {
            call.output->say(tr("共 {} 场，只列出前 {} 场；用 --limit 可以列出更多。", found.total, limit));
        }
    });
    return 0;
}

void put(VerbCall& call, Reader& reader, std::int64_t id) {
    const Activity a = store::get(reader, id);
    const Terms terms = term_store::all(reader);
    yanxun::VerbOutput& out = *call.output;
    out.field("id", tr("编号"), a.id, CellKind::integer);
    out.field("revision", tr("修订"), a.revision, CellKind::integer);
    out.field("name", tr("活动名称"), a.name);
    out.field("date", tr("日期"), a.heldOn.ymd(), CellKind::date);
    out.field("categories", tr("类别"), joined(namesOf(terms, a.categories)));
    out.field("themes", tr("主题"), joined(namesOf(terms, a.themes)));
    out.field("units", tr("覆盖单位"), reachNames(a));
    out.field("host", tr("主办单位"), a.hostName);
    out.field("place", tr("地点"), a.place);
    out.field("region", tr("乡镇（街道）"), a.regionName);
    out.field("region_code", tr("区划代码"), a.regionCode, CellKind::code);
    out.field("form", tr("形式"), a.form);
    out.field("attendance", tr("参与人次"), a.attendance, CellKind::integer);
    out.field("attendance_estimated", tr("约数"), a.attendanceEstimated, CellKind::integer);
    out.field("metrics", tr("宣传形式"), metricsText(terms, a.metrics));
    out.field("issued", tr("发放资料物品"), a.issued, CellKind::integer);
    out.field("campaign", tr("宣传行动编号"), a.campaignId == 0 ? Value() : Value(a.campaignId), CellKind::integer);
    out.field("photos", tr("照片数"), a.photos, CellKind::integer);
    out.field("link", tr("新闻链接"), a.link);
    out.field("leader", tr("负责人"), a.leader);
    out.field("summary", tr("小结"), a.summary);
    out.field("status", tr("状态"), word(a.status));
    out.field("status_reason", tr("原因"), a.statusReason);
    out.field("source", tr("来源"), word(a.source));
}

int show(VerbCall& call) {
    call.database->read([&](Reader& reader) { put(call, reader, idOf(call)); });
    return 0;
}

std::vector<VerbParameter> draftParameters(bool isNew) {
    return {option("name", tr("活动名称"), isNew),
            option("date", tr("日期，如 2021-05-12"), isNew),
            option("units", tr("覆盖单位，或整个乡镇（街道）；几个以顿号分开")),
            option("host", tr("主办单位")),
            option("categories", tr("类别，主要的在前；几个以顿号分开，如 进农村、进家庭")),
            option("themes", tr("主题，几个以顿号分开")),
            option("place", tr("地点")),
            option("region", tr("乡镇（街道），不填取地点或单位所在地")),
            option("form", tr("形式，如 咨询台、讲座、入户")),
            option("attendance", tr("参与人次，约数写成 约300")),
            option("metrics", tr("宣传形式，如 横幅=5；展板=约3")),
            option("campaign", tr("宣传行动编号")),
            option("link", tr("新闻链接")),
            option("photos", tr("照片数")),
            option("leader", tr("负责人")),
            option("summary", tr("小结")),
            flag("create-units", tr("名录中没有的单位新建为待完善"))};
}

void take(const VerbCall& call, const Terms& terms, ActivityDraft& draft) {
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    text("name", draft.name);
    text("host", draft.hostName);
    text("form", draft.form);
    text("link", draft.link);
    text("leader", draft.leader);
    text("summary", draft.summary);
    if (call.has("place")) draft.regionName.clear();
    text("place", draft.place);
    text("region", draft.regionName);
    if (call.has("date")) draft.heldOn = call.date("date");
    if (call.has("units")) draft.reach = splitWords(call.text("units"));
    if (call.has("categories")) draft.categories = splitWords(call.text("categories"));
    if (call.has("themes")) draft.themes = splitWords(call.text("themes"));
    if (call.has("metrics")) draft.metrics = readMetrics(terms, call.text("metrics"));
    if (call.has("campaign")) draft.campaignId = call.integer("campaign");
    if (call.has("photos")) draft.photos = call.integer("photos");
    if (const auto count = countOf(call, "attendance")) {
        draft.attendance = count->value;
        draft.attendanceEstimated = count->precision == yanxun::Precision::estimated;
    }
    draft.createUnits = call.has("create-units");
}

int add(ActivityService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        ActivityDraft draft;
        take(call, term_store::all(writer), draft);
        draft.isPlan = call.has("plan");
        put(call, writer, service.add(writer, draft, call.has("double")));
    });
    return 0;
}

int edit(ActivityService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Activity activity = store::get(writer, idOf(call));
        const Terms terms = term_store::all(writer);
        ActivityDraft draft = ActivityService::draftOf(activity, terms);
        take(call, terms, draft);
        service.edit(writer, activity.id, activity.revision, draft);
        put(call, writer, activity.id);
    });
    return 0;
}

int step(ActivityService& service, VerbCall& call, ActivityStatus to) {
    call.database->write([&](Writer& writer) {
        const Activity activity = store::get(writer, idOf(call));
        service.step(writer, activity.id, activity.revision, to, call.text("reason"));
        put(call, writer, activity.id);
    });
    return 0;
}

int move(ActivityService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Activity activity = store::get(writer, idOf(call));
        const yanxun::Date day = call.date("date");
        for (const std::string& warning : service.mayMove(writer, activity.id, day).warnings) call.output->say(warning);
        service.move(writer, activity.id, activity.revision, day);
        put(call, writer, activity.id);
    });
    return 0;
}

int remove(ActivityService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Activity activity = store::get(writer, idOf(call));
        service.remove(writer, activity.id, activity.revision);
        call.output->field("removed", tr("已删除"), activity.id, CellKind::integer);
        call.output->say(tr("已删除活动“{}”及其覆盖单位、宣传形式和参与人次。", activity.name));
    });
    return 0;
}

int attendance(ActivityService& service, VerbCall& call) {
    const auto count = countOf(call, "count");
    if (!count) throw Error(tr("请给出参与人次，例如 120 或 约300。"));
    call.database->write([&](Writer& writer) {
        service.setAttendance(writer, idOf(call), count->value, count->precision == yanxun::Precision::estimated);
        put(call, writer, idOf(call));
    });
    return 0;
}

/// The named units, or those of a township and category that were not reached this year.
std::vector<std::int64_t> unitsToPlan(Reader& reader, const Parts& parts, const VerbCall& call) {
    const Terms terms = term_store::all(reader);
    CoverageFilter filter;
    filter.period = yanxun::Period::year(yearOf(call));
    filter.category = categoryCalled(terms, call.text("category"));
    filter.reached = false;
    if (call.has("region")) filter.region = call.text("region");
    const std::vector<std::string> named = splitWords(call.text("units"));
    std::vector<std::int64_t> units;
    parts.coverage.each(reader, filter, [&](const Term&, const CoverageUnit& unit) {
        const bool wanted = named.empty() || std::find(named.begin(), named.end(), unit.unit.name) != named.end();
        if (wanted && unit.covered.plannedYmd == 0) units.push_back(unit.unit.unitId);
    });
    if (units.empty()) throw Error(tr("没有符合条件、又还没有安排的未覆盖单位；未覆盖的单位见 campaigns.not_reached 报表。"));
    return units;
}

int plan(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const auto units = unitsToPlan(writer, parts, call);
        const std::string category = call.text("category");
        put(call, writer, parts.activities.plan(writer, call.text("name"), call.date("date"), category, units, call.text("host")));
    });
    return 0;
}

int check(const Parts& parts, VerbCall& call) {
    std::int64_t wrongIssued = 0;
    reach_store::CoverFaults faults;
    const auto look = [&](Reader& reader) {
        faults = reach_store::coverFaults(reader);
        if (!parts.listeners.issues || !parts.listeners.issues->quantity) return;
        lists::refs(reader, 0, 99999999, [&](const ActivityRef& ref) {
            wrongIssued += parts.listeners.issues->quantity(reader, ref.id) != ref.issued;
        });
    };
    if (call.has("mend")) {
        call.database->write([&](Writer& writer) {
            look(writer);
            if (faults.missing + faults.extra > 0) reach_store::coverAnew(writer);
        });
    } else {
        call.database->read(look);
    }
    call.output->field("missing", tr("覆盖汇总缺少"), faults.missing, CellKind::integer);
    call.output->field("extra", tr("覆盖汇总多余"), faults.extra, CellKind::integer);
    call.output->field("issued", tr("发放数量与单据不符"), wrongIssued, CellKind::integer);
    const bool clean = faults.missing + faults.extra + wrongIssued == 0;
    if (clean) call.output->say(tr("覆盖汇总和发放数量与活动记录一致。"));
    else if (call.has("mend")) call.output->say(tr("覆盖汇总已按活动记录重新生成。"));
    else call.output->say(tr("用 campaigns check --mend 可以按活动记录重新生成覆盖汇总。"));
    return clean ? 0 : 3;
}

} // namespace

std::vector<Verb> activityVerbs(const Parts& parts) {
    const VerbParameter id = idParameter(tr("活动编号"));
    ActivityService& service = parts.activities;
    std::vector<VerbParameter> adding = draftParameters(true), editing = draftParameters(false);
    adding.push_back(flag("plan", tr("作为计划登记，日期已过的也是")));
    adding.push_back(flag("double", tr("同名、同单位、同日的活动也新建")));
    editing.insert(editing.begin(), id);
    const std::vector<VerbParameter> listing{
        option("year", tr("年份")),       option("month", tr("月份，1–12，与年份合用")),
        option("category", tr("类别")),   option("region", tr("乡镇（街道）")),
        option("status", tr("状态：计划、已开展、已归档、已取消")),
        option("text", tr("检索词，以空格分开")), option("limit", tr("最多列出多少条，默认 100"))};
    const std::vector<VerbParameter> planning{
        option("name", tr("活动名称"), true),   option("date", tr("日期，如 2021-05-12"), true),
        option("category", tr("类别，如 进农村"), true), option("region", tr("只安排这个乡镇（街道）的单位")),
        option("units", tr("只安排这些单位，以顿号分开")), option("host", tr("主办单位")),
        option("year", tr("哪一年未覆盖，默认今年"))};

    std::vector<Verb> verbs;
    verbs.push_back(makeVerb("campaigns.list", tr("列出宣传活动"), listing, list));
    verbs.push_back(makeVerb("campaigns.show", tr("查看一场宣传活动"), {id}, show));
    verbs.push_back(makeVerb("campaigns.add", tr("登记宣传活动"), std::move(adding),
                             [&service](VerbCall& call) { return add(service, call); }));
    verbs.push_back(makeVerb("campaigns.edit", tr("修改宣传活动，未给出的项不变"), std::move(editing),
                             [&service](VerbCall& call) { return edit(service, call); }));
    verbs.push_back(makeVerb("campaigns.step", tr("变更宣传活动的状态"),
                             {id, option("to", tr("新的状态，如 已开展"), true), option("reason", tr("原因"))},
                             [&service](VerbCall& call) { return step(service, call, statusCalled(call.text("to"))); }));
    verbs.push_back(makeVerb("campaigns.move", tr("把计划中的宣传活动改到另一天"),
                             {id, option("date", tr("改到哪一天，如 2021-05-12"), true)},
                             [&service](VerbCall& call) { return move(service, call); }));
    verbs.push_back(makeVerb("campaigns.remove", tr("删除宣传活动"), {id},
                             [&service](VerbCall& call) { return remove(service, call); }));
    verbs.push_back(makeVerb("campaigns.attendance", tr("改写参与人次"),
                             {id, {"count", tr("参与人次，约数写成 约300"), true, true, false}},
                             [&service](VerbCall& call) { return attendance(service, call); }));
    verbs.push_back(makeVerb("campaigns.plan", tr("为未覆盖的单位安排一场活动"), planning,
                             [parts](VerbCall& call) { return plan(parts, call); }));
    verbs.push_back(makeVerb("campaigns.check", tr("核对覆盖汇总和发放数量"),
                             {flag("mend", tr("不一致时按活动记录重新生成"))},
                             [parts](VerbCall& call) { return check(parts, call); }));
    return verbs;
}

} // namespace campaigns
