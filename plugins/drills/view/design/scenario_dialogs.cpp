#include "view/design/scenario_dialogs.h"

#include "core/design/document_store.h"
#include "core/design/drill_rules.h"
#include "view/deed_dialog.h"
#include "view/duty/row_list.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/dialog.h>
#include <wx/display.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

void addFields(const ViewContext& context, Form& form) {
    form.text("title", tr("情景名称"), true);
    form.suggest("hazard", tr("灾种"), [&context](const std::string& typed) { return matching(context.words.hazards(), typed); });
    form.multiline("story", tr("初始情况和发展"), 6);
    form.multiline("facts", tr("要素（一行一项）"), 4);
}

void fill(Form& form, const Scenario& scenario) {
    form.set("title", scenario.title);
    form.set("hazard", scenario.hazard);
    form.set("story", scenario.story);
    form.set("facts", scenario.facts);
}

void take(Form& form, Scenario& scenario) {
    scenario.title = form.get("title");
    scenario.hazard = form.get("hazard");
    scenario.story = form.get("story");
    scenario.facts = form.get("facts");
}

std::vector<Scenario> templatesOf(const ViewContext& context) {
    std::vector<Scenario> all;
    context.database.read([&](yanxun::Reader& reader) { all = documents::scenarioTemplates(reader); });
    return all;
}

/// The field of the templates; what is chosen there is put into the fields below, to be changed for this drill.
void offerTemplates(Form& form, const std::vector<Scenario>& templates, std::string& chosen) {
    if (templates.empty()) return;
    std::vector<std::pair<std::string, std::string>> choices{{"", tr("（不套用）")}};
    for (const Scenario& one : templates) {
        choices.emplace_back(std::to_string(one.id), one.hazard.empty() ? one.title : tr("{}（{}）", one.title, one.hazard));
    }
    form.choice("template", tr("套用模板"), choices);
    form.set("template", "");
    form.changed = [&] {
        const std::string now = form.get("template");
        if (now == chosen) return;
        chosen = now;
        for (const Scenario& one : templates) {
            if (std::to_string(one.id) == now) fill(form, one);
        }
    };
}

bool keepScenario(wxWindow* parent, const ViewContext& context, const Drill& drill, const Scenario& scenario) {
    if (!confirm(parent, tr("把情景“{}”存为模板，供以后的演练套用？名称相同的模板换成这一个。", scenario.title), tr("存为模板"))) return false;
    context.database.write([&](Writer& writer) { context.keeping.keepAsTemplate(writer, drill.id); });
    return true;
}

/// A list of the templates with what can be done with them.
class TemplatesDialog final : public wxDialog {
public:
    TemplatesDialog(wxWindow* parent, const ViewContext& context);

private:
    wxButton* deed(wxSizer* into, const char* name, const std::string& text, const char* icon, void (TemplatesDialog::*run)());
    void load();
    void enable();
    void edit(Scenario scenario);
    void add() { edit({}); }
    void change() { edit(all_[*list_->chosen()]); }
    void remove();

    const ViewContext& context_;
    std::vector<Scenario> all_;
    RowList* list_ = nullptr;
    wxWindow* empty_ = nullptr;
    wxButton *change_ = nullptr, *remove_ = nullptr;
};

TemplatesDialog::TemplatesDialog(wxWindow* parent, const ViewContext& context)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("情景模板")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context) {
    SetName("drills.scenarios_dialog");
    list_ = new RowList(this, "drills.scenarios_list", tr("情景模板"));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enable(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { guarded(this, [this] { change(); }); });
    empty_ = emptyState(this, "file", tr("还没有情景模板。点“新建”写一个，或在演练详情的“情景”里存为模板。"));
    auto* const deeds = new wxBoxSizer(wxHORIZONTAL);
    deed(deeds, "drills.scenario_add", tr("新建"), "plus", &TemplatesDialog::add);
    change_ = deed(deeds, "drills.scenario_edit", tr("修改"), "edit", &TemplatesDialog::change);
    remove_ = deed(deeds, "drills.scenario_remove", tr("删除"), "trash", &TemplatesDialog::remove);
    deeds->AddStretchSpacer();
    wxButton* const close = button(this, tr("关闭"));
    close->SetId(wxID_CANCEL);
    deeds->Add(close);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, 1, wxEXPAND | wxALL, FromDIP(space::l));
    all->Add(empty_, 1, wxEXPAND | wxALL, FromDIP(space::l));
    all->Add(deeds, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::l));
    SetSizer(all);
    load();
    const wxRect screen = wxDisplay(GetParent()).GetClientArea();
    SetSize(std::min(FromDIP(780), screen.width - FromDIP(40)), std::min(FromDIP(480), screen.height - FromDIP(60)));
    CentreOnParent();
}

wxButton* TemplatesDialog::deed(wxSizer* into, const char* name, const std::string& text, const char* icon, void (TemplatesDialog::*run)()) {
    wxButton* const made = button(this, text, icon);
    made->SetName(name);
    made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { guarded(this, [&] { (this->*run)(); }); });
    into->Add(made, 0, wxRIGHT, FromDIP(space::s));
    return made;
}

void TemplatesDialog::load() {
    all_ = templatesOf(context_);
    yanxun::RowSource rows;
    rows.columns = {{"title", tr("名称"), yanxun::CellKind::text, 26}, {"hazard", tr("灾种"), yanxun::CellKind::text, 12},
                    {"story", tr("初始情况和发展"), yanxun::CellKind::text, 50}};
    rows.each = [this](const yanxun::RowSink& sink) {
        for (const Scenario& one : all_) {
            const std::vector<yanxun::Value> cells{one.title, one.hazard, one.story};
            sink(cells);
        }
    };
    list_->set(rows);
    list_->Show(!all_.empty());
    empty_->Show(all_.empty());
    enable();
    Layout();
}

void TemplatesDialog::enable() {
    const bool chosen = !all_.empty() && list_->chosen();
    change_->Enable(chosen);
    remove_->Enable(chosen);
}

void TemplatesDialog::edit(Scenario scenario) {
    DeedDialog dialog(this, "drills.scenario_template", scenario.id == 0 ? tr("新建情景模板") : tr("修改情景模板"));
    addFields(context_, dialog.form());
    fill(dialog.form(), scenario);
    const bool saved = dialog.ask(context_, tr("保存"), [&](Writer& writer, Form& form) {
        take(form, scenario);
        context_.keeping.putScenario(writer, scenario);
    });
    if (saved) load();
}

void TemplatesDialog::remove() {
    const Scenario chosen = all_[*list_->chosen()];
    if (!confirm(this, tr("删除情景模板“{}”？套用过它的演练不受影响。", chosen.title), tr("删除"))) return;
    context_.database.write([&](Writer& writer) { context_.keeping.removeScenario(writer, chosen.id); });
    load();
}

} // namespace

bool writeScenario(wxWindow* parent, const ViewContext& context, const Drill& drill) {
    std::optional<Scenario> stored;
    context.database.read([&](yanxun::Reader& reader) { stored = documents::scenarioOf(reader, drill.id); });
    if (!designIsOpen(drill.status)) return stored && keepScenario(parent, context, drill, *stored);
    const std::vector<Scenario> templates = templatesOf(context);
    DeedDialog dialog(parent, "drills.scenario_dialog", tr("演练情景：{}", drill.name));
    Form& form = dialog.form();
    std::string chosen;
    offerTemplates(form, templates, chosen);
    addFields(context, form);
    form.check("keep", tr("同时存为模板（同名的换成这个）"));
    fill(form, stored.value_or(Scenario{0, 0, drill.id, {}, drill.hazard, {}, {}}));
    return dialog.ask(context, tr("保存"), [&](Writer& writer, Form& filled) {
        Scenario scenario;
        scenario.drillId = drill.id;
        take(filled, scenario);
        context.keeping.putScenario(writer, scenario);
        if (filled.flag("keep")) context.keeping.keepAsTemplate(writer, drill.id);
    });
}

void showScenarioTemplates(wxWindow* parent, const ViewContext& context) {
    TemplatesDialog dialog(parent, context);
    dialog.ShowModal();
}

} // namespace drills
