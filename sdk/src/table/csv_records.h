#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace yanxun::table {

/// Cuts UTF-8 text into records and fields (RFC 4180, and what Excel and WPS make of it): quotes with separators and
/// line ends inside, "" for a quote, CRLF, LF or CR. A quote that does not begin a field is a character like others.
class CsvRecords {
public:
    struct Record {
        int number = 0;                  ///< from 1: the row a spreadsheet would show it in
        std::vector<std::string> fields; ///< may be moved out
        std::string raw;                 ///< as written, with its line end; this and the next two when asked for
        std::vector<std::size_t> starts; ///< where each field begins in `raw`
        std::size_t lineEnd = 0;         ///< how many bytes of `raw` are the line end
    };
    /// `use` returns false to stop.
    CsvRecords(char separator, bool keepRaw, std::function<bool(Record&)> use)
        : separator_(separator), keepRaw_(keepRaw), use_(std::move(use)) {}

    /// False when the user stopped. Throws Error for a field above 1 MiB or more than 16,384 fields.
    bool feed(std::string_view piece);
    /// The last record, which needs no line end. Throws Error when a quote is still open.
    bool finish();
    /// True while a quoted field is open.
    bool quoted() const { return state_ == State::quoted; }

private:
    enum class State { fieldStart, plain, quoted, quoteInQuoted, carriageReturn };
    bool step(char c);
    void endField();
    bool endRecord();
    void limit() const;

    const char separator_;
    const bool keepRaw_;
    const std::function<bool(Record&)> use_;
    State state_ = State::fieldStart;
    Record record_;
    std::size_t used_ = 0; ///< fields of record_ in use: their memory is kept from record to record
    std::string field_;
    std::size_t fieldStart_ = 0; ///< in record_.raw
    int quoteRow_ = 0, number_ = 1;
    bool any_ = false; ///< the open record holds something
};

/// «,», «;» or tab, whichever the beginning of a text uses, and whether the text begins with Excel's line «sep=;».
struct CsvDialect {
    char separator = ',';
    std::size_t skip = 0; ///< bytes of UTF-8 to leave out
};
CsvDialect detectDialect(std::string_view beginning);
/// A field as it is written: in quotes where it needs them.
void appendCsvField(std::string& line, std::string_view text, char separator = ',');

} // namespace yanxun::table
