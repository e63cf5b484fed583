#include "view/duty/row_list.h"

#include <yanxun/table/export.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>
#include <yanxun/ui/theme.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

constexpr int widthOfCharacter = 8, leastWidth = 64; // DIP

} // namespace

RowList::RowList(wxWindow* parent, const char* name, const std::string& title) : wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE) {
    SetName(name);
    setAccessible(this, title);
}

void RowList::set(const yanxun::RowSource& rows) {
    if (GetColumnCount() == 0) {
        for (const yanxun::Column& column : rows.columns) {
            const bool isNumber = column.kind == yanxun::CellKind::integer || column.kind == yanxun::CellKind::hundredths;
            addTextColumn(this, column.title, std::max(leastWidth, column.width * widthOfCharacter),
                          isNumber ? wxALIGN_RIGHT : wxALIGN_LEFT);
        }
    }
    const int before = GetSelectedRow(), count = GetItemCount();
    DeleteAllItems();
    rows.each([&](std::span<const yanxun::Value> cells) {
        wxVector<wxVariant> texts;
        for (std::size_t i = 0; i < cells.size(); ++i) texts.push_back(wx(yanxun::cellText(cells[i], rows.columns[i].kind)));
        AppendItem(texts);
    });
    if (before >= 0 && int(GetItemCount()) == count) SelectRow(unsigned(before));
}

std::optional<std::size_t> RowList::chosen() const {
    const int row = GetSelectedRow();
    return row < 0 ? std::nullopt : std::optional(std::size_t(row));
}

bool saveRows(wxWindow* parent, const yanxun::RowSource& rows, const std::string& id, const std::string& title) {
    const auto path = saveFile(parent, tr("导出{}", title), tr("表格 (*.csv)|*.csv|XML (*.xml)|*.xml"), title + ".csv");
    if (!path) return false;
    const auto format = path->extension() == ".xml" ? yanxun::TableFormat::xml : yanxun::TableFormat::csv;
    yanxun::writeTable(rows, id, title, format, *path);
    return true;
}

} // namespace drills
