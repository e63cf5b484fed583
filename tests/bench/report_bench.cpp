// XML of 1.1 million records: time beside a plain buffered writer of the same bytes, and memory.
#include "bench/ratio.h"

#include <yanxun/report/report.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

using namespace yanxun;

namespace {

constexpr int kRows = 1'100'000;
const std::filesystem::path kFolder = std::filesystem::temp_directory_path();

Report records() {
    Report report;
    report.kind = "bench.records";
    report.title = "参与记录";
    report.period = Period::year(2021);
    ReportTable table;
    table.id = "records";
    table.title = "明细";
    for (const auto& [id, title, kind] : {std::tuple{"no", "序号", CellKind::integer}, {"name", "演练名称", CellKind::text},
                                          {"unit", "组织单位", CellKind::text}, {"day", "日期", CellKind::date},
                                          {"people", "参演人数", CellKind::integer}, {"score", "得分", CellKind::hundredths}}) {
        table.rows.columns.push_back({id, title, kind});
    }
    table.rows.each = [](const RowSink& sink) {
        Value cells[6];
        cells[1] = std::string("校园防火疏散演练");
        cells[2] = std::string("东屏镇第一小学");
        for (int i = 0; i < kRows; ++i) {
            cells[0] = i;
            cells[3] = 20210101 + i % 28;
            cells[4] = i % 90;
            cells[5] = 7000 + i % 3000;
            sink(cells);
        }
    };
    report.sections.push_back({"list", "明细", {}, {}, {std::move(table)}, {}, {}});
    return report;
}

long ours() {
    const auto path = kFolder / "yanxun-bench-ours.xml";
    {
        std::ofstream out(path, std::ios::binary);
        writeXml(records(), out);
    }
    return long(std::filesystem::file_size(path));
}

/// The same bytes by the plainest means: fprintf of the same numbers into a buffered file.
long peer() {
    const auto path = kFolder / "yanxun-bench-peer.xml";
    std::FILE* file = std::fopen(path.c_str(), "wb");
    std::setvbuf(file, nullptr, _IOFBF, 128 * 1024);
    std::fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<report xmlns=\"urn:yanxun:report:1\" kind=\"bench.records\" version=\"1\" made-at=\"1970-01-01T08:00:00+08:00\">\n"
               " <title>参与记录</title>\n <period first=\"2021-01-01\" last=\"2021-12-31\"/>\n"
               " <section id=\"list\" title=\"明细\">\n  <table id=\"records\" title=\"明细\">\n"
               "   <column id=\"no\" title=\"序号\" kind=\"integer\"/>\n   <column id=\"name\" title=\"演练名称\" kind=\"text\"/>\n"
               "   <column id=\"unit\" title=\"组织单位\" kind=\"text\"/>\n   <column id=\"day\" title=\"日期\" kind=\"date\"/>\n"
               "   <column id=\"people\" title=\"参演人数\" kind=\"integer\"/>\n   <column id=\"score\" title=\"得分\" kind=\"decimal\"/>\n",
               file);
    for (int i = 0; i < kRows; ++i) {
        const int score = 7000 + i % 3000;
        char decimal[16];
        std::snprintf(decimal, sizeof decimal, "%d.%02d", score / 100, score % 100);
        std::size_t end = std::strlen(decimal);
        while (decimal[end - 1] == '0') decimal[--end] = 0;
        if (decimal[end - 1] == '.') decimal[--end] = 0;
        std::fprintf(file,
                     "   <row>\n    <c>%d</c>\n    <c>%s</c>\n    <c>%s</c>\n    <c>2021-01-%02d</c>\n    <c>%d</c>\n    <c>%s</c>\n   </row>\n",
                     i, "校园防火疏散演练", "东屏镇第一小学", 1 + i % 28, i % 90, decimal);
    }
    std::fputs("  </table>\n </section>\n</report>\n", file);
    std::fclose(file);
    return long(std::filesystem::file_size(path));
}

} // namespace

int main(int argc, char** argv) {
    const int missed = bench::run(argc, argv, {{"XML of 1.1 million records", ours, peer, 1.5}},
                                  {{"XML of 1.1 million records: memory", [] { return bench::peakMemory([] { ours(); }); }, 16, "MiB"}});
    for (const char* name : {"yanxun-bench-ours.xml", "yanxun-bench-peer.xml"}) std::filesystem::remove(kFolder / name);
    return missed > 0 ? 1 : 0;
}
