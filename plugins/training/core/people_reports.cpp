#include "core/register_report.h"

#include "core/certificate_store.h"

#include <yanxun/text.h>

#include <set>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Date;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportSection;
using yanxun::tr;
using yanxun::Value;

Value ymdOf(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

ReportField number(const char* id, std::string title, std::int64_t value, std::string unit) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

Report head(const char* kind, std::string title, std::string scope, const yanxun::ReportRequest& request) {
    Report report;
    report.kind = kind;
    report.title = std::move(title);
    report.scope = std::move(scope);
    report.issuer = request.issuer;
    report.period = request.period;
    report.madeAt = request.madeAt;
    return report;
}

ReportSection sectionOf(const char* id, std::string title, yanxun::RowSource rows) {
    ReportSection section;
    section.id = id;
    section.title = title;
    yanxun::ReportTable table;
    table.id = id;
    table.title = std::move(title);
    table.rows = std::move(rows);
    section.tables.push_back(std::move(table));
    return section;
}

Report hoursShort(Reader& reader, const yanxun::ReportRequest& request, const HoursService& hours) {
    const Date day = dayOf(request);
    std::int64_t lines = 0, gap = 0;
    std::set<std::int64_t> people;
    hours.eachShort(reader, day, [&](const Assessment& one) {
        ++lines;
        gap += one.gap;
        people.insert(one.trainee.personId);
    });
    Report report =
        head("training.hours_short", tr("学时不足名单（截至{}）", day.chinese()),
             tr("对象：在岗的应训人员。适用规则取周期末仍施行、同时适用的几条中学时最多的一条；岗前和初次培训取上岗日"
                "施行的规则，"
                "上岗当年和次年列出；每年再培训从上岗次年起。岗前、初训学时只抵初次要求，其余学时只抵再培训要求。"
                "凭记忆、未核对的规则不启用。"),
             request);
    report.fields = {number("people", tr("学时不足"), std::int64_t(people.size()), tr("人")),
                     number("lines", tr("不足项"), lines, tr("项")),
                     {"gap", tr("缺口合计"), gap, CellKind::hundredths, tr("学时")}};
    ReportSection section = sectionOf("short", tr("学时不足名单"), shortRows(reader, hours, day));
    section.tables.front().totals = {{"gap", tr("合计"), gap, CellKind::hundredths, {}}};
    section.sentences = {lines == 0 ? tr("截至{}，没有学时不足的应训人员。", day.chinese())
                                    : tr("截至{}，学时不足的有 {} 人、{} 项，共缺 {} 学时。", day.chinese(),
                                         people.size(), lines, yanxun::cellText(gap, CellKind::hundredths))};
    report.sections.push_back(std::move(section));
    return report;
}

Report certificatesDue(Reader& reader, const yanxun::ReportRequest& request, const Rules& rules) {
    const Date day = dayOf(request);
    Report report =
        head("training.certificates_due", tr("证书到期预警（截至{}）", day.chinese()),
             tr("对象：有效且未换证的证书，有效期和复审两个期限中较近的一个在 {} 天内或已过。证号按统一规则脱敏。",
                rules.warnDays().front()),
             request);
    std::int64_t overdue = 0;
    std::map<std::string, std::int64_t> counts;
    certificates::due(reader, Date::fromDays(day.days() + rules.warnDays().front()), 0, [&](const Certificate& one) {
        const std::int64_t left = nextDue(one)->days() - day.days();
        ++counts[warningOf(rules, left)];
        if (left < 0) ++overdue;
    });
    std::int64_t all = 0;
    for (const auto& [warning, count] : counts)
        all += count;
    report.fields = {number("overdue", tr("已过期"), overdue, tr("份"))};
    for (auto days = rules.warnDays().rbegin(); days != rules.warnDays().rend(); ++days) {
        const std::string id = "within_" + std::to_string(*days);
        report.fields.push_back(number(id.c_str(), tr("{} 天内", *days), counts[warningOf(rules, *days)], tr("份")));
    }
    ReportSection section = sectionOf("due", tr("到期预警名单"), dueRows(reader, rules, day));
    section.sentences = {all == 0 ? tr("截至{}，没有将要到期或已过期的证书。", day.chinese())
                                  : tr("截至{}，已过期 {} 份，{} 天内到期 {} 份。", day.chinese(), overdue,
                                       rules.warnDays().front(), all - overdue)};
    report.sections.push_back(std::move(section));
    return report;
}

} // namespace

yanxun::RowSource shortRows(Reader& reader, const HoursService& hours, Date day) {
    yanxun::RowSource source;
    source.columns = {
        {"serial", tr("序号"), CellKind::integer, 6},    {"person", tr("姓名"), CellKind::text, 8},
        {"unit", tr("单位"), CellKind::text, 24},        {"role", tr("人员类别"), CellKind::text, 12},
        {"industry", tr("行业"), CellKind::text, 6},     {"rule", tr("适用规则"), CellKind::text, 24},
        {"basis", tr("依据"), CellKind::text, 32},       {"mark", tr("依据来源"), CellKind::text, 10},
        {"window", tr("周期"), CellKind::text, 8},       {"required", tr("应学时"), CellKind::hundredths, 8},
        {"have", tr("已学时"), CellKind::hundredths, 8}, {"gap", tr("缺口"), CellKind::hundredths, 8},
        {"due", tr("截止日"), CellKind::date, 10},       {"last", tr("最近培训"), CellKind::date, 10},
        {"why", tr("规则说明"), CellKind::text, 32}};
    source.each = [&reader, &hours, day](const yanxun::RowSink& sink) {
        std::int64_t serial = 0;
        hours.eachShort(reader, day, [&](const Assessment& one) {
            const HoursRule& rule = *one.demand.rule;
            const std::string industry = one.trainee.industry.empty() ? tr("一般") : one.trainee.industry;
            const std::vector<Value> cells{++serial,
                                           one.trainee.personName,
                                           one.trainee.unitName,
                                           one.trainee.role,
                                           industry,
                                           rule.title,
                                           rule.basis,
                                           markWord(rule.mark),
                                           word(rule.window, rule.years, rule.kind),
                                           rule.hours,
                                           one.have,
                                           one.gap,
                                           one.demand.due.ymd(),
                                           ymdOf(one.lastTrained),
                                           whyStrictest(one.demand)};
            sink(cells);
        });
    };
    return source;
}

yanxun::RowSource dueRows(Reader& reader, const Rules& rules, Date day) {
    yanxun::RowSource source;
    source.columns = {{"serial", tr("序号"), CellKind::integer, 6},
                      {"person", tr("姓名"), CellKind::text, 8},
                      {"unit", tr("单位"), CellKind::text, 24},
                      {"type", tr("证书类型"), CellKind::text, 18},
                      {"operation", tr("作业项目"), CellKind::text, 14},
                      {"number", tr("证号"), CellKind::code, 20},
                      {"issuer", tr("发证机关"), CellKind::text, 16},
                      {"issued", tr("发证日期"), CellKind::date, 10},
                      {"valid_until", tr("有效期至"), CellKind::date, 10},
                      {"review_due", tr("复审到期"), CellKind::date, 10},
                      {"left", tr("剩余天数"), CellKind::integer, 8},
                      {"warning", tr("预警"), CellKind::text, 8},
                      {"state", tr("状态"), CellKind::text, 10}};
    source.each = [&reader, &rules, day](const yanxun::RowSink& sink) {
        std::int64_t serial = 0;
        certificates::due(reader, Date::fromDays(day.days() + rules.warnDays().front()), 0,
                          [&](const Certificate& one) {
                              const std::int64_t left = nextDue(one)->days() - day.days();
                              const std::vector<Value> cells{++serial,
                                                             one.personName,
                                                             one.unitName,
                                                             rules.titleOf(one.type),
                                                             one.operation,
                                                             maskNumber(one.number),
                                                             one.issuer,
                                                             one.issuedOn.ymd(),
                                                             ymdOf(one.validUntil),
                                                             ymdOf(one.reviewDue),
                                                             left,
                                                             warningOf(rules, left),
                                                             word(stateOf(one, rules, day))};
                              sink(cells);
                          });
    };
    return source;
}

yanxun::ReportKind hoursShortReport(const HoursService& hours) {
    yanxun::ReportKind kind;
    kind.id = "training.hours_short";
    kind.title = tr("学时不足名单");
    kind.about = tr("每个应训人员适用的学时规则、已学时和缺口；同时适用几条规则的取较严者，并写明依据。");
    kind.order = 31;
    kind.make = [&hours](Reader& reader, const yanxun::ReportRequest& request) {
        return hoursShort(reader, request, hours);
    };
    return kind;
}

yanxun::ReportKind certificatesDueReport(const Rules& rules) {
    yanxun::ReportKind kind;
    kind.id = "training.certificates_due";
    kind.title = tr("证书到期预警");
    kind.about = tr("有效期或复审将在半年内到期、或已过期的证书，按 180、90、30 天分档。");
    kind.order = 32;
    kind.make = [&rules](Reader& reader, const yanxun::ReportRequest& request) {
        return certificatesDue(reader, request, rules);
    };
    return kind;
}

} // namespace training
