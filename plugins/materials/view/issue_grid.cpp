#include "view/issue_grid.h"

#include "view/grid_style.h"

#include <yanxun/table/value.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>
#include <array>

namespace materials {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int firstLines = 12;

bool isNamed(int column) {
    return column == IssueGrid::item || column == IssueGrid::unit || column == IssueGrid::activity;
}

bool isLetters(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::int64_t numberOf(const std::string& text) {
    yanxun::Cell cell;
    cell.kind = text.empty() ? yanxun::Cell::Kind::empty : yanxun::Cell::Kind::text;
    cell.text = text;
    const auto count = yanxun::parseCount(cell);
    return count ? count->value : 0;
}

} // namespace

IssueGrid::IssueGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
    SetName("materials.issue_grid");
    CreateGrid(0, columnCount, wxGridSelectNone);
    const std::array titles{tr("物品"), tr("数量"), tr("单位"), tr("领取单位"), tr("活动"), tr("领取人"), tr("问题")};
    const std::array widths{170, 64, 52, 180, 190, 70, 240};
    for (int column = 0; column < columnCount; ++column) {
        SetColLabelValue(column, wx(titles[std::size_t(column)]));
        SetColSize(column, FromDIP(widths[std::size_t(column)]));
    }
    SetRowLabelSize(FromDIP(38));
    DisableDragRowSize();
    SetTabBehaviour(wxGrid::Tab_Wrap);
    followTheme(this, [this] { dressGrid(*this); });
    Bind(wxEVT_GRID_SELECT_CELL, &IssueGrid::onSelected, this);
    Bind(wxEVT_CHAR_HOOK, &IssueGrid::onKey, this);
    Bind(wxEVT_GRID_EDITOR_CREATED, &IssueGrid::onShown, this);
    Bind(wxEVT_GRID_CELL_CHANGED, [this](wxGridEvent& event) {
        unmark(event.GetRow());
        if (changed) changed();
    });
    for (int line = 0; line < firstLines; ++line) appendLine();
}

void IssueGrid::appendLine() {
    AppendRows(1);
    const int row = GetNumberRows() - 1;
    SetReadOnly(row, problem);
    SetCellRenderer(row, problem, new wxGridCellAutoWrapStringRenderer);
    SetCellAlignment(row, quantity, wxALIGN_RIGHT, wxALIGN_CENTRE_VERTICAL);
    SetRowLabelValue(row, wx(std::to_string(row + 1)));
}

std::string IssueGrid::text(int row, int column) const { return yanxun::text::key(utf8(GetCellValue(row, column))); }

bool IssueGrid::isBlank(int row) const { return text(row, item).empty() && text(row, quantity).empty(); }

void IssueGrid::begin() {
    SetFocus();
    GoToCell(0, item);
    CallAfter([this] {
        if (CanEnableCellControl()) EnableCellEditControl();
    });
}

void IssueGrid::onSelected(wxGridEvent& event) {
    event.Skip();
    names_.clear();
    isTyping_ = false;
    if (offered) offered(names_, 0);
    const int row = event.GetRow(), column = event.GetCol();
    setAccessible(GetGridWindow(), tr("第 {} 行，{}：{}", row + 1, utf8(GetColLabelValue(column)), text(row, column)));
    if (column == problem) return;
    CallAfter([this] {
        if (CanEnableCellControl() && !IsCellEditControlShown()) EnableCellEditControl();
    });
}

/// wxGrid makes its text field once and moves it from cell to cell.
void IssueGrid::onShown(wxGridEditorCreatedEvent& event) {
    event.Skip();
    auto* const field = wxDynamicCast(event.GetWindow(), wxTextCtrl);
    if (!field) return;
    field->Bind(wxEVT_TEXT, [this, field](wxCommandEvent& change) {
        change.Skip();
        guarded(this, [&] { typed(yanxun::text::key(utf8(field->GetValue()))); });
    });
}

void IssueGrid::typed(const std::string& written) {
    const int column = GetGridCursorCol();
    if (!IsCellEditControlShown() || !isNamed(column) || written == text(GetGridCursorRow(), column)) return;
    isTyping_ = true;
    chosen_ = 0;
    names_ = written.empty() || !suggestions ? std::vector<std::string>() : suggestions(Column(column), written);
    if (offered) offered(names_, chosen_);
}

void IssueGrid::onKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const bool isEnter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
    if (isEnter && event.ControlDown()) {
        commit();
        if (finished) finished();
    } else if (isEnter) {
        guarded(this, [this] { advance(); });
    } else if ((key == WXK_UP || key == WXK_DOWN) && !names_.empty() && IsCellEditControlShown()) {
        chosen_ = std::size_t((int(chosen_) + (key == WXK_DOWN ? 1 : int(names_.size()) - 1)) % int(names_.size()));
        if (offered) offered(names_, chosen_);
    } else {
        if (key == WXK_TAB) commit();
        event.Skip();
    }
}

/// Writes what is being edited; letters and unfinished names become the suggestion that is chosen.
void IssueGrid::commit() {
    const int row = GetGridCursorRow(), column = GetGridCursorCol();
    if (row < 0) return;
    const auto names = names_;
    const std::size_t chosen = chosen_;
    const bool wasTyping = isTyping_;
    if (IsCellEditControlShown()) DisableCellEditControl();
    const std::string written = text(row, column);
    if (!wasTyping || !isNamed(column) || written.empty() || names.empty()) return;
    if (std::find(names.begin(), names.end(), written) != names.end() && chosen == 0) return;
    // A person who writes a new name in full means it, unless it can only be one thing.
    const bool means = isLetters(written) || names.size() == 1 || chosen > 0 || column == item;
    if (means) SetCellValue(row, column, wx(names[chosen]));
    if (changed) changed();
}

void IssueGrid::advance() {
    commit();
    int row = GetGridCursorRow(), column = GetGridCursorCol();
    const bool isLast = column >= person;
    if (isLast && isBlank(row)) return; // nothing was written: stay where the next thing goes
    if (isLast) {
        ++row;
        column = item;
        if (row == GetNumberRows()) appendLine();
        carryDown(row);
    } else {
        ++column;
        // The unit of measure is the item's own unless told: skipped by Enter, reached by Tab.
        if (column == measure) ++column;
    }
    // What was taken over from the line above need not be confirmed cell by cell.
    if (row > 0 && column == unit && !text(row, unit).empty() && text(row, unit) == text(row - 1, unit)) {
        ++row;
        column = item;
        if (row == GetNumberRows()) appendLine();
        carryDown(row);
    }
    MakeCellVisible(row, column);
    SetGridCursor(row, column);
}

void IssueGrid::carryDown(int row) {
    if (row == 0 || !isBlank(row)) return;
    for (const int column : {unit, activity, person}) SetCellValue(row, column, GetCellValue(row - 1, column));
}

std::vector<IssueGrid::Row> IssueGrid::rows(bool& wrong) {
    commit();
    wrong = false;
    std::vector<Row> filled;
    for (int row = 0; row < GetNumberRows(); ++row) {
        unmark(row);
        if (isBlank(row)) continue;
        Row line{text(row, item), text(row, measure), text(row, unit), text(row, activity), text(row, person),
                 numberOf(text(row, quantity)), row + 1};
        if (line.item.empty()) mark(row, item, tr("请填写物品。"));
        if (line.quantity <= 0) mark(row, quantity, tr("请填写数量，大于 0 的整数。"));
        wrong = wrong || line.item.empty() || line.quantity <= 0;
        filled.push_back(std::move(line));
    }
    return filled;
}

void IssueGrid::clear() {
    if (IsCellEditControlShown()) DisableCellEditControl();
    BeginBatch();
    DeleteRows(0, GetNumberRows());
    for (int line = 0; line < firstLines; ++line) appendLine();
    EndBatch();
}

void IssueGrid::mark(int row, int column, const std::string& sentence) {
    if (!sentence.empty() && text(row, problem).empty()) SetCellValue(row, problem, wx(sentence));
    SetCellBackgroundColour(row, column, palette().badSoft);
    SetCellTextColour(row, problem, palette().bad);
    AutoSizeRow(row, false);
    SetRowSize(row, std::max(GetRowSize(row), FromDIP(gridRowHeight)));
    ForceRefresh();
}

void IssueGrid::unmark(int row) {
    if (text(row, problem).empty()) return;
    SetCellValue(row, problem, wxString());
    for (int column = 0; column < columnCount; ++column) SetCellBackgroundColour(row, column, palette().surface);
    SetRowSize(row, FromDIP(gridRowHeight));
    ForceRefresh();
}

void IssueGrid::showProblems(const std::vector<Problem>& problems) {
    static constexpr std::array fields{std::pair{"item", item}, std::pair{"quantity", quantity}, std::pair{"measure", measure},
                                       std::pair{"unit", unit}, std::pair{"activity", activity}};
    int first = -1, firstColumn = item;
    for (const Problem& one : problems) {
        if (one.row < 1 || one.row > GetNumberRows()) continue;
        int column = item;
        for (const auto& [name, known] : fields) {
            if (one.field == name) column = known;
        }
        mark(one.row - 1, column, one.sentence);
        if (first == -1) {
            first = one.row - 1;
            firstColumn = column;
        }
    }
    if (first == -1) return;
    MakeCellVisible(first, firstColumn);
    SetFocus();
    SetGridCursor(first, firstColumn);
}

} // namespace materials
