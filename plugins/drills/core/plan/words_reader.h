#pragma once
#include <yanxun/error.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace drills {

/// Reads what a person wrote, word by word. `loose` is the text in the form in which words are compared.
class WordsReader {
public:
    WordsReader(std::string written, std::string loose) : written_(std::move(written)), text_(std::move(loose)) {}

    bool atEnd() const { return at_ >= text_.size(); }
    bool sees(std::string_view word) const { return std::string_view(text_).substr(at_).starts_with(word); }
    /// Goes past the word when it comes next.
    bool take(std::string_view word);
    bool takeAny(std::initializer_list<std::string_view> words);
    /// «12», «十二», «两»; empty, and nothing read, when no number comes next.
    std::optional<int> number();
    /// The same; throws wrong() when there is none.
    int need();
    /// A sentence that shows how it should be written.
    yanxun::Error wrong() const;

private:
    std::string written_, text_;
    std::size_t at_ = 0;
};

/// 1–99: «三», «十二», «二十一».
std::string chineseNumber(int number);

} // namespace drills
