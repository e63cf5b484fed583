#include "view/score_grid.h"

#include "core/result_output.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int rowHeight = 34, sectionWidth = 78, numberWidth = 52, fullWidth = 44, answerWidth = 86, sumWidth = 58,
              leastTextWidth = 180; // DIP

std::string shown(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

} // namespace

ScoreGrid::ScoreGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
    SetName("drills.score_grid");
    CreateGrid(0, firstEvaluator + 1, wxGridSelectRows);
    HideRowLabels();
    DisableDragRowSize();
    SetCellHighlightPenWidth(1);
    SetDefaultRenderer(new wxGridCellAutoWrapStringRenderer);
    SetSelectionMode(wxGridSelectNone);
    followTheme(this, [this] { dress(); });
    Bind(wxEVT_GRID_SELECT_CELL, &ScoreGrid::onSelected, this);
    Bind(wxEVT_GRID_CELL_CHANGED, &ScoreGrid::onChanged, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fitTextColumn();
    });
}

void ScoreGrid::dress() {
    const Palette& colours = palette();
    SetDefaultCellBackgroundColour(colours.surface);
    SetDefaultCellTextColour(colours.text);
    SetDefaultCellAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
    SetDefaultCellFont(font(TextStyle::body));
    SetGridLineColour(colours.border);
    SetLabelBackgroundColour(colours.background);
    SetLabelTextColour(colours.muted);
    SetLabelFont(font(TextStyle::strong));
    SetColLabelSize(FromDIP(rowHeight));
    SetCellHighlightColour(colours.accent);
    SetBackgroundColour(colours.surface);
    for (std::size_t row = 0; row < result_.items.size() && int(row) < GetNumberRows(); ++row) {
        fillSum(int(row), result_.items[row]);
        for (int column = firstEvaluator; column < sumColumn(); ++column)
            tint(int(row), column);
    }
    ForceRefresh();
}

const Evaluator* ScoreGrid::evaluatorOf(int column) const {
    const int at = column - firstEvaluator;
    return at >= 0 && at < int(panel_.evaluators.size()) ? &panel_.evaluators[std::size_t(at)] : nullptr;
}

const Evaluator* ScoreGrid::evaluator() const { return evaluatorOf(column_); }

const ScoreItem* ScoreGrid::item() const {
    return row_ >= 0 && row_ < int(items_.size()) ? items_[std::size_t(row_)] : nullptr;
}

void ScoreGrid::makeColumns() {
    const int wanted = sumColumn() + 1;
    if (GetNumberCols() < wanted) AppendCols(wanted - GetNumberCols());
    if (GetNumberCols() > wanted) DeleteCols(wanted, GetNumberCols() - wanted);
    const auto head = [this](int column, const std::string& title, int width) {
        SetColLabelValue(column, wx(title));
        SetColSize(column, FromDIP(width));
    };
    head(section, tr("分部"), sectionWidth);
    head(number, tr("编号"), numberWidth);
    head(text, tr("评估要点"), leastTextWidth);
    head(full, tr("分值"), fullWidth);
    for (int column = firstEvaluator; column < sumColumn(); ++column)
        head(column, evaluatorOf(column)->name, answerWidth);
    head(sumColumn(), tr("汇总"), sumWidth);
    fitTextColumn();
}

/// 评估要点 takes what the other columns leave; the rows follow its width.
void ScoreGrid::fitTextColumn() {
    if (!sheet_ || GetNumberCols() <= firstEvaluator) return;
    int others = wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this);
    for (int column = 0; column < GetNumberCols(); ++column)
        others += column == text ? 0 : GetColSize(column);
    const int width = std::max(GetClientSize().x - others, FromDIP(leastTextWidth));
    if (width == GetColSize(text) || GetClientSize().x <= 0) return;
    SetColSize(text, width);
    if (GetNumberRows() == 0) return;
    fitRows();
}

/// The renderer breaks lines a little earlier than it measures them: rows are measured against a narrower column.
void ScoreGrid::fitRows() {
    const int width = GetColSize(text);
    SetColSize(text, width - FromDIP(space::m));
    AutoSizeRows(false);
    SetColSize(text, width);
    for (int row = 0; row < GetNumberRows(); ++row) SetRowSize(row, std::max(GetRowSize(row), FromDIP(rowHeight)));
}

void ScoreGrid::show(const ScoreSheet& sheet) {
    Panel none = Panel::of(sheet);
    const ScoreResult empty = score(sheet, none);
    show(sheet, none, empty, false);
}

void ScoreGrid::show(const ScoreSheet& sheet, const Panel& panel, const ScoreResult& result, bool editable) {
    const bool editing = IsCellEditControlEnabled();
    if (editing) DisableCellEditControl();
    const wxPoint origin = GetViewStart();
    const int row = row_, column = std::max(column_, 0);
    restoring_ = true; // rows that go and come move the cursor: nobody chose that
    sheet_ = &sheet;
    panel_ = panel;
    result_ = result;
    editable_ = editable;
    items_.clear();
    BeginBatch();
    if (GetNumberRows() > 0) DeleteRows(0, GetNumberRows());
    makeColumns();
    for (const ScoreSection& part : sheet.sections) {
        const int first = int(items_.size());
        for (const ScoreItem& one : part.items) {
            items_.push_back(&one);
            AppendRows(1);
            fillRow(int(items_.size()) - 1, part, one);
        }
        SetCellValue(first, section, wx(part.title));
        if (part.items.size() > 1) SetCellSize(first, section, int(part.items.size()), 1);
    }
    fitRows();
    EndBatch();
    const bool there = row >= 0 && row < GetNumberRows() && column < GetNumberCols();
    if (there) {
        Scroll(origin);
        SetGridCursor(row, column);
    }
    restoring_ = false;
    row_ = there ? row : GetGridCursorRow();
    column_ = there ? column : GetGridCursorCol();
    if (there && editing) openEditor();
}

void ScoreGrid::fillRow(int row, const ScoreSection& part, const ScoreItem& one) {
    for (const int column : {int(section), int(number), int(text), int(full), sumColumn()})
        SetReadOnly(row, column);
    SetCellValue(row, number, wx(one.critical != Critical::none ? one.no + " ★" : one.no));
    SetCellValue(row, text, wx(one.text));
    SetCellValue(row, full, wx(shown(one.full)));
    for (const int column : {int(full), sumColumn()})
        SetCellAlignment(row, column, wxALIGN_RIGHT, wxALIGN_CENTRE_VERTICAL);
    for (int column = firstEvaluator; column < sumColumn(); ++column)
        fillAnswer(row, column, part, one);
    fillSum(row, result_.items[std::size_t(row)]);
}

void ScoreGrid::fillAnswer(int row, int column, const ScoreSection& part, const ScoreItem& one) {
    const Evaluator& who = *evaluatorOf(column);
    const auto answer = drills::answerOf(panel_, who, one);
    const bool his = who.covers(part, one) && !panel_.ruling(one.no).tailored;
    SetCellValue(row, column, wx(his ? (answer ? typed(*answer) : std::string()) : tr("—")));
    const bool open = editable_ && his && who.state != SheetState::submitted && who.state != SheetState::absent;
    SetReadOnly(row, column, !open);
    tint(row, column);
    SetCellAlignment(row, column, wxALIGN_CENTRE_HORIZONTAL, wxALIGN_CENTRE_VERTICAL);
    wxArrayString offered;
    const bool chosen =
        one.style != ScoreStyle::deduct && one.style != ScoreStyle::time && one.style != ScoreStyle::ratio;
    if (chosen) {
        for (const std::string& choice : answerChoices(one))
            offered.Add(wx(choice));
    }
    if (open && chosen) SetCellEditor(row, column, new wxGridCellChoiceEditor(offered, true));
}

void ScoreGrid::tint(int row, int column) {
    SetCellTextColour(row, column, IsReadOnly(row, column) ? palette().muted : palette().text);
}

void ScoreGrid::fillSum(int row, const ItemResult& one) {
    std::string sum = one.points ? shown(*one.points) : word(one.state);
    if (sum.empty()) sum = "—";
    const int column = sumColumn();
    SetCellValue(row, column, wx(sum));
    const bool vetoed = one.veto == VetoState::pending || one.veto == VetoState::confirmed;
    const Palette& colours = palette();
    SetCellBackgroundColour(row, column,
                            vetoed         ? colours.badSoft
                            : one.disputed ? colours.warningSoft
                                           : colours.surface);
    SetCellTextColour(row, column, vetoed ? colours.bad : one.disputed ? colours.warning : colours.text);
}

void ScoreGrid::onSelected(wxGridEvent& event) {
    event.Skip();
    if (restoring_) return;
    row_ = event.GetRow();
    column_ = event.GetCol();
    describe(row_, column_);
    if (moved) moved();
    if (!evaluatorOf(column_) || IsReadOnly(row_, column_)) return;
    openEditor();
}

void ScoreGrid::openEditor() {
    CallAfter([this] {
        if (CanEnableCellControl()) EnableCellEditControl();
    });
}

bool ScoreGrid::isTyping() const {
    if (!IsCellEditControlEnabled()) return false;
    wxGridCellEditor* const editor = GetCellEditor(GetGridCursorRow(), GetGridCursorCol());
    const bool changed = editor->IsCreated() && editor->GetValue() != GetCellValue(GetGridCursorRow(), GetGridCursorCol());
    editor->DecRef();
    return changed;
}

void ScoreGrid::onChanged(wxGridEvent& event) {
    const int row = event.GetRow(), column = event.GetCol();
    const Evaluator* const found = evaluatorOf(column);
    if (!found || row >= int(items_.size())) return;
    const Evaluator who = *found;
    const ScoreItem& one = *items_[std::size_t(row)];
    const std::string given = utf8(GetCellValue(row, column));
    const bool kept = guarded(this, [&] {
        const auto before = who.answers.find(one.no);
        const ItemAnswer answer = typedAnswer(one, given, before == who.answers.end() ? "" : before->second.reason);
        if (answered) answered(who, one, answer);
    });
    if (!kept) SetCellValue(row, column, event.GetString());
}

void ScoreGrid::reach(const std::string& no, const std::string& key) {
    int column = sumColumn();
    for (int at = firstEvaluator; at < sumColumn(); ++at) {
        if (evaluatorOf(at)->key == key) column = at;
    }
    for (std::size_t row = 0; row < items_.size(); ++row) {
        if (items_[row]->no != no) continue;
        SetFocus();
        GoToCell(int(row), column);
    }
}

void ScoreGrid::describe(int row, int column) {
    if (row < 0 || row >= int(items_.size())) return;
    const ScoreItem& one = *items_[std::size_t(row)];
    setAccessible(GetGridWindow(), tr("{}，{}，{}：{}", one.no, one.text, utf8(GetColLabelValue(column)),
                                      utf8(GetCellValue(row, column))));
}

} // namespace drills
