#pragma once
#include "core/archive_service.h"

#include <yanxun/data/database.h>
#include <yanxun/table/rows.h>

namespace training {

/// Which counted classes stand behind a figure or in the register.
struct ClassScope {
    yanxun::Period period;
    Mode mode = Mode::unknown; ///< offline includes all that is not online
    std::int64_t ym = 0;
};

/// The classes of a scope under the columns of the register (R3 培训台账). The services outlive the source.
yanxun::RowSource classRows(yanxun::Reader& reader, const ClassScope& scope, const ArchiveService& archives);

} // namespace training
