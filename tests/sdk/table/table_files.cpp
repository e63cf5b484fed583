#include "sdk/table/table_files.h"

#include <yanxun/error.h>

#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <sstream>

namespace yanxun::test {
namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
constexpr const char* mainNames = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
constexpr const char* relationNames = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
constexpr const char* relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(int id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + relationType + type + "\" Target=\"" + target + "\"/>";
}

/// Kilobytes of a line of /proc/self/status.
long memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) return std::stol(line.substr(line.find_first_of("0123456789")));
    }
    return 0;
}

} // namespace

Folder::Folder() {
    static std::atomic<int> next{0};
    path_ = std::filesystem::temp_directory_path() / ("yanxun_table_" + std::to_string(::getpid()) + "_" + std::to_string(next++));
    std::filesystem::create_directories(path_);
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path Folder::file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::filesystem::path zip(const std::filesystem::path& path, const Parts& parts, bool descriptors) {
    std::ofstream out(path, std::ios::binary);
    Poco::Zip::Compress compress(out, !descriptors);
    for (const auto& [name, content] : parts) {
        std::istringstream in(content);
        compress.addFile(in, Poco::DateTime(2021, 6, 16), Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    compress.close();
    return path;
}

Parts unzip(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const Poco::Zip::ZipArchive archive(in);
    Parts parts;
    for (auto info = archive.fileInfoBegin(); info != archive.fileInfoEnd(); ++info) {
        std::ifstream again(path, std::ios::binary);
        Poco::Zip::ZipInputStream part(again, archive.findHeader(info->first)->second);
        parts.emplace_back(info->first, std::string(std::istreambuf_iterator<char>(part), {}));
    }
    return parts;
}

Parts RawWorkbook::parts() const {
    const std::string names = mainNames;
    std::string relations = relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml");
    Parts all{{"[Content_Types].xml", std::string(head) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
              {"_rels/.rels", head + ("<Relationships " + std::string(relationNames) + ">") + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>"},
              {"xl/workbook.xml", head + ("<workbook " + names + ">") + workbookProperties + "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
              {"xl/styles.xml", head + ("<styleSheet " + names + ">") + styles + "</styleSheet>"}};
    if (!strings.empty()) {
        relations += relation(3, "sharedStrings", "sharedStrings.xml");
        all.emplace_back("xl/sharedStrings.xml", head + ("<sst " + names + ">") + strings + "</sst>");
    }
    all.emplace_back("xl/_rels/workbook.xml.rels", head + ("<Relationships " + std::string(relationNames) + ">") + relations + "</Relationships>");
    all.emplace_back("xl/worksheets/sheet1.xml", head + ("<worksheet " + names + ">") + sheet + "</worksheet>");
    if (!more.empty()) all.emplace_back(more, more);
    return all;
}

std::filesystem::path workbook(const std::filesystem::path& path, const std::string& rows) {
    RawWorkbook raw;
    raw.sheet = "<sheetData>" + rows + "</sheetData>";
    return workbook(path, raw);
}

std::filesystem::path workbook(const std::filesystem::path& path, const RawWorkbook& raw) {
    return zip(path, raw.parts());
}

std::vector<std::string> shown(const std::filesystem::path& path, std::size_t sheet) {
    std::vector<std::string> rows;
    TableFile::open(path)->read(sheet, [&](GridRow& row) {
        std::string line = std::to_string(row.number) + ":";
        for (std::size_t i = 0; i < row.cells.size(); ++i) line += (i == 0 ? " " : "|") + row.cells[i].text;
        rows.push_back(line);
        return true;
    });
    return rows;
}

std::vector<Cell> cells(const std::filesystem::path& path, std::size_t sheet) {
    std::vector<Cell> all;
    TableFile::open(path)->read(sheet, [&](GridRow& row) {
        for (const Cell& cell : row.cells) {
            if (!cell.blank() || cell.formulaUncached) all.push_back(cell);
        }
        return true;
    });
    return all;
}

std::string complaint(const std::filesystem::path& path) {
    try {
        const auto file = TableFile::open(path);
        for (std::size_t i = 0; i < file->sheets().size(); ++i) Grid::load(*file, i);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

Child inChild(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe(ends) != 0) return {"crashed", 0};
    const pid_t child = ::fork();
    if (child == 0) {
        const long before = memory("VmRSS");
        std::string said = work();
        said = std::to_string(memory("VmHWM") - before) + " " + said;
        const auto written = ::write(ends[1], said.data(), said.size());
        ::_exit(written == ssize_t(said.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string all;
    char buffer[4096];
    for (ssize_t got; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) all.append(buffer, std::size_t(got));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || all.empty()) return {"crashed", 0};
    const std::size_t space = all.find(' ');
    return {all.substr(space + 1), std::stol(all.substr(0, space))};
}

bool memoryCounts() {
#if defined(__SANITIZE_ADDRESS__)
    return false;
#else
    return true;
#endif
}

} // namespace yanxun::test
