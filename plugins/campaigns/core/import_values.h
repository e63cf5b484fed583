#pragma once
#include <yanxun/table/import.h>

#include <algorithm>

namespace campaigns {

inline yanxun::ImportColumn importColumn(const char* id, std::string title, yanxun::ImportType type) {
    yanxun::ImportColumn made;
    made.id = id;
    made.title = std::move(title);
    made.type = type;
    return made;
}

inline yanxun::ImportColumn requiredColumn(yanxun::ImportColumn made) {
    made.required = true;
    made.headingRequired = true;
    return made;
}

/// A merged cell over several rows never means that they share its number.
inline yanxun::ImportColumn ofItsRow(yanxun::ImportColumn made) {
    made.fillDown = false;
    return made;
}

/// Null when the column is not among the fields.
inline const yanxun::Value* valueOf(const yanxun::Fields& fields, std::string_view column) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const yanxun::Field& field) { return field.column == column; });
    return found == fields.end() ? nullptr : &found->value;
}

inline std::string textOf(const yanxun::Value& value) { return value.text() ? *value.text() : std::string(); }
inline std::optional<std::int64_t> integerOf(const yanxun::Value& value) {
    return value.integer() ? std::optional(*value.integer()) : std::nullopt;
}

/// Blank text of a record reads as NULL, so that «只补空» knows what is blank.
inline yanxun::Value orNull(const std::string& text) { return text.empty() ? yanxun::Value() : yanxun::Value(text); }

} // namespace campaigns
