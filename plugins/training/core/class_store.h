#pragma once
#include "core/training_class.h"

#include <yanxun/data/database.h>

#include <functional>

namespace training {

/// Rows of training_programme, training_class and training_session ↔ structs. Decides nothing.
namespace store {

std::optional<TrainingClass> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
TrainingClass get(yanxun::Reader& reader, std::int64_t id);
/// The oldest class of that number and host (contract «Natural keys of rows»).
std::optional<TrainingClass> findByKey(yanxun::Reader& reader, const std::string& number, std::int64_t unit);
/// Classes of a period in the order of day, number and host; `year` 0 = all.
void each(yanxun::Reader& reader, const yanxun::Period& period, const std::function<void(const TrainingClass&)>& use);
/// Stores all but id, revision and uid. Returns the new id.
std::int64_t add(yanxun::Writer& writer, const TrainingClass& one);
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
/// Many classes with ids and uids already set; null ends.
void addMany(yanxun::Writer& writer, const std::function<const TrainingClass*()>& next);
/// `one.revision` is the one that was read. Returns the new revision. Throws Conflict, NotFound.
std::int64_t update(yanxun::Writer& writer, const TrainingClass& one);
/// The row alone; sessions and learners go before it.
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

void index(yanxun::Writer& writer, const TrainingClass& one);
void indexMany(yanxun::Writer& writer, const std::function<const TrainingClass*()>& next);
void unindex(yanxun::Writer& writer, std::int64_t id);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);
std::int64_t ofProgramme(yanxun::Reader& reader, std::int64_t programme);

std::vector<Programme> programmes(yanxun::Reader& reader);
/// Throws NotFound.
Programme programme(yanxun::Reader& reader, std::int64_t id);
/// By normalised name.
std::optional<Programme> programmeNamed(yanxun::Reader& reader, const std::string& name);
std::int64_t addProgramme(yanxun::Writer& writer, const Programme& programme);
std::int64_t updateProgramme(yanxun::Writer& writer, const Programme& programme);
void removeProgramme(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

/// In the order they are held.
std::vector<Session> sessions(yanxun::Reader& reader, std::int64_t classId);
/// Throws NotFound.
Session session(yanxun::Reader& reader, std::int64_t id);
std::int64_t addSession(yanxun::Writer& writer, const Session& session);
std::int64_t updateSession(yanxun::Writer& writer, const Session& session);
void removeSession(yanxun::Writer& writer, const Session& session);

} // namespace store

/// The search kind of classes, and the subject kind participation knows them by.
inline constexpr auto classKind = "training.class";

} // namespace training
