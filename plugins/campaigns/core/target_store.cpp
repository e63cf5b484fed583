#include "core/target_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace campaigns::target_store {
namespace {

using yanxun::Row;

constexpr std::string_view selectTarget =
    "SELECT id, revision, uid, year, owner_id, owner_name, region_name, category_id, kind, measure, wanted, words,"
    " due_ymd, basis FROM campaigns_target ";

Target targetOf(const Row& row) {
    Target target;
    target.id = row.integer(0);
    target.revision = row.integer(1);
    target.uid = row.str(2);
    target.year = int(row.integer(3));
    target.ownerId = row.integer(4);
    target.ownerName = row.str(5);
    target.regionName = row.str(6);
    target.categoryId = row.integer(7);
    target.kind = TargetKind(row.integer(8));
    target.measure = TargetMeasure(row.integer(9));
    target.wanted = row.integer(10);
    target.words = row.str(11);
    if (!row.isNull(12)) target.due = yanxun::Date::fromYmd(row.integer(12));
    target.basis = row.str(13);
    return target;
}

yanxun::Fields fieldsOf(const Target& target) {
    return {{"year", target.year},
            {"owner_id", target.ownerId},
            {"owner_name", target.ownerName},
            {"region_name", target.regionName},
            {"category_id", target.categoryId},
            {"kind", int(target.kind)},
            {"measure", int(target.measure)},
            {"wanted", target.wanted},
            {"words", target.words},
            {"due_ymd", target.due ? yanxun::Value(target.due->ymd()) : yanxun::Value()},
            {"basis", target.basis}};
}

} // namespace

bool exists(yanxun::Reader& reader, std::int64_t id) {
    return reader.scalar("SELECT count(*) FROM campaigns_target WHERE id = ?", {id}) > 0;
}

Target get(yanxun::Reader& reader, std::int64_t id) {
    Target target;
    reader.one(std::string(selectTarget) + "WHERE id = ?", {id}, [&](const Row& row) { target = targetOf(row); });
    if (target.id == 0) throw yanxun::NotFound(yanxun::tr("这个目标已不存在，可能已被删除，请刷新。"));
    return target;
}

std::vector<Target> list(yanxun::Reader& reader, int year) {
    std::vector<Target> all;
    const auto take = [&](const Row& row) { all.push_back(targetOf(row)); };
    const std::string order = "ORDER BY year, category_id, id";
    if (year == 0) {
        reader.each(std::string(selectTarget) + order, take);
    } else {
        reader.each(std::string(selectTarget) + "WHERE year = ? " + order, {year}, take);
    }
    return all;
}

std::int64_t add(yanxun::Writer& writer, const Target& target) {
    yanxun::Fields fields = fieldsOf(target);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("campaigns_target", fields);
}

std::int64_t update(yanxun::Writer& writer, const Target& target) {
    return writer.update("campaigns_target", target.id, target.revision, fieldsOf(target));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    writer.remove("campaigns_target", id, revision);
}

bool usesUnit(yanxun::Reader& reader, std::int64_t unit) {
    return reader.scalar("SELECT count(*) FROM campaigns_target WHERE owner_id = ?", {unit}) > 0;
}

std::vector<std::int64_t> ownedBy(yanxun::Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM campaigns_target WHERE owner_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

} // namespace campaigns::target_store
