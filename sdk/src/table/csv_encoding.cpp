#include "table/csv_encoding.h"

#include "table/cell_text.h"
#include "table/table_readers.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <vector>

namespace yanxun::table {
namespace {

constexpr std::size_t pieceSize = 1 << 16;
constexpr auto nowhere = std::uint64_t(-1);

/// Length of a GB18030 character by its first two bytes; 0 when they begin none, 4 needs two more.
std::size_t gbLength(unsigned char first, unsigned char second) {
    if (first < 0x80) return 1;
    if (first == 0x80 || first == 0xff) return 0;
    if (second >= 0x30 && second <= 0x39) return 4;
    return second >= 0x40 && second <= 0xfe && second != 0x7f ? 2 : 0;
}

/// Whole characters at the front of `bytes`; `bad` becomes true when the next one is none.
std::size_t wholeGb(std::string_view bytes, bool& bad) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
        if (byte(0) < 0x80) {
            ++at;
            continue;
        }
        if (bytes.size() - at < 2) break;
        const std::size_t length = gbLength(byte(0), byte(1));
        if (length == 4 && bytes.size() - at < 4) break;
        bad = length == 0 || (length == 4 && (byte(2) < 0x81 || byte(2) == 0xff || byte(3) < 0x30 || byte(3) > 0x39));
        if (bad) break;
        at += length;
    }
    return at;
}

/// Checks UTF-8 piece by piece and goes on behind a bad byte, to tell a damaged UTF-8 file from another encoding.
class Utf8Check {
public:
    void feed(std::string_view piece) {
        for (std::size_t i = 0; i < piece.size();) {
            const std::size_t run = left_ > 0 ? 0 : ordinary(piece.substr(i));
            i += run, at_ += run;
            if (i < piece.size()) step(static_cast<unsigned char>(piece[i++])), ++at_;
        }
    }
    void finish() {
        if (left_ > 0) fault(start_);
    }
    std::uint64_t firstBad() const { return firstBad_; }
    /// Chinese in GB18030 hardly ever looks like UTF-8: mostly good characters mean UTF-8 with some bytes broken.
    bool mostlyGood() const { return firstBad_ != nowhere && good_ > 10 * bad_; }

private:
    /// Bytes at the front that are ASCII or whole characters from U+1000 to U+CFFF: nearly all of a ledger.
    std::size_t ordinary(std::string_view text) {
        const auto tail = [&](std::size_t i) { return (text[i] & 0xc0) == 0x80; };
        std::size_t at = 0, characters = 0;
        while (at < text.size()) {
            const auto first = static_cast<unsigned char>(text[at]);
            if (first < 0x80) {
                ++at;
            } else if (first >= 0xe1 && first <= 0xec && text.size() - at > 2 && tail(at + 1) && tail(at + 2)) {
                at += 3, ++characters;
            } else {
                break;
            }
        }
        good_ += characters;
        return at;
    }
    void step(unsigned char c) {
        if (left_ > 0) {
            if (c >= low_ && c <= high_) {
                low_ = 0x80, high_ = 0xbf;
                if (--left_ == 0 && at_ - start_ >= 2) ++good_;
                return;
            }
            fault(start_);
        }
        start_ = at_;
        low_ = 0x80, high_ = 0xbf;
        if (c < 0x80) return;
        if (c >= 0xc2 && c <= 0xdf) {
            left_ = 1;
        } else if (c >= 0xe0 && c <= 0xef) {
            left_ = 2;
            if (c == 0xe0) low_ = 0xa0;
            if (c == 0xed) high_ = 0x9f;
        } else if (c >= 0xf0 && c <= 0xf4) {
            left_ = 3;
            if (c == 0xf0) low_ = 0x90;
            if (c == 0xf4) high_ = 0x8f;
        } else {
            fault(at_);
        }
    }
    void fault(std::uint64_t where) {
        left_ = 0;
        ++bad_;
        if (firstBad_ == nowhere) firstBad_ = where;
    }
    std::uint64_t at_ = 0, start_ = 0, firstBad_ = nowhere, good_ = 0, bad_ = 0;
    int left_ = 0;
    unsigned char low_ = 0x80, high_ = 0xbf;
};

[[noreturn]] void throwNul(std::uint64_t at) {
    throw Error(tr("第 {} 个字节是空字节（NUL），这不是文本表格，或文件已损坏。请用表格软件打开后另存为 .xlsx 再试。", at + 1));
}

[[noreturn]] void throwBroken(std::uint64_t at) {
    throw Error(tr("第 {} 个字节处的文字编码有误，既不是完整的 UTF-8，也不是 GB18030。"
                   "请用表格软件打开，另存为“CSV UTF-8”或 .xlsx 后再试。", at + 1));
}

std::uint64_t firstBadGb(const ByteFile& file) {
    std::uint64_t at = 0;
    bool bad = false;
    std::string rest;
    file.each([&](std::string_view piece) {
        rest += piece;
        const std::size_t whole = wholeGb(rest, bad);
        at += whole;
        rest.erase(0, whole);
        return !bad;
    });
    return bad || !rest.empty() ? at : nowhere;
}

} // namespace

TextForm examineText(const ByteFile& file) {
    const std::string head = file.readAt(0, 3);
    TextForm form;
    const bool little = head.starts_with("\xff\xfe"), big = head.starts_with("\xfe\xff");
    if (little || big) {
        form.encoding = little ? TextEncoding::utf16le : TextEncoding::utf16be;
        form.mark = 2;
        form.sha256 = sha256Of(file);
        return form;
    }
    if (head == "\xef\xbb\xbf") form.mark = 3;

    Utf8Check check;
    std::uint64_t at = 0;
    form.sha256 = sha256Of(file, [&](std::string_view piece) {
        const std::size_t nul = piece.find('\0');
        if (nul != piece.npos) throwNul(at + nul);
        check.feed(piece);
        at += piece.size();
    });
    check.finish();
    if (check.firstBad() == nowhere) return form;
    if (form.mark > 0 || check.mostlyGood()) throwBroken(check.firstBad());
    const std::uint64_t bad = firstBadGb(file);
    if (bad != nowhere) throwBroken(bad);
    form.encoding = TextEncoding::gb18030;
    return form;
}

TextReader::TextReader(const ByteFile& file, TextForm form, std::uint64_t from)
    : file_(file), form_(std::move(form)), at_(std::max<std::uint64_t>(from, form_.mark)) {}

bool TextReader::next(std::string& piece) {
    piece = file_.readAt(at_, pieceSize);
    at_ += piece.size();
    const bool last = piece.empty();
    if (last && rest_.empty()) return false;
    if (form_.encoding == TextEncoding::utf8) return true;
    piece.insert(0, rest_);
    rest_.clear();
    if (form_.encoding == TextEncoding::gb18030) {
        decodeGb18030(piece);
    } else {
        decodeUtf16(piece, last);
    }
    return !last || !piece.empty();
}

void TextReader::decodeGb18030(std::string& piece) {
    bool bad = false;
    const std::size_t whole = wholeGb(piece, bad);
    const std::uint64_t start = at_ - piece.size();
    if (bad) throwBroken(start + whole);
    rest_ = piece.substr(whole);
    piece.resize(whole);
    try {
        piece = text::fromGb18030(piece);
    } catch (const Error&) {
        // A code no character stands behind: find the first one, one line of the sentence is worth the work.
        for (std::size_t at = 0; at < piece.size();) {
            const unsigned char first = static_cast<unsigned char>(piece[at]);
            const std::size_t length = first < 0x80 ? 1 : gbLength(first, static_cast<unsigned char>(piece[at + 1]));
            try {
                text::fromGb18030(std::string_view(piece).substr(at, length));
            } catch (const Error&) {
                throwBroken(start + at);
            }
            at += length;
        }
        throw;
    }
}

void TextReader::decodeUtf16(std::string& piece, bool last) {
    const bool little = form_.encoding == TextEncoding::utf16le;
    const std::uint64_t start = at_ - piece.size();
    const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(piece[i]), b = static_cast<unsigned char>(piece[i + 1]);
        return char32_t(little ? b << 8 | a : a << 8 | b);
    };
    std::string utf8;
    std::size_t at = 0;
    for (; at + 2 <= piece.size(); at += 2) {
        char32_t c = unit(at);
        if (c == 0) throwNul(start + at);
        if (c >= 0xdc00 && c <= 0xdfff) throwBroken(start + at);
        if (c >= 0xd800 && c <= 0xdbff) {
            if (at + 4 > piece.size()) break;
            const char32_t low = unit(at + 2);
            if (low < 0xdc00 || low > 0xdfff) throwBroken(start + at);
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            at += 2;
        }
        appendUtf8(utf8, c);
    }
    rest_ = piece.substr(at);
    if (last && !rest_.empty()) throwBroken(start + at);
    piece = std::move(utf8);
}

std::string encoded(std::string_view utf8, TextEncoding encoding) {
    if (encoding == TextEncoding::utf8) return std::string(utf8);
    if (encoding == TextEncoding::gb18030) return text::toGb18030(utf8);
    std::string bytes;
    const auto put = [&](unsigned unit) {
        const char high = char(unit >> 8), low = char(unit & 0xff);
        bytes += encoding == TextEncoding::utf16le ? low : high;
        bytes += encoding == TextEncoding::utf16le ? high : low;
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
        const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xe0 ? 2 : byte(0) < 0xf0 ? 3 : 4;
        unsigned c = length == 1 ? byte(0) : byte(0) & (0xffu >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i) c = c << 6 | (byte(i) & 0x3f);
        if (c < 0x10000) {
            put(c);
        } else {
            put(0xd800 + ((c - 0x10000) >> 10)), put(0xdc00 + ((c - 0x10000) & 0x3ff));
        }
        at += length;
    }
    return bytes;
}

} // namespace yanxun::table
