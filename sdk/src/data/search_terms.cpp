#include "data/search_terms.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::data {
namespace {

constexpr std::size_t kLongestText = 100'000; // PostgreSQL's tsvector ends at 1 MB; pairs triple the bytes
constexpr std::size_t kLongestTerm = 255;

/// At most `bytes` of `text`, not cut inside a character.
std::string_view upTo(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

std::size_t firstCharacterBytes(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/// A pair or a single character as text::bigrams makes them of Chinese: three or four bytes each.
bool isWide(std::string_view term, std::size_t characters) {
    std::size_t count = 0;
    while (!term.empty()) {
        const std::size_t bytes = firstCharacterBytes(term);
        if (bytes < 3 || bytes > term.size()) return false;
        term.remove_prefix(bytes);
        ++count;
    }
    return count == characters;
}

std::string_view lastOfPair(std::string_view pair) { return pair.substr(firstCharacterBytes(pair)); }

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) pieces.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

std::string folded(std::string_view text) {
    std::string result = text::key(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return result;
}

void addWord(SearchQuery& query, std::string_view word) {
    const std::string pieces = text::bigrams(word);
    const std::vector<std::string_view> terms = split(pieces);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const bool single = isWide(terms[i], 1);
        const bool letters = !single && !isWide(terms[i], 2);
        const bool last = i + 1 == terms.size();
        query.terms.push_back({std::string(upTo(terms[i], kLongestTerm)), single || (letters && last)});
    }
    const bool proved = terms.size() == 1 && terms.front() == word && word.size() <= kLongestTerm;
    if (!proved) query.words.emplace_back(word);
}

} // namespace

std::string foldedText(std::string_view title, std::string_view body) {
    std::string both(upTo(title, kLongestText));
    both += ' ';
    both += upTo(body, kLongestText);
    return std::string(upTo(folded(both), kLongestText));
}

std::string termsOf(std::string_view folded) {
    const std::string pieces = text::bigrams(folded);
    const std::vector<std::string_view> terms = split(pieces);
    std::string result;
    result.reserve(pieces.size() + pieces.size() / 4);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!result.empty()) result += ' ';
        result += upTo(terms[i], kLongestTerm);
        if (!isWide(terms[i], 2)) continue;
        const std::string_view last = lastOfPair(terms[i]);
        if (i + 1 == terms.size() || !terms[i + 1].starts_with(last)) (result += ' ') += last;
    }
    return result;
}

SearchQuery parseQuery(std::string_view typed) {
    SearchQuery query;
    const std::string text = folded(upTo(typed, kLongestText));
    for (const std::string_view word : split(text)) addWord(query, word);
    return query;
}

std::string ftsQuery(const SearchQuery& query) {
    std::string result;
    for (const QueryTerm& term : query.terms) {
        if (!result.empty()) result += " AND ";
        (result += '"') += term.text; // terms hold letters, digits and Chinese only
        result += term.beginning ? "\"*" : "\"";
    }
    return result;
}

std::string tsQuery(const SearchQuery& query) {
    std::string result;
    for (const QueryTerm& term : query.terms) {
        if (!result.empty()) result += " & ";
        (result += '\'') += term.text;
        result += term.beginning ? "':*" : "'";
    }
    return result;
}

} // namespace yanxun::data
