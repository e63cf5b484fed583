#include "view/score_grid.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int rowHeight = 34; // DIP

std::string shown(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

/// What was given, as it is typed: the opposite of parseAnswer, with «!» for a ticked veto.
std::string typed(const ItemAnswer& answer) {
    std::string text = answer.given;
    if (answer.state == ItemState::notApplicable || answer.state == ItemState::notObserved) text = word(answer.state);
    return answer.veto ? text + "！" : text;
}

} // namespace

ScoreGrid::ScoreGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY) {
    SetName("drills.score_grid");
    CreateGrid(0, columnCount, wxGridSelectRows);
    const std::array titles{tr("分部"), tr("编号"), tr("评估要点"), tr("分值"), tr("评分"), tr("得分"), tr("说明")};
    const std::array widths{110, 52, 300, 52, 100, 56, 160};
    for (int column = 0; column < columnCount; ++column) {
        SetColLabelValue(column, wx(titles[std::size_t(column)]));
        SetColSize(column, FromDIP(widths[std::size_t(column)]));
    }
    HideRowLabels();
    DisableDragRowSize();
    SetCellHighlightPenWidth(1);
    SetDefaultRenderer(new wxGridCellAutoWrapStringRenderer);
    SetSelectionMode(wxGridSelectNone);
    followTheme(this, [this] { dress(); });
    Bind(wxEVT_GRID_SELECT_CELL, &ScoreGrid::onSelected, this);
    Bind(wxEVT_GRID_CELL_CHANGED, &ScoreGrid::onChanged, this);
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
    ForceRefresh();
}

void ScoreGrid::show(const ScoreSheet& sheet, const Answers& answers) {
    sheet_ = &sheet;
    answers_ = answers;
    items_.clear();
    BeginBatch();
    if (GetNumberRows() > 0) DeleteRows(0, GetNumberRows());
    for (const ScoreSection& part : sheet.sections) {
        const int first = int(items_.size());
        for (const ScoreItem& item : part.items) {
            items_.push_back(&item);
            AppendRows(1);
            fillRow(int(items_.size()) - 1, item);
        }
        SetCellValue(first, section, wx(part.title));
        if (part.items.size() > 1) SetCellSize(first, section, int(part.items.size()), 1);
    }
    AutoSizeRows(false);
    for (int row = 0; row < GetNumberRows(); ++row) SetRowSize(row, std::max(GetRowSize(row), FromDIP(rowHeight)));
    EndBatch();
}

void ScoreGrid::fillRow(int row, const ScoreItem& item) {
    for (const int column : {section, number, text, full, points}) SetReadOnly(row, column);
    SetCellValue(row, number, wx(item.critical ? item.no + " ★" : item.no));
    SetCellValue(row, text, wx(item.text));
    SetCellValue(row, full, wx(shown(item.full)));
    for (const int column : {full, points}) SetCellAlignment(row, column, wxALIGN_RIGHT, wxALIGN_CENTRE_VERTICAL);
    offerAnswers(row, item);
    showRow(row);
}

void ScoreGrid::offerAnswers(int row, const ScoreItem& item) {
    wxArrayString offered;
    if (item.style == ScoreStyle::yesNo) {
        offered.Add(wx(tr("是")));
        offered.Add(wx(tr("否")));
    }
    for (const ScoreLevel& level : item.levels) offered.Add(wx(level.name));
    if (item.style == ScoreStyle::points) {
        for (std::int64_t value = item.full; value >= 0; value -= 50) offered.Add(wx(shown(value)));
    }
    if (item.naAllowed) offered.Add(wx(word(ItemState::notApplicable)));
    offered.Add(wx(word(ItemState::notObserved)));
    SetCellEditor(row, given, new wxGridCellChoiceEditor(offered, true));
}

void ScoreGrid::showRow(int row) {
    const auto found = answers_.find(items_[std::size_t(row)]->no);
    const ItemAnswer answer = found == answers_.end() ? ItemAnswer{} : found->second;
    SetCellValue(row, given, wx(typed(answer)));
    SetCellValue(row, reason, wx(answer.reason));
    std::string earned;
    if (answer.state == ItemState::scored) earned = shown(pointsOf(*items_[std::size_t(row)], answer));
    SetCellValue(row, points, wx(earned));
}

void ScoreGrid::onSelected(wxGridEvent& event) {
    event.Skip();
    const int row = event.GetRow(), column = event.GetCol();
    describe(row, column);
    if (column != given && column != reason) return;
    CallAfter([this] {
        if (CanEnableCellControl()) EnableCellEditControl();
    });
}

void ScoreGrid::onChanged(wxGridEvent& event) {
    guarded(this, [&] {
        readRow(event.GetRow());
        showRow(event.GetRow());
        if (changed) changed();
    });
}

void ScoreGrid::readRow(int row) {
    const ScoreItem& item = *items_[std::size_t(row)];
    std::string text = utf8(GetCellValue(row, given));
    bool veto = false;
    for (const std::string mark : {"！", "!"}) {
        if (!text.ends_with(mark)) continue;
        veto = true;
        text.resize(text.size() - mark.size());
    }
    ItemAnswer& answer = answers_[item.no];
    try {
        answer = parseAnswer(item, text);
        answer.veto = veto;
    } catch (const yanxun::Error&) {
        answers_.erase(item.no);
        SetCellValue(row, given, wxString());
        throw;
    }
    answers_[item.no].reason = yanxun::text::key(utf8(GetCellValue(row, reason)));
}

void ScoreGrid::reach(const std::string& no) {
    for (std::size_t row = 0; row < items_.size(); ++row) {
        if (items_[row]->no != no) continue;
        SetFocus();
        GoToCell(int(row), given);
    }
}

void ScoreGrid::describe(int row, int column) {
    if (row < 0 || row >= int(items_.size())) return;
    const ScoreItem& item = *items_[std::size_t(row)];
    setAccessible(GetGridWindow(), tr("{}，{}，{}：{}", item.no, item.text, utf8(GetColLabelValue(column)),
                                      utf8(GetCellValue(row, column))));
    GetGridWindow()->SetToolTip(wx(tr("评分标准：{}", item.standard)));
}

} // namespace drills
