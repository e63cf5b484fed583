#include "core/class_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace training::store {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Row;
using yanxun::Value;

constexpr std::string_view selectClass = "SELECT id, revision, uid, number, programme_id, name, kind, unit_id, "
                                         "unit_name, region_code, region_name, co_hosts,"
                                         " place, starts_ymd, ends_ymd, mode, mode_word, status, status_reason, "
                                         "minutes, minutes_per_hour, invited, attended,"
                                         " attended_estimated, passed, teacher, exam_form, plan_doc_no, archive_no, "
                                         "note, source FROM training_class WHERE ";

TrainingClass classOf(const Row& row) {
    TrainingClass c;
    c.id = row.integer(0);
    c.revision = row.integer(1);
    c.uid = row.str(2);
    c.number = row.str(3);
    c.programmeId = row.integer(4);
    c.name = row.str(5);
    c.kind = row.str(6);
    c.unitId = row.integer(7);
    c.unitName = row.str(8);
    c.regionCode = row.str(9);
    c.regionName = row.str(10);
    c.coHosts = row.str(11);
    c.place = row.str(12);
    c.startsOn = Date::fromYmd(row.integer(13));
    c.endsOn = Date::fromYmd(row.integer(14));
    c.mode = Mode(row.integer(15));
    c.modeWord = row.str(16);
    c.status = Status(row.integer(17));
    c.statusReason = row.str(18);
    c.minutes = row.maybeInteger(19);
    c.minutesPerHour = row.integer(20);
    c.invited = row.maybeInteger(21);
    c.attended = row.integer(22);
    c.attendedEstimated = row.flag(23);
    c.passed = row.maybeInteger(24);
    c.teacher = row.str(25);
    c.examForm = row.str(26);
    c.planDocNo = row.str(27);
    c.archiveNo = row.str(28);
    c.note = row.str(29);
    c.source = Source(row.integer(30));
    return c;
}

Fields fieldsOf(const TrainingClass& c) {
    return {{"number", c.number},
            {"number_key", yanxun::text::key(c.number)},
            {"programme_id", c.programmeId == 0 ? Value() : Value(c.programmeId)},
            {"name", c.name},
            {"name_sort", yanxun::text::sortKey(c.name)},
            {"kind", c.kind},
            {"unit_id", c.unitId},
            {"unit_name", c.unitName},
            {"unit_sort", yanxun::text::sortKey(c.unitName)},
            {"region_code", c.regionCode},
            {"region_name", c.regionName},
            {"region_sort", yanxun::text::sortKey(c.regionName)},
            {"co_hosts", c.coHosts},
            {"place", c.place},
            {"starts_ymd", c.startsOn.ymd()},
            {"starts_ym", c.startsOn.ym()},
            {"ends_ymd", c.endsOn.ymd()},
            {"mode", int(c.mode)},
            {"mode_word", c.modeWord},
            {"status", int(c.status)},
            {"status_reason", c.statusReason},
            {"counted", isCounted(c.status)},
            {"minutes", c.minutes},
            {"minutes_per_hour", c.minutesPerHour},
            {"invited", c.invited},
            {"attended", c.attended},
            {"attended_estimated", c.attendedEstimated},
            {"passed", c.passed},
            {"teacher", c.teacher},
            {"exam_form", c.examForm},
            {"plan_doc_no", c.planDocNo},
            {"archive_no", c.archiveNo},
            {"note", c.note},
            {"source", int(c.source)}};
}

std::optional<TrainingClass> first(yanxun::Reader& reader, const std::string& condition,
                                   const yanxun::Values& values) {
    std::optional<TrainingClass> found;
    reader.one(std::string(selectClass) + condition, values, [&](const Row& row) { found = classOf(row); });
    return found;
}

yanxun::SearchEntry entryOf(const TrainingClass& c) {
    yanxun::SearchEntry entry{classKind, c.id, c.name, c.name, c.startsOn.ymd()};
    for (const std::string& part :
         {c.number, c.unitName, c.regionName, c.teacher, c.place, c.kind, c.coHosts, c.note}) {
        if (!part.empty()) entry.body += '\n' + part;
    }
    return entry;
}

constexpr std::string_view selectProgramme =
    "SELECT id, revision, name, kind, level, minutes, minutes_per_hour, outline FROM training_programme ";

Programme programmeOf(const Row& row) {
    return {row.integer(0), row.integer(1),      row.str(2),     row.str(3),
            row.str(4),     row.maybeInteger(5), row.integer(6), row.str(7)};
}

Fields fieldsOf(const Programme& p) {
    return {{"name", p.name},
            {"name_key", yanxun::text::key(p.name)},
            {"name_sort", yanxun::text::sortKey(p.name)},
            {"kind", p.kind},
            {"level", p.level},
            {"minutes", p.minutes},
            {"minutes_per_hour", p.minutesPerHour},
            {"outline", p.outline}};
}

constexpr std::string_view selectSession =
    "SELECT id, revision, class_id, held_ymd, starts_minute, ends_minute, planned_minutes, topic, teacher, place"
    " FROM training_session WHERE ";

Session sessionOf(const Row& row) {
    return {row.integer(0),      row.integer(1),      row.integer(2), Date::fromYmd(row.integer(3)),
            row.maybeInteger(4), row.maybeInteger(5), row.integer(6), row.str(7),
            row.str(8),          row.str(9)};
}

Fields fieldsOf(const Session& s) {
    return {{"class_id", s.classId},
            {"held_ymd", s.heldOn.ymd()},
            {"starts_minute", s.startsMinute},
            {"ends_minute", s.endsMinute},
            {"planned_minutes", s.plannedMinutes},
            {"topic", s.topic},
            {"teacher", s.teacher},
            {"place", s.place}};
}

Fields withUid(Fields fields, yanxun::Writer& writer) {
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return fields;
}

} // namespace

std::optional<TrainingClass> find(yanxun::Reader& reader, std::int64_t id) { return first(reader, "id = ?", {id}); }

TrainingClass get(yanxun::Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这期培训班已不存在，可能已被删除，请刷新列表。"));
    return std::move(*found);
}

std::optional<TrainingClass> findByKey(yanxun::Reader& reader, const std::string& number, std::int64_t unit) {
    return first(reader, "number_key = ? AND unit_id = ? ORDER BY id LIMIT 1", {yanxun::text::key(number), unit});
}

void each(yanxun::Reader& reader, const yanxun::Period& period,
          const std::function<void(const TrainingClass&)>& use) {
    reader.each(std::string(selectClass) +
                    "starts_ymd BETWEEN ? AND ? ORDER BY starts_ymd, number_key, unit_sort, id",
                {period.first.ymd(), period.last.ymd()}, [&](const Row& row) { use(classOf(row)); });
}

std::int64_t add(yanxun::Writer& writer, const TrainingClass& one) {
    return writer.insert("training_class", withUid(fieldsOf(one), writer));
}

std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count) {
    return writer.reserveIds("training_class", count);
}

void addMany(yanxun::Writer& writer, const std::function<const TrainingClass*()>& next) {
    const auto all = [](const TrainingClass& one) {
        Fields fields = fieldsOf(one);
        fields.insert(fields.end(), {{"id", one.id}, {"uid", one.uid}});
        return fields;
    };
    std::vector<yanxun::BulkColumn> columns;
    for (const yanxun::Field& field : all({})) {
        columns.push_back(
            {field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    writer.insertMany("training_class", columns, [&](yanxun::BulkRow& row) {
        const TrainingClass* const one = next();
        if (!one) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : all(*one))
            row.set(column++, field.value);
        return true;
    });
}

std::int64_t update(yanxun::Writer& writer, const TrainingClass& one) {
    return writer.update("training_class", one.id, one.revision, fieldsOf(one));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    writer.remove("training_class", id, revision);
}

void index(yanxun::Writer& writer, const TrainingClass& one) { writer.index(entryOf(one)); }

void indexMany(yanxun::Writer& writer, const std::function<const TrainingClass*()>& next) {
    writer.indexMany([&](yanxun::SearchEntry& entry) {
        const TrainingClass* const one = next();
        if (one) entry = entryOf(*one);
        return one != nullptr;
    });
}

void unindex(yanxun::Writer& writer, std::int64_t id) { writer.unindex(classKind, id); }

bool usesUnit(yanxun::Reader& reader, std::int64_t unit) {
    return reader.scalar("SELECT 1 FROM training_class WHERE unit_id = ? LIMIT 1", {unit}) != 0;
}

std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM training_class WHERE unit_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::int64_t ofProgramme(yanxun::Reader& reader, std::int64_t programme) {
    return reader.scalar("SELECT count(*) FROM training_class WHERE programme_id = ?", {programme});
}

std::vector<Programme> programmes(yanxun::Reader& reader) {
    std::vector<Programme> all;
    reader.each(std::string(selectProgramme) + "ORDER BY name_sort, id",
                [&](const Row& row) { all.push_back(programmeOf(row)); });
    return all;
}

Programme programme(yanxun::Reader& reader, std::int64_t id) {
    Programme found;
    if (!reader.one(std::string(selectProgramme) + "WHERE id = ?", {id},
                    [&](const Row& row) { found = programmeOf(row); })) {
        throw yanxun::NotFound(yanxun::tr("这个培训项目已不存在，请刷新后再试。"));
    }
    return found;
}

std::optional<Programme> programmeNamed(yanxun::Reader& reader, const std::string& name) {
    std::optional<Programme> found;
    reader.one(std::string(selectProgramme) + "WHERE name_key = ?", {yanxun::text::key(name)},
               [&](const Row& row) { found = programmeOf(row); });
    return found;
}

std::int64_t addProgramme(yanxun::Writer& writer, const Programme& programme) {
    return writer.insert("training_programme", withUid(fieldsOf(programme), writer));
}

std::int64_t updateProgramme(yanxun::Writer& writer, const Programme& programme) {
    return writer.update("training_programme", programme.id, programme.revision, fieldsOf(programme));
}

void removeProgramme(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    writer.remove("training_programme", id, revision);
}

std::vector<Session> sessions(yanxun::Reader& reader, std::int64_t classId) {
    std::vector<Session> all;
    reader.each(std::string(selectSession) + "class_id = ? ORDER BY held_ymd, coalesce(starts_minute, -1), id",
                {classId}, [&](const Row& row) { all.push_back(sessionOf(row)); });
    return all;
}

Session session(yanxun::Reader& reader, std::int64_t id) {
    Session found;
    if (!reader.one(std::string(selectSession) + "id = ?", {id}, [&](const Row& row) { found = sessionOf(row); })) {
        throw yanxun::NotFound(yanxun::tr("这个课次已不存在，请刷新后再试。"));
    }
    return found;
}

std::int64_t addSession(yanxun::Writer& writer, const Session& session) {
    return writer.insert("training_session", withUid(fieldsOf(session), writer));
}

std::int64_t updateSession(yanxun::Writer& writer, const Session& session) {
    return writer.update("training_session", session.id, session.revision, fieldsOf(session));
}

void removeSession(yanxun::Writer& writer, const Session& session) {
    writer.remove("training_session", session.id, session.revision);
}

} // namespace training::store
