#include "view/unit_panel.h"

#include "view/attribute_dialog.h"
#include "view/merge_dialog.h"
#include "view/unit_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/wrapsizer.h>

namespace directory {

using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

UnitPanel::UnitPanel(wxWindow* parent, const ViewContext& context) : Card(parent), context_(context) {
    SetName("unit_panel");
    head_ = new wxPanel(this);
    tabs_ = new wxNotebook(this, wxID_ANY);
    tabs_->SetName("unit_tabs");
    overview_ = addTab(tr("概况"));
    facts_ = addTab(tr("属性"));
    people_ = addTab(tr("人员"));
    names_ = addTab(tr("别名"));
    nothing_ = emptyState(this, "unit", tr("在左边选择一个单位，这里显示它的详细情况。"));
    body()->Add(head_, 0, wxEXPAND | wxBOTTOM, gap(this, space::s));
    body()->Add(tabs_, 1, wxEXPAND);
    body()->Add(nothing_, 1, wxEXPAND);
    show(0);
}

wxScrolledWindow* UnitPanel::addTab(const std::string& title) {
    wxScrolledWindow* const tab = scrolled(tabs_, "directory.unit_tab");
    tabs_->AddPage(tab, wx(title));
    return tab;
}

void UnitPanel::refill(wxScrolledWindow* tab, const std::function<void(wxWindow*, wxBoxSizer*)>& fill) {
    tab->SetSizer(nullptr);
    tab->DestroyChildren();
    auto* const column = new wxBoxSizer(wxVERTICAL);
    fill(tab, column);
    yanxun::ui::refill(tab, column);
}

void UnitPanel::show(std::int64_t id) {
    std::optional<Unit> unit;
    context_.database.read([&](yanxun::Reader& reader) { unit = unit_store::get(reader, id); });
    const bool known = unit && unit->mergedInto == 0;
    unit_ = known ? *unit : Unit{};
    head_->Show(known);
    tabs_->Show(known);
    nothing_->Show(!known);
    if (known) {
        fillHead();
        refill(overview_, [this](wxWindow* tab, wxBoxSizer* column) { fillOverview(tab, column); });
        refill(facts_, [this](wxWindow* tab, wxBoxSizer* column) { fillFacts(tab, column); });
        refill(people_, [this](wxWindow* tab, wxBoxSizer* column) { fillPeople(tab, column); });
        refill(names_, [this](wxWindow* tab, wxBoxSizer* column) {
            fillNames(tab, column);
            fillMerges(tab, column);
        });
    }
    Layout();
}

void UnitPanel::fillHead() {
    head_->SetSizer(nullptr);
    head_->DestroyChildren();
    auto* const pills = new wxWrapSizer(wxHORIZONTAL);
    const auto pill = [&](const std::string& text, yanxun::Tone tone) {
        pills->Add(new Pill(head_, text, tone), 0, wxRIGHT | wxBOTTOM, gap(this, space::xs));
    };
    if (!unit_.kind.empty()) pill(kindTitle(unit_), yanxun::Tone::accent);
    pill(stateTitle(unit_), stateTone(unit_));
    if (!unit_.uscc.empty() && !unit_.usccValid) pill(tr("信用代码未核验"), yanxun::Tone::warning);

    auto* const buttons = new wxWrapSizer(wxHORIZONTAL);
    const auto add = [&](const char* name, const std::string& text, const char* iconName,
                         void (UnitPanel::*pressed)()) {
        auto* const made = button(head_, text, iconName);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, pressed](wxCommandEvent&) { guarded(this, [&] { (this->*pressed)(); }); });
        buttons->Add(made, 0, wxRIGHT | wxBOTTOM, gap(this, space::s));
    };
    add("edit", tr("修改"), "edit", &UnitPanel::onEdit);
    add("merge", tr("合并"), "merge", &UnitPanel::onMerge);
    add("active", unit_.active ? tr("停用") : tr("恢复使用"), unit_.active ? "pause" : "play",
        &UnitPanel::onToggleActive);

    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(paragraph(head_, unit_.name, TextStyle::subtitle), 0, wxEXPAND | wxBOTTOM, gap(this, space::s));
    column->Add(pills, 0, wxEXPAND | wxBOTTOM, gap(this, space::xs));
    column->Add(buttons, 0, wxEXPAND);
    head_->SetSizer(column);
}

void UnitPanel::fillOverview(wxWindow* tab, wxBoxSizer* column) {
    auto* const grid = new wxFlexGridSizer(2, gap(this, space::s), gap(this, space::l));
    grid->AddGrowableCol(1, 1);
    std::string path = unit_.regionName;
    context_.database.read([&](yanxun::Reader& reader) {
        if (const auto region = context_.parts.regions.township(reader, unit_.regionName))
            path = context_.parts.regions.path(reader, *region);
    });
    addFact(tab, grid, tr("所属镇街"), path);
    addFact(tab, grid, tr("村社区"), unit_.village);
    addFact(tab, grid, tr("网格"), unit_.grid);
    addFact(tab, grid, tr("行业"), unit_.industry);
    addFact(tab, grid, tr("信用代码"), unit_.uscc);
    const std::string people = unit_.kind == kind::school                               ? tr("学生数")
                               : unit_.people() == unit_.population && unit_.population ? tr("人口")
                                                                                        : tr("从业人数");
    addFact(tab, grid, people, unit_.people() ? yanxun::text::grouped(*unit_.people()) : std::string());
    addFact(tab, grid, tr("联系人"), unit_.contact);
    addFact(tab, grid, tr("联系电话"), maskPhone(unit_.phone));
    addFact(tab, grid, tr("地址"), unit_.address);
    addFact(tab, grid, tr("备注"), unit_.note);
    addFact(tab, grid, tr("来源"), unit_.source);
    column->Add(grid, 0, wxEXPAND);
}

void UnitPanel::write(const std::function<void(Writer&)>& work) {
    const std::int64_t unit = unit_.id;
    if (guarded(this, [&] { context_.database.write(work); })) later(unit);
}

void UnitPanel::later(std::int64_t unit) {
    // The button that was pressed is destroyed when the panel is filled anew: not before its event is over.
    CallAfter([this, unit] {
        if (changed) changed(unit);
    });
}

void UnitPanel::onEdit() {
    UnitDialog dialog(this, context_, unit_);
    if (dialog.ShowModal() == wxID_OK) later(dialog.unitId());
}

void UnitPanel::onMerge() {
    MergeDialog dialog(this, context_, unit_);
    if (dialog.ShowModal() != wxID_OK) return;
    context_.workbench.notify(tr("已合并。如需撤销，请看保留单位的“别名”页。"));
    later(dialog.keptId());
}

void UnitPanel::onToggleActive() {
    write(
        [this](Writer& writer) { context_.parts.units.setActive(writer, unit_.id, unit_.revision, !unit_.active); });
}

} // namespace directory
