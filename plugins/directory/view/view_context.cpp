#include "view/view_context.h"

#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

#include <wx/sizer.h>

#include <algorithm>

namespace directory {

using yanxun::tr;
using namespace yanxun::ui;

std::string argumentValue(const std::string& argument, const std::string& key) {
    for (std::size_t first = 0; first < argument.size();) {
        const auto last = std::min(argument.find('&', first), argument.size());
        const std::string pair = argument.substr(first, last - first);
        if (pair.starts_with(key + "=")) return pair.substr(key.size() + 1);
        first = last + 1;
    }
    return {};
}

std::int64_t argumentId(const std::string& argument) {
    return std::strtoll(argumentValue(argument, "id").c_str(), nullptr, 10);
}

std::string stateTitle(const Unit& unit) {
    if (unit.incomplete) return tr("待完善");
    return unit.active ? tr("正常") : tr("停用");
}

yanxun::Tone stateTone(const Unit& unit) {
    if (unit.incomplete) return yanxun::Tone::warning;
    return unit.active ? yanxun::Tone::good : yanxun::Tone::neutral;
}

std::string kindTitle(const Unit& unit) {
    return unit.subkind.empty() ? unit.kind : unit.kind + " · " + unit.subkind;
}

void addFact(wxWindow* parent, wxSizer* grid, const std::string& title, const std::string& value) {
    grid->Add(label(parent, title, TextStyle::body, true), 0, wxALIGN_TOP);
    grid->Add(paragraph(parent, value.empty() ? "—" : value), 1, wxEXPAND);
}

int gap(const wxWindow* window, int dip) { return window->FromDIP(dip); }

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const UnitRef& unit : context.parts.directory.suggest(reader, typed, 12))
            names.push_back(unit.name);
    });
    return names;
}

std::int64_t unitNamed(const ViewContext& context, yanxun::Reader& reader, const std::string& name) {
    return name.empty() ? 0 : unitCalled(reader, context.parts, name).id;
}

} // namespace directory
