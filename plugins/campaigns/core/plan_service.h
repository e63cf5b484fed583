#pragma once
#include "core/key_dates.h"
#include "core/target_store.h"

#include <directory/units.h>

namespace campaigns {

/// What people do with targets, campaigns and key dates. Each method is one action inside the caller's Writer.
class PlanService {
public:
    /// Both are borrowed and outlive the service.
    PlanService(const directory::Units& units, const KeyDates& dates) : units_(units), dates_(dates) {}

    /// The owner by name; throws Error for what is missing or unknown.
    std::int64_t addTarget(yanxun::Writer& writer, Target target) const;
    std::int64_t editTarget(yanxun::Writer& writer, Target target) const;
    void removeTarget(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;

    std::int64_t addCampaign(yanxun::Writer& writer, Campaign campaign) const;
    std::int64_t editCampaign(yanxun::Writer& writer, Campaign campaign) const;
    void removeCampaign(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;

    /// What the bureau says of a key date in a year: it wins over the rule.
    void setKeyDate(yanxun::Writer& writer, const KeyDateYear& year) const;
    /// Back to what the rule says.
    void forgetKeyDate(yanxun::Writer& writer, const std::string& rule, int year) const;

private:
    void findOwner(yanxun::Reader& reader, std::int64_t& id, std::string& name) const;
    void requireCampaign(yanxun::Reader& reader, Campaign& campaign) const;
    const directory::Units& units_;
    const KeyDates& dates_;
};

} // namespace campaigns
