#pragma once
#include "core/unit_store.h"

#include <yanxun/figure.h>
#include <yanxun/table/export.h>
#include <yanxun/task.h>

namespace directory {

/// Columns of a list of units for people outside: no phone in full (one mask, maskPhone).
std::vector<yanxun::Column> unitColumns();
std::vector<yanxun::Value> unitCells(const Unit& unit);
/// Streams the units of a filter, by name.
yanxun::RowSource unitRows(yanxun::Reader& reader, const UnitFilter& filter);

yanxun::TableKind unitsExport();
yanxun::FigureKind unitsByKind();
/// Units 待完善, and units with facts nobody confirmed.
yanxun::TaskKind incompleteUnits();
yanxun::TaskKind unconfirmedFacts();

} // namespace directory
