#pragma once
#include "core/design/design.h"

#include <yanxun/data/database.h>

/// Rows of the tables of step 4 ↔ structs. Decides nothing.
namespace drills::design {

/// Of a drill; an empty one (id 0) when nothing was said yet.
DrillDesign of(yanxun::Reader& reader, std::int64_t drill);
/// Adds or changes the row; all but `number` and `daytime`. Throws Conflict when it was changed since it was read.
void put(yanxun::Writer& writer, const DrillDesign& design);
/// Gives the drill the next number of its prefix; the old one when it has one.
std::string issueNumber(yanxun::Writer& writer, std::int64_t drill, const std::string& prefix);
/// The drill of that number; 0 when there is none.
std::int64_t ofNumber(yanxun::Reader& reader, const std::string& number);
void remove(yanxun::Writer& writer, std::int64_t drill);

/// For Objective, Post, CheckItem, Notification, GroupCount and Correction.
template <class Record>
std::vector<Record> rows(yanxun::Reader& reader, std::int64_t drill);
/// Returns the new id. Throws Conflict when the key is taken.
template <class Record>
std::int64_t add(yanxun::Writer& writer, const Record& record);
template <class Record>
void update(yanxun::Writer& writer, const Record& record);
template <class Record>
void remove(yanxun::Writer& writer, const Record& record);
template <class Record>
void removeAll(yanxun::Writer& writer, std::int64_t drill);

/// How many required items of the readiness list are open, and how many there are at all.
struct Readiness {
    std::int64_t items = 0, open = 0;
};
Readiness readiness(yanxun::Reader& reader, std::int64_t drill);

} // namespace drills::design
