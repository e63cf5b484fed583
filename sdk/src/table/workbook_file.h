#pragma once
#include "core/atomic_file.h"

#include <filesystem>
#include <string>

#include <xlsxwriter.h>

namespace yanxun {

/// A workbook in the making; what goes wrong when it is closed is said in words. Without save() nothing is left behind.
class WorkbookFile {
public:
    explicit WorkbookFile(const std::filesystem::path& path);
    ~WorkbookFile();
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;

    lxw_workbook* book() { return book_; }
    void save();

private:
    AtomicFile file_;
    lxw_workbook* book_ = nullptr;
};

/// What a spreadsheet takes as the name of a sheet: 31 characters, none of []:*?/\.
std::string workbookSheetName(const std::string& title);

} // namespace yanxun
