// The header as it was found, on the raw sheet; which column is what, and another choice.
#include "desktop/import_raw_grid.h"
#include "desktop/import_step.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/choice.h>
#include <wx/scrolwin.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kMappingWidth = 360, kFieldHeight = 32; // DIP

class SheetStep final : public ImportStep {
public:
    SheetStep(wxWindow* parent, ImportDesk& desk);
    std::string title() const override { return tr("核对表头和各列"); }
    bool canGoOn() const override { return session().mapping().fits(); }
    void enter() override;
    void goOn() override { desk().next(); }

private:
    wxWindow* makeMapping();
    wxWindow* makeSheet();
    void showSheet();
    void fillFields();
    void showMapping();
    void tellState();
    void changeSheet();
    void changeColumn(std::size_t column);
    int chosenColumn(const wxChoice& field) const { return field.GetSelection() - 1; } ///< the first entry is «none»

    wxChoice* sheets_ = nullptr;
    wxWindow* sheetLine_ = nullptr;
    wxScrolledWindow* fields_ = nullptr;
    std::vector<wxChoice*> choices_; ///< one per column of the kind
    wxStaticText* header_ = nullptr;
    ImportRawGrid* raw_ = nullptr;
    std::shared_ptr<const Grid> shown_;
};

SheetStep::SheetStep(wxWindow* parent, ImportDesk& desk) : ImportStep(parent, desk) {
    SetName("import.sheet_step");
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(makeMapping(), 0, wxEXPAND | wxRIGHT, FromDIP(space::l));
    line->Add(makeSheet(), 1, wxEXPAND);
    SetSizer(line);
}

wxWindow* SheetStep::makeMapping() {
    auto* const card = new Card(this, tr("各列是什么"));
    fields_ = new wxScrolledWindow(card, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    fields_->SetScrollRate(0, FromDIP(space::l));
    followTheme(fields_, [this] { fields_->SetBackgroundColour(palette().surface); });
    card->body()->Add(fields_, 1, wxEXPAND);
    card->SetMinSize(FromDIP(wxSize(kMappingWidth, -1)));
    return card;
}

wxWindow* SheetStep::makeSheet() {
    auto* const card = new Card(this);
    auto* const choose = new wxPanel(card);
    sheetLine_ = choose;
    sheets_ = new wxChoice(choose, wxID_ANY);
    sheets_->SetName("import.sheet");
    setAccessible(sheets_, tr("工作表"));
    auto* const words = label(choose, tr("工作表"), TextStyle::body, true);
    auto* const pair = new wxBoxSizer(wxHORIZONTAL);
    pair->Add(words, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    pair->Add(sheets_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::l));
    choose->SetSizer(pair);
    header_ = label(card, {}, TextStyle::body, true);
    header_->SetName("import.header");
    raw_ = new ImportRawGrid(card);
    auto* const top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(choose, 0, wxALIGN_CENTRE_VERTICAL);
    top->Add(header_, 1, wxALIGN_CENTRE_VERTICAL);
    card->body()->Add(top, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    card->body()->Add(raw_, 1, wxEXPAND);
    sheets_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { changeSheet(); }); });
    return card;
}

void SheetStep::enter() {
    if (shown_ != session().grid()) showSheet();
    tellState();
}

void SheetStep::showSheet() {
    shown_ = session().grid();
    sheets_->Clear();
    for (const SheetInfo& sheet : session().sheets()) {
        sheets_->Append(wx(sheet.hidden ? tr("{}（隐藏）", sheet.name) : sheet.name));
    }
    sheets_->SetSelection(int(session().sheet()));
    sheetLine_->Show(session().sheets().size() > 1);
    raw_->show(shown_);
    fillFields();
    showMapping();
    Layout();
}

/// A choice per column of the kind, of all columns of the sheet.
void SheetStep::fillFields() {
    fields_->DestroyChildren();
    choices_.clear();
    wxArrayString offered;
    offered.Add(wx(tr("（没有这一列）")));
    const auto& headings = session().mapping().headings;
    for (std::size_t column = 0; column < headings.size(); ++column) {
        offered.Add(wx(tr("{} 列：{}", columnLetters(int(column)), headings[column].empty() ? tr("（无表头）") : headings[column])));
    }
    auto* const grid = new wxFlexGridSizer(2, FromDIP(wxSize(space::m, space::s)));
    grid->AddGrowableCol(1);
    for (const ImportColumn& column : session().info().columns) {
        const bool needed = column.required || column.headingRequired;
        grid->Add(label(fields_, column.title + (needed ? " *" : ""), TextStyle::body, !needed), 0, wxALIGN_CENTRE_VERTICAL);
        auto* const field = new wxChoice(fields_, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(60, kFieldHeight)), offered);
        field->SetName(wx("import.column." + column.id));
        setAccessible(field, column.title);
        field->Bind(wxEVT_CHOICE, [this, at = choices_.size()](wxCommandEvent&) { guarded(this, [&] { changeColumn(at); }); });
        grid->Add(field, 1, wxEXPAND);
        choices_.push_back(field);
    }
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(grid, 1, wxEXPAND | wxRIGHT, FromDIP(space::m)); // beside the scroll bar
    fields_->SetSizer(padding);
    fields_->FitInside();
}

void SheetStep::showMapping() {
    const ImportMapping& mapping = session().mapping();
    for (std::size_t at = 0; at < choices_.size(); ++at) {
        const auto found = mapping.columns.find(session().info().columns[at].id);
        choices_[at]->SetSelection(found == mapping.columns.end() ? 0 : found->second + 1);
    }
    raw_->mark(mapping, session().info());
    const std::string rows = mapping.headerFirst == mapping.headerLast
                                 ? tr("第 {} 行", mapping.headerFirst)
                                 : tr("第 {} 至 {} 行", mapping.headerFirst, mapping.headerLast);
    header_->SetLabelText(wx(tr("表头：{}（蓝色）；认出 {} 列（绿色），灰色的列不导入", rows, mapping.columns.size())));
}

void SheetStep::tellState() {
    const auto& missing = session().mapping().missing;
    if (missing.empty()) return desk().tell(session().doubt());
    std::string titles;
    for (const std::string& title : missing) titles += (titles.empty() ? "“" : "、“") + title + "”";
    desk().tell(tr("还没有找到{}。请在左边指定是表格的哪一列；如果选错了文件或台账种类，请返回上一步。", titles));
}

void SheetStep::changeSheet() {
    const auto wanted = std::size_t(sheets_->GetSelection());
    desk().run([this, wanted](Progress& progress) { session().takeOtherSheet(wanted, progress); },
               [this] {
                   showSheet();
                   tellState();
                   desk().changed();
               },
               [this](std::exception_ptr) {
                   sheets_->SetSelection(int(session().sheet()));
                   return false;
               });
}

void SheetStep::changeColumn(std::size_t column) {
    session().map(session().info().columns[column].id, chosenColumn(*choices_[column]));
    showMapping();
    tellState();
    desk().changed();
}

} // namespace

ImportStep* makeImportSheetStep(wxWindow* parent, ImportDesk& desk) { return new SheetStep(parent, desk); }

} // namespace yanxun::desktop
