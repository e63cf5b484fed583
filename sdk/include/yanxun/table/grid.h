#pragma once
#include <yanxun/date.h>
#include <yanxun/progress.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace yanxun {

/// One cell as the person wrote it.
struct Cell {
    enum class Kind : unsigned char { empty, text, number, boolean, error };
    Kind kind = Kind::empty;
    bool isDate = false;         ///< a number whose style shows a date; `number` is days in the workbook's own count
    bool filledDown = false;     ///< took its value from the merged cell above
    bool formulaUncached = false; ///< a formula the file holds no value of
    double number = 0;
    std::string text;            ///< what the sheet shows, as near as the file tells; numbers without exponent

    bool blank() const { return kind == Kind::empty; }
};

/// A row with the number the person sees at the edge of the sheet.
struct GridRow {
    int number = 0; ///< from 1
    std::vector<Cell> cells;
};

struct MergedRange {
    int firstRow = 0, lastRow = 0;       ///< numbers as the person sees them
    int firstColumn = 0, lastColumn = 0; ///< from 0
};

struct SheetInfo {
    std::string name; ///< empty for csv
    bool hidden = false;
};

/// A workbook, csv or xml table opened for reading. Streams: memory does not grow with the rows. Refuses with a sentence
/// what it cannot read: encrypted, .xls, .et/.wps, macros, damaged, bombs, more than 16,384 columns, a cell above 32,767
/// characters (xlsx) or 1 MiB (csv).
class YANXUN_EXPORT TableFile {
public:
    /// Reads from a private copy of a small file, or the file itself when large: a workbook open elsewhere is no
    /// obstacle. Throws Unavailable or Error with a sentence.
    static std::unique_ptr<TableFile> open(const std::filesystem::path& path);
    virtual ~TableFile();
    virtual std::vector<SheetInfo> sheets() const = 0;
    /// Pushes the non-empty rows of a sheet, top to bottom, until `use` returns false. Merged cells are not filled here.
    virtual void read(std::size_t sheet, const std::function<bool(GridRow&)>& use) = 0;
    /// After read(): the merged ranges of that sheet (xlsx writes them behind the rows).
    virtual const std::vector<MergedRange>& merged() const = 0;
    /// Days of the workbook's day 0: true for the 1904 count.
    virtual bool counts1904() const = 0;
    /// SHA-256 of the file's bytes, 64 hex characters.
    const std::string& sha256() const { return sha256_; }
    const std::filesystem::path& path() const { return path_; }

protected:
    std::filesystem::path path_;
    std::string sha256_;
};

/// A whole sheet in memory, merged body cells filled down and marked: what the import wizard shows and plans from.
struct YANXUN_EXPORT Grid {
    std::filesystem::path file;
    std::string fileSha256;
    std::string sheet;
    std::size_t sheetIndex = 0;
    bool counts1904 = false;
    std::vector<GridRow> rows;
    std::vector<MergedRange> merged;
    int columns = 0;

    /// At most `maxRows` rows; more throws Error.
    static Grid load(TableFile& file, std::size_t sheet, Progress& progress = Progress::none(), int maxRows = 1'048'576);
};

} // namespace yanxun
