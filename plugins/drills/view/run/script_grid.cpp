#include "view/run/script_grid.h"

#include "core/run/script_columns.h"

#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {

using namespace yanxun::ui;

namespace {

constexpr int rowHeight = 34, perCharacter = 9; // DIP

} // namespace

ScriptGrid::ScriptGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
    SetName("drills.script_grid");
    CreateGrid(0, int(scriptColumns().size()));
    HideRowLabels();
    DisableDragRowSize();
    SetCellHighlightPenWidth(2);
    SetSelectionMode(wxGridSelectNone);
    SetTabBehaviour(Tab_Wrap);
    SetDefaultRenderer(new wxGridCellAutoWrapStringRenderer);
    makeColumns();
    followTheme(this, [this] { dress(); });
    Bind(wxEVT_GRID_CELL_CHANGED, &ScriptGrid::onChanged, this);
    Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        if (event.GetRow() < GetNumberRows()) {
            setAccessible(GetGridWindow(), utf8(GetColLabelValue(event.GetCol()) + ": " + GetCellValue(event.GetRow(), event.GetCol())));
        }
    });
}

void ScriptGrid::makeColumns() {
    for (std::size_t i = 0; i < scriptColumns().size(); ++i) {
        SetColLabelValue(int(i), wx(scriptColumns()[i].title));
        SetColSize(int(i), FromDIP(scriptColumns()[i].width * perCharacter));
    }
    FreezeTo(0, 2);
}

void ScriptGrid::dress() {
    const Palette& colours = palette();
    SetDefaultCellBackgroundColour(colours.surface);
    SetDefaultCellTextColour(colours.text);
    SetDefaultCellAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
    SetDefaultCellFont(font(TextStyle::body));
    SetGridLineColour(colours.border);
    SetLabelBackgroundColour(colours.background);
    SetLabelTextColour(colours.muted);
    SetLabelFont(font(TextStyle::strong));
    SetColLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
    SetColLabelSize(FromDIP(rowHeight));
    SetCellHighlightColour(colours.accent);
    SetBackgroundColour(colours.surface);
    ForceRefresh();
}

void ScriptGrid::show(const std::vector<ScriptLine>& lines, bool editable) {
    if (isTyping()) DisableCellEditControl();
    const int row = GetGridCursorRow(), column = std::max(GetGridCursorCol(), 0);
    const wxPoint origin = GetViewStart();
    lines_ = lines;
    editable_ = editable;
    BeginBatch();
    const int wanted = int(lines.size());
    if (GetNumberRows() > wanted) DeleteRows(wanted, GetNumberRows() - wanted);
    if (GetNumberRows() < wanted) AppendRows(wanted - GetNumberRows());
    wxArrayString kinds;
    for (const LineKind kind : allLineKinds()) kinds.Add(wx(word(kind)));
    for (int r = 0; r < wanted; ++r) {
        for (std::size_t c = 0; c < scriptColumns().size(); ++c) {
            const std::string_view id = scriptColumns()[c].id;
            SetCellValue(r, int(c), wx(scriptCell(lines[std::size_t(r)], id)));
            SetReadOnly(r, int(c), !editable || id == "no");
            if (id == "kind") SetCellEditor(r, int(c), new wxGridCellChoiceEditor(kinds));
        }
    }
    AutoSizeRows(false);
    for (int r = 0; r < wanted; ++r) SetRowSize(r, std::clamp(GetRowSize(r), FromDIP(rowHeight), FromDIP(rowHeight * 4)));
    EndBatch();
    if (wanted == 0) return;
    SetGridCursor(std::clamp(row, 0, wanted - 1), column);
    Scroll(origin);
}

const ScriptLine* ScriptGrid::line() const {
    const int row = GetGridCursorRow();
    return row >= 0 && row < int(lines_.size()) ? &lines_[std::size_t(row)] : nullptr;
}

void ScriptGrid::reach(std::int64_t no) {
    for (std::size_t row = 0; row < lines_.size(); ++row) {
        if (lines_[row].no == no) GoToCell(int(row), std::max(GetGridCursorCol(), 1));
    }
}

void ScriptGrid::onChanged(wxGridEvent& event) {
    const int row = event.GetRow(), column = event.GetCol();
    if (row >= int(lines_.size())) return;
    ScriptLine line = lines_[std::size_t(row)];
    const bool kept = guarded(this, [&] {
        putScriptCell(line, scriptColumns()[std::size_t(column)].id, utf8(GetCellValue(row, column)));
        if (changed) changed(line);
    });
    if (!kept) SetCellValue(row, column, event.GetString());
}

} // namespace drills
