#include "view/view_context.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;

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
