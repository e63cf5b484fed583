#include "desktop/import_raw_grid.h"

#include "desktop/import_session.h"

#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kRowHeight = 28, kNarrowest = 70, kWidest = 220, kNumberWidth = 56; // DIP
constexpr int kMeasuredRows = 40;

} // namespace

std::string columnLetters(int column) {
    std::string letters;
    for (int left = column; left >= 0; left = left / 26 - 1) letters.insert(letters.begin(), char('A' + left % 26));
    return letters;
}

/// Answers from the sheet; holds no cell of its own.
class ImportRawGrid::Table final : public wxGridTableBase {
public:
    explicit Table(std::shared_ptr<const Grid> sheet)
        : sheet_(std::move(sheet)), head_(new wxGridCellAttr), known_(new wxGridCellAttr), other_(new wxGridCellAttr) {}
    ~Table() override {
        for (wxGridCellAttr* attribute : {head_, known_, other_}) attribute->DecRef();
    }

    int GetNumberRows() override { return sheet_ ? int(sheet_->rows.size()) : 0; }
    int GetNumberCols() override { return sheet_ ? sheet_->columns : 0; }
    wxString GetValue(int row, int column) override {
        const auto& cells = sheet_->rows[std::size_t(row)].cells;
        if (std::size_t(column) >= cells.size()) return {};
        wxString text = wx(cells[std::size_t(column)].text);
        text.Replace("\n", " ");
        return text;
    }
    void SetValue(int, int, const wxString&) override {}
    int numberOf(int row) const { return sheet_->rows[std::size_t(row)].number; }
    wxString GetRowLabelValue(int row) override { return wxString() << numberOf(row); }
    wxString GetColLabelValue(int column) override {
        const auto known = titles_.find(column);
        return wx(columnLetters(column) + (known == titles_.end() ? "" : " · " + known->second));
    }
    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) override {
        const int number = numberOf(row);
        const bool inHead = number >= mapping_.headerFirst && number <= mapping_.headerLast;
        wxGridCellAttr* const attribute = inHead ? head_ : titles_.contains(column) && number > mapping_.headerLast ? known_ : other_;
        attribute->IncRef();
        return attribute;
    }

    void dress() {
        const Palette& p = palette();
        head_->SetBackgroundColour(p.accentSoft);
        head_->SetTextColour(p.accent);
        head_->SetFont(font(TextStyle::strong));
        known_->SetBackgroundColour(p.goodSoft);
        known_->SetTextColour(p.text);
        other_->SetBackgroundColour(p.surface);
        other_->SetTextColour(p.muted);
        for (wxGridCellAttr* attribute : {head_, known_, other_}) {
            attribute->SetReadOnly();
            attribute->SetAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
        }
    }

    void mark(const ImportMapping& mapping, const ImportInfo& info) {
        mapping_ = mapping;
        titles_.clear();
        for (const auto& [column, at] : mapping.columns) titles_[at] = columnTitle(info, column);
    }

private:
    std::shared_ptr<const Grid> sheet_;
    ImportMapping mapping_;
    std::map<int, std::string> titles_;
    wxGridCellAttr *head_, *known_, *other_;
};

ImportRawGrid::ImportRawGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
    SetName("import.raw");
    table_ = new Table({});
    SetTable(table_, true, wxGridSelectRows);
    EnableEditing(false);
    DisableDragRowSize();
    SetDefaultRenderer(new wxGridCellStringRenderer);
    SetRowLabelAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE_VERTICAL);
    SetColLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
    SetRowLabelSize(FromDIP(kNumberWidth));
    SetCellHighlightPenWidth(0);
    SetCellHighlightROPenWidth(0);
    setAccessible(this, tr("表格原样，表头和认出的列有底色"), "table");
    followTheme(this, [this] { dress(); });
}

void ImportRawGrid::dress() {
    const Palette& p = palette();
    table_->dress();
    SetDefaultRowSize(FromDIP(kRowHeight), true);
    SetDefaultCellBackgroundColour(p.surface);
    SetDefaultCellTextColour(p.text);
    SetDefaultCellFont(font(TextStyle::body));
    SetGridLineColour(p.border);
    SetLabelBackgroundColour(p.background);
    SetLabelTextColour(p.muted);
    SetLabelFont(font(TextStyle::caption));
    SetColLabelSize(FromDIP(kRowHeight));
    SetSelectionBackground(p.hover);
    SetSelectionForeground(p.text);
    SetBackgroundColour(p.surface);
    ForceRefresh();
}

void ImportRawGrid::show(std::shared_ptr<const Grid> sheet) {
    table_ = new Table(std::move(sheet)); // the old one goes with its sheet, and the sizes are asked anew
    table_->dress();
    SetTable(table_, true, wxGridSelectRows);
    ForceRefresh();
}

void ImportRawGrid::mark(const ImportMapping& mapping, const ImportInfo& info) {
    table_->mark(mapping, info);
    fitColumns(mapping.headerFirst);
    ForceRefresh();
}

/// As wide as letters, heading and the first rows ask for; titles above the header say nothing of a column.
void ImportRawGrid::fitColumns(int headerFirst) {
    const wxFont strong = font(TextStyle::strong);
    const auto widthOf = [&](const wxString& text) {
        int wide = 0, high = 0;
        GetTextExtent(text, &wide, &high, nullptr, nullptr, &strong);
        return wide + FromDIP(space::l);
    };
    for (int column = 0; column < GetNumberCols(); ++column) {
        int wide = std::max(FromDIP(kNarrowest), widthOf(table_->GetColLabelValue(column)));
        int measured = 0;
        for (int row = 0; row < GetNumberRows() && measured < kMeasuredRows; ++row) {
            if (table_->numberOf(row) < headerFirst) continue;
            ++measured;
            wide = std::max(wide, widthOf(table_->GetValue(row, column)));
        }
        SetColSize(column, std::min(wide, FromDIP(kWidest)));
    }
}

} // namespace yanxun::desktop
