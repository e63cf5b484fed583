#include <yanxun/ui/text_column.h>

#include "../platform/list.h"

#include <yanxun/ui/theme.h>

#include <algorithm>

namespace yanxun::ui {

namespace {
constexpr int cellRoom = 6, headRoom = 20, leastRest = 120; // DIP
}

wxDataViewColumn* addTextColumn(wxDataViewListCtrl* list, const std::string& title, int width, wxAlignment align) {
    int head = 0;
    const wxFont bold = list->GetFont().Bold();
    list->GetTextExtent(wx(title), &head, nullptr, nullptr, nullptr, &bold);
    const int least = head + list->FromDIP(headRoom);
    auto* const renderer =
        new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align | wxALIGN_CENTRE_VERTICAL);
    platform::padCells(renderer, list->FromDIP(cellRoom));
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    auto* const made = new wxDataViewColumn(wx(title), renderer, list->GetColumnCount(),
                                            std::max(least, list->FromDIP(width == 0 ? leastRest : width)), align,
                                            wxDATAVIEW_COL_RESIZABLE);
    list->AppendColumn(made);
    if (width == 0) platform::expandColumn(made);
    return made;
}

} // namespace yanxun::ui
