#pragma once
#include <participation/records.h>

namespace participation {

/// How headcount and names of one entry stand to each other (training_campaigns_materials §3.5).
enum class Difference {
    none = 0,
    notable = 1, ///< more than 10 % of the headcount is not on the list: to be reviewed
    excess = 2,  ///< more names than heads: to be resolved before approval
};

/// `none` when one of the two is missing: then there is nothing to compare.
Difference differenceOf(const Entry& entry);
std::string differenceTitle(Difference difference);

/// Sum over the entries of a subject.
struct Reported {
    std::int64_t people = 0;
    bool estimated = false; ///< one of the headcounts that count is

    bool operator==(const Reported&) const = default;
};

/// One entry with what it belongs to.
struct Record {
    Subject subject;
    Entry entry;
    Difference difference = Difference::none;
};

} // namespace participation
