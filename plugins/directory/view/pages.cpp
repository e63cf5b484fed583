#include "view/pages.h"

#include "view/people_page.h"
#include "view/regions_page.h"
#include "view/units_page.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;

namespace {

template <class Window>
yanxun::Page page(const char* id, std::string title, const char* icon, int order, const ViewContext& context) {
    return yanxun::pageOf(id, std::move(title), icon, tr("基础数据"), order,
                          [&context](wxWindow* parent) { return new Window(parent, context); });
}

} // namespace

void addPages(yanxun::Workbench& workbench, const ViewContext& context) {
    workbench.add(page<UnitsPage>("directory.units", tr("单位"), "unit", 900, context));
    workbench.add(page<PeoplePage>("directory.people", tr("人员与队伍"), "people", 910, context));
    workbench.add(page<RegionsPage>("directory.regions", tr("行政区划"), "map", 920, context));
}

} // namespace directory
