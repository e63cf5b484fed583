#include "table/cell_text.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <charconv>

namespace yanxun::table {

void appendUtf8(std::string& text, char32_t c) {
    const auto tail = [&](int shift) { text += char(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) {
        text += char(c);
    } else if (c < 0x800) {
        text += char(0xc0 | c >> 6), tail(0);
    } else if (c < 0x10000) {
        text += char(0xe0 | c >> 12), tail(6), tail(0);
    } else {
        text += char(0xf0 | c >> 18), tail(12), tail(6), tail(0);
    }
}

std::size_t characters(std::string_view utf8) {
    return std::size_t(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool isBlank(std::string_view utf8) {
    while (!utf8.empty()) {
        const char c = utf8.front();
        if (c > 0 && c <= ' ') {
            utf8.remove_prefix(1);
            continue;
        }
        // The first bytes of the invisible ones; nearly every cell begins with another.
        const auto byte = static_cast<unsigned char>(c);
        if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) return false;
        const auto invisible = {"\u00a0", "\u3000", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u2002", "\u2003", "\u2009"};
        const auto found = std::find_if(invisible.begin(), invisible.end(), [&](const char* space) { return utf8.starts_with(space); });
        if (found == invisible.end()) return false;
        utf8.remove_prefix(std::string_view(*found).size());
    }
    return true;
}

bool standsForPicture(std::string_view text) {
    return text.starts_with("=DISPIMG(\"") || text.starts_with("=_xlfn.DISPIMG(\"");
}

std::string unescaped(const std::string& text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        const bool escape = text.size() - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' &&
                            std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
        if (escape && code != 0 && (code < 0xd800 || code > 0xdfff)) {
            appendUtf8(plain, code);
            at += 7;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

int takeColumn(std::string_view& text) {
    int column = 0;
    std::size_t letters = 0;
    for (; letters < text.size(); ++letters) {
        const char c = char(text[letters] & ~0x20);
        if (c < 'A' || c > 'Z') break;
        if (letters < 6) column = column * 26 + (c - 'A' + 1);
    }
    text.remove_prefix(letters);
    return letters > 6 ? columnLimit : column - 1;
}

std::string columnName(int column) {
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) name.insert(0, 1, char('A' + (rest - 1) % 26));
    return name;
}

void throwTooManyColumns() {
    throw Error(tr("表格超过 16,384 列，无法读取。请删去多余的列后再试。"));
}

void throwTooManyRows() {
    throw Error(tr("表格超过 1,048,576 行，无法读取。请把它分成几个文件后再试。"));
}

} // namespace yanxun::table
