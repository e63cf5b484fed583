#pragma once
#include "core/training_class.h"

namespace training {

/// Which classes a list shows; empty parts do not narrow.
struct ClassFilter {
    int year = 0;
    std::int64_t ym = 0;                  ///< 202105; wins over the year
    std::optional<yanxun::Period> period; ///< wins over both
    Mode mode = Mode::unknown;            ///< offline shows the mixed ones too, as its figure counts them
    std::optional<Status> status;
    bool countedOnly = false; ///< done or archived
    std::string kind;
    std::string region;
    std::string text; ///< words to be found
    std::int64_t unit = 0;
    std::int64_t id = 0; ///< the class to be shown; does not narrow

    bool operator==(const ClassFilter&) const = default;
};

/// «year=2021&mode=offline»: how figures, search and calendar ask for the page. Unknown parts are passed over.
ClassFilter parseArgument(const std::string& argument);
std::string argumentOf(const ClassFilter& filter);

} // namespace training
