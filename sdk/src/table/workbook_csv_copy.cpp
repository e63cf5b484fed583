#include "table/csv_encoding.h"
#include "table/csv_records.h"
#include "table/workbook_columns.h"

#include <algorithm>

namespace yanxun::table {
namespace {

constexpr std::size_t pieceSize = 1 << 16;

class CsvCopy {
public:
    CsvCopy(const ByteFile& file, const AddedColumns& columns, AtomicFile& to, Progress& progress)
        : file_(file), columns_(columns), to_(to), progress_(progress), form_(examineText(file)) {}

    void write();

private:
    void writeRows(std::string_view toldSeparator);
    bool readsBack() const;
    std::string wide(const CsvRecords::Record& record) const;
    std::string withTexts(const CsvRecords::Record& record, const std::vector<std::string>& texts) const;
    void flush();

    const ByteFile& file_;
    const AddedColumns& columns_;
    AtomicFile& to_;
    Progress& progress_;
    const TextForm form_;
    CsvDialect dialect_;
    std::string pending_;
};

void CsvCopy::write() {
    std::string beginning;
    TextReader(file_, form_).next(beginning);
    dialect_ = detectDialect(beginning);
    writeRows({});
    if (readsBack()) return;
    // Another separator fits what the file became as well: Excel, WPS and LibreOffice know this line, as our reader does.
    to_.out().seekp(0);
    writeRows(std::string("sep=") + dialect_.separator + "\r\n");
}

bool CsvCopy::readsBack() const {
    to_.out().flush();
    to_.check();
    std::string beginning;
    TextReader(ByteFile::open(to_.aside(), 0), form_).next(beginning);
    return detectDialect(beginning).separator == dialect_.separator;
}

void CsvCopy::writeRows(std::string_view toldSeparator) {
    const std::string mark = file_.readAt(0, form_.mark);
    to_.out().write(mark.data(), std::streamsize(mark.size()));
    pending_ = toldSeparator;
    CsvRecords records(dialect_.separator, true, [&](CsvRecords::Record& record) {
        const auto* texts = columns_.of(record.number);
        pending_ += texts ? withTexts(record, *texts) : wide(record);
        if (pending_.size() >= pieceSize) flush();
        return true;
    });
    TextReader reader(file_, form_);
    std::string piece;
    for (std::size_t skip = dialect_.skip; reader.next(piece); skip = 0) {
        skip = std::min(skip, piece.size());
        pending_.append(piece, 0, skip);
        records.feed(std::string_view(piece).substr(skip));
    }
    records.finish();
    flush();
}

void CsvCopy::flush() {
    progress_.check();
    const std::string bytes = encoded(pending_, form_.encoding);
    to_.out().write(bytes.data(), std::streamsize(bytes.size()));
    pending_.clear();
}

/// As spreadsheets write it: with as many fields as the table has columns, which is what tells the separator.
std::string CsvCopy::wide(const CsvRecords::Record& record) const {
    const std::size_t fields = record.starts.size(), columns = std::size_t(columns_.last()) + 1;
    std::string line = record.raw;
    if (fields > 0 && fields < columns) line.insert(line.size() - record.lineEnd, columns - fields, dialect_.separator);
    return line;
}

/// The record as it was written, with the texts in their columns.
std::string CsvCopy::withTexts(const CsvRecords::Record& record, const std::vector<std::string>& texts) const {
    const char separator = dialect_.separator;
    const std::string_view raw(record.raw);
    const std::string_view content = raw.substr(0, raw.size() - record.lineEnd);
    const std::size_t first = std::size_t(columns_.first), fields = record.starts.size();
    std::string line(fields > first ? content.substr(0, record.starts[first]) : content);
    if (fields <= first) line.append(first - std::max<std::size_t>(fields, 1) + 1, separator);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) line += separator;
        appendCsvField(line, texts[i], separator);
    }
    const std::size_t behind = first + texts.size();
    if (fields > behind) line.append(1, separator).append(content.substr(record.starts[behind]));
    line += raw.substr(content.size());
    return line;
}

} // namespace

void copyCsv(const ByteFile& file, const AddedColumns& columns, AtomicFile& to, Progress& progress) {
    CsvCopy(file, columns, to, progress).write();
}

} // namespace yanxun::table
