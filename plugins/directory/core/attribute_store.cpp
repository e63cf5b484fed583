#include "core/attribute_store.h"

#include <yanxun/id.h>

namespace directory::attribute_store {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Writer;

namespace {

std::string select(const std::string& rest) {
    return "SELECT id, revision, unit_id, attribute, value, valid_from_ymd, valid_to_ymd, confirmed_on_ymd, "
           "confirmed_by, evidence FROM directory_attribute " +
           rest;
}

std::optional<Date> day(const Row& row, std::size_t column) {
    const auto ymd = row.maybeInteger(column);
    if (!ymd) return {};
    return Date::fromYmd(*ymd);
}

Value ymd(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

Attribute read(const Row& row) {
    return {row.integer(0), row.integer(1), row.integer(2), row.str(3), row.str(4),
            day(row, 5),    day(row, 6),    day(row, 7),    row.str(8), row.str(9)};
}

yanxun::Fields fields(const Attribute& fact) {
    return {{"unit_id", fact.unitId},
            {"attribute", fact.attribute},
            {"value", fact.value},
            {"valid_from_ymd", ymd(fact.validFrom)},
            {"valid_to_ymd", ymd(fact.validTo)},
            {"confirmed_on_ymd", ymd(fact.confirmedOn)},
            {"confirmed_by", fact.confirmedBy},
            {"evidence", fact.evidence}};
}

} // namespace

std::vector<Attribute> of(Reader& reader, std::int64_t unit) {
    std::vector<Attribute> facts;
    reader.each(select("WHERE unit_id = ? ORDER BY attribute, id"), {unit},
                [&](const Row& row) { facts.push_back(read(row)); });
    return facts;
}

void each(Reader& reader, const std::function<void(const Attribute&)>& use) {
    reader.each(select("ORDER BY unit_id, attribute, id"), {}, [&](const Row& row) { use(read(row)); });
}

std::optional<Attribute> get(Reader& reader, std::int64_t id) {
    std::optional<Attribute> fact;
    reader.one(select("WHERE id = ?"), {id}, [&](const Row& row) { fact = read(row); });
    return fact;
}

void add(Writer& writer, Attribute& fact) {
    auto values = fields(fact);
    values.push_back({"uid", yanxun::newUid(writer.at())});
    fact.id = writer.insert("directory_attribute", values);
    fact.revision = 1;
}

void update(Writer& writer, Attribute& fact) {
    fact.revision = writer.update("directory_attribute", fact.id, fact.revision, fields(fact));
}

void remove(Writer& writer, const Attribute& fact) { writer.remove("directory_attribute", fact.id, fact.revision); }

void removeAll(Writer& writer, std::int64_t unit) {
    for (const Attribute& fact : of(writer, unit))
        remove(writer, fact);
}

std::int64_t countUnconfirmed(Reader& reader) {
    return reader.scalar("SELECT COUNT(*) FROM directory_attribute a JOIN directory_unit u ON u.id = a.unit_id "
                         "WHERE a.confirmed_on_ymd IS NULL AND u.merged_into = 0");
}

std::vector<std::int64_t> unitsWithUnconfirmed(Reader& reader, std::size_t limit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM directory_unit WHERE merged_into = 0 AND id IN "
                "(SELECT unit_id FROM directory_attribute WHERE confirmed_on_ymd IS NULL) "
                "ORDER BY sort_key, id LIMIT ?",
                {static_cast<std::int64_t>(limit)}, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void addMany(Writer& writer, const std::vector<Attribute>& facts) {
    if (facts.empty()) return;
    std::vector<yanxun::BulkColumn> bulk{{"uid", yanxun::ColumnType::text},
                                         {"revision", yanxun::ColumnType::integer}};
    for (const auto& field : fields(facts.front())) {
        const bool integer = field.column == "unit_id" || field.column.ends_with("_ymd");
        bulk.push_back({field.column, integer ? yanxun::ColumnType::integer : yanxun::ColumnType::text});
    }
    std::size_t next = 0;
    writer.insertMany("directory_attribute", bulk, [&](yanxun::BulkRow& row) {
        if (next == facts.size()) return false;
        row.text(0, yanxun::newUid(writer.at()));
        row.integer(1, 1);
        std::size_t column = 2;
        for (const auto& field : fields(facts[next]))
            row.set(column++, field.value);
        ++next;
        return true;
    });
}

} // namespace directory::attribute_store
