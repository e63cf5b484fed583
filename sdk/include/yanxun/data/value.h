#pragma once
#include <yanxun/export.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace yanxun {

/// An empty one is stored as NULL: neither connector can do otherwise.
using Blob = std::vector<std::byte>;

/// One value on its way into the database, a file or a table on the screen: nothing, integer, real, text or bytes.
/// Quantities and scores are integers of their smallest unit; real is for what has none.
class Value : public std::variant<std::monostate, std::int64_t, double, std::string, Blob> {
public:
    using Base = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;
    Value() = default;
    Value(std::nullptr_t) {}
    Value(std::int64_t v) : Base(v) {}
    Value(int v) : Base(std::int64_t{v}) {}
    Value(bool v) : Base(std::int64_t{v}) {}
    Value(unsigned v) : Base(std::int64_t{v}) {}
    Value(long long v) : Base(std::int64_t{v}) {}
    Value(double v) : Base(v) {}
    Value(const char* v) : Base(std::string(v)) {}
    Value(std::string_view v) : Base(std::string(v)) {}
    Value(std::string v) : Base(std::move(v)) {}
    Value(Blob v) : Base(std::move(v)) {}
    template <class T>
    Value(const std::optional<T>& v) {
        if (v) *this = Value(*v);
    }

    bool isNull() const { return index() == 0; }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(this); }
    const double* real() const { return std::get_if<double>(this); }
    const std::string* text() const { return std::get_if<std::string>(this); }
    const Blob* blob() const { return std::get_if<Blob>(this); }
};

using Values = std::vector<Value>;

/// A named value of a record: column and what goes into it.
struct Field {
    std::string column;
    Value value;
};
using Fields = std::vector<Field>;

} // namespace yanxun
