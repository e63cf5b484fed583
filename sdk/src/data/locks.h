#pragma once
#include <cstdint>

namespace yanxun::data {

// Keys of PostgreSQL's advisory locks; «YX» in front keeps them apart from another program's.
constexpr std::int64_t kChainLock = 0x5958'0001;   ///< held while a transaction writes its link of the change log
constexpr std::int64_t kMigrateLock = 0x5958'0002; ///< held by a migration step
constexpr std::int64_t kInUseLock = 0x5958'0003;   ///< shared by every program at work, exclusive for restore

} // namespace yanxun::data
