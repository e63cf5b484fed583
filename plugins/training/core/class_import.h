#pragma once
#include "core/class_service.h"

#include <yanxun/table/import.h>

namespace training {

/// Import kind «training.classes»: the 安全培训台账 of a year. Natural key: 期号 + host. 实到 goes to participation,
/// unknown hosts are made 待完善 or refused (--unknown-units).
class ClassImport final : public yanxun::ImportKind {
public:
    /// All are borrowed and outlive the kind.
    ClassImport(ClassService& service, directory::Units& units, participation::Records& records,
                const Vocabulary& words);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader,
                                                   const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record,
                     const yanxun::Fields& before) override;

private:
    std::int64_t create(yanxun::Writer& writer, const yanxun::ImportRow& row);
    /// Puts the given columns (names of the planner's fields) into an existing class.
    void change(yanxun::Writer& writer, std::int64_t id, const yanxun::Fields& fields);

    ClassService& service_;
    directory::Units& units_;
    participation::Records& records_;
    const Vocabulary& words_;
    yanxun::ImportInfo info_;
};

/// Minutes of a cell of 1/100 学时, by the usual 学时 of 45 minutes.
std::optional<std::int64_t> ledgerMinutes(const std::optional<std::int64_t>& hundredthHours);

} // namespace training
