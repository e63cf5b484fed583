#include "neighbours.h"

#include "core/record_service.h"
#include "core/schema.h"
#include "core/unit_user.h"

namespace training::testing {

std::unique_ptr<participation::Records> makeRecords() { return std::make_unique<participation::RecordService>(); }
directory::UnitUser participationUnitUser() { return participation::unitUser(); }
std::vector<yanxun::Migration> participationMigrations() { return participation::migrations(); }

} // namespace training::testing
