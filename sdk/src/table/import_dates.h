#pragma once
#include "table/import_body.h"

namespace yanxun {

/// The cells of the records as they are to be read: what the person typed in the preview goes before the sheet.
class RecordCells {
public:
    RecordCells(const ImportMapping& mapping, const std::map<std::pair<int, std::string>, std::string>& fixes);
    const Cell& cell(const GridRow& row, const ImportColumn& column) const;

private:
    const ImportMapping& mapping_;
    std::map<std::pair<int, std::string>, Cell> fixed_;
};

/// How the dates of one column are to be read.
struct DateReading {
    DateOrder order = DateOrder::unknown;      ///< of «5/6/2021»
    DateOrder shortOrder = DateOrder::unknown; ///< of «21/6/16»
    int year = 0; ///< of dates without one; 0 = nothing tells it
};

/// The cell's date by that reading; still orderUnknown or yearMissing where nothing told it.
std::optional<WrittenDate> readDate(const Cell& cell, bool counts1904, const DateReading& reading);

/// Decides order and year of every date column; each decision that was a guess is told as one note. Order of the sources
/// of a year: contract «Dates» — sheet name, title rows, full dates, file name, the option.
std::map<std::string, DateReading> decideDates(const ImportInfo& info, const ImportPlan& plan, const ImportBody& body,
                                               const RecordCells& cells, std::vector<ImportMessage>& notes);

/// The one year a text names («2021年台账», «二〇二一年»); 0 when none or several.
int yearIn(std::string_view text);

} // namespace yanxun
