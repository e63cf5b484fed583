#pragma once
#include "data/session.h"

#include <yanxun/data/database.h>

namespace yanxun {

/// Where one row waits.
struct BulkRow::Slots {
    struct Cell {
        enum class Kind : unsigned char { null, integer, real, text, blob } kind = Kind::null;
        std::int64_t integer = 0;
        double real = 0;
        std::string bytes; ///< of a text or blob; keeps its room from row to row
    };
    Cell* row = nullptr;
    std::size_t columns = 0;

    Cell& at(std::size_t column) const;
};

namespace data {

struct BulkResult {
    std::int64_t rows = 0;
    std::optional<std::int64_t> firstId, lastId;
};

/// Streams rows in through one prepared statement. `sees` is shown every row (for the digest) before it goes; empty
/// when nobody looks. Knows nothing of the log.
BulkResult insertRows(Reader::Session& session, std::string_view table, std::span<const BulkColumn> columns,
                      const std::function<bool(BulkRow&)>& next,
                      const std::function<void(const BulkRow::Slots&)>& sees = {});

} // namespace data
} // namespace yanxun
