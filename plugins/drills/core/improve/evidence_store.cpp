#include "core/improve/evidence.h"

#include "core/run/script.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {

using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

bool Evidence::isPicture() const {
    const std::string given = yanxun::text::loose(name);
    return given.ends_with(".jpg") || given.ends_with(".jpeg") || given.ends_with(".png");
}

namespace evidence {
namespace {

constexpr std::string_view columns =
    "e.id, e.revision, e.owner_kind, e.owner_id, e.drill_id, e.sha256, e.size, e.name, e.caption, e.taken_ymd,"
    " e.added_by, e.added_at";
constexpr std::size_t columnCount = 12;

Evidence evidenceOf(const Row& row) {
    Evidence e;
    e.id = row.integer(0);
    e.revision = row.integer(1);
    e.owner = EvidenceOwner(row.integer(2));
    e.ownerId = row.integer(3);
    e.drillId = row.integer(4);
    e.sha256 = row.str(5);
    e.size = row.integer(6);
    e.name = row.str(7);
    e.caption = row.str(8);
    if (const auto taken = row.maybeInteger(9)) e.taken = yanxun::Date::fromYmd(*taken);
    e.addedBy = row.str(10);
    e.addedAt = row.integer(11);
    return e;
}

SharedEvidence sharedOf(const Row& row) {
    return {evidenceOf(row), row.str(columnCount), yanxun::Date::fromYmd(row.integer(columnCount + 1))};
}

std::vector<Evidence> where(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<Evidence> all;
    reader.each("SELECT " + std::string(columns) + " FROM drills_evidence e WHERE " + condition + " ORDER BY e.id", values,
                [&](const Row& row) { all.push_back(evidenceOf(row)); });
    return all;
}

} // namespace

Added add(Writer& writer, const Evidence& what, const std::filesystem::path& file) {
    const yanxun::StoredFile kept = yanxun::keepFile(writer, file);
    if (kept.size == 0) throw yanxun::Error(tr("文件“{}”是空的，不能作为佐证。请换一个文件。", file.string()));
    for (const Evidence& known : of(writer, what.owner, what.ownerId)) {
        if (known.sha256 == kept.sha256) throw yanxun::Conflict(tr("这个文件已经添加过（“{}”），没有重复添加。", known.name));
    }
    Added added;
    added.elsewhere = elsewhere(writer, kept.sha256, what.drillId);
    const std::string name = yanxun::text::clean(what.name.empty() ? file.filename().string() : what.name);
    added.id = writer.insert(
        "drills_evidence",
        {{"uid", yanxun::newUid(writer.at())},
         {"owner_kind", int(what.owner)},
         {"owner_id", what.ownerId},
         {"drill_id", what.drillId},
         {"sha256", kept.sha256},
         {"size", kept.size},
         {"name", name},
         {"caption", prose(what.caption)},
         {"taken_ymd", what.taken ? yanxun::Value(what.taken->ymd()) : yanxun::Value()},
         {"added_by", writer.who()},
         {"added_at", writer.at()}});
    return added;
}

void remove(Writer& writer, std::int64_t id) { writer.remove("drills_evidence", id, get(writer, id).revision); }

void removeOf(Writer& writer, EvidenceOwner owner, std::int64_t id) {
    for (const Evidence& e : of(writer, owner, id)) writer.remove("drills_evidence", e.id, e.revision);
}

void removeOfDrill(Writer& writer, std::int64_t drill) {
    for (const Evidence& e : ofDrill(writer, drill)) writer.remove("drills_evidence", e.id, e.revision);
}

Evidence get(Reader& reader, std::int64_t id) {
    const std::vector<Evidence> found = where(reader, "e.id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这件佐证已不存在，可能已被删除，请刷新。"));
    return found.front();
}

std::vector<Evidence> of(Reader& reader, EvidenceOwner owner, std::int64_t id) {
    return where(reader, "e.owner_kind = ? AND e.owner_id = ?", {int(owner), id});
}

std::vector<Evidence> ofDrill(Reader& reader, std::int64_t drill) { return where(reader, "e.drill_id = ?", {drill}); }

std::vector<SharedEvidence> elsewhere(Reader& reader, const std::string& sha256, std::int64_t drill) {
    std::vector<SharedEvidence> all;
    reader.each("SELECT " + std::string(columns) +
                    ", d.name, d.held_ymd FROM drills_evidence e JOIN drills_drill d ON d.id = e.drill_id"
                    " WHERE e.sha256 = ? AND e.drill_id <> ? ORDER BY d.held_ymd, e.id",
                {sha256, drill}, [&](const Row& row) { all.push_back(sharedOf(row)); });
    return all;
}

std::vector<SharedEvidence> inSeveralDrills(Reader& reader) {
    std::vector<SharedEvidence> all;
    reader.each("SELECT " + std::string(columns) +
                    ", d.name, d.held_ymd FROM drills_evidence e JOIN drills_drill d ON d.id = e.drill_id"
                    " WHERE e.sha256 IN (SELECT sha256 FROM drills_evidence GROUP BY sha256"
                    " HAVING count(DISTINCT drill_id) > 1) ORDER BY e.sha256, d.held_ymd, e.id",
                [&](const Row& row) { all.push_back(sharedOf(row)); });
    return all;
}

std::string sentenceOf(const SharedEvidence& shared) {
    return tr("与演练“{}”（{}）的“{}”内容相同（SHA-256 {}…）：同一张照片不能证明两场演练，请核对。", shared.drillName,
              shared.heldOn.iso(), shared.evidence.name, shared.evidence.sha256.substr(0, 12));
}

} // namespace evidence
} // namespace drills
