#include "table/csv_encoding.h"
#include "table/csv_records.h"
#include "table/workbook_columns.h"

#include <algorithm>

namespace yanxun::table {
namespace {

constexpr std::size_t pieceSize = 1 << 16;

/// The record as it was written, with the texts in their columns.
std::string withTexts(const CsvRecords::Record& record, const std::vector<std::string>& texts, const AddedColumns& columns, char separator) {
    const std::string_view raw(record.raw);
    const std::string_view content = raw.substr(0, raw.size() - record.lineEnd);
    const std::size_t first = std::size_t(columns.first), fields = record.starts.size();
    std::string line(fields > first ? content.substr(0, record.starts[first]) : content);
    if (fields <= first) line.append(first - std::max<std::size_t>(fields, 1) + 1, separator);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) line += separator;
        appendCsvField(line, texts[i]);
    }
    const std::size_t behind = first + texts.size();
    if (fields > behind) line.append(1, separator).append(content.substr(record.starts[behind]));
    line += raw.substr(content.size());
    return line;
}

} // namespace

void copyCsv(const ByteFile& file, const AddedColumns& columns, std::ostream& out, Progress& progress) {
    const TextForm form = examineText(file);
    TextReader reader(file, form);
    std::string piece, pending;
    const auto flush = [&] {
        progress.check();
        const std::string bytes = encoded(pending, form.encoding);
        out.write(bytes.data(), std::streamsize(bytes.size()));
        pending.clear();
    };
    const std::string mark = file.readAt(0, form.mark);
    out.write(mark.data(), std::streamsize(mark.size()));
    if (!reader.next(piece)) return;
    const CsvDialect dialect = detectDialect(piece);
    pending = piece.substr(0, dialect.skip);
    piece.erase(0, dialect.skip);

    CsvRecords records(dialect.separator, true, [&](CsvRecords::Record& record) {
        const auto* texts = columns.of(record.number);
        pending += texts ? withTexts(record, *texts, columns, dialect.separator) : record.raw;
        if (pending.size() >= pieceSize) flush();
        return true;
    });
    do records.feed(piece);
    while (reader.next(piece));
    records.finish();
    flush();
}

} // namespace yanxun::table
