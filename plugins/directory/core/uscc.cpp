#include "core/uscc.h"

#include <yanxun/text.h>

#include <array>

namespace directory {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // without I O S V Z

} // namespace

char usccCheckCharacter(std::string_view first17) {
    constexpr std::array<int, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto value = alphabet.find(first17[i]);
        if (value == std::string_view::npos) return '\0';
        sum += static_cast<int>(value) * weights[i];
    }
    return alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

bool isValidUscc(std::string_view code) {
    return code.size() == 18 && code[17] == usccCheckCharacter(code.substr(0, 17));
}

std::string normaliseUscc(std::string_view written) {
    std::string code;
    for (const char c : yanxun::text::loose(written)) {
        if (c == '-') continue;
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return code;
}

} // namespace directory
