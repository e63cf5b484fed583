#pragma once
#include <yanxun/data/value.h>

#include <string>

namespace yanxun::data {

/// Appends `text` as a JSON string.
void appendJson(std::string& json, std::string_view text);
/// Appends a value: null, number, string; bytes as {"hex":"…"}.
void appendJson(std::string& json, const Value& value);
/// {"column":value,…} in the order given.
std::string jsonObject(const Fields& fields);
/// Shortest text that reads back as the same number.
std::string written(double number);

} // namespace yanxun::data
