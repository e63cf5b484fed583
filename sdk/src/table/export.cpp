#include "core/atomic_file.h"
#include "report/xml_stream.h"
#include "table/csv_records.h"

#include <yanxun/error.h>
#include <yanxun/progress.h>
#include <yanxun/table/export.h>
#include <yanxun/text.h>

namespace yanxun {
namespace {

bool isPlainNumber(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    return !text.empty() && text.front() != '.' && text.find_first_not_of("0123456789.") == text.npos &&
           text.find('.') == text.rfind('.');
}

/// A spreadsheet would run such a text instead of showing it.
bool looksLikeFormula(const std::string& text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos && !isPlainNumber(text);
}

const char* kindName(CellKind kind) {
    switch (kind) {
    case CellKind::text: return "text";
    case CellKind::code: return "code";
    case CellKind::integer: return "integer";
    case CellKind::hundredths: return "decimal";
    case CellKind::date: return "date";
    case CellKind::month: return "month";
    }
    return "text";
}

/// Counts rows, asks whether to stop and whether the disk still takes what is written.
class RowsWritten {
public:
    RowsWritten(AtomicFile& file, Progress& progress, std::string what) : file_(file), progress_(progress), what_(std::move(what)) {}
    void add() {
        if (++rows_ % 1000 != 0) return;
        progress_.check();
        progress_.step(rows_, 0, what_);
        file_.check();
    }
    std::int64_t count() const { return rows_; }

private:
    AtomicFile& file_;
    Progress& progress_;
    const std::string what_;
    std::int64_t rows_ = 0;
};

void writeCsv(const RowSource& source, std::ostream& out, RowsWritten& written) {
    std::string line = "\xef\xbb\xbf";
    const auto flush = [&] {
        line += "\r\n";
        out.write(line.data(), std::streamsize(line.size()));
        line.clear();
    };
    for (std::size_t i = 0; i < source.columns.size(); ++i) {
        if (i > 0) line += ',';
        table::appendCsvField(line, source.columns[i].title);
    }
    flush();
    source.each([&](std::span<const Value> row) {
        for (std::size_t i = 0; i < source.columns.size(); ++i) {
            if (i > 0) line += ',';
            if (i >= row.size()) continue;
            const CellKind kind = source.columns[i].kind;
            const std::string text = cellText(row[i], kind);
            table::appendCsvField(line, kind == CellKind::text && row[i].text() && looksLikeFormula(text) ? "'" + text : text);
        }
        flush();
        written.add();
    });
}

void writeXml(const RowSource& source, const std::string& id, const std::string& title, std::ostream& out, RowsWritten& written) {
    XmlStream xml(out);
    xml.open("table");
    xml.attribute("id", id);
    xml.attribute("title", title);
    xml.open("columns");
    for (const Column& column : source.columns) {
        xml.open("column");
        xml.attribute("id", column.id);
        xml.attribute("title", column.title);
        xml.attribute("kind", kindName(column.kind));
        xml.close();
    }
    xml.close();
    source.each([&](std::span<const Value> row) {
        xml.open("row");
        for (std::size_t i = 0; i < source.columns.size(); ++i) {
            xml.leaf("c", i < row.size() ? text::clean(cellText(row[i], source.columns[i].kind)) : std::string{});
        }
        xml.close();
        written.add();
    });
    xml.close();
    xml.finish();
}

} // namespace

std::int64_t writeTable(const RowSource& source, const std::string& id, const std::string& title, TableFormat format,
                        const std::filesystem::path& path, Progress& progress) {
    progress.check();
    AtomicFile file(path);
    RowsWritten written(file, progress, tr("导出{}", title));
    if (format == TableFormat::csv) {
        writeCsv(source, file.out(), written);
    } else {
        writeXml(source, id, title, file.out(), written);
    }
    progress.check();
    file.commit();
    return written.count();
}

} // namespace yanxun
