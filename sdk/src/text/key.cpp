#include "text/icu.h"

#include <yanxun/text.h>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

namespace yanxun::text {
namespace {

bool isInvisible(UChar32 c) {
    return c == 0xad || c == 0x034f || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

bool isHan(UChar32 c) {
    UErrorCode failed = U_ZERO_ERROR;
    return uscript_getScript(c, &failed) == USCRIPT_HAN;
}

std::vector<UChar32> characters(std::string_view text) {
    std::vector<UChar32> all;
    all.reserve(text.size() / 2);
    eachCharacter(text, [&](UChar32 c) { all.push_back(c); });
    return all;
}

/// Joins pieces with one space between.
class Words {
public:
    void add(std::initializer_list<UChar32> word) { add(word.begin(), word.end()); }
    template <class At>
    void add(At first, At last) {
        if (!text_.empty()) text_ += ' ';
        for (; first != last; ++first) append(text_, *first);
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

} // namespace

std::string key(std::string_view raw) {
    const std::string compatible = normalized(nfkc(), clean(raw));
    std::string result;
    result.reserve(compatible.size());
    bool space = false;
    eachCharacter(compatible, [&](UChar32 c) {
        if (isInvisible(c)) return;
        if (u_isUWhiteSpace(c)) {
            space = true;
            return;
        }
        if (space && !result.empty()) result += ' ';
        space = false;
        append(result, c);
    });
    return result;
}

std::string loose(std::string_view raw) {
    std::string result = key(raw);
    result.erase(std::remove(result.begin(), result.end(), ' '), result.end());
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return result;
}

std::string bigrams(std::string_view raw) {
    const std::vector<UChar32> all = characters(key(raw));
    Words words;
    for (std::size_t at = 0; at < all.size();) {
        if (isHan(all[at])) {
            std::size_t end = at;
            while (end < all.size() && isHan(all[end])) ++end;
            if (end - at == 1) words.add({all[at]});
            for (std::size_t i = at; i + 1 < end; ++i) words.add({all[i], all[i + 1]});
            at = end;
        } else if (u_isalnum(all[at])) {
            std::vector<UChar32> word;
            for (; at < all.size() && u_isalnum(all[at]) && !isHan(all[at]); ++at) word.push_back(u_tolower(all[at]));
            words.add(word.begin(), word.end());
        } else {
            ++at;
        }
    }
    return words.take();
}

double similarity(std::string_view a, std::string_view b) {
    const std::vector<UChar32> left = characters(loose(a));
    const std::vector<UChar32> right = characters(loose(b));
    if (left.empty() || right.empty()) return left.size() == right.size() ? 1 : 0;

    std::vector<std::size_t> distance(right.size() + 1);
    for (std::size_t j = 0; j < distance.size(); ++j) distance[j] = j;
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = distance[0];
        distance[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = distance[j + 1];
            distance[j + 1] = std::min({replaced, distance[j] + 1, diagonal + 1});
        }
    }
    return 1.0 - double(distance.back()) / double(std::max(left.size(), right.size()));
}

std::string grouped(long long number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

} // namespace yanxun::text
