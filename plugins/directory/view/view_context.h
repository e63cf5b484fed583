#pragma once
#include "core/verbs.h"

#include <yanxun/ui/detail.h>
#include <yanxun/ui/workbench.h>

#include <string>

namespace directory {

/// What every page of this plugin works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    const yanxun::Clock& clock;
    yanxun::Workbench& workbench;
    Parts parts;
};

/// Name and colour of what a list says of a unit's state.
std::string stateTitle(const Unit& unit);
yanxun::Tone stateTone(const Unit& unit);
/// «学校 · 幼儿园»
std::string kindTitle(const Unit& unit);

/// Space in DIP of the scale at the window.
int gap(const wxWindow* window, int dip);
/// Names of units for a field that suggests.
std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed);
/// The unit a field names; 0 when the field is empty. Throws NotFound with a sentence.
std::int64_t unitNamed(const ViewContext& context, yanxun::Reader& reader, const std::string& name);

} // namespace directory
