#include "table/cell_text.h"
#include "table/csv_encoding.h"
#include "table/table_readers.h"
#include "table/xml_shape.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <cstring>

namespace yanxun::table {
namespace {

/// Second pass: the records as rows. Texts inside a value are joined, whatever elements they stand in.
class XmlRowsParser final : public TableXmlParser {
public:
    XmlRowsParser(const XmlShape& shape, const std::function<bool(GridRow&)>& use) : shape_(shape), use_(use) {}

    /// The headings as row 1; false when the reader wants no more.
    bool headings() {
        if (shape_.headings.empty()) return true;
        row_.number = ++number_;
        for (const std::string& heading : shape_.headings) put(row_.cells.size(), heading);
        return use_(row_);
    }

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (depth() == shape_.rowDepth) {
            inRow_ = !shape_.own || name == "row";
            row_.cells.clear();
            next_ = 0;
            holdsAny_ = shape_.own;
            if (!shape_.positional) attributes.each([&](std::string_view key, std::string_view value) { putNamed(key, value); });
        } else if (depth() == shape_.rowDepth + 1 && inRow_) {
            holdsAny_ = true;
            value_.clear();
        }
    }
    void end(std::string_view name) override {
        if (!inRow_) return;
        if (depth() == shape_.rowDepth + 1) {
            if (shape_.positional) {
                put(next_++, value_);
            } else {
                putNamed(name, value_);
            }
        } else if (depth() == shape_.rowDepth) {
            inRow_ = false;
            if (holdsAny_) finishRow();
        }
    }
    void text(std::string_view piece) override {
        if (!inRow_ || depth() <= shape_.rowDepth) return;
        value_ += piece;
        if (value_.size() > csvCellLimit) {
            throw Error(tr("第 {} 行有一格超过 1 MB，不是正常的表格，已停止读取。请检查这一行后再试。", number_ + 1));
        }
    }

private:
    void put(std::size_t column, const std::string& text) {
        if (column >= std::size_t(columnLimit)) throwTooManyColumns();
        if (isBlank(text)) return;
        if (row_.cells.size() <= column) row_.cells.resize(column + 1);
        Cell& cell = row_.cells[column];
        // A value that comes twice in a record is a list.
        cell.text = cell.blank() ? text : cell.text + "\n" + text;
        cell.kind = Cell::Kind::text;
        if (cell.text.size() > csvCellLimit) throw Error(tr("第 {} 行有一格超过 1 MB，不是正常的表格，已停止读取。请检查这一行后再试。", number_ + 1));
    }
    void putNamed(std::string_view name, std::string_view text) {
        holdsAny_ = true;
        const auto column = shape_.columns.find(name);
        if (column != shape_.columns.end()) put(std::size_t(column->second), std::string(text));
    }
    void finishRow() {
        if (number_ >= rowLimit) throwTooManyRows();
        row_.number = ++number_;
        const bool used = std::any_of(row_.cells.begin(), row_.cells.end(), [](const Cell& cell) { return !cell.blank(); });
        if (used && !use_(row_)) stop();
    }
    const XmlShape& shape_;
    const std::function<bool(GridRow&)>& use_;
    GridRow row_;
    std::string value_;
    std::size_t next_ = 0;
    int number_ = 0;
    bool inRow_ = false, holdsAny_ = false;
};

class XmlFile final : public TableFile {
public:
    explicit XmlFile(Opened file) : bytes_(std::move(file.bytes)) {
        path_ = std::move(file.path);
        const std::string head = text::loose(bytes_.readAt(0, 200).substr(0, 200));
        const std::string declaration = head.substr(0, head.find("?>"));
        for (const char* name : {"gb2312", "gbk", "gb18030"}) {
            if (declaration.find(std::string("encoding=\"") + name) != std::string::npos ||
                declaration.find(std::string("encoding='") + name) != std::string::npos) {
                gb18030_ = true;
            }
        }
        XmlShapeParser parser;
        parse(parser);
        shape_ = parser.take();
        if (shape_.rowDepth == 0) {
            throw Error(tr("XML 文件里没有找到表格。请选择由表格或台账导出的 .xml，或用 .xlsx、.csv。"));
        }
        sha256_ = sha256Of(bytes_); // last: what is refused need not be read to its end
    }
    std::vector<SheetInfo> sheets() const override { return {SheetInfo{shape_.title, false}}; }
    void read(std::size_t sheet, const std::function<bool(GridRow&)>& use) override {
        if (sheet != 0) throw Error(tr("文件里没有第 {} 张工作表。", sheet + 1));
        XmlRowsParser parser(shape_, use);
        if (parser.headings()) parse(parser);
    }
    const std::vector<MergedRange>& merged() const override { return merged_; }
    bool counts1904() const override { return false; }

private:
    void parse(XmlParser& parser) const {
        if (!gb18030_) {
            std::uint64_t at = 0;
            parser.parse([&](std::span<char> into) {
                const std::size_t got = bytes_.readAt(at, into);
                at += got;
                return got;
            });
            return;
        }
        TextReader reader(bytes_, {TextEncoding::gb18030, 0, {}});
        std::string piece;
        std::size_t used = 0;
        parser.parse(
            [&](std::span<char> into) {
                while (used == piece.size()) {
                    used = 0;
                    if (!reader.next(piece)) return std::size_t(0);
                }
                const std::size_t size = std::min(into.size(), piece.size() - used);
                std::memcpy(into.data(), piece.data() + used, size);
                used += size;
                return size;
            },
            "UTF-8");
    }
    ByteFile bytes_;
    bool gb18030_ = false;
    XmlShape shape_;
    std::vector<MergedRange> merged_;
};

} // namespace

std::unique_ptr<TableFile> openXml(Opened file) {
    return std::make_unique<XmlFile>(std::move(file));
}

} // namespace yanxun::table
