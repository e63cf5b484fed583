#include "core/design/resource_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::resources {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

constexpr std::string_view columns = "r.id, r.revision, r.name, r.kind, r.measure, r.total, r.location";

Resource resourceOf(const Row& row, std::size_t from = 0) {
    return {row.integer(from), row.integer(from + 1), row.str(from + 2), row.str(from + 3),
            row.str(from + 4), row.str(from + 6),     row.integer(from + 5)};
}

std::vector<Resource> some(Reader& reader, const std::string& rest, const yanxun::Values& values = {}) {
    std::vector<Resource> found;
    reader.each("SELECT " + std::string(columns) + " FROM drills_resource r " + rest, values,
                [&](const Row& row) { found.push_back(resourceOf(row)); });
    return found;
}

yanxun::Fields fieldsOf(const Resource& r) {
    return {{"name", r.name},       {"name_sort", yanxun::text::sortKey(r.name)}, {"kind", r.kind},
            {"measure", r.measure}, {"total", r.total},                          {"location", r.location}};
}

} // namespace

std::vector<Resource> all(Reader& reader) { return some(reader, "ORDER BY r.name_sort, r.location, r.id"); }

Resource get(Reader& reader, std::int64_t id) {
    const auto found = some(reader, "WHERE r.id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这项资源已不存在，请刷新后再试。"));
    return found.front();
}

std::optional<Resource> find(Reader& reader, const std::string& name, const std::string& location) {
    const auto found = location.empty() ? some(reader, "WHERE r.name = ?", {name})
                                        : some(reader, "WHERE r.name = ? AND r.location = ?", {name, location});
    if (found.size() != 1) return std::nullopt;
    return found.front();
}

std::int64_t add(Writer& writer, const Resource& resource) {
    yanxun::Fields fields = fieldsOf(resource);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_resource", fields);
}

void update(Writer& writer, const Resource& resource) {
    writer.update("drills_resource", resource.id, resource.revision, fieldsOf(resource));
}

void remove(Writer& writer, const Resource& resource) {
    writer.remove("drills_resource", resource.id, resource.revision);
}

std::vector<ResourceUse> of(Reader& reader, std::int64_t drill) {
    std::vector<ResourceUse> uses;
    reader.each("SELECT u.id, u.revision, u.drill_id, u.need, u.out, u.back, u.out_at, u.back_at, u.note, " +
                    std::string(columns) +
                    " FROM drills_resource_use u JOIN drills_resource r ON r.id = u.resource_id"
                    " WHERE u.drill_id = ? ORDER BY r.name_sort, r.location, u.id",
                {drill}, [&](const Row& row) {
                    ResourceUse use;
                    use.id = row.integer(0);
                    use.revision = row.integer(1);
                    use.drillId = row.integer(2);
                    use.need = row.integer(3);
                    use.out = row.integer(4);
                    use.back = row.integer(5);
                    use.outAt = row.maybeInteger(6);
                    use.backAt = row.maybeInteger(7);
                    use.note = row.str(8);
                    use.resource = resourceOf(row, 9);
                    uses.push_back(std::move(use));
                });
    return uses;
}

std::int64_t usesOf(Reader& reader, std::int64_t resource) {
    return reader.scalar("SELECT count(*) FROM drills_resource_use WHERE resource_id = ?", {resource});
}

void put(Writer& writer, const ResourceUse& use) {
    const yanxun::Fields fields{{"drill_id", use.drillId}, {"resource_id", use.resource.id}, {"need", use.need},
                                {"out", use.out},          {"back", use.back},               {"out_at", use.outAt},
                                {"back_at", use.backAt},   {"note", use.note}};
    if (use.id == 0) {
        writer.insert("drills_resource_use", fields);
    } else {
        writer.update("drills_resource_use", use.id, use.revision, fields);
    }
}

void removeUse(Writer& writer, const ResourceUse& use) {
    writer.remove("drills_resource_use", use.id, use.revision);
}

void removeAll(Writer& writer, std::int64_t drill) {
    for (const ResourceUse& use : of(writer, drill)) removeUse(writer, use);
}

std::vector<ResourceClaim> claims(Reader& reader, std::int64_t resource, std::int64_t besides, yanxun::Date day) {
    std::vector<ResourceClaim> found;
    // The day before too: an exercise may go on over midnight. What went out and did not come back is held.
    reader.each("SELECT d.id, d.name, d.held_ymd, p.planned_start, p.planned_end, u.need, u.out, u.back, d.status"
                " FROM drills_resource_use u JOIN drills_drill d ON d.id = u.drill_id"
                " LEFT JOIN drills_design p ON p.drill_id = d.id"
                " WHERE u.resource_id = ? AND u.drill_id <> ? ORDER BY d.held_ymd, d.id",
                {resource, besides}, [&](const Row& row) {
                    const Status status = Status(row.integer(8));
                    const std::int64_t outside = row.integer(6) - row.integer(7);
                    ResourceClaim claim{row.integer(0), row.str(1), yanxun::Date::fromYmd(row.integer(2)),
                                        row.maybeInteger(3), row.maybeInteger(4), row.integer(5)};
                    const bool over = tookPlace(status) || isFinal(status);
                    if (over) claim.quantity = outside;
                    if (claim.quantity <= 0 || (over && claim.day > day)) return;
                    if (over) {
                        claim.day = day; // not brought back: missing on any later day
                        claim.start.reset();
                        claim.end.reset();
                    }
                    found.push_back(std::move(claim));
                });
    return found;
}

} // namespace drills::resources
