#pragma once
#include "core/atomic_file.h"
#include "table/byte_file.h"
#include "table/zip_copy.h"

#include <yanxun/progress.h>

#include <map>
#include <string>
#include <vector>

namespace yanxun::table {

/// The columns a copy gets.
struct AddedColumns {
    int first = 0;      ///< column of the first, from 0
    int count = 0;
    bool again = false; ///< they stand there already: what they hold is replaced
    int headerRow = 0;
    std::map<int, std::vector<std::string>> texts; ///< by row, the headings among them

    int last() const { return first + count - 1; }
    const std::vector<std::string>* of(int row) const {
        const auto found = texts.find(row);
        return found == texts.end() ? nullptr : &found->second;
    }
};

/// The worksheet part `sheet` once more, with the columns, into the part `out` has begun.
void copySheet(const ZipArchive& zip, const ZipEntry& sheet, const AddedColumns& columns, ZipCopy& out, Progress& progress);
/// Every line that holds something becomes as wide as the columns, and the copy is read with the file's own separator.
void copyCsv(const ByteFile& file, const AddedColumns& columns, AtomicFile& to, Progress& progress);

} // namespace yanxun::table
