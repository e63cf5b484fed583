#include "core/unit_user.h"

#include "core/drill_store.h"
#include "core/duty_record_store.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;
using yanxun::Writer;

directory::UnitUser unitUser(DrillService& service) {
    directory::UnitUser user;
    user.plugin = "drills";
    user.uses = [](yanxun::Reader& reader, std::int64_t unit) {
        return store::usesUnit(reader, unit) || duties::usesUnit(reader, unit);
    };
    user.move = [&service](Writer& writer, std::int64_t from, const directory::UnitRef& to) {
        return service.moveUnit(writer, from, to);
    };
    user.moveBack = [&service](Writer& writer, const std::vector<std::int64_t>& drills, const directory::UnitRef& back) {
        service.moveUnitBack(writer, drills, back);
    };
    return user;
}

participation::SubjectKind subjectKind(DrillService& service) {
    participation::SubjectKind kind;
    kind.kind = drillKind;
    kind.title = tr("演练");
    kind.page = "drills.page";
    kind.changed = [&service](Writer& writer, std::int64_t drill, std::int64_t reported, bool estimated) {
        service.keepReported(writer, drill, reported, estimated);
    };
    kind.describe = [](yanxun::Reader& reader, std::int64_t id) {
        const auto drill = store::find(reader, id);
        return drill ? tr("{} {}", drill->name, drill->heldOn.iso()) : std::string();
    };
    return kind;
}

} // namespace drills
