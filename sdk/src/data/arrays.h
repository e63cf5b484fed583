#pragma once
#include "data/cells.h"

#include <string>
#include <vector>

namespace yanxun::data {

/// Columns as PostgreSQL's array literals: «{1,NULL,"text"}», one value of a statement each.
class TextArrays final : public Cells {
public:
    explicit TextArrays(std::size_t columns) : arrays_(columns, "{") {}

    void addNull(std::size_t column);
    void add(std::size_t column, std::int64_t value);
    void add(std::size_t column, double value);
    void add(std::size_t column, std::string_view text);
    void addBytes(std::size_t column, std::string_view bytes);
    std::size_t bytes() const { return bytes_; }
    void clear();

    std::size_t count() const override { return arrays_.size(); }
    void put(Poco::Data::AbstractBinder& binder, std::size_t position) override;

private:
    std::string& next(std::size_t column);

    std::vector<std::string> arrays_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
};

} // namespace yanxun::data
