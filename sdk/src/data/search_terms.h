#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace yanxun::data {

/// What of title and body is stored and searched: compatible forms, one space between words, ASCII in lower case, not
/// longer than an index can take.
std::string foldedText(std::string_view title, std::string_view body);
/// The terms of a folded text, separated by spaces: pairs of characters, words of letters and digits, and the last
/// character of every Chinese run alone, so that each character begins some term.
std::string termsOf(std::string_view folded);

/// One term of a query.
struct QueryTerm {
    std::string text;
    bool beginning = false; ///< terms that begin with it count too
};

/// What a person typed, taken apart.
struct SearchQuery {
    std::vector<QueryTerm> terms;   ///< all must occur
    std::vector<std::string> words; ///< what the terms cannot prove: must stand in the folded text
    bool blank() const { return terms.empty() && words.empty(); }
};

SearchQuery parseQuery(std::string_view typed);
/// For FTS5's MATCH.
std::string ftsQuery(const SearchQuery& query);
/// For PostgreSQL's tsquery.
std::string tsQuery(const SearchQuery& query);

} // namespace yanxun::data
