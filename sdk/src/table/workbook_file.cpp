#include "table/workbook_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <new>

namespace yanxun {

WorkbookFile::WorkbookFile(const std::filesystem::path& path) : file_(path) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_FALSE;
    book_ = workbook_new_opt(file_.aside().c_str(), &options);
    if (!book_) throw std::bad_alloc();
}

WorkbookFile::~WorkbookFile() {
    if (book_) lxw_workbook_free(book_);
}

void WorkbookFile::save() {
    lxw_workbook* book = book_;
    book_ = nullptr; // closing frees it, also when it fails
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR) {
        throw Unavailable(tr("表格没有写成（{}）。请清理磁盘或换一个位置后再试。", lxw_strerror(error)));
    }
    file_.commit();
}

std::string workbookSheetName(const std::string& title) {
    std::string name;
    std::size_t count = 0;
    for (const char c : title) {
        const bool begins = (c & 0xc0) != 0x80;
        if (begins && ++count > 31) break;
        if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) name += c;
    }
    return name.empty() ? "台账" : name;
}

} // namespace yanxun
