#pragma once
#include <yanxun/data/database.h>

#include <array>
#include <string>

namespace yanxun::bench {

constexpr long kRows = 1'100'000;

/// One row as wide as a participation: five numbers, six texts, made of its number alone.
struct ParticipationRow {
    long long subject = 0, unit = 0, signedAt = 0, counted = 0, estimated = 0;
    std::string_view kind, unitName, audience, person, township, remark;
};
ParticipationRow participationRow(long number);

/// The table's columns without id, in the order of the struct above.
const std::array<BulkColumn, 11>& participationColumns();
/// CREATE TABLE with «{…}» for the layer's types.
std::string participationTable(const std::string& name);
/// INSERT with one group of «?».
std::string participationInsert(const std::string& name);
void fill(BulkRow& into, const ParticipationRow& row);

} // namespace yanxun::bench
