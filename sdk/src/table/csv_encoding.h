#pragma once
#include "table/byte_file.h"

#include <string>
#include <string_view>

namespace yanxun::table {

enum class TextEncoding { utf8, gb18030, utf16le, utf16be };

/// How a text file is written down.
struct TextForm {
    TextEncoding encoding = TextEncoding::utf8;
    std::size_t mark = 0; ///< bytes of the byte order mark
    std::string sha256;   ///< of the whole file
};

/// Decides by the whole file: byte order mark → strict UTF-8 → GB18030. Throws Error with the place of the first byte
/// that fits none, at once for a NUL byte.
TextForm examineText(const ByteFile& file);

/// A text file as pieces of UTF-8; memory does not grow with the file. A piece may end inside a character.
class TextReader {
public:
    TextReader(const ByteFile& file, TextForm form, std::uint64_t from = 0);
    /// False at the end.
    bool next(std::string& piece);

private:
    void decodeGb18030(std::string& piece);
    void decodeUtf16(std::string& piece, bool last);
    const ByteFile& file_;
    TextForm form_;
    std::uint64_t at_;
    std::string rest_; ///< bytes of a character whose end is still to be read
};

/// Bytes of `utf8` in that encoding, without a byte order mark. Throws Error for what GB18030 cannot hold.
std::string encoded(std::string_view utf8, TextEncoding encoding);

} // namespace yanxun::table
