#include "view/duty_dialogs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>
#include <yanxun/ui/theme.h>

#include <wx/dataview.h>
#include <wx/dialog.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class RulesDialog final : public wxDialog {
public:
    RulesDialog(wxWindow* parent, const ViewContext& context);
    bool isChanged() const { return changed_; }

private:
    void makeList();
    wxSizer* makeButtons();
    void load();
    void showRule();
    void change(const std::function<bool()>& act);
    const DutyRule* chosen() const;

    const ViewContext& context_;
    std::vector<DutyRule> rules_;
    wxDataViewListCtrl* list_ = nullptr;
    wxPanel* detail_ = nullptr;
    wxButton *switch_ = nullptr, *edit_ = nullptr, *remove_ = nullptr;
    bool changed_ = false;
};

RulesDialog::RulesDialog(wxWindow* parent, const ViewContext& context)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("演练频次规则")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context) {
    SetName("drills.rules");
    makeList();
    detail_ = new wxPanel(this);
    detail_->SetMinSize(FromDIP(wxSize(-1, 148)));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, 1, wxEXPAND | wxALL, FromDIP(space::l));
    all->Add(detail_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::l));
    all->Add(makeButtons(), 0, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(all);
    load();
    SetSize(FromDIP(wxSize(920, 620)));
    CentreOnParent();
}

void RulesDialog::makeList() {
    list_ = new wxDataViewListCtrl(this, wxID_ANY);
    list_->SetName("drills.rules_list");
    setAccessible(list_, tr("规则"));
    const auto column = [this](const std::string& title, int width) {
        addTextColumn(list_, title, width);
    };
    column(tr("启用"), 52);
    column(tr("编号"), 68);
    column(tr("规则"), 0);
    column(tr("时段"), 84);
    column(tr("核对"), 108);
    column(tr("地区"), 84);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED,
                [this](wxDataViewEvent&) { guarded(this, [this] { showRule(); }); });
}

wxSizer* RulesDialog::makeButtons() {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const std::string& title, const char* name, std::function<bool()> act) {
        wxButton* const made = button(this, title);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, act = std::move(act)](wxCommandEvent&) { change(act); });
        line->Add(made, 0, wxRIGHT, FromDIP(space::s));
        return made;
    };
    switch_ = add(tr("启用"), "drills.rule_switch", [this] {
        const DutyRule* const rule = chosen();
        if (!rule) return false;
        context_.database.write(
            [&](yanxun::Writer& writer) { context_.duties.switchRule(writer, rule->code, !rule->on); });
        return true;
    });
    add(tr("新增本局规则"), "drills.rule_add", [this] {
        DutyRule fresh;
        fresh.on = true;
        return editOwnRule(this, context_, fresh);
    });
    edit_ =
        add(tr("修改"), "drills.rule_edit", [this] { return chosen() && editOwnRule(this, context_, *chosen()); });
    remove_ = add(tr("删除"), "drills.rule_remove", [this] {
        const DutyRule* const rule = chosen();
        if (!rule || !confirm(this, tr("删除本局规则“{}”？", rule->title), tr("删除"))) return false;
        context_.database.write([&](yanxun::Writer& writer) { context_.duties.removeOwnRule(writer, rule->code); });
        return true;
    });
    add(tr("学期与天数"), "drills.duty_settings", [this] { return editDutySettings(this, context_); });
    line->AddStretchSpacer();
    wxButton* const close = button(this, tr("关闭"));
    close->SetId(wxID_CANCEL);
    line->Add(close);
    return line;
}

void RulesDialog::load() {
    const int kept = list_->GetSelectedRow();
    context_.database.read([this](yanxun::Reader& reader) { rules_ = context_.duties.rules(reader); });
    const auto& spot = context_.duties.spotRules();
    rules_.insert(rules_.end(), spot.begin(), spot.end());
    list_->DeleteAllItems();
    for (const DutyRule& rule : rules_) {
        wxVector<wxVariant> cells;
        for (const std::string& text : {rule.on ? tr("是") : tr("否"), rule.code, rule.title, windowWord(rule),
                                        rule.own ? tr("本局") : word(rule.sure), rule.region}) {
            cells.push_back(wx(text));
        }
        list_->AppendItem(cells);
    }
    if (!rules_.empty()) list_->SelectRow(unsigned(kept < 0 || kept >= int(rules_.size()) ? 0 : kept));
    showRule();
}

const DutyRule* RulesDialog::chosen() const {
    const int row = list_->GetSelectedRow();
    return row >= 0 && row < int(rules_.size()) ? &rules_[std::size_t(row)] : nullptr;
}

void RulesDialog::showRule() {
    detail_->DestroyChildren();
    const DutyRule* const rule = chosen();
    auto* const column = new wxBoxSizer(wxVERTICAL);
    if (rule) {
        column->Add(paragraph(detail_, rule->basis, TextStyle::strong), 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
        if (!rule->quote.empty()) {
            column->Add(paragraph(detail_, tr("“{}”", rule->quote)), 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
        }
        const std::string force = rule->from ? tr("{} 起施行", rule->from->iso()) : std::string();
        const std::string checked =
            rule->checkedOn.empty() ? tr("未核验") : tr("{} 由 {} 核验", rule->checkedOn, rule->checkedBy);
        column->Add(
            paragraph(detail_, rule->own ? tr("本局规则") : tr("{}　{}", checked, force), TextStyle::caption, true),
            0, wxEXPAND);
    }
    detail_->SetSizer(column);
    detail_->Layout();
    switch_->Enable(rule != nullptr);
    switch_->SetLabel(wx(rule && rule->on ? tr("停用") : tr("启用")));
    edit_->Enable(rule && rule->own);
    remove_->Enable(rule && rule->own);
}

void RulesDialog::change(const std::function<bool()>& act) {
    guarded(this, [&] {
        if (!act()) return;
        changed_ = true;
        load();
    });
}

} // namespace

bool showDutyRules(wxWindow* parent, const ViewContext& context) {
    RulesDialog dialog(parent, context);
    dialog.ShowModal();
    return dialog.isChanged();
}

} // namespace drills
