#pragma once
#include "core/drill_service.h"

#include <yanxun/table/import.h>

namespace drills {

/// Import kind «drills.ledger»: the 应急演练台账 of a year. Natural key: name + unit + day. The headcount goes to
/// participation, 存在问题 and 整改情况 become a finding, unknown units are made 待完善 or refused (--unknown-units).
class LedgerImport final : public yanxun::ImportKind {
public:
    /// All three are borrowed and outlive the kind.
    LedgerImport(DrillService& service, directory::Units& units, participation::Records& records);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) override;

private:
    std::int64_t create(yanxun::Writer& writer, const yanxun::ImportRow& row);
    /// Puts the given columns (names of ledgerFields()) into an existing drill.
    void change(yanxun::Writer& writer, std::int64_t drill, const yanxun::Fields& fields);

    DrillService& service_;
    directory::Units& units_;
    participation::Records& records_;
    yanxun::ImportInfo info_;
};

} // namespace drills
