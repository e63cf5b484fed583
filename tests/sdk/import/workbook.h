#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace import_test {

/// A cell as it stands in the sheet's XML.
struct In {
    enum class Kind { text, number, day, formula, uncached };
    Kind kind = Kind::text;
    std::string text;       ///< text, number, or formula
    std::string cached;     ///< result of the formula

    In(const char* text) : text(text) {}
    In(std::string text) : text(std::move(text)) {}
    In(int number) : kind(Kind::number), text(std::to_string(number)) {}
    In(double number);
    static In day(int serial);
    static In formula(std::string formula, std::string cached);
    static In uncached(std::string formula);
};

struct Sheet {
    std::string name;
    bool hidden = false;
    std::vector<std::vector<In>> rows; ///< an empty vector is an empty row, an empty text no cell
    std::vector<std::string> merged;   ///< «A1:C1»
    std::vector<int> pictures = {};    ///< the row each stands in
};

/// Writes a small workbook by hand: what Office programs write, and what only they would.
void writeWorkbook(const std::filesystem::path& path, const std::vector<Sheet>& sheets, bool counts1904 = false);
void writeText(const std::filesystem::path& path, const std::string& bytes);

} // namespace import_test
