#include "core/learner_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <map>

namespace training::learners {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

constexpr std::string_view selectLearner =
    "SELECT l.id, l.revision, l.class_id, l.person_id, l.name, l.unit_id, l.unit_name, l.category,"
    " (SELECT CAST(coalesce(sum(a.credited_minutes), 0) AS bigint) FROM training_attendance a WHERE a.learner_id = "
    "l.id),"
    " (SELECT count(*) FROM training_attendance a WHERE a.learner_id = l.id) FROM training_learner l WHERE ";

Learner learnerOf(const Row& row) {
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.str(4),
            row.integer(5), row.str(6),     row.str(7),     row.integer(8), row.integer(9)};
}

Fields fieldsOf(const Learner& learner) {
    return {{"class_id", learner.classId}, {"person_id", learner.personId},
            {"name", learner.name},        {"name_key", yanxun::text::key(learner.name)},
            {"unit_id", learner.unitId},   {"unit_name", learner.unitName},
            {"category", learner.category}};
}

struct Standing {
    std::int64_t id, revision;
};

void removeAll(Writer& writer, const std::string& table, const std::string& column, std::int64_t value) {
    std::vector<Standing> rows;
    writer.each("SELECT id, revision FROM " + table + " WHERE " + column + " = ? ORDER BY id", {value},
                [&](const Row& row) {
                    rows.push_back({row.integer(0), row.integer(1)});
                });
    for (const Standing& row : rows)
        writer.remove(table, row.id, row.revision);
}

} // namespace

std::vector<Learner> of(Reader& reader, std::int64_t classId) {
    std::vector<Learner> all;
    reader.each(std::string(selectLearner) + "l.class_id = ? ORDER BY l.id", {classId},
                [&](const Row& row) { all.push_back(learnerOf(row)); });
    return all;
}

std::optional<Learner> find(Reader& reader, std::int64_t id) {
    std::optional<Learner> found;
    reader.one(std::string(selectLearner) + "l.id = ?", {id}, [&](const Row& row) { found = learnerOf(row); });
    return found;
}

Learner get(Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这名学员已不在名册上，请刷新后再试。"));
    return std::move(*found);
}

std::int64_t add(Writer& writer, const Learner& learner) {
    Fields fields = fieldsOf(learner);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("training_learner", fields);
}

std::int64_t update(Writer& writer, const Learner& learner) {
    return writer.update("training_learner", learner.id, learner.revision, fieldsOf(learner));
}

void remove(Writer& writer, const Learner& learner) {
    removeAll(writer, "training_attendance", "learner_id", learner.id);
    removeAll(writer, "training_exam_result", "learner_id", learner.id);
    writer.remove("training_learner", learner.id, learner.revision);
}

bool usesUnit(Reader& reader, std::int64_t unit) {
    return unit != 0 &&
           reader.scalar("SELECT 1 FROM training_learner WHERE unit_id = ? AND unit_id <> 0 LIMIT 1", {unit}) != 0;
}

bool usesPerson(Reader& reader, std::int64_t person) {
    return person != 0 &&
           reader.scalar("SELECT 1 FROM training_learner WHERE person_id = ? AND person_id <> 0 LIMIT 1", {person}) !=
               0;
}

std::vector<std::int64_t> ofUnit(Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM training_learner WHERE unit_id = ? AND unit_id <> 0 ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::vector<Attendance> attendanceOf(Reader& reader, std::int64_t session) {
    std::vector<Attendance> all;
    reader.each("SELECT id, revision, session_id, learner_id, status, in_minute, out_minute, credited_minutes, method"
                " FROM training_attendance WHERE session_id = ? ORDER BY learner_id",
                {session}, [&](const Row& row) {
                    all.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                                   Presence(row.integer(4)), row.maybeInteger(5), row.maybeInteger(6), row.integer(7),
                                   row.str(8)});
                });
    return all;
}

bool anyAttendance(Reader& reader, std::int64_t classId) {
    return reader.scalar("SELECT 1 FROM training_attendance a JOIN training_session s ON s.id = a.session_id"
                         " WHERE s.class_id = ? LIMIT 1",
                         {classId}) != 0;
}

void putAttendance(Writer& writer, const Attendance& a) {
    const Fields fields{{"session_id", a.sessionId}, {"learner_id", a.learnerId},
                        {"status", int(a.presence)}, {"in_minute", a.inMinute},
                        {"out_minute", a.outMinute}, {"credited_minutes", a.creditedMinutes},
                        {"method", a.method}};
    Standing known{0, 0};
    writer.one("SELECT id, revision FROM training_attendance WHERE session_id = ? AND learner_id = ?",
               {a.sessionId, a.learnerId}, [&](const Row& row) {
                   known = {row.integer(0), row.integer(1)};
               });
    if (known.id == 0) {
        writer.insert("training_attendance", fields);
    } else {
        writer.update("training_attendance", known.id, known.revision, fields);
    }
}

void removeAttendanceOf(Writer& writer, std::int64_t session) {
    removeAll(writer, "training_attendance", "session_id", session);
}

std::vector<ExamResult> resultsOf(Reader& reader, std::int64_t classId) {
    std::vector<ExamResult> all;
    reader.each("SELECT r.id, r.revision, r.learner_id, r.kind, r.attempt, r.score, r.passed, r.taken_ymd"
                " FROM training_exam_result r JOIN training_learner l ON l.id = r.learner_id WHERE l.class_id = ?"
                " ORDER BY r.learner_id, r.kind, r.attempt",
                {classId}, [&](const Row& row) {
                    all.push_back({row.integer(0), row.integer(1), row.integer(2), row.str(3), row.integer(4),
                                   row.maybeInteger(5), row.flag(6), Date::fromYmd(row.integer(7))});
                });
    return all;
}

std::int64_t addResult(Writer& writer, const ExamResult& result) {
    const std::int64_t attempt =
        1 + writer.scalar("SELECT max(attempt) FROM training_exam_result WHERE learner_id = ? AND kind = ?",
                          {result.learnerId, result.kind});
    return writer.insert("training_exam_result", {{"uid", yanxun::newUid(writer.at())},
                                                  {"learner_id", result.learnerId},
                                                  {"kind", result.kind},
                                                  {"attempt", attempt},
                                                  {"score", result.score},
                                                  {"passed", result.passed},
                                                  {"taken_ymd", result.takenOn.ymd()}});
}

std::optional<std::int64_t> passedCount(Reader& reader, std::int64_t classId) {
    // Rows come by learner, kind and attempt: the last of a kind is the one that counts.
    std::map<std::int64_t, std::map<std::string, bool>> newest;
    for (const ExamResult& result : resultsOf(reader, classId))
        newest[result.learnerId][result.kind] = result.passed;
    if (newest.empty()) return std::nullopt;
    std::int64_t passed = 0;
    for (const auto& [learner, kinds] : newest) {
        bool all = true;
        for (const auto& [kind, right] : kinds)
            all = all && right;
        passed += all ? 1 : 0;
    }
    return passed;
}

} // namespace training::learners
