#pragma once
#include <yanxun/table/grid.h>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace yanxun::test {

/// A folder of its own for each test, gone with the object.
class Folder {
public:
    Folder();
    ~Folder();
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    /// Writes the bytes and returns the path.
    std::filesystem::path file(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path path_;
};

std::string bytesOf(const std::filesystem::path& path);

using Parts = std::vector<std::pair<std::string, std::string>>;
/// A zip of these parts. `descriptors`: sizes behind the data, as programs write that cannot seek.
std::filesystem::path zip(const std::filesystem::path& path, const Parts& parts, bool descriptors = false);
/// Name and unpacked bytes of each part, in order.
Parts unzip(const std::filesystem::path& path);

/// The parts of a workbook by hand, for what no library would write.
struct RawWorkbook {
    std::string sheet;   ///< inside <worksheet>
    std::string strings; ///< inside <sst>; empty = no part
    std::string styles;  ///< inside <styleSheet>
    std::string workbookProperties;
    std::string more; ///< part added behind the others: «name» with its own content
    Parts parts() const;
};
/// A workbook whose sheet holds these rows: what stands inside <sheetData>.
std::filesystem::path workbook(const std::filesystem::path& path, const std::string& rows);
std::filesystem::path workbook(const std::filesystem::path& path, const RawWorkbook& raw);

/// «1: a|b» for each row, as a person would read it.
std::vector<std::string> shown(const std::filesystem::path& path, std::size_t sheet = 0);
/// The cells of all rows, one row after the other, without the empty ones.
std::vector<Cell> cells(const std::filesystem::path& path, std::size_t sheet = 0);
/// What opening and reading all sheets says; «» when nothing is wrong.
std::string complaint(const std::filesystem::path& path);

struct Child {
    std::string said;    ///< what `work` returned; «crashed» when it did not
    long grownKb = 0;    ///< by how much its memory grew at most
};
/// Runs `work` in a process of its own.
Child inChild(const std::function<std::string()>& work);
/// False under sanitizers, whose memory is not ours.
bool memoryCounts();

} // namespace yanxun::test
