#include "core/term_store.h"
#include "core/verb_help.h"
#include "core/verbs.h"

#include <yanxun/text.h>

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

Value dayValue(const std::optional<yanxun::Date>& day) { return day ? Value(day->ymd()) : Value(); }

int listTargets(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const Terms terms = term_store::all(reader);
        const yanxun::Date today = call.clock->today();
        call.output->table("targets", rowsOf({{"id", tr("编号"), CellKind::integer, 6},
                                               {"category", tr("类别"), CellKind::text, 8},
                                               {"owner", tr("责任单位"), CellKind::text, 16},
                                               {"region", tr("乡镇（街道）"), CellKind::text, 12},
                                               {"words", tr("目标原文"), CellKind::text, 28},
                                               {"measure", tr("指标"), CellKind::text, 10},
                                               {"wanted", tr("目标"), CellKind::integer, 8},
                                               {"done", tr("完成"), CellKind::integer, 8},
                                               {"percent", tr("完成率（%）"), CellKind::hundredths, 8},
                                               {"due", tr("期限"), CellKind::date, 10},
                                               {"behind", tr("滞后"), CellKind::text, 6}},
                                              target_store::list(reader, yearOf(call)), [&, today](const Target& target) {
                                                  const Progress progress =
                                                      progressOf(reader, parts.coverage, target, today);
                                                  return std::vector<Value>{
                                                      target.id,         terms.name(target.categoryId),
                                                      target.ownerName,  target.regionName,
                                                      target.words,      word(target.measure),
                                                      progress.wanted,   progress.done,
                                                      progress.percent(), dayValue(target.due),
                                                      isBehind(target, progress, today) ? tr("是") : tr("否")};
                                              }));
    });
    return 0;
}

std::vector<VerbParameter> targetParameters(bool isNew) {
    return {option("category", tr("类别，如 进企业"), isNew),
            option("words", tr("方案原文，如 企业全覆盖"), isNew),
            option("kind", tr("数量、全覆盖 或 比率"), isNew),
            option("wanted", tr("要达到的数量；比率写百分数，如 90")),
            option("measure", tr("指标：覆盖单位（默认）、活动场次、受教育人次")),
            option("owner", tr("责任单位：只计它主办的活动")),
            option("region", tr("只计这个乡镇（街道）")),
            option("due", tr("期限，如 2021-12-31")),
            option("basis", tr("依据：方案名称和文号"))};
}

void take(const VerbCall& call, const Terms& terms, Target& target) {
    if (call.has("category")) {
        const Term* const term = terms.find(TermKind::category, call.text("category"));
        if (!term) throw Error(tr("没有“{}”这个类别。", call.text("category")));
        target.categoryId = term->id;
    }
    if (call.has("kind")) {
        const auto kind = targetKindOf(call.text("kind"));
        if (!kind) throw Error(tr("参数 --kind 可以是：数量、全覆盖、比率。"));
        target.kind = *kind;
    }
    if (call.has("measure")) {
        const auto measure = measureOf(call.text("measure"));
        if (!measure) throw Error(tr("参数 --measure 可以是：覆盖单位、活动场次、受教育人次。"));
        target.measure = *measure;
    }
    if (const auto wanted = countOf(call, "wanted")) {
        target.wanted = target.kind == TargetKind::rate ? wanted->value * 100 : wanted->value;
    }
    if (call.has("words")) target.words = call.text("words");
    if (call.has("owner")) target.ownerName = call.text("owner");
    if (call.has("region")) target.regionName = call.text("region");
    if (call.has("due")) target.due = call.date("due");
    if (call.has("basis")) target.basis = call.text("basis");
}

int addTarget(const PlanService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Target target;
        target.year = yearOf(call);
        take(call, term_store::all(writer), target);
        call.output->field("id", tr("编号"), service.addTarget(writer, target), CellKind::integer);
    });
    return 0;
}

int editTarget(const PlanService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Target target = target_store::get(writer, idOf(call));
        take(call, term_store::all(writer), target);
        service.editTarget(writer, target);
        call.output->field("id", tr("编号"), target.id, CellKind::integer);
    });
    return 0;
}

int listCampaigns(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        call.output->table("campaigns", rowsOf({{"id", tr("编号"), CellKind::integer, 6},
                                                 {"name", tr("宣传行动"), CellKind::text, 28},
                                                 {"first", tr("开始"), CellKind::date, 10},
                                                 {"last", tr("结束"), CellKind::date, 10},
                                                 {"owner", tr("牵头单位"), CellKind::text, 20},
                                                 {"key_date", tr("重要节点"), CellKind::text, 16},
                                                 {"doc_no", tr("文号"), CellKind::text, 16},
                                                 {"activities", tr("活动数"), CellKind::integer, 8}},
                                                campaign_store::list(reader), [](const Campaign& c) {
                                                    return std::vector<Value>{c.id,        c.name,    c.first.ymd(),
                                                                              c.last.ymd(), c.ownerName, c.keyDate,
                                                                              c.planDocNo, c.activities};
                                                }));
    });
    return 0;
}

std::vector<VerbParameter> campaignParameters(bool isNew) {
    return {option("name", tr("名称，如 2021年安全生产月"), isNew),
            option("first", tr("开始日期"), isNew),
            option("last", tr("结束日期"), isNew),
            option("owner", tr("牵头单位")),
            option("key-date", tr("重要节点的编号，见 campaigns key-dates")),
            option("doc-no", tr("方案文号")),
            option("note", tr("备注"))};
}

void take(const VerbCall& call, Campaign& campaign) {
    if (call.has("name")) campaign.name = call.text("name");
    if (call.has("first")) campaign.first = call.date("first");
    if (call.has("last")) campaign.last = call.date("last");
    if (call.has("owner")) campaign.ownerName = call.text("owner");
    if (call.has("key-date")) campaign.keyDate = call.text("key-date");
    if (call.has("doc-no")) campaign.planDocNo = call.text("doc-no");
    if (call.has("note")) campaign.note = call.text("note");
}

int putCampaign(const PlanService& service, VerbCall& call, bool isNew) {
    call.database->write([&](Writer& writer) {
        Campaign campaign = isNew ? Campaign{} : campaign_store::get(writer, idOf(call));
        take(call, campaign);
        if (isNew) campaign.id = service.addCampaign(writer, campaign);
        else service.editCampaign(writer, campaign);
        call.output->field("id", tr("编号"), campaign.id, CellKind::integer);
    });
    return 0;
}

int listKeyDates(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        call.output->table("key_dates", rowsOf({{"rule", tr("编号"), CellKind::text, 22},
                                                 {"title", tr("节点"), CellKind::text, 22},
                                                 {"first", tr("开始"), CellKind::date, 10},
                                                 {"last", tr("结束"), CellKind::date, 10},
                                                 {"theme", tr("主题"), CellKind::text, 24},
                                                 {"doc_no", tr("文号"), CellKind::text, 16},
                                                 {"on", tr("启用"), CellKind::text, 6},
                                                 {"confirmed", tr("日期已核对"), CellKind::text, 8},
                                                 {"basis", tr("依据"), CellKind::text, 28}},
                                                parts.dates.of(reader, yearOf(call)), [](const KeyDate& date) {
                                                    return std::vector<Value>{
                                                        date.rule, date.title, date.first.ymd(), date.last.ymd(),
                                                        date.theme, date.docNo, date.on ? tr("是") : tr("否"),
                                                        date.confirmed ? tr("是") : tr("否"), date.basis};
                                                }));
    });
    return 0;
}

int setKeyDate(const Parts& parts, VerbCall& call) {
    const int year = yearOf(call);
    call.database->write([&](Writer& writer) {
        KeyDateYear wanted{0, 0, call.text("rule"), year, {}, {}, call.text("theme"), call.text("doc-no"), !call.has("off")};
        const KeyDateRule* const rule = parts.dates.find(wanted.rule);
        const auto days = rule ? daysOf(*rule, year) : std::nullopt;
        wanted.first = dayOf(call, "first").value_or(days ? days->first : yanxun::Date{});
        wanted.last = dayOf(call, "last").value_or(days ? days->last : wanted.first);
        parts.plans.setKeyDate(writer, wanted);
        call.output->field("rule", tr("编号"), wanted.rule);
    });
    return 0;
}

} // namespace

std::vector<Verb> planVerbs(const Parts& parts) {
    const VerbParameter year = option("year", tr("年度，默认今年"));
    const VerbParameter target = idParameter(tr("目标编号")), campaign = idParameter(tr("宣传行动编号"));
    const VerbParameter rule{"rule", tr("节点编号，见 campaigns key-dates"), true, true, false};
    PlanService& service = parts.plans;
    const auto with = [](std::vector<VerbParameter> all, VerbParameter first) {
        all.insert(all.begin(), std::move(first));
        return all;
    };
    std::vector<Verb> verbs;
    const auto verb = [&](const char* id, std::string title, std::vector<VerbParameter> parameters, auto run) {
        verbs.push_back(makeVerb(id, std::move(title), std::move(parameters), run));
    };
    verb("campaigns.targets", tr("列出年度目标和完成进度"), {year}, [parts](VerbCall& call) { return listTargets(parts, call); });
    verb("campaigns.target-add", tr("登记目标"), with(targetParameters(true), year),
         [&service](VerbCall& call) { return addTarget(service, call); });
    verb("campaigns.target-edit", tr("修改目标，未给出的项不变"), with(targetParameters(false), target),
         [&service](VerbCall& call) { return editTarget(service, call); });
    verb("campaigns.target-remove", tr("删除目标"), {target}, [&service](VerbCall& call) {
        call.database->write([&](Writer& writer) {
            const Target gone = target_store::get(writer, idOf(call));
            service.removeTarget(writer, gone.id, gone.revision);
            call.output->field("removed", tr("已删除"), gone.id, CellKind::integer);
        });
        return 0;
    });
    verb("campaigns.campaigns", tr("列出宣传行动"), {}, listCampaigns);
    verb("campaigns.campaign-add", tr("登记宣传行动"), campaignParameters(true),
         [&service](VerbCall& call) { return putCampaign(service, call, true); });
    verb("campaigns.campaign-edit", tr("修改宣传行动，未给出的项不变"), with(campaignParameters(false), campaign),
         [&service](VerbCall& call) { return putCampaign(service, call, false); });
    verb("campaigns.campaign-remove", tr("删除宣传行动，其中的活动保留"), {campaign}, [&service](VerbCall& call) {
        call.database->write([&](Writer& writer) {
            const Campaign gone = campaign_store::get(writer, idOf(call));
            service.removeCampaign(writer, gone.id, gone.revision);
            call.output->field("removed", tr("已删除"), gone.id, CellKind::integer);
        });
        return 0;
    });
    verb("campaigns.key-dates", tr("列出一年的重要节点"), {year}, [parts](VerbCall& call) { return listKeyDates(parts, call); });
    verb("campaigns.key-date-set", tr("登记节点当年的起止日期、主题和文号"),
         {rule, year, option("first", tr("开始日期")), option("last", tr("结束日期")), option("theme", tr("主题")),
          option("doc-no", tr("文号")), flag("off", tr("这一年不启用"))},
         [parts](VerbCall& call) { return setKeyDate(parts, call); });
    verb("campaigns.key-date-reset", tr("节点恢复为规则推算的日期"), {rule, year}, [&service](VerbCall& call) {
        call.database->write([&](Writer& writer) { service.forgetKeyDate(writer, call.text("rule"), yearOf(call)); });
        call.output->field("rule", tr("编号"), call.text("rule"));
        return 0;
    });
    return verbs;
}

} // namespace campaigns
