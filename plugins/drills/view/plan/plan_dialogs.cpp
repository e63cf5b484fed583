#include "view/plan/plan_dialogs.h"

#include "core/drill_list_store.h"
#include "core/drill_store.h"
#include "core/plan/plan_agenda.h"
#include "core/plan/plan_tables.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class MakeDialog final : public yanxun::ui::FormDialog {
public:
    MakeDialog(wxWindow* parent, const ViewContext& context, const PlanService& plans, int year)
        : FormDialog(parent, "drills.plan_make_dialog", tr("编制年度计划")), context_(context), plans_(plans) {
        form().number("year", tr("年度"), true);
        form().suggest("unit", tr("编制单位（空为本局）"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
        form().text("title", tr("名称（空为默认）"));
        form().setInteger("year", year);
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            plans_.make(writer, int(form().integer("year").value_or(0)), form().get("unit"), form().get("title"));
        });
    }
    const ViewContext& context_;
    const PlanService& plans_;
};

class DescribeDialog final : public yanxun::ui::FormDialog {
public:
    DescribeDialog(wxWindow* parent, const ViewContext& context, const PlanService& plans, const YearPlan& plan)
        : FormDialog(parent, "drills.plan_describe_dialog", tr("计划说明")), context_(context), plans_(plans), plan_(plan) {
        form().text("title", tr("名称"), true);
        form().text("document", tr("文号"));
        form().multiline("note", tr("说明"), 4);
        form().set("title", plan.title);
        form().set("document", plan.document);
        form().set("note", plan.note);
        finish();
    }

private:
    void save() override {
        plan_.title = form().get("title");
        plan_.document = form().get("document");
        plan_.note = form().get("note");
        context_.database.write([&](yanxun::Writer& writer) { plans_.describe(writer, plan_); });
    }
    const ViewContext& context_;
    const PlanService& plans_;
    YearPlan plan_;
};

class ChangeDialog final : public yanxun::ui::FormDialog {
public:
    ChangeDialog(wxWindow* parent, const ViewContext& context, const PlanService& plans, const PlanDate& date)
        : FormDialog(parent, "drills.plan_change_dialog", date.planStatus >= PlanStatus::issued ? tr("调整计划") : tr("改日期")), context_(context), plans_(plans), date_(date) {
        form().custom(tr("场次"), paragraph(&form(), tr("{} {}（{}）", date.what.name, date.day.iso(), weekdayWord(date.day))));
        if (isIssued()) {
            form().choice("kind", tr("怎样调整"), {{"延期", tr("延期")}, {"取消", tr("取消")}, {"变更", tr("变更内容")}});
            form().choice("scope", tr("范围"), {{"仅本次", tr("仅本次")}, {"本次及以后", tr("本次及以后")}, {"全部", tr("全部")}});
        }
        form().date("day", isIssued() ? tr("延期到") : tr("改到"));
        warnings_ = paragraph(&form(), " ", TextStyle::caption, true);
        form().custom(tr("提示"), warnings_);
        if (isIssued()) addWhat();
        form().setDay("day", date.day);
        if (isIssued()) {
            form().set("kind", "延期");
            form().set("scope", "仅本次");
        }
        form().changed = [this] { warn(); };
        finish();
    }

private:
    bool isIssued() const { return date_.planStatus >= PlanStatus::issued; }

    void addWhat() {
        form().multiline("reason", tr("原因"), 2);
        form().text("approver", tr("批准人"));
        form().heading(tr("变更内容（只在选“变更内容”时有效）"));
        form().text("name", tr("演练名称"));
        form().suggest("unit", tr("组织单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
        form().text("time", tr("时间"));
        form().text("venue", tr("地点"));
        form().text("lead", tr("负责人"));
        form().number("people", tr("预计人数"));
        form().set("name", date_.what.name);
        form().set("unit", date_.what.unitName);
        form().set("time", timeWords(date_.what.time));
        form().set("venue", date_.what.venue);
        form().set("lead", date_.what.lead);
        form().setInteger("people", date_.what.people);
    }

    void warn() {
        std::string text;
        const auto day = form().day("day");
        if (day && *day != date_.day) {
            context_.database.read([&](yanxun::Reader& reader) {
                for (const std::string& one : dayWarnings(plans_, reader, date_.id, date_.drillId, *day)) text += (text.empty() ? "" : "\n") + one;
            });
        }
        warnings_->SetLabel(wx(text.empty() ? " " : text));
        warnings_->GetParent()->Layout();
    }

    PlanWhat what(yanxun::Reader& reader) {
        PlanWhat what = date_.what;
        what.name = form().get("name");
        what.venue = form().get("venue");
        what.lead = form().get("lead");
        what.time = timeOf(form().get("time"));
        what.people = form().integer("people").value_or(0);
        if (form().get("unit") != what.unitName) {
            const auto unit = plans_.duties().unitOf(reader, form().get("unit"));
            what.unitId = unit.id;
            what.unitName = unit.name;
            what.regionName = unit.regionName;
        }
        return what;
    }

    void save() override {
        const auto day = form().day("day");
        context_.database.write([&](yanxun::Writer& writer) {
            if (!isIssued()) return plans_.moveDate(writer, date_.id, day.value_or(yanxun::Date{}), {});
            PlanChangeDraft draft;
            draft.kind = changeKindOf(form().get("kind")).value_or(ChangeKind::postponed);
            draft.scope = changeScopeOf(form().get("scope")).value_or(ChangeScope::one);
            draft.reason = form().get("reason");
            draft.approver = form().get("approver");
            if (draft.kind == ChangeKind::postponed) draft.day = day;
            if (draft.kind == ChangeKind::altered) draft.what = what(writer);
            plans_.change(writer, date_.id, draft);
        });
    }
    const ViewContext& context_;
    const PlanService& plans_;
    PlanDate date_;
    wxWindow* warnings_ = nullptr;
};

class LinkDialog final : public yanxun::ui::FormDialog {
public:
    LinkDialog(wxWindow* parent, const ViewContext& context, const PlanService& plans, const PlanDate& date)
        : FormDialog(parent, "drills.plan_link_dialog", tr("关联已有的演练")), context_(context), plans_(plans), date_(date) {
        form().custom(tr("场次"), paragraph(&form(), tr("{} {}", date.what.name, date.day.iso())));
        std::vector<std::pair<std::string, std::string>> choices{{"0", tr("（不关联）")}};
        context.database.read([&](yanxun::Reader& reader) {
            // Two months around the day, the unit's own.
            for (const Drill& drill : lists::between(reader, {addDays(date.day, -62), addDays(date.day, 62)}))
                if (drill.unitId == date.what.unitId) choices.emplace_back(std::to_string(drill.id), tr("{} {}", drill.heldOn.iso(), drill.name));
        });
        const std::string linked = std::to_string(date.drillId);
        const bool isOffered = std::any_of(choices.begin(), choices.end(), [&](const auto& one) { return one.first == linked; });
        if (!isOffered) {
            // Another unit's, or far from the day: what is linked is always told by its name.
            context.database.read([&](yanxun::Reader& reader) {
                if (const auto drill = store::find(reader, date.drillId)) choices.emplace_back(linked, tr("{} {}", drill->heldOn.iso(), drill->name));
            });
        }
        form().choice("drill", tr("演练"), choices);
        form().set("drill", linked);
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) { plans_.link(writer, date_.id, std::stoll(form().get("drill"))); });
    }
    const ViewContext& context_;
    const PlanService& plans_;
    PlanDate date_;
};

template <class Dialog, class... Args>
bool shown(Args&&... args) {
    Dialog dialog(std::forward<Args>(args)...);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace

bool makePlan(wxWindow* parent, const ViewContext& context, const PlanService& plans, int year) {
    return shown<MakeDialog>(parent, context, plans, year);
}

bool describePlan(wxWindow* parent, const ViewContext& context, const PlanService& plans, const YearPlan& plan) {
    return shown<DescribeDialog>(parent, context, plans, plan);
}

bool changePlanDate(wxWindow* parent, const ViewContext& context, const PlanService& plans, const PlanDate& date) {
    return shown<ChangeDialog>(parent, context, plans, date);
}

bool linkPlanDate(wxWindow* parent, const ViewContext& context, const PlanService& plans, const PlanDate& date) {
    return shown<LinkDialog>(parent, context, plans, date);
}

} // namespace drills
