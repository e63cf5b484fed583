#pragma once
#include "core/activity_service.h"

#include <yanxun/table/import.h>

namespace campaigns {

/// Import kind «campaigns.activities»: the 五进宣传活动台账 of a year. Natural key: name + unit + day, the unit being the
/// first one reached, else the host. The headcount goes to participation; unknown units are made 待完善 or refused
/// (--unknown-units).
class ActivityImport final : public yanxun::ImportKind {
public:
    /// All three are borrowed and outlive the kind.
    ActivityImport(ActivityService& service, directory::Units& units, participation::Records& records);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) override;

private:
    /// Puts the given columns (names of row_fields) into an existing activity.
    void change(yanxun::Writer& writer, std::int64_t activity, const yanxun::Fields& fields);

    ActivityService& service_;
    directory::Units& units_;
    participation::Records& records_;
    yanxun::ImportInfo info_;
};

} // namespace campaigns
