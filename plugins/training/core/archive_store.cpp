#include "core/archive_store.h"

#include <yanxun/text.h>

namespace training::archives {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

std::vector<FiledPart> of(Reader& reader, const std::string& scope, std::int64_t subject) {
    std::vector<FiledPart> parts;
    reader.each("SELECT id, revision, part, document, filed_ymd FROM training_archive_part"
                " WHERE scope = ? AND subject_id = ? ORDER BY part",
                {scope, subject}, [&](const Row& row) {
                    parts.push_back({row.integer(0), row.integer(1), row.str(2), row.str(3),
                                     yanxun::Date::fromYmd(row.integer(4))});
                });
    return parts;
}

std::map<std::int64_t, std::vector<std::string>> ofClasses(Reader& reader, const yanxun::Period& period) {
    std::map<std::int64_t, std::vector<std::string>> parts;
    reader.each(
        "SELECT p.subject_id, p.part FROM training_archive_part p JOIN training_class c ON c.id = p.subject_id"
        " WHERE p.scope = ? AND c.starts_ymd BETWEEN ? AND ?",
        {"class", period.first.ymd(), period.last.ymd()},
        [&](const Row& row) { parts[row.integer(0)].push_back(row.str(1)); });
    return parts;
}

std::set<std::int64_t> classesWithAttendance(Reader& reader, const yanxun::Period& period) {
    std::set<std::int64_t> classes;
    reader.each("SELECT DISTINCT s.class_id FROM training_session s JOIN training_class c ON c.id = s.class_id"
                " WHERE c.starts_ymd BETWEEN ? AND ?"
                " AND EXISTS (SELECT 1 FROM training_attendance a WHERE a.session_id = s.id)",
                {period.first.ymd(), period.last.ymd()}, [&](const Row& row) { classes.insert(row.integer(0)); });
    return classes;
}

void put(Writer& writer, const std::string& scope, std::int64_t subject, const FiledPart& part) {
    for (const FiledPart& known : of(writer, scope, subject)) {
        if (known.part != part.part) continue;
        writer.update("training_archive_part", known.id, known.revision,
                      {{"document", part.document}, {"filed_ymd", part.filedOn.ymd()}});
        return;
    }
    writer.insert("training_archive_part", {{"scope", scope},
                                            {"subject_id", subject},
                                            {"part", part.part},
                                            {"document", part.document},
                                            {"filed_ymd", part.filedOn.ymd()}});
}

void remove(Writer& writer, const FiledPart& part) { writer.remove("training_archive_part", part.id, part.revision); }

void removeAll(Writer& writer, const std::string& scope, std::int64_t subject) {
    for (const FiledPart& part : of(writer, scope, subject))
        remove(writer, part);
}

bool any(Reader& reader, const std::string& scope, std::int64_t subject) {
    return reader.scalar("SELECT 1 FROM training_archive_part WHERE scope = ? AND subject_id = ? LIMIT 1",
                         {scope, subject}) != 0;
}

bool unitHasResults(Reader& reader, std::int64_t unit) {
    return reader.scalar("SELECT 1 FROM training_class WHERE unit_id = ? AND passed IS NOT NULL LIMIT 1", {unit}) !=
           0;
}

std::vector<std::int64_t> ofSubject(Reader& reader, const std::string& scope, std::int64_t subject) {
    std::vector<std::int64_t> rows;
    for (const FiledPart& part : of(reader, scope, subject))
        rows.push_back(part.id);
    return rows;
}

void move(Writer& writer, std::int64_t id, std::int64_t subject) {
    std::int64_t revision = 0;
    std::string scope, part;
    writer.one("SELECT revision, scope, part FROM training_archive_part WHERE id = ?", {id}, [&](const Row& row) {
        revision = row.integer(0);
        scope = row.str(1);
        part = row.str(2);
    });
    if (revision == 0) return;
    const bool taken =
        writer.scalar("SELECT 1 FROM training_archive_part WHERE scope = ? AND subject_id = ? AND part = ?",
                      {scope, subject, part}) != 0;
    if (!taken) writer.update("training_archive_part", id, revision, {{"subject_id", subject}});
}

} // namespace training::archives
