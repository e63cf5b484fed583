#pragma once
#include <yanxun/data/value.h>

#include <string>

namespace yanxun {

/// What search knows of a record. `kind` is a SearchKind's id; `body` is everything it should be found by.
struct SearchEntry {
    std::string kind;
    std::int64_t recordId = 0;
    std::string title;
    std::string body;
    std::int64_t ymd = 0; ///< day of the event; hits come newest first
};

struct SearchHit {
    std::string kind;
    std::int64_t recordId = 0;
    std::string title;
    std::int64_t ymd = 0;
};

/// A piece of SQL to put behind «id IN (» … «)», with its values. Chinese words of any length are found anywhere, words
/// of letters and digits by their beginning, whatever the width and case; the words of the query, separated by spaces,
/// must all occur. A blank query finds every record of the kind.
struct SearchCondition {
    std::string sql;
    Values values;
};

} // namespace yanxun
