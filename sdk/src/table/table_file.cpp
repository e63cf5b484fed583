#include "core/digest.h"
#include "table/table_ole.h"
#include "table/table_readers.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {
namespace table {
namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

/// The first markup of a text in UTF-8 or UTF-16, lower case, byte order mark and white space left out.
std::string markup(std::string_view head) {
    std::string plain;
    for (const char c : head.substr(0, 1024)) {
        if (c != '\0') plain += c; // UTF-16 of ASCII letters
    }
    for (const std::string_view mark : {"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"}) {
        if (plain.starts_with(mark)) plain.erase(0, mark.size());
    }
    plain.erase(0, plain.find_first_not_of(" \t\r\n"));
    return lowered(plain);
}

bool looksLikeXml(std::string_view text) {
    if (text.starts_with("<?xml") || text.starts_with("<!doctype")) return true;
    return text.size() > 1 && text[0] == '<' && ((text[1] >= 'a' && text[1] <= 'z') || text.starts_with("<!--") || (text[1] & 0x80));
}

void refuseForeign(std::string_view head, std::string_view text) {
    if (text.starts_with("<html") || text.starts_with("<!doctype html") || text.starts_with("<meta") ||
        (text.starts_with("<table") && text.find("<tr") != text.npos)) {
        throw Error(tr("这是网页格式的表格（有的系统导出时会写成 .xls）。请用表格软件打开后另存为 .xlsx 再试。"));
    }
    if (text.find("urn:schemas-microsoft-com:office:spreadsheet") != text.npos) {
        throw Error(tr("这是 XML 电子表格 2003。请用表格软件打开后另存为 .xlsx 再试。"));
    }
    if (head.starts_with("%PDF")) throw Error(tr("这是 PDF 文件，不是表格。请向提供的人要 .xlsx、.csv 或 .xml 文件。"));
    if (head.starts_with("{\\rtf")) throw Error(tr("这是文字文档，不是表格。请把其中的表格复制到表格软件里，另存为 .xlsx 再试。"));
    if (head.starts_with("\x89PNG") || head.starts_with("\xff\xd8\xff") || head.starts_with("GIF8")) {
        throw Error(tr("这是图片，不是表格。请选择 .xlsx、.csv 或 .xml 文件。"));
    }
    if (head.starts_with("Rar!") || head.starts_with("7z\xbc\xaf")) {
        throw Error(tr("这是压缩包，不是表格。请先解压，再选择其中的 .xlsx、.csv 或 .xml 文件。"));
    }
}

} // namespace

TableForm formOf(const ByteFile& file, const std::filesystem::path& path) {
    if (file.size() == 0) throw Error(tr("“{}”是空文件，里面没有内容。请检查文件后再试。", path.filename().string()));
    const std::string head = file.readAt(0, 4096);
    if (head.starts_with("PK\3\4") || head.starts_with("PK\5\6")) return TableForm::xlsx;
    if (head.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) refuseCompound(file, path);
    const std::string text = markup(head);
    refuseForeign(head, text);
    return looksLikeXml(text) ? TableForm::xml : TableForm::csv;
}

std::string sha256Of(const ByteFile& file, const std::function<void(std::string_view)>& look) {
    Digest digest;
    file.each([&](std::string_view piece) {
        if (look) look(piece);
        digest.add(piece);
        return true;
    });
    return digest.hex();
}

} // namespace table

TableFile::~TableFile() = default;

std::unique_ptr<TableFile> TableFile::open(const std::filesystem::path& path) {
    using namespace table;
    Opened file{path, ByteFile::open(path)};
    switch (formOf(file.bytes, path)) {
    case TableForm::xlsx: return openXlsx(std::move(file));
    case TableForm::xml: return openXml(std::move(file));
    case TableForm::csv: break;
    }
    return openCsv(std::move(file));
}

} // namespace yanxun
