#include "core/unit_planner.h"

#include "core/uscc.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::ImportRow;
using yanxun::tr;

namespace {

std::string validCode(const ImportRow& row) {
    const std::string code = normaliseUscc(row.text("uscc"));
    return isValidUscc(code) ? code : std::string();
}

std::string keyOf(std::int64_t unit) { return "#" + std::to_string(unit); }

} // namespace

UnitPlanner::UnitPlanner(yanxun::Reader& reader, bool checksDoubles, yanxun::Date today)
    : reader_(reader), checksDoubles_(checksDoubles), today_(today) {
    unit_store::eachName(reader,
                         [&](std::string_view name, std::int64_t unit) { byName_[std::string(name)].insert(unit); });
    unit_store::eachCode(reader,
                         [&](std::string_view code, std::int64_t unit) { byCode_[std::string(code)].insert(unit); });
}

void UnitPlanner::plan(ImportRow& row) {
    const std::string name = yanxun::text::key(row.text("name"));
    if (name.empty()) return;
    const std::string code = validCode(row);
    if (!match(row, name, code)) return;
    row.existing != 0 ? planExisting(row, name, code) : planNew(row, name, code);
}

/// False when the row cannot be decided.
bool UnitPlanner::match(ImportRow& row, const std::string& name, const std::string& code) {
    const auto named = byName_.find(name);
    const auto coded = byCode_.find(code);
    if (named != byName_.end() && named->second.size() > 1 && checksDoubles_) {
        row.fail("name", "unit.ambiguous",
                 tr("有 {} 个单位的名称或别名是“{}”，请先合并，或改写为全称。", named->second.size(), name));
        return false;
    }
    if (named != byName_.end() && named->second.size() == 1)
        row.existing = *named->second.begin();
    else if (named == byName_.end() && coded != byCode_.end() && coded->second.size() == 1)
        row.existing = *coded->second.begin();
    if (!checksDoubles_ && !completesFirst(row)) row.existing = 0;
    return true;
}

/// Without a check for doubles a unit is met only to be completed, and only once.
bool UnitPlanner::completesFirst(const ImportRow& row) {
    const auto unit = unit_store::get(reader_, row.existing);
    if (!unit || !unit->incomplete || row.text("kind").empty()) return false;
    return completed_.insert(row.existing).second;
}

void UnitPlanner::planNew(ImportRow& row, const std::string& name, const std::string& code) {
    row.key = name;
    if (const auto before = keyOfName_.find(name); before != keyOfName_.end())
        row.key = before->second;
    else if (const auto coded = keyOfCode_.find(code); coded != keyOfCode_.end())
        row.key = coded->second;
    UnitRow read = readUnitRow(row, {});
    dropTakenNames(row, read);
    row.fields = importFields(read);
    row.fields.insert(row.fields.begin(), {"name", name});
    if (!row.failed()) claim(read, name, code, row.key);
}

void UnitPlanner::planExisting(ImportRow& row, const std::string& name, const std::string& code) {
    row.key = keyOf(row.existing);
    const auto unit = unit_store::get(reader_, row.existing);
    row.existingRevision = unit->revision;
    UnitRow read = readUnitRow(row, unit->kind);
    row.completes = unit->incomplete && !read.unit.kind.empty();
    if (byName_.find(name) == byName_.end()) {
        row.warn("name", "unit.renamed",
                 tr("信用代码与已有单位“{}”相同，按同一单位处理；更新时“{}”记为别名。", unit->name, name));
        read.otherNames.push_back(name);
    }
    if (!code.empty() && unit->usccValid && unit->uscc != code)
        row.warn("uscc", "uscc.differs",
                 tr("已有单位“{}”的信用代码是 {}，与本行不同，请核对。", unit->name, unit->uscc));
    dropTakenNames(row, read);
    row.fields = importFields(read);
    row.stored = storedFields(reader_, *unit, row.fields, today_);
    if (!row.failed()) claim(read, name, code, row.key);
}

/// Other names that already lead elsewhere cannot lead here too.
void UnitPlanner::dropTakenNames(ImportRow& row, UnitRow& read) const {
    if (!checksDoubles_) return;
    std::erase_if(read.otherNames, [&](const std::string& other) {
        const auto known = byName_.find(other);
        const auto before = keyOfName_.find(other);
        const bool elsewhere = (known != byName_.end() && !known->second.contains(row.existing)) ||
                               (before != keyOfName_.end() && before->second != row.key);
        if (elsewhere)
            row.warn("aliases", "alias.taken", tr("“{}”已是另一单位的名称或别名，本行不记这个别名，请核对。", other));
        return elsewhere;
    });
}

void UnitPlanner::claim(const UnitRow& read, const std::string& name, const std::string& code,
                        const std::string& key) {
    keyOfName_.emplace(name, key);
    for (const std::string& other : read.otherNames)
        keyOfName_.emplace(other, key);
    if (!code.empty()) keyOfCode_.emplace(code, key);
}

} // namespace directory
