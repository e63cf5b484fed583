#include "core/import_support.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {

using yanxun::ImportColumn;
using yanxun::ImportRow;
using yanxun::tr;
using yanxun::Value;

constexpr std::size_t offered = 3;

ImportColumn column(const char* id, std::string title, yanxun::ImportType type) {
    ImportColumn made;
    made.id = id;
    made.title = std::move(title);
    made.type = type;
    return made;
}

ImportColumn required(ImportColumn made) {
    made.required = true;
    made.headingRequired = true;
    return made;
}

ImportColumn ofItsRow(ImportColumn made) {
    made.fillDown = false;
    return made;
}

yanxun::ImportOption unknownUnitsOption() {
    return {"unknown-units",
            tr("名录中没有的单位"),
            {{"create", tr("新建为待完善单位")}, {"refuse", tr("不导入，报错")}}};
}

UnitLookup::Seen& UnitLookup::lookUp(const std::string& name) {
    const auto [place, isNew] = seen_.try_emplace(yanxun::text::key(name));
    Seen& seen = place->second;
    if (!isNew) return seen;
    seen.unit = units_.find(reader_, name);
    if (seen.unit) return seen;
    std::size_t exact = 0;
    for (const auto& match : units_.candidates(reader_, name, offered)) {
        seen.alike.push_back(match.unit.name);
        if (yanxun::text::key(match.unit.name) == place->first) ++exact;
    }
    seen.ambiguous = exact > 1;
    return seen;
}

UnitLookup::Known UnitLookup::check(ImportRow& row, const char* column) {
    const std::string name = row.text(column);
    if (name.empty()) return {};
    Seen& seen = lookUp(name);
    if (seen.unit) return {seen.unit, '#' + std::to_string(seen.unit->id)};
    if (seen.ambiguous) {
        row.fail(column, "unit.ambiguous", tr("有不止一个单位叫“{}”，请改写为信用代码，或先合并重复单位。", name));
    } else if (refuseUnknown_) {
        row.fail(column, "unit.unknown", tr("单位名录中没有“{}”，请先登记该单位或改正名称。", name), seen.alike);
    } else if (!seen.told) {
        seen.told = true;
        row.warn(column, "unit.unknown", tr("单位名录中没有“{}”，将新建为待完善单位。", name), seen.alike);
    }
    return {std::nullopt, yanxun::text::key(name)};
}

const Value* valueOf(const yanxun::Fields& fields, std::string_view column) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const yanxun::Field& field) { return field.column == column; });
    return found == fields.end() ? nullptr : &found->value;
}

std::string textOf(const Value* value) { return value && value->text() ? *value->text() : std::string(); }

std::optional<std::int64_t> integerOf(const Value* value) {
    if (!value || !value->integer()) return std::nullopt;
    return *value->integer();
}

Value orNull(const std::string& text) { return text.empty() ? Value() : Value(text); }

} // namespace training
