#pragma once
#include "core/learner.h"

#include <yanxun/data/database.h>

#include <vector>

namespace training::learners {

/// Rows of training_learner, training_attendance and training_exam_result ↔ structs. Decides nothing.
std::vector<Learner> of(yanxun::Reader& reader, std::int64_t classId);
std::optional<Learner> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Learner get(yanxun::Reader& reader, std::int64_t id);
std::int64_t add(yanxun::Writer& writer, const Learner& learner);
std::int64_t update(yanxun::Writer& writer, const Learner& learner);
/// With attendance and results.
void remove(yanxun::Writer& writer, const Learner& learner);
bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
bool usesPerson(yanxun::Reader& reader, std::int64_t person);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);

/// Of one session, by learner.
std::vector<Attendance> attendanceOf(yanxun::Reader& reader, std::int64_t session);
bool anyAttendance(yanxun::Reader& reader, std::int64_t classId);
/// Adds or replaces the row of (session, learner).
void putAttendance(yanxun::Writer& writer, const Attendance& attendance);
void removeAttendanceOf(yanxun::Writer& writer, std::int64_t session);

/// Of a class, by learner, kind and attempt.
std::vector<ExamResult> resultsOf(yanxun::Reader& reader, std::int64_t classId);
std::int64_t addResult(yanxun::Writer& writer, const ExamResult& result);
/// Learners whose newest attempt of every kind they sat is passed; empty when there is no result at all.
std::optional<std::int64_t> passedCount(yanxun::Reader& reader, std::int64_t classId);

} // namespace training::learners
