#include "view/stocktake_grid.h"

#include "view/grid_style.h"

#include <yanxun/table/value.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <array>

namespace materials {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

std::string shown(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : std::string(); }

} // namespace

StocktakeGrid::StocktakeGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
    SetName("materials.stocktake_grid");
    CreateGrid(0, columnCount, wxGridSelectNone);
    const std::array titles{tr("物品"), tr("批次"), tr("账面"), tr("实盘"), tr("差异"), tr("原因")};
    const std::array widths{200, 90, 80, 80, 80, 200};
    for (int column = 0; column < columnCount; ++column) {
        SetColLabelValue(column, wx(titles[std::size_t(column)]));
        SetColSize(column, FromDIP(widths[std::size_t(column)]));
    }
    HideRowLabels();
    DisableDragRowSize();
    followTheme(this, [this] { dressGrid(*this); });
    Bind(wxEVT_GRID_CELL_CHANGED, &StocktakeGrid::onChanged, this);
    Bind(wxEVT_CHAR_HOOK, &StocktakeGrid::onKey, this);
    Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        setAccessible(GetGridWindow(), tr("{}，{}：{}", utf8(GetCellValue(event.GetRow(), item)), utf8(GetColLabelValue(event.GetCol())),
                                          utf8(GetCellValue(event.GetRow(), event.GetCol()))));
        if (event.GetCol() != found && event.GetCol() != reason) return;
        CallAfter([this] {
            if (CanEnableCellControl()) EnableCellEditControl();
        });
    });
}

void StocktakeGrid::show(const Stocktake& stocktake, const std::vector<StocktakeLine>& lines) {
    const int row = GetGridCursorRow(), column = GetGridCursorCol();
    if (IsCellEditControlShown()) DisableCellEditControl();
    lines_ = lines;
    BeginBatch();
    if (GetNumberRows() > 0) DeleteRows(0, GetNumberRows());
    AppendRows(int(lines_.size()));
    const bool isOpen = stocktake.state == StocktakeState::counting;
    for (int line = 0; line < int(lines_.size()); ++line) {
        fillRow(line, stocktake.isBlind && isOpen);
        for (const int fixed : {item, batch, book, difference}) SetReadOnly(line, fixed);
        for (const int open : {found, reason}) SetReadOnly(line, open, !isOpen);
        for (const int number : {book, found, difference}) SetCellAlignment(line, number, wxALIGN_RIGHT, wxALIGN_CENTRE_VERTICAL);
    }
    EndBatch();
    if (row >= 0 && row < GetNumberRows()) SetGridCursor(row, column);
}

void StocktakeGrid::fillRow(int row, bool isHidden) {
    const StocktakeLine& line = lines_[std::size_t(row)];
    SetCellValue(row, item, wx(line.itemName));
    SetCellValue(row, batch, wx(line.batchCode));
    SetCellValue(row, book, isHidden ? wxString() : wx(shown(line.book)));
    SetCellValue(row, found, wx(shown(line.counted)));
    const auto diff = line.difference();
    SetCellValue(row, difference, isHidden || !diff ? wxString() : wx((*diff > 0 ? "+" : "") + std::to_string(*diff)));
    if (diff && *diff != 0) SetCellTextColour(row, difference, *diff < 0 ? palette().bad : palette().warning);
    SetCellValue(row, reason, wx(line.reason));
}

void StocktakeGrid::onChanged(wxGridEvent& event) {
    const int row = event.GetRow();
    const StocktakeLine line = lines_[std::size_t(row)];
    yanxun::Cell cell;
    cell.text = yanxun::text::key(utf8(GetCellValue(row, found)));
    cell.kind = cell.text.empty() ? yanxun::Cell::Kind::empty : yanxun::Cell::Kind::text;
    const auto number = yanxun::parseCount(cell);
    const std::string why = yanxun::text::key(utf8(GetCellValue(row, reason)));
    guarded(this, [&] {
        if (!number) {
            SetCellValue(row, found, wx(shown(line.counted)));
            if (event.GetCol() != found) throw yanxun::Error(tr("先填写“{}”的实盘数量，再写原因。", line.itemName));
            throw yanxun::Error(tr("实盘数量应当是 0 或更大的整数，收到的是“{}”。", cell.text));
        }
        if (counted) counted(line, number->value, why);
    });
}

/// Enter goes down the column of counts.
void StocktakeGrid::onKey(wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_RETURN && event.GetKeyCode() != WXK_NUMPAD_ENTER) return event.Skip();
    const int row = GetGridCursorRow(), column = GetGridCursorCol();
    if (IsCellEditControlShown()) DisableCellEditControl();
    // Writing the cell reads the lines anew: the step comes after that.
    CallAfter([this, row, column] {
        if (row + 1 < GetNumberRows()) SetGridCursor(row + 1, column);
    });
}

} // namespace materials
