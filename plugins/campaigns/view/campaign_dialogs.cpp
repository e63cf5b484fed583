#include "view/campaign_dialogs.h"

#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {

using yanxun::tr;
using yanxun::ui::Choices;

KeyDateDialog::KeyDateDialog(wxWindow* parent, const ViewContext& context, const KeyDate& date)
    : FormDialog(parent, "campaigns.key_date_dialog", tr("{}年{}", date.year, date.title)), context_(context), date_(date) {
    form().date("first", tr("开始日期"), true);
    form().date("last", tr("结束日期"), true);
    form().text("theme", tr("主题"));
    form().text("doc", tr("通知文号"));
    form().check("on", tr("在日历中显示"));
    form().setDay("first", date.first);
    form().setDay("last", date.last);
    form().set("theme", date.theme);
    form().set("doc", date.docNo);
    form().setFlag("on", date.on);
    finish();
}

void KeyDateDialog::save() {
    const KeyDateYear year{0, 0, date_.rule, date_.year, form().day("first").value_or(yanxun::Date{}),
                           form().day("last").value_or(yanxun::Date{}), form().get("theme"), form().get("doc"),
                           form().flag("on")};
    context_.database.write([&](yanxun::Writer& writer) { context_.parts.plans.setKeyDate(writer, year); });
}

CampaignDialog::CampaignDialog(wxWindow* parent, const ViewContext& context, const Campaign& campaign)
    : FormDialog(parent, "campaigns.campaign_dialog", campaign.id == 0 ? tr("登记宣传行动") : tr("修改宣传行动")), context_(context), campaign_(campaign) {
    form().text("name", tr("名称"), true);
    Choices dates{{"", tr("（不对应节点）")}};
    for (const KeyDateRule& rule : context.parts.dates.rules()) dates.emplace_back(rule.id, rule.title);
    form().choice("key_date", tr("重要节点"), dates);
    form().date("first", tr("开始日期"), true);
    form().date("last", tr("结束日期"), true);
    form().suggest("owner", tr("牵头单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().text("doc", tr("方案文号"));
    form().hundredths("budget", tr("经费（元）"));
    form().multiline("note", tr("备注"), 2);
    form().set("name", campaign.name);
    form().set("key_date", campaign.keyDate);
    if (campaign.first.valid()) form().setDay("first", campaign.first);
    if (campaign.last.valid()) form().setDay("last", campaign.last);
    form().set("owner", campaign.ownerName);
    form().set("doc", campaign.planDocNo);
    form().setInteger("budget", campaign.budgetFen);
    form().set("note", campaign.note);
    finish();
}

void CampaignDialog::save() {
    Campaign campaign = campaign_;
    campaign.name = form().get("name");
    campaign.keyDate = form().get("key_date");
    campaign.first = form().day("first").value_or(yanxun::Date{});
    campaign.last = form().day("last").value_or(yanxun::Date{});
    campaign.ownerName = form().get("owner");
    campaign.planDocNo = form().get("doc");
    campaign.budgetFen = form().integer("budget");
    campaign.note = form().get("note");
    context_.database.write([&](yanxun::Writer& writer) {
        if (campaign.id == 0) {
            context_.parts.plans.addCampaign(writer, campaign);
        } else {
            context_.parts.plans.editCampaign(writer, campaign);
        }
    });
}

TermDialog::TermDialog(wxWindow* parent, const ViewContext& context, const Term& term)
    : FormDialog(parent, "campaigns.term_dialog", term.id == 0 ? tr("添加{}", word(term.kind)) : tr("修改{}", word(term.kind))), context_(context),
      term_(term) {
    form().text("name", tr("名称"), true);
    form().text("also", tr("其他写法"))->SetHint(yanxun::ui::wx(tr("台账里的其他写法，以空格分开")));
    if (term.kind == TermKind::metric || term.kind == TermKind::channel) form().text("unit", tr("计量单位"));
    if (term.kind == TermKind::category) {
        Choices lists{{"", tr("（不计覆盖率）")}};
        for (const std::string& name : context.parts.coverage.scope().categories()) lists.emplace_back(name, name);
        form().choice("scope", tr("应覆盖名单"), lists);
        form().set("scope", term.scope);
    }
    form().check("active", tr("启用"));
    form().set("name", term.name);
    form().set("also", term.also);
    if (term.kind == TermKind::metric || term.kind == TermKind::channel) form().set("unit", term.unit);
    form().setFlag("active", term.active);
    finish();
}

void TermDialog::save() {
    Term term = term_;
    term.name = form().get("name");
    term.also = form().get("also");
    if (term.kind == TermKind::metric || term.kind == TermKind::channel) term.unit = form().get("unit");
    if (term.kind == TermKind::category) term.scope = form().get("scope");
    term.active = form().flag("active");
    context_.database.write([&](yanxun::Writer& writer) {
        if (term.id == 0) {
            term_store::add(writer, term);
        } else {
            term_store::update(writer, term);
        }
    });
}

} // namespace campaigns
