#include "core/unit_import.h"

#include "core/attribute_store.h"
#include "core/uscc.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::Fields;
using yanxun::ImportRow;
using yanxun::tr;
using yanxun::Value;

namespace {

struct TextColumn {
    const char* column;
    std::string Unit::*member;
};
constexpr TextColumn textColumns[] = {
    {"kind", &Unit::kind},         {"region_name", &Unit::regionName},
    {"village", &Unit::village},   {"grid", &Unit::grid},
    {"industry", &Unit::industry}, {"uscc", &Unit::uscc},
    {"contact", &Unit::contact},   {"phone", &Unit::phone},
    {"address", &Unit::address},   {"note", &Unit::note},
};
struct CountColumn {
    const char* column;
    std::optional<std::int64_t> Unit::*member;
};
constexpr CountColumn countColumns[] = {
    {"staff", &Unit::staff}, {"pupils", &Unit::pupils}, {"population", &Unit::population}};

/// Names written in one cell: «城关一小、一小».
std::vector<std::string> splitNames(const std::string& cell) {
    std::string names = cell;
    for (const std::string_view mark : {"、", "；", "，", ";", ",", "/"})
        for (auto at = names.find(mark); at != std::string::npos; at = names.find(mark))
            names.replace(at, mark.size(), "\n");
    std::vector<std::string> all;
    for (std::size_t first = 0; first <= names.size();) {
        const auto last = std::min(names.find('\n', first), names.size());
        if (std::string name = yanxun::text::key(names.substr(first, last - first)); !name.empty())
            all.push_back(std::move(name));
        first = last + 1;
    }
    return all;
}

void readKind(ImportRow& row, UnitRow& read, std::string_view knownKind) {
    const std::string written = row.text("kind");
    const KindProposal proposal = proposeKind(written, read.unit.name);
    read.unit.kind = proposal.kind;
    if (!proposal.understood)
        row.warn("kind", "kind.unknown",
                 tr("没有“{}”这一类别，按“其他”登记并保留原词；如有误请改为{}等。", written, "企业、村、社区、学校"));
    if (proposal.fromName)
        row.warn("kind", "kind.proposed",
                 tr("名称含“{}”，登记为{}中的{}，请核对。", proposal.subkind, proposal.kind, proposal.subkind));
    if (written.empty() && knownKind.empty())
        row.warn("kind", "kind.missing", tr("没有填写类别，单位登记为待完善，请补填。"));
    if (!proposal.subkind.empty()) read.facts.emplace_back(attribute::subkind, proposal.subkind);
}

void readCode(ImportRow& row, UnitRow& read) {
    read.unit.uscc = normaliseUscc(row.text("uscc"));
    if (read.unit.uscc.empty() || isValidUscc(read.unit.uscc)) return;
    row.warn("uscc", "uscc.invalid",
             tr("信用代码“{}”的校验码不对，按未核验保存，不用于匹配单位，请核对。", read.unit.uscc));
}

/// The general column goes by kind; columns of their own are taken as they are.
void readPeople(ImportRow& row, UnitRow& read, std::string_view knownKind) {
    for (const CountColumn& count : countColumns)
        read.unit.*count.member = row.integer(count.column);
    const auto people = row.integer("people");
    if (!people) return;
    Unit meant;
    meant.kind = read.unit.kind.empty() ? std::string(knownKind) : read.unit.kind;
    meant.people() = people;
    for (const CountColumn& count : countColumns)
        if (meant.*count.member) read.unit.*count.member = people;
}

void readFlag(ImportRow& row, UnitRow& read, const char* column, std::string_view attribute) {
    if (const auto flag = row.integer(column))
        read.facts.emplace_back(attribute, *flag ? attribute::yes : attribute::no);
}

} // namespace

UnitRow readUnitRow(ImportRow& row, std::string_view knownKind) {
    UnitRow read;
    read.unit.name = row.text("name");
    readKind(row, read, knownKind);
    readCode(row, read);
    readPeople(row, read, knownKind);
    for (const TextColumn& text : textColumns)
        if (text.member != &Unit::kind && text.member != &Unit::uscc) read.unit.*text.member = row.text(text.column);
    readFlag(row, read, "high_risk", attribute::highRisk);
    readFlag(row, read, "crowded", attribute::crowded);
    for (const char* column : {"short_name", "aliases"})
        for (std::string& name : splitNames(row.text(column)))
            if (name != yanxun::text::key(read.unit.name)) read.otherNames.push_back(std::move(name));
    return read;
}

Fields importFields(const UnitRow& row) {
    Fields fields;
    for (const TextColumn& text : textColumns)
        if (const std::string& value = row.unit.*text.member; !value.empty()) fields.push_back({text.column, value});
    for (const CountColumn& count : countColumns)
        if (const auto& value = row.unit.*count.member) fields.push_back({count.column, *value});
    for (const auto& [attribute, value] : row.facts)
        fields.push_back({std::string(attributeField) + attribute, value});
    for (const std::string& name : row.otherNames)
        fields.push_back({std::string(aliasField) + name, name});
    return fields;
}

Fields storedFields(yanxun::Reader& reader, const Unit& unit, const Fields& wanted, yanxun::Date today) {
    const auto facts = holdingOn(attribute_store::of(reader, unit.id), today);
    const auto aliases = unit_store::aliases(reader, unit.id);
    const auto stored = [&](const std::string& column) -> Value {
        for (const TextColumn& text : textColumns)
            if (column == text.column) return unit.*text.member;
        for (const CountColumn& count : countColumns)
            if (column == count.column) return unit.*count.member;
        if (column.starts_with(attributeField)) {
            const auto fact = std::find_if(facts.begin(), facts.end(), [&](const Attribute& a) {
                return a.attribute == column.substr(attributeField.size());
            });
            return fact == facts.end() ? Value("") : Value(fact->value);
        }
        const std::string name = column.substr(aliasField.size());
        const bool known = name == unit.name || std::any_of(aliases.begin(), aliases.end(),
                                                            [&](const Alias& alias) { return alias.name == name; });
        return known ? Value(name) : Value("");
    };
    Fields fields;
    for (const auto& field : wanted)
        fields.push_back({field.column, stored(field.column)});
    return fields;
}

void putFields(Unit& unit, const Fields& fields) {
    for (const auto& field : fields) {
        for (const TextColumn& text : textColumns)
            if (field.column == text.column) unit.*text.member = field.value.text() ? *field.value.text() : "";
        for (const CountColumn& count : countColumns) {
            if (field.column != count.column) continue;
            (unit.*count.member).reset();
            if (field.value.integer()) unit.*count.member = *field.value.integer();
        }
    }
}

} // namespace directory
