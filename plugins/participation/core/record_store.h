#pragma once
#include "core/entry.h"

#include <yanxun/data/list_query.h>

#include <functional>
#include <span>
#include <vector>

namespace participation {

/// Which records a list shows; empty = all.
struct RecordFilter {
    std::string subjectKind;
    std::int64_t subjectId = 0; ///< 0 = all of the kind
    bool differencesOnly = false;
};

namespace record_store {

std::optional<Record> get(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; vanished ones are left out.
std::vector<Record> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// The entry of that subject, unit (by id, or by name when it has none) and audience.
std::optional<Record> find(yanxun::Reader& reader, const Subject& subject, const Entry& entry);
std::vector<Record> of(yanxun::Reader& reader, const Subject& subject);
Reported reported(yanxun::Reader& reader, const Subject& subject);
/// Differences first shown worst first, everything else newest first.
yanxun::IdList list(yanxun::Reader& reader, const RecordFilter& filter, std::int64_t limit);
yanxun::SearchCondition listStatement(const RecordFilter& filter, std::int64_t limit);
std::int64_t count(yanxun::Reader& reader, const RecordFilter& filter);

/// Sets the entry's id and revision.
void add(yanxun::Writer& writer, Record& record);
void update(yanxun::Writer& writer, Record& record);
void remove(yanxun::Writer& writer, const Record& record);
void addMany(yanxun::Writer& writer, const std::function<bool(Record&)>& next);

std::vector<Named> names(yanxun::Reader& reader, std::int64_t record);
void replaceNames(yanxun::Writer& writer, std::int64_t record, const std::vector<Named>& names);

// Units that become one.
bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> idsOfUnit(yanxun::Reader& reader, std::int64_t unit);
/// The record keeps the name the unit had at the time; one that would stand beside another of the same place is kept
/// apart as its double.
void moveToUnit(yanxun::Writer& writer, std::int64_t record, std::int64_t unit);

} // namespace record_store
} // namespace participation
