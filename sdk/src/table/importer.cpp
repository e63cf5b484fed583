#include "table/header_finder.h"
#include "table/import_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

constexpr std::size_t kHeadRows = 40; ///< enough to judge a sheet by
constexpr int kTries = 3;

struct Candidate {
    std::size_t sheet = 0;
    SheetInfo info;
    ImportMapping mapping;
    bool hasRows = false;
};

/// The first rows of a sheet, enough to find its header.
Grid headOf(TableFile& file, std::size_t sheet) {
    Grid grid;
    grid.sheetIndex = sheet;
    file.read(sheet, [&](GridRow& row) {
        grid.rows.push_back(std::move(row));
        return grid.rows.size() < kHeadRows;
    });
    return grid;
}

std::string listed(const std::vector<std::string>& names) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "“" : "、“") + name + "”";
    return all;
}

std::size_t namedSheet(const std::vector<SheetInfo>& sheets, const std::string& wanted) {
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        if (sheets[s].name == wanted) return s;
    }
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        if (text::loose(sheets[s].name) == text::loose(wanted)) return s;
    }
    std::vector<std::string> names;
    for (const auto& sheet : sheets) names.push_back(sheet.name);
    if (names.size() == 1 && names[0].empty()) throw Error(tr("这个文件只有一张表，请不要指定工作表（--sheet）。"));
    throw Error(tr("文件中没有名为“{}”的工作表，请用 --sheet 指定其中之一：{}。", wanted, listed(names)));
}

/// Sheets people see go before hidden ones, those that fit before others, those with rows before empty forms.
bool betterThan(const Candidate& a, const Candidate& b) {
    if (a.mapping.fits() != b.mapping.fits()) return a.mapping.fits();
    if (a.info.hidden != b.info.hidden) return b.info.hidden;
    if (a.hasRows != b.hasRows) return a.hasRows;
    return a.mapping.score > b.mapping.score;
}

void requireFit(const ImportKind& kind, const ImportMapping& mapping) {
    if (mapping.fits()) return;
    if (mapping.columns.empty()) {
        throw Error(tr("没有找到“{}”的表头，请核对选择的文件、工作表和台账种类。", kind.info().title));
    }
    throw Error(tr("表头中没有找到{}，请补上这些列，或在导入向导中指定对应的列。", listed(mapping.missing)));
}

} // namespace

Importer::Importer(Database& database, std::vector<std::filesystem::path> templates)
    : database_(database), templates_(std::move(templates)) {}
Importer::~Importer() = default;

std::size_t Importer::chooseSheet(TableFile& file, const ImportKind& kind, const std::string& sheet) {
    const auto sheets = file.sheets();
    if (!sheet.empty()) return namedSheet(sheets, sheet);
    if (sheets.empty()) throw Error(tr("文件中没有工作表，请核对选择的文件。"));
    if (sheets.size() == 1) return 0;
    std::vector<Candidate> all;
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        const Grid head = headOf(file, s);
        Candidate candidate{s, sheets[s], findHeader(head, kind), false};
        candidate.hasRows = !head.rows.empty() && head.rows.back().number > candidate.mapping.headerLast;
        all.push_back(std::move(candidate));
    }
    std::stable_sort(all.begin(), all.end(), betterThan);
    requireFit(kind, all[0].mapping);
    if (!betterThan(all[0], all[1])) {
        std::vector<std::string> names;
        for (const auto& candidate : all) {
            if (!betterThan(all[0], candidate)) names.push_back(candidate.info.name);
        }
        throw Error(tr("有几张工作表都像“{}”：{}，请用 --sheet 指定要导入的一张。", kind.info().title, listed(names)));
    }
    return all[0].sheet;
}

ImportMapping Importer::findHeader(const Grid& grid, const ImportKind& kind) {
    const auto headings = LedgerHeadings::load(templates_, kind.info().id);
    std::map<std::string, RememberedColumns> remembered;
    database_.read([&](Reader& reader) { remembered = import_store::rememberedColumns(reader, kind.info().id); });
    return HeaderFinder(kind.info(), headings, remembered).find(grid);
}

ImportMapping Importer::remap(const ImportKind& kind, ImportMapping mapping, const std::string& column, int sheetColumn) {
    std::erase_if(mapping.columns, [&](const auto& c) { return c.first == column || c.second == sheetColumn; });
    if (sheetColumn >= 0) mapping.columns[column] = sheetColumn;
    HeaderFinder(kind.info(), LedgerHeadings::load(templates_, kind.info().id), {}).judge(mapping);
    return mapping;
}

void Importer::remember(const ImportKind& kind, const ImportMapping& mapping) {
    database_.write([&](Writer& writer) {
        import_store::remember(writer, kind.info().id, fingerprintOf(mapping.headings), mapping.columns);
    });
}

ImportResult Importer::run(ImportKind& kind, const std::filesystem::path& file, const std::string& sheet,
                           const ImportOptions& options, bool dryRun, ImportPlan& out, Progress& progress) {
    const auto table = TableFile::open(file);
    const std::size_t chosen = chooseSheet(*table, kind, sheet);
    Grid grid = Grid::load(*table, chosen, progress);
    ImportMapping mapping = findHeader(grid, kind);
    requireFit(kind, mapping);
    for (int tries = kTries;; --tries) {
        out = plan(kind, std::move(grid), mapping, options, progress);
        if (dryRun) return {out.counts, 0};
        try {
            return commit(kind, out, progress);
        } catch (const Conflict&) {
            if (tries == 1) throw;
            grid = std::move(out.grid); // somebody wrote meanwhile, and nobody has looked at this plan
        }
    }
}

std::vector<ImportBatch> Importer::batches(Reader& reader, std::size_t limit) { return import_store::batches(reader, limit); }

std::string Importer::kindOf(std::int64_t batch) {
    std::string kind;
    database_.read([&](Reader& reader) { kind = import_store::batch(reader, batch).kind; });
    return kind;
}

std::vector<Migration> Importer::migrations() { return import_store::migrations(); }

} // namespace yanxun
