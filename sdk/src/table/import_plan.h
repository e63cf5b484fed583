#pragma once
#include "table/import_body.h"

namespace yanxun {

/// The records of a plan's sheet, their cells read but nothing decided; `notes` gets what concerns the whole file.
struct ReadSheet {
    ImportBody body;
    std::vector<ImportRow> rows;
    std::vector<ImportMessage> notes;
};
ReadSheet readSheet(const ImportInfo& info, const LedgerHeadings& headings, const ImportPlan& plan);

/// «2021年6月30日 10:53»
std::string dayAndTime(Millis at);

} // namespace yanxun
