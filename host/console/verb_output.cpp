#include "console/verb_output.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <iostream>
#include <streambuf>

namespace yanxun::console {
namespace {

/// An ostream into a C file: the only temporary files the standard library deletes by itself are those.
class FileBuffer final : public std::streambuf {
public:
    explicit FileBuffer(std::FILE* file) : file_(file) {}

protected:
    int_type overflow(int_type c) override {
        return c == traits_type::eof() || std::fputc(c, file_) == EOF ? traits_type::eof() : c;
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        return static_cast<std::streamsize>(std::fwrite(bytes, 1, static_cast<std::size_t>(count), file_));
    }

private:
    std::FILE* file_;
};

void copyToStandardOutput(std::FILE* file) {
    std::rewind(file);
    char block[65536];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file)) {
        std::cout.write(block, static_cast<std::streamsize>(count));
    }
}

} // namespace

void ConsoleOutput::field(const std::string& id, const std::string& title, const Value& value, CellKind kind) {
    if (json_) {
        fields_[id] = toJson(value, kind);
        return;
    }
    const std::int64_t* number = value.integer();
    const bool count = number && kind == CellKind::integer;
    std::cout << title << "：" << (count ? text::grouped(*number) : cellText(value, kind)) << "\n";
}

void ConsoleOutput::table(const std::string& id, const RowSource& rows) {
    if (!json_) {
        printTable(rows, std::cout, progress_);
        return;
    }
    Spooled spooled{id, std::unique_ptr<std::FILE, Close>(std::tmpfile())};
    if (!spooled.file) throw Full(tr("临时文件无法建立。请检查磁盘空间。"));
    FileBuffer buffer(spooled.file.get());
    std::ostream out(&buffer);
    printRows(rows, out, progress_);
    if (!out || std::fflush(spooled.file.get()) != 0) throw Full(tr("磁盘空间不够，结果没有写完。请清理磁盘后重试。"));
    tables_.push_back(std::move(spooled));
}

void ConsoleOutput::say(const std::string& sentence) { (json_ ? std::cerr : std::cout) << sentence << "\n"; }

void ConsoleOutput::finish() {
    if (!json_) return;
    if (fields_.empty() && tables_.size() == 1) {
        copyToStandardOutput(tables_.front().file.get());
        std::cout << "\n";
        return;
    }
    std::string head = fields_.dump(-1, ' ', false, Json::error_handler_t::replace);
    head.pop_back(); // its closing brace
    std::cout << head;
    bool first = fields_.empty();
    for (const Spooled& table : tables_) {
        std::cout << (first ? "" : ",") << Json(table.id).dump() << ":";
        copyToStandardOutput(table.file.get());
        first = false;
    }
    std::cout << "}\n";
}

} // namespace yanxun::console
