#include "core/plan/words_reader.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

constexpr std::array digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

} // namespace

bool WordsReader::take(std::string_view word) {
    if (!sees(word)) return false;
    at_ += word.size();
    return true;
}

bool WordsReader::takeAny(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(word); });
}

std::optional<int> WordsReader::number() {
    int value = 0;
    std::size_t end = at_;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9' && value < 100000)
        value = value * 10 + (text_[end++] - '0');
    if (end != at_) {
        at_ = end;
        return value;
    }
    const auto digit = [&]() -> std::optional<int> {
        if (take("两")) return 2;
        for (std::size_t i = 1; i < digits.size(); ++i)
            if (take(digits[i])) return int(i);
        return std::nullopt;
    };
    // «一次» is no number of something.
    if (sees("一次")) return std::nullopt;
    const auto first = digit();
    if (!take("十")) return first;
    return first.value_or(1) * 10 + digit().value_or(0);
}

int WordsReader::need() {
    const auto value = number();
    if (!value) throw wrong();
    return *value;
}

yanxun::Error WordsReader::wrong() const {
    return yanxun::Error(yanxun::tr("看不懂“{}”。可以写成：一次、每周三、每月第二个星期三、每月最后一天、每季度一次、每半年一次、"
                                    "每年5月12日、每年汛前（5月31日前）、每学期第2周星期三，后面可加“，共4次”或“，至2022年6月30日”。",
                                    written_));
}

std::string chineseNumber(int number) {
    if (number < 10) return digits[std::size_t(number)];
    std::string text = number < 20 ? std::string() : std::string(digits[std::size_t(number / 10)]);
    text += "十";
    return number % 10 == 0 ? text : text + digits[std::size_t(number % 10)];
}

} // namespace drills
