#include "core/hours_store.h"
#include "core/verb_values.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;
using Parameters = std::vector<yanxun::VerbParameter>;

std::string rolesOf(const HoursRule& rule) {
    std::string all;
    for (const std::string& role : rule.roles)
        all += (all.empty() ? "" : "、") + role;
    return all;
}

int rules(const Rules& known, VerbCall& call) {
    putRows(call, "rules",
            {{"id", tr("规则"), CellKind::text, 24},
             {"title", tr("名称"), CellKind::text, 28},
             {"roles", tr("人员类别"), CellKind::text, 24},
             {"industry", tr("行业"), CellKind::text, 6},
             {"jurisdiction", tr("地区"), CellKind::text, 8},
             {"window", tr("周期"), CellKind::text, 8},
             {"hours", tr("学时"), CellKind::hundredths, 6},
             {"on", tr("启用"), CellKind::text, 4},
             {"mark", tr("依据来源"), CellKind::text, 10},
             {"basis", tr("依据"), CellKind::text, 32},
             {"source", tr("出处"), CellKind::text, 24}},
            known.hours(), [](const HoursRule& rule) {
                return std::vector<Value>{rule.id,
                                          rule.title,
                                          rolesOf(rule),
                                          rule.industry.empty() ? tr("不分") : rule.industry,
                                          rule.jurisdiction,
                                          word(rule.window, rule.years, rule.kind),
                                          rule.hours,
                                          rule.on ? tr("是") : tr("否"),
                                          markWord(rule.mark),
                                          rule.basis,
                                          rule.source};
            });
    return 0;
}

void putTrainees(VerbCall& call, const std::vector<Trainee>& people) {
    putRows(call, "trainees",
            {{"id", tr("编号"), CellKind::integer, 8},
             {"person", tr("人员编号"), CellKind::integer, 8},
             {"name", tr("姓名"), CellKind::text, 10},
             {"unit", tr("单位"), CellKind::text, 24},
             {"role", tr("人员类别"), CellKind::text, 14},
             {"industry", tr("行业"), CellKind::text, 6},
             {"since", tr("上岗日期"), CellKind::date, 10},
             {"until", tr("离岗日期"), CellKind::date, 10}},
            people, [](const Trainee& t) {
                return std::vector<Value>{t.id,   t.personId, t.personName,   t.unitName,
                                          t.role, t.industry, ymdOf(t.since), ymdOf(t.until)};
            });
}

Parameters traineeParameters(bool isNew) {
    return {option("name", tr("姓名"), isNew),
            option("unit", tr("单位：全称、别名或信用代码"), isNew),
            option("role", tr("人员类别：主要负责人、安全生产管理人员、从业人员等"), isNew),
            option("industry", tr("行业：高危，或不填（一般）")),
            option("since", tr("上岗（任职）日期")),
            option("until", tr("离岗日期"))};
}

int changeTrainee(HoursService& service, VerbCall& call, bool isNew) {
    call.database->write([&](Writer& writer) {
        TraineeDraft draft;
        Trainee known;
        if (!isNew) {
            known = trainees::get(writer, idOf(call));
            draft = {known.personName, known.unitName, known.role, known.industry, known.since, known.until, true};
        }
        if (call.has("name")) draft.name = call.text("name");
        if (call.has("unit")) draft.unitName = call.text("unit");
        if (call.has("role")) draft.role = call.text("role");
        if (call.has("industry")) draft.industry = call.text("industry");
        if (call.has("since")) draft.since = call.date("since");
        if (call.has("until")) draft.until = call.date("until");
        if (isNew) {
            known.id = service.addTrainee(writer, draft);
        } else {
            service.editTrainee(writer, known.id, known.revision, draft);
        }
        putTrainees(call, {trainees::get(writer, known.id)});
    });
    return 0;
}

void putLedger(VerbCall& call, const std::vector<Credit>& ledger) {
    putRows(call, "credits",
            {{"id", tr("编号"), CellKind::integer, 8},
             {"date", tr("日期"), CellKind::date, 10},
             {"name", tr("姓名"), CellKind::text, 10},
             {"minutes", tr("分钟"), CellKind::integer, 8},
             {"hours", tr("学时"), CellKind::hundredths, 8},
             {"kind", tr("类别"), CellKind::text, 6},
             {"reason", tr("事由"), CellKind::text, 30},
             {"reverses", tr("冲回"), CellKind::integer, 8}},
            ledger, [](const Credit& c) {
                return std::vector<Value>{
                    c.id,   c.creditedOn.ymd(), c.personName,      c.minutes, hoursOf(c.minutes, c.minutesPerHour),
                    c.kind, c.reason,           idCell(c.reverses)};
            });
}

/// The person's demands and how far they are met.
int hoursOfPerson(const VerbParts& parts, VerbCall& call) {
    const yanxun::Date day = dayOf(call, "on").value_or(yanxun::localDay(call.clock->now()));
    call.database->read([&](Reader& reader) {
        const auto person = personOf(reader, parts, call);
        std::vector<Assessment> all;
        trainees::each(reader, [&](const Trainee& trainee) {
            if (trainee.personId != person.id) return;
            for (Assessment& one : parts.hours.assess(reader, trainee, day))
                all.push_back(std::move(one));
        });
        putRows(call, "hours",
                {{"role", tr("人员类别"), CellKind::text, 14},
                 {"rule", tr("适用规则"), CellKind::text, 24},
                 {"window", tr("周期"), CellKind::text, 8},
                 {"required", tr("应学时"), CellKind::hundredths, 8},
                 {"have", tr("已学时"), CellKind::hundredths, 8},
                 {"gap", tr("缺口"), CellKind::hundredths, 8},
                 {"due", tr("截止日"), CellKind::date, 10},
                 {"why", tr("说明"), CellKind::text, 32}},
                all, [](const Assessment& one) {
                    const HoursRule& rule = *one.demand.rule;
                    return std::vector<Value>{one.trainee.role,
                                              rule.title,
                                              word(rule.window, rule.years, rule.kind),
                                              rule.hours,
                                              one.have,
                                              one.gap,
                                              one.demand.due.ymd(),
                                              whyStrictest(one.demand)};
                });
        if (all.empty())
            call.output->say(tr("没有规则要求“{}”参加培训；请先登记为应训人员，或核对规则是否启用。", person.name));
    });
    return 0;
}

int addCredit(const VerbParts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Credit credit;
        credit.personId = personOf(writer, parts, call).id;
        if (call.has("date")) credit.creditedOn = call.date("date");
        if (call.has("minutes-per-hour")) credit.minutesPerHour = call.integer("minutes-per-hour");
        if (const auto hours = hundredthsOf(call, "hours")) credit.minutes = minutesOf(*hours, credit.minutesPerHour);
        credit.kind = call.text("kind");
        credit.reason = call.text("reason");
        putLedger(call, {credits::get(writer, parts.hours.credit(writer, credit))});
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> hoursVerbs(const VerbParts& parts) {
    HoursService& service = parts.hours;
    const auto trainee = idParameter(tr("应训人员编号"));
    Parameters editing = traineeParameters(false);
    editing.insert(editing.begin(), trainee);
    const auto person = option("person", tr("人员编号")), name = option("name", tr("姓名，与 --unit 合用")),
               unit = option("unit", tr("单位"));
    return {
        makeVerb("training.rules", tr("列出学时规则"), {},
             [&known = parts.rules](VerbCall& call) { return rules(known, call); }),
        makeVerb("training.trainees", tr("列出应训人员"), {option("text", tr("姓名或单位的一部分"))},
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) {
                     const auto ids = trainees::ids(reader, call.text("text"), trainees::Order::unit, true);
                     putTrainees(call, trainees::get(reader, ids));
                 });
                 return 0;
             }),
        makeVerb("training.trainee-add", tr("登记应训人员"), traineeParameters(true),
             [&service](VerbCall& call) { return changeTrainee(service, call, true); }),
        makeVerb("training.trainee-edit", tr("修改应训人员，未给出的项不变"), std::move(editing),
             [&service](VerbCall& call) { return changeTrainee(service, call, false); }),
        makeVerb("training.trainee-remove", tr("删除应训人员"), {trainee},
             [&service](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     const Trainee one = trainees::get(writer, idOf(call));
                     service.removeTrainee(writer, one.id, one.revision);
                     call.output->field("removed", tr("已删除"), one.id, CellKind::integer);
                 });
                 return 0;
             }),
        makeVerb("training.hours", tr("对照规则查看一人的学时"),
             {person, name, unit, option("on", tr("截至哪一天，默认今天"))},
             [parts](VerbCall& call) { return hoursOfPerson(parts, call); }),
        makeVerb("training.ledger", tr("列出一人的学时账"), {person, name, unit},
             [parts](VerbCall& call) {
                 call.database->read([&](Reader& reader) {
                     putLedger(call, credits::ofPerson(reader, personOf(reader, parts, call).id));
                 });
                 return 0;
             }),
        makeVerb("training.credit-add", tr("补记学时"),
             {person, name, unit, option("date", tr("培训日期"), true), option("hours", tr("学时"), true),
              option("reason", tr("什么培训"), true), option("kind", tr("类别：岗前、初训、再训等")),
              option("minutes-per-hour", tr("每学时多少分钟，默认 45"))},
             [parts](VerbCall& call) { return addCredit(parts, call); }),
        makeVerb("training.credit-reverse", tr("冲回一条学时"),
             {idParameter(tr("学时账编号")), option("reason", tr("原因"), true)},
             [&service](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     putLedger(call,
                               {credits::get(writer, service.reverse(writer, idOf(call), call.text("reason")))});
                 });
                 return 0;
             }),
    };
}

} // namespace training
