#pragma once
#include "core/hours.h"
#include "core/training_class.h"

#include <yanxun/data/database.h>

#include <functional>
#include <span>

namespace training {

/// The uid of the n-th row of a bulk.
using UidOf = std::function<std::string(std::size_t)>;

/// Rows of training_credit: append-only, there is no update and no remove here.
namespace credits {

/// Returns the new id.
std::int64_t add(yanxun::Writer& writer, const Credit& credit, Source source);
/// Many credits; null ends.
void addMany(yanxun::Writer& writer, const std::function<const Credit*()>& next, Source source, const UidOf& uid);
/// Throws NotFound.
Credit get(yanxun::Reader& reader, std::int64_t id);
/// The ledger of a person, oldest first.
std::vector<Credit> ofPerson(yanxun::Reader& reader, std::int64_t person);
/// Those of a class that nothing takes back.
std::vector<Credit> standingOfClass(yanxun::Reader& reader, std::int64_t classId);
bool ofClass(yanxun::Reader& reader, std::int64_t classId);
bool usesPerson(yanxun::Reader& reader, std::int64_t person);
/// Sums over a person's credits between two days, and the day of the last one; empty without any.
std::vector<CreditSum> sums(yanxun::Reader& reader, std::int64_t person, const yanxun::Period& period);
std::optional<yanxun::Date> lastDay(yanxun::Reader& reader, std::int64_t person, yanxun::Date until);

} // namespace credits

/// Rows of training_trainee.
namespace trainees {

enum class Order { unit, name, role, since };

/// Throws NotFound.
Trainee get(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; a vanished one has id 0.
std::vector<Trainee> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// By unit and name.
void each(yanxun::Reader& reader, const std::function<void(const Trainee&)>& use);
std::vector<std::int64_t> ids(yanxun::Reader& reader, const std::string& search, Order order, bool ascending);
/// The duty of that person, unit and role, still open.
std::optional<Trainee> find(yanxun::Reader& reader, std::int64_t person, std::int64_t unit, const std::string& role);
std::int64_t add(yanxun::Writer& writer, const Trainee& trainee, Source source);
void addMany(yanxun::Writer& writer, const std::function<const Trainee*()>& next, Source source, const UidOf& uid);
std::int64_t update(yanxun::Writer& writer, const Trainee& trainee);
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
bool usesPerson(yanxun::Reader& reader, std::int64_t person);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);
std::int64_t count(yanxun::Reader& reader);

} // namespace trainees
} // namespace training
