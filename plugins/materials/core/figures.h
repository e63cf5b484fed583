#pragma once
#include <yanxun/contributions.h>

namespace materials {

/// materials.issued, issued_by_month, closing.
std::vector<yanxun::FigureKind> figures();
/// «宣传资料和物品 N 份», by item.
yanxun::SummaryKind summarySection();
/// What is running out; slips whose activity a person must confirm.
std::vector<yanxun::TaskKind> tasks();
/// Stocktakes.
yanxun::CalendarKind stocktakeCalendar();

/// Rows of R17, used by report, figure and export alike. `item` 0 = all.
yanxun::RowSource issueRows(yanxun::Reader& reader, const yanxun::Period& period, bool toUnits, std::int64_t item);
/// Rows of R16 and of R18.
yanxun::RowSource totalRows(yanxun::Reader& reader, const yanxun::Period& period);
yanxun::RowSource flowRows(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t item, std::int64_t location);
/// «materials.summary» R16, «materials.issue_register» R17, «materials.movements» R18.
std::vector<yanxun::ReportKind> reports();
/// «materials.receipts», «materials.issues» with the ledgers' own headings, «materials.stock».
std::vector<yanxun::TableKind> exports();
/// The printed slip: 入库单, 出库单 …. Throws NotFound.
yanxun::Report slipReport(yanxun::Reader& reader, std::int64_t document, const yanxun::ReportRequest& request);
/// The sheet of a stocktake: what the books say is left out while a blind one is open.
yanxun::Report stocktakeReport(yanxun::Reader& reader, std::int64_t stocktake, const yanxun::ReportRequest& request);

} // namespace materials
