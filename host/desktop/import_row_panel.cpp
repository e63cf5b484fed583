#include "desktop/import_row_panel.h"

#include "desktop/import_preview_rows.h"
#include "desktop/import_session.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/scrolwin.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kFieldHeight = 32; // DIP

/// The column a person would correct first: the first that is wrong, else the first something is said of.
std::string firstToCorrect(const ImportRow& row) {
    std::string first;
    for (const ImportMessage& message : row.messages) {
        if (message.column.empty()) continue;
        if (message.level == ImportLevel::error) return message.column;
        if (first.empty()) first = message.column;
    }
    return first;
}

} // namespace

ImportRowPanel::ImportRowPanel(wxWindow* parent) : wxPanel(parent) {
    SetName("import.row");
    area_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    area_->SetScrollRate(0, FromDIP(space::l));
    area_->SetSizer(new wxBoxSizer(wxVERTICAL));
    followTheme(area_, [this] { area_->SetBackgroundColour(palette().surface); });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(area_, 1, wxEXPAND);
    SetSizer(all);
    showNothing();
}

void ImportRowPanel::add(wxWindow* window, int above, int flags) {
    area_->GetSizer()->Add(window, 0, flags | wxTOP, FromDIP(above));
}

void ImportRowPanel::showNothing() {
    area_->GetSizer()->Clear(true);
    column_ = nullptr;
    value_ = nullptr;
    add(paragraph(area_, tr("在左边选一行，可以看到它的说明，也可以当场改正写错的格子。原来的文件不会被改动。"), TextStyle::body, true), 0);
    area_->FitInside();
    Layout();
}

void ImportRowPanel::show(const ImportPlan& plan, const ImportInfo& info, const ImportRow* row) {
    if (!row) return showNothing();
    row_ = *row;
    area_->GetSizer()->Clear(true);
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    const RecordCell outcome = outcomeOf(row_);
    head->Add(label(area_, tr("第 {} 行", row_.number), TextStyle::subtitle), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    head->Add(new Pill(area_, outcome.text, outcome.tone), 0, wxALIGN_CENTRE_VERTICAL);
    area_->GetSizer()->Add(head, 0, wxEXPAND);
    addMessages(info);
    addChanges(info);
    if (row_.messages.empty() && row_.changes.empty()) {
        const std::string reason = reasonOf(plan, info, row_);
        add(paragraph(area_, reason.empty() ? tr("这一行没有问题，将新建一条记录。") : reason, TextStyle::body, true), space::m);
    }
    addEditor(plan, info);
    area_->FitInside();
    area_->Scroll(0, 0);
    Layout();
}

void ImportRowPanel::addMessages(const ImportInfo& info) {
    for (const ImportMessage& message : row_.messages) {
        const bool wrong = message.level == ImportLevel::error;
        const std::string title = columnTitle(info, message.column);
        add(new Pill(area_, (wrong ? tr("错误") : tr("提醒")) + (title.empty() ? "" : " · " + title), wrong ? Tone::bad : Tone::warning),
            space::m, wxALIGN_LEFT);
        add(paragraph(area_, message.text), space::xs);
    }
}

void ImportRowPanel::addChanges(const ImportInfo& info) {
    if (row_.action != ImportAction::update || row_.changes.empty()) return;
    add(label(area_, tr("改动"), TextStyle::strong), space::l);
    for (const ImportChange& change : row_.changes) {
        add(label(area_, columnTitle(info, change.column), TextStyle::caption, true), space::s);
        add(paragraph(area_, tr("{} → {}", change.before.empty() ? tr("（空）") : change.before,
                                change.after.empty() ? tr("（空）") : change.after)),
            0);
    }
}

void ImportRowPanel::addEditor(const ImportPlan& plan, const ImportInfo& info) {
    add(label(area_, tr("改正这一行"), TextStyle::strong), space::l);
    column_ = new wxChoice(area_, wxID_ANY);
    column_->SetName("import.fix.column");
    column_->SetMinSize(FromDIP(wxSize(60, kFieldHeight)));
    setAccessible(column_, tr("改正哪一列"));
    columns_.clear();
    for (const ImportColumn& column : info.columns) {
        if (!plan.mapping.columns.contains(column.id)) continue;
        columns_.push_back(column.id);
        column_->Append(wx(column.title));
    }
    const auto first = std::find(columns_.begin(), columns_.end(), firstToCorrect(row_));
    column_->SetSelection(first == columns_.end() ? 0 : int(first - columns_.begin()));
    value_ = new wxComboBox(area_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxTE_PROCESS_ENTER);
    value_->SetName("import.fix.value");
    value_->SetMinSize(FromDIP(wxSize(60, kFieldHeight)));
    setAccessible(value_, tr("改成"));
    wxButton* const act = button(area_, tr("改正"), "check");
    act->SetName("import.fix.apply");
    add(column_, space::s);
    add(value_, space::s);
    add(act, space::s, wxALIGN_LEFT);
    column_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { columnChosen(); });
    value_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { apply(); });
    act->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { apply(); });
    columnChosen();
}

/// What stands in the cell, and what may stand there instead.
void ImportRowPanel::columnChosen() {
    if (columns_.empty()) return;
    const std::string& column = columns_[std::size_t(column_->GetSelection())];
    value_->Clear();
    for (const ImportMessage& message : row_.messages) {
        if (message.column != column) continue;
        for (const std::string& candidate : message.candidates) value_->Append(wx(candidate));
    }
    value_->SetValue(wx(row_.cell(column).raw));
}

void ImportRowPanel::apply() {
    if (columns_.empty() || !corrected) return;
    // The wizard replaces what is shown here: not inside a handler of a window that goes.
    CallAfter([this, row = row_.number, column = columns_[std::size_t(column_->GetSelection())], text = utf8(value_->GetValue())] {
        guarded(this, [&] { corrected(row, column, text); });
    });
}

} // namespace yanxun::desktop
