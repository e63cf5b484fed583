#include "view/activity_dialog.h"

#include <yanxun/text.h>

#include <algorithm>

namespace campaigns {
namespace {

using yanxun::tr;
using yanxun::ui::Choices;

constexpr std::size_t namesShown = 6;

std::string namesText(const std::vector<std::string>& names) {
    const std::vector<std::string> first(names.begin(), names.begin() + long(std::min(names.size(), namesShown)));
    if (names.size() <= namesShown) return joined(first);
    return tr("{} 等 {} 个单位", joined(first), names.size());
}

} // namespace

PlanDialog::PlanDialog(wxWindow* parent, const ViewContext& context, Wanted wanted)
    : FormDialog(parent, "campaigns.plan_dialog", tr("安排活动：{} 个单位", wanted.units.size())), context_(context), wanted_(std::move(wanted)) {
    form().custom(tr("覆盖单位"), yanxun::ui::paragraph(&form(), namesText(wanted_.names)));
    Choices categories;
    const Terms terms = termsOf(context);
    for (const Term* term : terms.of(TermKind::category)) categories.emplace_back(term->name, term->name);
    form().choice("category", tr("类别"), categories);
    form().set("category", wanted_.category);
    form().text("name", tr("活动名称"), true);
    form().date("date", tr("活动日期"), true);
    form().rule("date", [this] {
        const auto day = form().day("date");
        return day && *day < context_.clock.today() ? tr("计划的日期已经过去，请填写今天或以后的日期。") : std::string();
    });
    form().suggest("host", tr("主办单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().set("name", wanted_.names.size() == 1 ? tr("{}安全宣传活动", wanted_.names.front())
                                                 : tr("{}安全宣传活动", wanted_.category));
    finish(tr("登记计划"));
}

void PlanDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        id_ = context_.parts.activities.plan(writer, form().get("name"), form().day("date").value_or(yanxun::Date{}),
                                             form().get("category"), wanted_.units, form().get("host"));
    });
}

} // namespace campaigns
