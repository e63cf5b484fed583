#include "core/unit_user.h"

#include "core/record_store.h"

namespace participation {

using yanxun::Reader;
using yanxun::Writer;

directory::UnitUser unitUser() {
    return {"participation", [](Reader& reader, std::int64_t unit) { return record_store::usesUnit(reader, unit); },
            [](Writer& writer, std::int64_t from, const directory::UnitRef& to) {
                const auto ids = record_store::idsOfUnit(writer, from);
                for (const std::int64_t id : ids)
                    record_store::moveToUnit(writer, id, to.id);
                return ids;
            },
            [](Writer& writer, const std::vector<std::int64_t>& records, const directory::UnitRef& back) {
                for (const std::int64_t id : records)
                    record_store::moveToUnit(writer, id, back.id);
            }};
}

} // namespace participation
