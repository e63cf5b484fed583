#include "table/cell_text.h"
#include "table/workbook_columns.h"
#include "table/xml_parser.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <charconv>

namespace yanxun::table {
namespace {

constexpr std::int64_t pieceSize = 1 << 16;

int number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The tag with another value of that attribute; as it is when the attribute is missing.
std::string withAttribute(std::string_view tag, std::string_view name, const std::string& value) {
    for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
        if (at == 0 || std::string_view(" \t\r\n").find(tag[at - 1]) == std::string_view::npos) continue;
        const std::size_t equals = tag.find_first_not_of(" \t\r\n", at + name.size());
        if (equals == tag.npos || tag[equals] != '=') continue;
        const std::size_t open = tag.find_first_of("\"'", equals);
        const std::size_t close = open == tag.npos ? open : tag.find(tag[open], open + 1);
        if (close == tag.npos) continue;
        return std::string(tag.substr(0, open + 1)) + value + std::string(tag.substr(close));
    }
    return std::string(tag);
}

/// True for a text that declares another encoding than UTF-8 (US-ASCII, ISO-8859-1: expat reads no more).
bool declaresOther(std::string_view head) {
    const std::size_t end = head.find("?>"), at = head.find("encoding");
    if (!head.starts_with("<?xml") || at >= end) return false;
    return text::loose(head.substr(at, end - at)).find("utf-8") == std::string::npos;
}

/// `byNumber`: characters beyond ASCII as «&#24320;», right in every encoding.
std::string escaped(std::string_view text, bool byNumber) {
    std::string xml;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const auto byte = static_cast<unsigned char>(c);
        if (byNumber && byte >= 0x80) {
            const int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
            unsigned code = byte & (0x3fu >> more);
            for (int i = 0; i < more && at + 1 < text.size(); ++i) code = code << 6 | (static_cast<unsigned char>(text[++at]) & 0x3fu);
            xml += "&#" + std::to_string(code) + ";";
        } else if (c == '&') {
            xml += "&amp;";
        } else if (c == '<') {
            xml += "&lt;";
        } else if (c == '>') {
            xml += "&gt;";
        } else {
            xml += c;
        }
    }
    return xml;
}

/// Copies a worksheet byte by byte and puts cells in: what it does not change it does not even read closely.
class SheetCopy final : public XmlParser {
public:
    SheetCopy(const AddedColumns& columns, ZipCopy& out) : columns_(columns), out_(out), next_(columns.texts.begin()) {}

    /// Bytes that were read and go to the parser next.
    void read(std::string_view piece) {
        raw_.erase(0, std::size_t(copied_ - rawAt_));
        rawAt_ = copied_;
        raw_ += piece;
    }
    void finish() { copyTo(rawAt_ + std::int64_t(raw_.size())); }

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        const std::string_view tag = rawTag();
        if (depth() == 1) byNumber_ = declaresOther(raw_);
        if (depth() == 1) prefix_ = tag.substr(1, tag.find(name) - 1);
        if (depth() == 2) startPart(name, tag, attributes);
        if (depth() == 3 && inData_ && name == "row") startRow(tag, attributes);
        if (depth() == 3 && inColumns_ && name == "col") rewriteWidth(tag, attributes);
        if (depth() == 4 && inData_ && name == "c") startCell(attributes);
        passOn();
    }
    void end(std::string_view name) override {
        if (depth() == 4 && dropping_) {
            skipTo(eventOffset() + eventSize());
            dropping_ = false;
        }
        if (depth() == 3 && inColumns_) skipTo(std::max(copied_, widthRewritten_ ? eventOffset() + eventSize() : 0)), widthRewritten_ = false;
        if (depth() == 3 && inData_ && name == "row") putCells();
        if (depth() == 3) texts_ = nullptr;
        if (depth() == 2 && inData_) endData();
        if (depth() == 2 && inColumns_) putWidths(), inColumns_ = false;
        passOn();
    }
    void text(std::string_view) override { passOn(); }

private:
    std::string_view rawTag() const {
        return std::string_view(raw_).substr(std::size_t(eventOffset() - rawAt_), std::size_t(eventSize()));
    }
    void write(std::string_view bytes) { out_.write(bytes); }
    void copyTo(std::int64_t offset) {
        if (offset <= copied_) return;
        write(std::string_view(raw_).substr(std::size_t(copied_ - rawAt_), std::size_t(offset - copied_)));
        copied_ = offset;
    }
    void skipTo(std::int64_t offset) { copied_ = offset; }
    void passOn() {
        if (!dropping_ && eventOffset() - copied_ > pieceSize) copyTo(eventOffset());
    }
    /// Everything up to the tag that is being read, then `instead` of the tag.
    void replaceTag(const std::string& instead) {
        const std::int64_t behind = eventOffset() + eventSize();
        copyTo(eventOffset());
        write(instead);
        skipTo(behind);
    }

    void startPart(std::string_view name, std::string_view tag, const XmlAttributes& attributes);
    void startRow(std::string_view tag, const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void rewriteWidth(std::string_view tag, const XmlAttributes& attributes);
    void putWidths();
    void putCells();
    void endData();
    std::string cells(int row, const std::vector<std::string>& texts) const;
    std::string rowsBefore(int row);
    std::string widths() const;

    const AddedColumns& columns_;
    ZipCopy& out_;
    std::map<int, std::vector<std::string>>::const_iterator next_; ///< first row still to come
    std::string raw_, prefix_;
    std::int64_t rawAt_ = 0, copied_ = 0;
    bool byNumber_ = false, inData_ = false, inColumns_ = false, widthsDone_ = false, widthRewritten_ = false, dropping_ = false, dataDone_ = false;
    int row_ = 0, column_ = -1;
    const std::vector<std::string>* texts_ = nullptr; ///< still to be put into the open row
};

void SheetCopy::startPart(std::string_view name, std::string_view tag, const XmlAttributes& attributes) {
    if (name == "dimension") {
        std::string_view range = attributes.get("ref");
        std::string_view end = range.substr(range.find(':') == range.npos ? 0 : range.find(':') + 1);
        const std::string begin(range.substr(0, range.size() - end.size()));
        const std::string first = begin.empty() ? std::string(end) + ":" : begin;
        const int column = std::max(takeColumn(end), columns_.last());
        const int row = std::max(number(end), columns_.texts.rbegin()->first);
        replaceTag(withAttribute(tag, "ref", first + columnName(column) + std::to_string(row)));
    } else if (name == "cols") {
        inColumns_ = true;
    } else if (name == "sheetData") {
        copyTo(eventOffset());
        if (!widthsDone_) write("<" + prefix_ + "cols>" + widths() + "</" + prefix_ + "cols>");
        widthsDone_ = inData_ = true;
        if (!tag.ends_with("/>")) return;
        replaceTag(std::string(tag.substr(0, tag.size() - 2)) + ">" + rowsBefore(rowLimit + 1) + "</" + prefix_ + "sheetData>");
        dataDone_ = true;
    }
}

void SheetCopy::startRow(std::string_view tag, const XmlAttributes& attributes) {
    row_ = attributes.has("r") ? number(attributes.get("r")) : row_ + 1;
    column_ = -1;
    const std::string before = rowsBefore(row_);
    if (!before.empty()) {
        copyTo(eventOffset());
        write(before);
    }
    texts_ = columns_.of(row_);
    if (!texts_) return;
    ++next_;
    std::string changed(tag);
    const std::string_view spans = attributes.get("spans");
    const std::size_t colon = spans.find(':');
    if (colon != spans.npos && spans.find(' ') == spans.npos) {
        const int last = std::max(number(spans.substr(colon + 1)), columns_.last() + 1);
        changed = withAttribute(tag, "spans", std::string(spans.substr(0, colon + 1)) + std::to_string(last));
    }
    if (changed.ends_with("/>")) {
        changed = changed.substr(0, changed.size() - 2) + ">" + cells(row_, *texts_) + "</" + prefix_ + "row>";
        texts_ = nullptr;
    }
    replaceTag(changed);
}

void SheetCopy::startCell(const XmlAttributes& attributes) {
    std::string_view place = attributes.get("r");
    column_ = place.empty() ? column_ + 1 : takeColumn(place);
    if (column_ > columns_.last()) putCells();
    const bool ours = column_ >= columns_.first && column_ <= columns_.last();
    // Empty cells with a style stand there too, and results of an earlier copy.
    if (!ours || (!columns_.of(row_) && !(columns_.again && row_ > columns_.headerRow))) return;
    copyTo(eventOffset());
    dropping_ = true;
}

void SheetCopy::putCells() {
    if (!texts_) return;
    copyTo(eventOffset());
    write(cells(row_, *texts_));
    texts_ = nullptr;
}

void SheetCopy::endData() {
    inData_ = false;
    if (dataDone_) return;
    copyTo(eventOffset());
    write(rowsBefore(rowLimit + 1));
    dataDone_ = true;
}

std::string SheetCopy::cells(int row, const std::vector<std::string>& texts) const {
    std::string xml;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty()) continue;
        xml += "<" + prefix_ + "c r=\"" + columnName(columns_.first + int(i)) + std::to_string(row) + "\" t=\"inlineStr\"><" + prefix_ +
               "is><" + prefix_ + "t xml:space=\"preserve\">" + escaped(texts[i], byNumber_) + "</" + prefix_ + "t></" + prefix_ + "is></" + prefix_ + "c>";
    }
    return xml;
}

/// Rows that get texts but are not in the sheet.
std::string SheetCopy::rowsBefore(int row) {
    std::string xml;
    for (; next_ != columns_.texts.end() && next_->first < row; ++next_) {
        xml += "<" + prefix_ + "row r=\"" + std::to_string(next_->first) + "\">" + cells(next_->first, next_->second) + "</" + prefix_ + "row>";
    }
    return xml;
}

std::string SheetCopy::widths() const {
    std::string xml;
    for (int i = 0; i < columns_.count; ++i) {
        const std::string column = std::to_string(columns_.first + i + 1);
        xml += "<" + prefix_ + "col min=\"" + column + "\" max=\"" + column + "\" width=\"" + (i == 0 ? "12" : "48") + "\" customWidth=\"1\"/>";
    }
    return xml;
}

/// A width (or «hidden») that reaches over the new columns is cut into what lies before and behind them.
void SheetCopy::rewriteWidth(std::string_view tag, const XmlAttributes& attributes) {
    const int from = number(attributes.get("min")), to = number(attributes.get("max"));
    const int first = columns_.first + 1, last = columns_.last() + 1;
    if (to < first) return;
    if (from > last) return putWidths();
    const auto part = [&](int min, int max) {
        std::string clone = withAttribute(withAttribute(tag, "min", std::to_string(min)), "max", std::to_string(max));
        clone.resize(clone.size() - (clone.ends_with("/>") ? 2 : 1));
        return clone + "/>";
    };
    std::string instead = from < first ? part(from, first - 1) : std::string{};
    if (!widthsDone_) instead += widths();
    widthsDone_ = true;
    if (to > last) instead += part(last + 1, to);
    replaceTag(instead);
    widthRewritten_ = true;
}

void SheetCopy::putWidths() {
    if (widthsDone_) return;
    copyTo(eventOffset());
    write(widths());
    widthsDone_ = true;
}

} // namespace

void copySheet(const ZipArchive& zip, const ZipEntry& sheet, const AddedColumns& columns, ZipCopy& out, Progress& progress) {
    ZipPart part(zip, sheet);
    SheetCopy copy(columns, out);
    std::int64_t done = 0;
    copy.parse([&](std::span<char> into) {
        const std::size_t got = part.read(into);
        if (done == 0 && got >= 2 && (into[0] == '\xff' || into[0] == '\xfe' || into[1] == '\0')) {
            throw Error(tr("这张工作表的写法少见，无法加上结果列。请用表格软件打开后另存为 .xlsx 再试。"));
        }
        copy.read({into.data(), got});
        done += std::int64_t(got);
        progress.check();
        progress.step(done, std::int64_t(sheet.size), tr("写出结果文件"));
        return got;
    });
    copy.finish();
}

} // namespace yanxun::table
