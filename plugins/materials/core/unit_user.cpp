#include "core/unit_user.h"

#include "core/document_store.h"
#include "core/item_store.h"

namespace materials {

directory::UnitUser unitUser(StockService& service) {
    directory::UnitUser user;
    user.plugin = "materials";
    user.uses = [](yanxun::Reader& reader, std::int64_t unit) {
        return documents::usesUnit(reader, unit) || !locations::ofUnit(reader, unit).empty();
    };
    user.move = [&service](yanxun::Writer& writer, std::int64_t from, const directory::UnitRef& to) {
        return service.moveUnit(writer, from, to);
    };
    user.moveBack = [&service](yanxun::Writer& writer, const std::vector<std::int64_t>& records, const directory::UnitRef& back) {
        service.moveUnitBack(writer, records, back.id);
    };
    return user;
}

} // namespace materials
