#include "core/drill_list_store.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_tables.h"
#include "view/plan/plan_dialogs.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

template <class Enum>
Choices choicesOf(std::initializer_list<Enum> values) {
    Choices choices;
    for (const Enum value : values) choices.emplace_back(word(value), word(value));
    return choices;
}

const std::vector<std::string>& samples() {
    static const std::vector<std::string> all{tr("一次"), tr("每月第二个星期三"), tr("每月最后一个星期五"), tr("每月15日"), tr("每季度一次"), tr("每半年一次"),
                                              tr("每年一次"), tr("每年5月12日"), tr("每年汛前（5月31日前）"), tr("每学期第2周"), tr("每学期一次")};
    return all;
}

class PlanItemDialog final : public yanxun::ui::FormDialog {
public:
    PlanItemDialog(wxWindow* parent, const ViewContext& context, const PlanService& plans, const YearPlan& plan, const PlanItem* item)
        : FormDialog(parent, "drills.plan_item_dialog", item ? tr("修改计划项") : plan.isIssued() ? tr("追加计划项") : tr("增加计划项")), context_(context), plans_(plans), plan_(plan) {
        if (item) item_ = *item;
        addFields();
        fill(item ? plans.draftOf(*item) : PlanItemDraft());
        form().changed = [this] { preview(); };
        preview();
        finish();
    }

private:
    void addFields() {
        const auto from = [this](const std::vector<std::string>& words) {
            return [&words](const std::string& typed) { return matching(words, typed); };
        };
        form().text("name", tr("演练名称"), true);
        form().suggest("unit", tr("组织单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, plan_.unitId == 0);
        form().suggest("recurrence", tr("周期"), from(samples()));
        form().date("first", tr("首次日期"));
        dates_ = paragraph(&form(), " \n ", TextStyle::caption, true);
        dates_->SetName("dates");
        form().custom(tr("本年场次"), dates_);
        form().choice("policy", tr("遇节假日"), choicesOf({HolidayPolicy::after, HolidayPolicy::before, HolidayPolicy::skip}));
        form().choice("days", tr("可用日子"), choicesOf({DaySort::working, DaySort::teaching, DaySort::any}));
        form().text("time", tr("时间"))->SetHint(wx(tr("09:30-11:00")));
        form().suggest("hazard", tr("灾种"), from(context_.words.hazards()));
        form().suggest("mode", tr("形式"), from(context_.words.modes()));
        form().text("venue", tr("地点"));
        form().text("lead", tr("负责人"));
        form().number("people", tr("预计人数"));
        form().hundredths("budget", tr("经费（元）"));
        form().choice("priority", tr("优先级"), {{"1", priorityWord(1)}, {"2", priorityWord(2)}, {"3", priorityWord(3)}});
        form().multiline("note", tr("备注"), 2);
        if (plan_.isIssued()) form().multiline("reason", tr("追加原因"), 2);
    }

    void fill(const PlanItemDraft& draft) {
        form().set("name", draft.name);
        form().set("unit", draft.unit.empty() ? plan_.unitName : draft.unit);
        form().set("recurrence", draft.recurrence.empty() ? tr("一次") : draft.recurrence);
        if (draft.first.year != 0) form().setDay("first", draft.first);
        form().set("policy", word(draft.policy));
        form().set("days", word(draft.days));
        form().set("time", draft.time);
        form().set("hazard", draft.hazard);
        form().set("mode", draft.mode);
        form().set("venue", draft.venue);
        form().set("lead", draft.lead);
        if (draft.people != 0) form().setInteger("people", draft.people);
        if (draft.budgetFen != 0) form().setInteger("budget", draft.budgetFen);
        form().set("priority", std::to_string(draft.priority));
        form().set("note", draft.note);
        covers_ = draft.covers;
        region_ = draft.region;
        unit_ = draft.unit;
    }

    PlanItemDraft draft() {
        PlanItemDraft draft;
        draft.name = form().get("name");
        draft.unit = form().get("unit");
        if (draft.unit == unit_) draft.region = region_;
        draft.recurrence = form().get("recurrence");
        draft.first = form().day("first").value_or(yanxun::Date{});
        draft.policy = policyOf(form().get("policy")).value_or(HolidayPolicy::after);
        draft.days = daySortOf(form().get("days")).value_or(DaySort::working);
        draft.time = form().get("time");
        draft.hazard = form().get("hazard");
        draft.mode = form().get("mode");
        draft.venue = form().get("venue");
        draft.lead = form().get("lead");
        draft.people = form().integer("people").value_or(0);
        draft.budgetFen = form().integer("budget").value_or(0);
        draft.priority = std::stoi(form().get("priority"));
        draft.note = form().get("note");
        draft.covers = covers_;
        return draft;
    }

    /// The days as they would be, while the person types.
    void preview() {
        std::string text;
        try {
            PlanItem item;
            const PlanItemDraft now = draft();
            item.rule = parseWords(now.recurrence);
            item.first = now.first.year == 0 ? yanxun::Date{plan_.year, 1, 1} : now.first;
            item.policy = now.policy;
            item.days = now.days;
            context_.database.read([&](yanxun::Reader& reader) {
                const auto dates = plans_.occurrences(reader, item, plan_.year);
                text = dates.empty() ? tr("{} 年没有场次", plan_.year) : tr("{} 场：{}", dates.size(), datesInWords(dates));
            });
        } catch (const yanxun::Error& wrong) {
            text = wrong.what();
        }
        dates_->SetLabel(wx(text));
        dates_->GetParent()->Layout();
    }

    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            if (item_) plans_.editItem(writer, item_->id, item_->revision, draft());
            else plans_.addItem(writer, plan_.id, draft(), plan_.isIssued() ? form().get("reason") : std::string());
        });
    }

    const ViewContext& context_;
    const PlanService& plans_;
    YearPlan plan_;
    std::optional<PlanItem> item_;
    wxWindow* dates_ = nullptr;
    std::string covers_, region_, unit_;
};

} // namespace

bool editPlanItem(wxWindow* parent, const ViewContext& context, const PlanService& plans, const YearPlan& plan, const PlanItem* item) {
    PlanItemDialog dialog(parent, context, plans, plan, item);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace drills
