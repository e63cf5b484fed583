#include "view/view_context.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

yanxun::Date ViewContext::today() const { return yanxun::localDay(clock.now()); }

std::string shownHundredths(const std::optional<std::int64_t>& value) {
    return value ? yanxun::cellText(*value, yanxun::CellKind::hundredths) : "—";
}

std::string shownDay(const std::optional<yanxun::Date>& day) { return day ? day->iso() : "—"; }

std::string shownPeople(std::int64_t people, bool estimated) {
    const std::string number = yanxun::text::grouped(people);
    return estimated ? tr("约 {} 人", number) : tr("{} 人", number);
}

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& unit : context.units.suggest(reader, typed, 12))
            names.push_back(unit.name);
    });
    return names;
}

std::vector<std::string> suggestPeople(const ViewContext& context, const std::string& typed, std::int64_t unit) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& person : context.people.suggest(reader, typed, unit, 12))
            names.push_back(person.name);
    });
    return names;
}

std::vector<std::string> matching(const std::vector<std::string>& words, const std::string& typed) {
    std::vector<std::string> found;
    for (const std::string& word : words) {
        if (word.find(typed) != std::string::npos) found.push_back(word);
    }
    return found;
}

std::vector<std::pair<std::string, std::string>> choicesOf(const std::string& blank,
                                                           const std::vector<std::string>& words) {
    std::vector<std::pair<std::string, std::string>> choices{{"", blank}};
    for (const std::string& word : words)
        choices.emplace_back(word, word);
    return choices;
}

wxDataViewListCtrl* smallList(wxWindow* parent, const char* name,
                              const std::vector<std::pair<std::string, int>>& columns) {
    auto* const list = new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    list->SetName(name);
    for (const auto& [title, width] : columns) {
        list->AppendTextColumn(wx(title), wxDATAVIEW_CELL_INERT, list->FromDIP(width), wxALIGN_LEFT,
                               wxDATAVIEW_COL_RESIZABLE);
    }
    return list;
}

void addRow(wxDataViewListCtrl* list, const std::vector<std::string>& cells) {
    wxVector<wxVariant> row;
    for (const std::string& cell : cells)
        row.push_back(wx(cell));
    list->AppendItem(row);
}

} // namespace training
