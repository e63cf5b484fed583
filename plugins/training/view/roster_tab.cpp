#include "view/class_tabs.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/textcompleter.h>

namespace training {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

/// Offers what `ask` finds for the text typed.
class Completer final : public wxTextCompleterSimple {
public:
    explicit Completer(std::function<std::vector<std::string>(const std::string&)> ask) : ask_(std::move(ask)) {}
    void GetCompletions(const wxString& prefix, wxArrayString& found) override {
        try {
            for (const std::string& text : ask_(utf8(prefix)))
                found.Add(wx(text));
        } catch (const yanxun::Error&) {
            // Offering nothing is all that can be done while somebody types.
        }
    }

private:
    std::function<std::vector<std::string>(const std::string&)> ask_;
};

} // namespace

RosterTab::RosterTab(wxWindow* parent, const ViewContext& context, Changed changed)
    : wxPanel(parent), context_(context), changed_(std::move(changed)) {
    SetName("training.roster");
    wxSizer* const entry = entryLine();
    said_ = label(this, " ", TextStyle::caption, true);
    said_->SetName("training.roster_said");
    list_ = smallList(this, "training.roster_list",
                      {{tr("序号"), 56},
                       {tr("姓名"), 110},
                       {tr("单位"), 240},
                       {tr("人员类别"), 140},
                       {tr("身份"), 110},
                       {tr("考勤分钟"), 90}});
    nothing_ = emptyState(this, "people", tr("名册还是空的。在上面输入姓名，按回车登上名册，接着输入下一个。"));
    Deeds deeds(this);
    identify_ = deeds.add("training.learner_edit", tr("修改 / 确认身份"), "person", [this] { identify(); });
    withdraw_ = deeds.add("training.withdraw", tr("移出名册"), "trash", [this] { withdraw(); });
    credit_ = deeds.add("training.credit", tr("记入学时账"), "check", [this] { credit(); });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(entry, 0, wxEXPAND | wxALL, FromDIP(space::s));
    all->Add(said_, 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(space::s));
    all->Add(list_, 1, wxEXPAND);
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(deeds.sizer(), 0, wxEXPAND | wxALL, FromDIP(space::s));
    SetSizer(all);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enable(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { guarded(this, [this] { identify(); }); });
}

wxSizer* RosterTab::entryLine() {
    const auto field = [this](const char* id, const std::string& hint, int width) {
        auto* const made =
            new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(width, 32)), wxTE_PROCESS_ENTER);
        made->SetName(id);
        made->SetHint(wx(hint));
        setAccessible(made, hint);
        made->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { guarded(this, [this] { enrol(); }); });
        return made;
    };
    name_ = field("training.roster_name", tr("姓名，按回车登上名册"), 190);
    unit_ = field("training.roster_unit", tr("单位，不填为主办单位"), 220);
    // No suggestions under the name: their window would take the Enter that puts it on the roster.
    unit_->AutoComplete(new Completer([this](const std::string& typed) { return suggestUnits(context_, typed); }));
    category_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(150, 32)));
    category_->SetName("training.roster_category");
    setAccessible(category_, tr("人员类别"));
    category_->Append(wx(tr("（类别不填）")));
    for (const std::string& role : context_.words.roles())
        category_->Append(wx(role));
    category_->SetSelection(0);
    register_ = new wxCheckBox(this, wxID_ANY, wx(tr("同时登记到人员名录")));
    register_->SetName("training.roster_register");
    register_->SetValue(true);
    add_ = button(this, tr("登上名册"), "plus");
    add_->SetName("training.enrol");
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { enrol(); }); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    for (wxWindow* const part : std::initializer_list<wxWindow*>{name_, unit_, category_, register_, add_}) {
        line->Add(part, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    }
    return line;
}

void RosterTab::show(const TrainingClass& one) {
    class_ = one;
    reload();
}

void RosterTab::reload() {
    context_.database.read([&](yanxun::Reader& reader) { learners_ = context_.roster.roster(reader, class_.id); });
    const int kept = list_->GetSelectedRow();
    list_->DeleteAllItems();
    for (std::size_t i = 0; i < learners_.size(); ++i) {
        const Learner& one = learners_[i];
        addRow(list_, {std::to_string(i + 1), one.name, orDash(one.unitName), orDash(one.category),
                       one.personId != 0 ? tr("已登记") : tr("临时"),
                       one.attendances == 0 ? "—" : std::to_string(one.creditedMinutes)});
    }
    if (kept != wxNOT_FOUND && kept < list_->GetItemCount()) list_->SelectRow(unsigned(kept));
    list_->Show(!learners_.empty());
    nothing_->Show(learners_.empty());
    enable();
    Layout();
}

const Learner* RosterTab::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &learners_[std::size_t(row)];
}

void RosterTab::enable() {
    const bool open = !isFinal(class_.status);
    for (wxWindow* const part : std::initializer_list<wxWindow*>{name_, unit_, category_, register_, add_})
        part->Enable(open);
    identify_->Enable(open && selected());
    withdraw_->Enable(open && selected());
    credit_->Enable(isCounted(class_.status) && !learners_.empty());
}

void RosterTab::enrol() {
    const LearnerDraft draft{utf8(name_->GetValue()), utf8(unit_->GetValue()),
                             category_->GetSelection() <= 0 ? std::string() : utf8(category_->GetStringSelection()),
                             register_->GetValue()};
    try {
        context_.database.write([&](yanxun::Writer& writer) { context_.roster.enrol(writer, class_.id, draft); });
        said_->SetLabel(wx(tr("已登上名册：{}。", draft.name)));
        name_->Clear();
        changed_();
    } catch (const yanxun::Error& refused) {
        // Beside the field, not in the way: whoever types goes on typing.
        said_->SetLabel(wx(refused.what()));
        name_->SelectAll();
    }
    name_->SetFocus();
}

void RosterTab::identify() {
    const Learner* const chosen = selected();
    if (!chosen) return;
    Learner one = *chosen;
    const auto name = askText(this, tr("姓名（与人员名录一致的，确认为同一人）"), one.name);
    if (!name) return;
    const auto unit = askText(this, tr("单位"), one.unitName);
    if (!unit) return;
    context_.database.write([&](yanxun::Writer& writer) {
        one = context_.roster.known(writer, one);
        context_.roster.edit(writer, one.id, one.revision, {*name, *unit, one.category, register_->GetValue()});
    });
    changed_();
}

void RosterTab::withdraw() {
    const Learner* const chosen = selected();
    if (!chosen) return;
    Learner one = *chosen; // the list may be read anew while the question stands
    if (!confirm(this, tr("把“{}”移出名册？其考勤和考核一并删除。", one.name), tr("移出"))) return;
    context_.database.write([&](yanxun::Writer& writer) {
        one = context_.roster.known(writer, one);
        context_.roster.withdraw(writer, one.id, one.revision);
    });
    changed_();
}

void RosterTab::credit() {
    Credited done;
    context_.database.write([&](yanxun::Writer& writer) {
        context_.roster.adopt(writer, class_.id);
        done = context_.hours.creditClass(writer, class_.id);
    });
    std::string text = tr("新记 {} 人，已有不变 {} 人。", done.added, done.kept);
    if (done.withoutMinutes > 0) text += tr("缺勤或不合格、不记学时 {} 人。", done.withoutMinutes);
    if (done.nameless > 0) text += tr("有 {} 名临时学员没有记账，请先确认身份。", done.nameless);
    said_->SetLabel(wx(text));
    changed_();
}

} // namespace training
