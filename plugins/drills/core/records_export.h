#pragma once
#include <yanxun/table/export.h>

namespace drills {

/// Export «drills.records»: all drills of a year under the headings of the ledger, so that it can be imported again.
yanxun::TableKind recordsExport();

} // namespace drills
