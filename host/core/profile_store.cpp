#include "core/profile_store.h"

namespace yanxun::host {

std::string readProfile(Reader& reader, const std::string& name) {
    return reader.scalarText("SELECT value FROM host_profile WHERE name = ?", {name});
}

void writeProfile(Writer& writer, const std::string& name, const std::string& value) {
    std::int64_t id = 0, revision = 0;
    writer.one("SELECT id, revision FROM host_profile WHERE name = ?", {name}, [&](const Row& row) {
        id = row.integer(0);
        revision = row.integer(1);
    });
    if (id != 0) writer.update("host_profile", id, revision, {{"value", value}});
    else if (!value.empty()) writer.insert("host_profile", {{"name", name}, {"value", value}});
}

} // namespace yanxun::host
