#include "data/arrays.h"

#include "data/json.h"

#include <charconv>

namespace yanxun::data {

std::string& TextArrays::next(std::size_t column) {
    std::string& array = arrays_[column];
    if (array.size() > 1) array += ',';
    return array;
}

void TextArrays::addNull(std::size_t column) {
    next(column) += "NULL";
    bytes_ += 4;
}

void TextArrays::add(std::size_t column, std::int64_t value) {
    char digits[24];
    const char* const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    next(column).append(digits, std::size_t(end - digits));
    bytes_ += std::size_t(end - digits);
}

void TextArrays::add(std::size_t column, double value) {
    next(column) += written(value);
    bytes_ += 8;
}

void TextArrays::add(std::size_t column, std::string_view text) {
    std::string& array = next(column);
    array += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '"' && text[i] != '\\') continue;
        array.append(text, copied, i - copied);
        array += '\\';
        copied = i;
    }
    array.append(text, copied);
    array += '"';
    bytes_ += text.size();
}

void TextArrays::addBytes(std::size_t column, std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string& array = next(column);
    array += "\"\\\\x";
    for (const unsigned char c : bytes) {
        array += digits[c >> 4];
        array += digits[c & 15];
    }
    array += '"';
    bytes_ += 2 * bytes.size();
}

void TextArrays::clear() {
    for (std::string& array : arrays_) array.assign(1, '{');
    bytes_ = 0;
    closed_ = false;
}

void TextArrays::put(Poco::Data::AbstractBinder& binder, std::size_t position) {
    for (std::string& array : arrays_) {
        if (!closed_) array += '}';
        binder.bind(position++, array, Poco::Data::AbstractBinder::PD_IN);
    }
    closed_ = true;
}

} // namespace yanxun::data
