#include "data/json.h"

#include <charconv>
#include <cmath>

namespace yanxun::data {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

} // namespace

void appendJson(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += "\\u00";
            json += kHexDigits[c >> 4];
            json += kHexDigits[c & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

std::string written(double number) {
    char text[32];
    return std::string(text, std::to_chars(text, text + sizeof text, number).ptr);
}

void appendJson(std::string& json, const Value& value) {
    if (const auto* integer = value.integer()) {
        json += std::to_string(*integer);
    } else if (const auto* real = value.real()) {
        json += std::isfinite(*real) ? written(*real) : "null";
    } else if (const auto* text = value.text()) {
        appendJson(json, std::string_view(*text));
    } else if (const auto* blob = value.blob()) {
        json += "{\"hex\":\"";
        for (const std::byte b : *blob) {
            json += kHexDigits[std::to_integer<int>(b) >> 4];
            json += kHexDigits[std::to_integer<int>(b) & 15];
        }
        json += "\"}";
    } else {
        json += "null";
    }
}

std::string jsonObject(const Fields& fields) {
    std::string json = "{";
    for (const Field& field : fields) {
        if (json.size() > 1) json += ',';
        appendJson(json, std::string_view(field.column));
        json += ':';
        appendJson(json, field.value);
    }
    return json + '}';
}

} // namespace yanxun::data
