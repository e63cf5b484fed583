#pragma once
#include "core/rules.h"

#include <yanxun/table/export.h>

namespace training {

/// Export «training.class_list»: the classes of a year under the headings of the ledger, to be imported again.
yanxun::TableKind classesExport();
/// Export «training.certificate_list»: certificates issued in a year under the headings of the ledger, numbers in
/// full: it stays in the house. The rules outlive it.
yanxun::TableKind certificatesExport(const Rules& rules);

} // namespace training
