#include "table/xlsx_strings.h"

#include "table/xlsx_part.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::table {
namespace {

constexpr std::size_t chunkSize = 256 << 10;
constexpr std::uint64_t memoryLimit = 4 << 20, bytesLimit = 0xffffffff;
constexpr std::size_t stringsLimit = 16u << 20; // 64 MB of ends; empty strings cost no byte of the file

} // namespace

/// <sst><si><t/> or <r><t/></r>…, phonetic runs <rPh> left out.
class SharedStringsParser final : public XmlParser {
public:
    explicit SharedStringsParser(SharedStrings& strings) : strings_(strings) {}

protected:
    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "rPh") ++phonetic_;
        inText_ = name == "t" && phonetic_ == 0;
    }
    void end(std::string_view name) override {
        inText_ = false;
        if (name == "rPh") --phonetic_;
        if (name != "si") return;
        if (text_.size() > cellTextLimit && characters(text_) > cellTextLimit) tooLong();
        strings_.add(text_.find("_x") == std::string::npos ? text_ : unescaped(text_));
        text_.clear();
    }
    void text(std::string_view piece) override {
        if (!inText_) return;
        text_ += piece;
        if (text_.size() > cellTextLimit * 4) tooLong();
    }

private:
    [[noreturn]] void tooLong() {
        throw Error(tr("有一个单元格的文字超过 32,767 个字，不是正常的表格，已停止读取。请删去过长的内容后再试。"));
    }
    SharedStrings& strings_;
    std::string text_;
    int phonetic_ = 0;
    bool inText_ = false;
};

void SharedStrings::load(const ZipArchive& archive, const ZipEntry& entry) {
    SharedStringsParser parser(*this);
    parsePart(parser, archive, entry);
    keepChunk();
}

void SharedStrings::add(std::string_view text) {
    if (total_ + text.size() > bytesLimit || ends_.size() >= stringsLimit) throwDamaged();
    open_ += text;
    total_ += text.size();
    ends_.push_back(std::uint32_t(total_));
    if (open_.size() >= chunkSize) keepChunk();
}

void SharedStrings::keepChunk() {
    if (open_.empty()) return;
    const std::uint64_t start = total_ - open_.size();
    if (!file_ && total_ <= memoryLimit) {
        open_.shrink_to_fit();
        memory_.push_back({start, std::move(open_)});
        inMemory_ = total_;
        open_ = {};
        return;
    }
    if (!file_) file_ = ByteFile::temporary();
    file_->append(open_);
    open_.clear();
}

const std::string& SharedStrings::at(std::size_t index) const {
    const std::uint64_t from = index == 0 ? 0 : ends_[index - 1];
    const std::size_t length = std::size_t(ends_[index] - from);
    if (length == 0) {
        text_.clear();
    } else if (from < inMemory_) {
        const auto chunk = std::prev(std::upper_bound(memory_.begin(), memory_.end(), from,
                                                      [](std::uint64_t at, const Chunk& c) { return at < c.start; }));
        text_.assign(chunk->bytes, std::size_t(from - chunk->start), length);
    } else {
        // Strings are numbered as they first stand in the sheet: the neighbours are asked for next.
        if (from < windowAt_ || from + length > windowAt_ + window_.size()) {
            window_ = file_->readAt(from - inMemory_, std::max<std::size_t>(length, 32 << 10));
            windowAt_ = from;
        }
        text_.assign(window_, std::size_t(from - windowAt_), length);
    }
    return text_;
}

} // namespace yanxun::table
