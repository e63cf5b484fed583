#include "console/output.h"
#include "console/words.h"
#include "core/figure_text.h"

#include <yanxun/text.h>

#include <algorithm>
#include <iostream>

namespace yanxun::console {
namespace {

struct Choice {
    int year = 0;
    std::string rows, key;
    bool json = false;
};

Json asJson(const FigureKind& kind, const FigureResult& result) {
    Json figure;
    figure["id"] = kind.id;
    figure["title"] = kind.title;
    figure["unit"] = kind.unit;
    figure["value"] = toJson(result.value, kind.kind);
    if (result.series.empty()) return figure;
    Json& series = figure["series"] = Json::array();
    for (const FigurePoint& point : result.series) {
        series.push_back({{"key", point.key}, {"label", point.label}, {"value", toJson(point.value, kind.kind)}});
    }
    // A share says how many of how many: cell by cell in the order of the points.
    const std::vector<FigureMatrix::Cell>& cells = result.matrix.cells;
    for (std::size_t i = 0; cells.size() == series.size() && i < cells.size(); ++i) {
        series[i]["reached"] = cells[i].reached;
        series[i]["expected"] = cells[i].expected;
    }
    return figure;
}

std::string shareText(const FigureMatrix::Cell& cell) {
    if (cell.expected == 0 && cell.reached == 0) return "—";
    return text::grouped(cell.reached) + "/" + text::grouped(cell.expected);
}

/// Heads above and at the side, «reached/expected» in the cells.
void printMatrix(const FigureMatrix& matrix) {
    const std::string margin = padded("", 30);
    std::cout << margin << padded("", 22);
    for (const auto& column : matrix.columns) std::cout << padded(column.label, 12);
    for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
        if (i % matrix.columns.size() == 0) std::cout << "\n" << margin << padded(matrix.rows[i / matrix.columns.size()].label, 22);
        std::cout << padded(shareText(matrix.cells[i]), 12);
    }
    std::cout << "\n";
}

void printText(const FigureKind& kind, const FigureResult& result) {
    std::cout << padded(kind.id, 28) << padded(kind.title, 24) << host::figureText(kind, result.value) << " " << kind.unit << "\n";
    if (!result.matrix.cells.empty()) return printMatrix(result.matrix);
    for (const FigurePoint& point : result.series) {
        std::cout << padded("", 30) << padded(point.label, 22) << host::figureText(kind, point.value) << "\n";
    }
}

/// A key that is none of the figure's points would list nothing and look like an answer.
void checkKey(const FigureKind& kind, const FigureResult& result, const std::string& key) {
    std::string all;
    for (const FigurePoint& point : result.series) {
        if (point.key == key) return;
        all += (all.empty() ? "" : "、") + point.key;
    }
    throw UsageError(all.empty() ? tr("指标“{}”没有分项，请去掉 --key。", kind.id)
                                 : tr("指标“{}”没有“{}”这一项。现有：{}。", kind.id, key, all));
}

void printFigureRows(Console& console, const Choice& choice) {
    host::Program& program = console.open();
    const FigureKind& kind = named([&]() -> const FigureKind& { return program.registry().figure(choice.rows); });
    if (!kind.rows) throw NotFound(tr("指标“{}”没有可以列出的明细。", kind.id));
    program.database().read([&](Reader& reader) {
        const Period year = Period::year(choice.year);
        if (!choice.key.empty()) checkKey(kind, kind.compute(reader, year), choice.key);
        const RowSource rows = kind.rows(reader, year, choice.key);
        if (choice.json) {
            printRows(rows, std::cout, console.progress());
            std::cout << "\n";
        } else {
            printTable(rows, std::cout, console.progress());
        }
    });
}

} // namespace

void printFigures(host::Program& program, int year, bool json) {
    Json all = Json::array();
    program.database().read([&](Reader& reader) {
        for (const FigureKind& kind : program.registry().figures()) {
            const FigureResult result = kind.compute(reader, Period::year(year));
            if (json) all.push_back(asJson(kind, result));
            else printText(kind, result);
        }
    });
    if (json) print(all);
    else if (program.registry().figures().empty()) std::cout << tr("现在运行的插件没有提供指标。") << "\n";
}

void addFigures(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "figures", tr("一年的指标；--rows 列出某个指标背后的记录"));
    const auto choice = std::make_shared<Choice>();
    addYear(verb, choice->year, tr("哪一年，默认今年"));
    CLI::Option* rows = verb.add_option("--rows", choice->rows, tr("列出这个指标背后的记录"))->type_name(tr("指标"));
    verb.add_option("--key", choice->key, tr("只列序列中的这一项，如 202105；矩阵写“行|列”"))->type_name(tr("键"))->needs(rows);
    verb.add_flag("--json", choice->json, tr("输出 JSON"));
    verb.callback([&console, choice] {
        console.run = [&console, choice] {
            host::Program& program = console.open();
            if (choice->year == 0) choice->year = program.clock().today().year;
            if (choice->rows.empty()) printFigures(program, choice->year, choice->json);
            else printFigureRows(console, *choice);
            return done;
        };
    });
}

} // namespace yanxun::console
