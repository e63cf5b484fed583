// Ledgers of 110,000 rows read to rows, against LibreOffice converting the same file; and the memory that takes.
#include "bench/ratio.h"
#include "bench/scratch.h"

#include <yanxun/table/grid.h>

#include <xlsxwriter.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr int kRows = 110'000, kColumns = 12;
const char* const kHeads[kColumns] = {"序号", "演练名称", "所属乡镇（街道）", "组织单位", "演练时间", "灾种", "形式", "参演人数",
                                      "观摩人数", "评估得分", "存在问题", "整改情况"};

std::string cell(int row, int column) {
    switch (column) {
    case 1: return "校园防火疏散演练" + std::to_string(row);
    case 2: return row % 3 ? "白石坡镇" : "澄湖街道";
    case 3: return "白石坡镇第" + std::to_string(row % 97 + 1) + "小学";
    case 4: return "2021年" + std::to_string(row % 12 + 1) + "月" + std::to_string(row % 28 + 1) + "日";
    case 5: return row % 2 ? "火灾" : "洪涝";
    case 6: return row % 4 ? "实战" : "桌面";
    case 10: return row % 5 ? "通信不畅" : "疏散路线标识不清";
    case 11: return row % 2 ? "已整改" : "整改中";
    default: return std::to_string(column == 0 ? row + 1 : (row * column) % 90);
    }
}

bool isNumber(int column) { return column == 0 || (column >= 7 && column <= 9); }

void writeCsv(const std::filesystem::path& path) {
    std::ofstream out(path, std::ios::binary);
    out << "\xEF\xBB\xBF";
    for (int c = 0; c < kColumns; ++c) out << (c ? "," : "") << kHeads[c];
    out << "\r\n";
    for (int r = 0; r < kRows; ++r) {
        for (int c = 0; c < kColumns; ++c) out << (c ? "," : "") << cell(r, c);
        out << "\r\n";
    }
}

void writeWorkbook(const std::filesystem::path& path) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "2021年");
    for (int c = 0; c < kColumns; ++c) worksheet_write_string(sheet, 0, lxw_col_t(c), kHeads[c], nullptr);
    for (int r = 0; r < kRows; ++r) {
        for (int c = 0; c < kColumns; ++c) {
            const std::string text = cell(r, c);
            if (isNumber(c)) worksheet_write_number(sheet, lxw_row_t(r + 1), lxw_col_t(c), std::atof(text.c_str()), nullptr);
            else worksheet_write_string(sheet, lxw_row_t(r + 1), lxw_col_t(c), text.c_str(), nullptr);
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("cannot write the workbook");
}

long readOurs(const std::filesystem::path& path) {
    long rows = 0;
    const auto file = TableFile::open(path);
    file->read(0, [&](GridRow& row) {
        benchmark::DoNotOptimize(row);
        ++rows;
        return true;
    });
    return rows;
}

/// soffice with a profile of its own; its result is counted line by line.
long convert(const Scratch& scratch, const std::filesystem::path& path) {
    const auto out = scratch.file("converted");
    const std::string command = "soffice --headless -env:UserInstallation=file://" + scratch.file("profile").string() +
                                " --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76 --outdir '" + out.string() + "' '" +
                                path.string() + "' >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("soffice did not convert " + path.string());
    std::ifstream lines(out / path.filename().replace_extension("csv"));
    long rows = 0;
    for (std::string line; std::getline(lines, line);) ++rows;
    return rows;
}

} // namespace

int main(int argc, char** argv) {
    const Scratch scratch("table");
    const auto csv = scratch.file("ledger.csv"), book = scratch.file("ledger.xlsx"), small = scratch.file("first.csv");
    writeCsv(csv);
    writeWorkbook(book);
    std::ofstream(small) << "a,b\n1,2\n";
    convert(scratch, small); // its profile is made once, outside the measure

    const int missed = run(
        argc, argv,
        {{"csv of 110,000 rows / LibreOffice", [&] { return readOurs(csv); }, [&] { return convert(scratch, csv); }, 0, 20, Metric::wall, 3},
         {"xlsx of 110,000 rows / LibreOffice", [&] { return readOurs(book); }, [&] { return convert(scratch, book); }, 0, 5, Metric::wall, 3}},
        {{"csv of 110,000 rows: memory", [&] { return peakMemory([&] { readOurs(csv); }); }, 20, "MiB"},
         {"xlsx of 110,000 rows: memory", [&] { return peakMemory([&] { readOurs(book); }); }, 20, "MiB"}});
    return missed > 0 ? 1 : 0;
}
