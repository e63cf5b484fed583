#pragma once
#include "core/certificate_service.h"
#include "core/import_support.h"

namespace training {

/// Import kind «training.certificates»: a list of certificates. Natural key: type + number + operation + day of
/// issue. People and units nobody knows are made; identity numbers are not kept.
class CertificateImport final : public yanxun::ImportKind {
public:
    /// All are borrowed and outlive the kind.
    CertificateImport(CertificateService& service, directory::Units& units, directory::People& people);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader,
                                                   const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record,
                     const yanxun::Fields& before) override;

private:
    void change(yanxun::Writer& writer, std::int64_t id, const yanxun::Fields& fields);

    CertificateService& service_;
    directory::Units& units_;
    directory::People& people_;
    yanxun::ImportInfo info_;
};

/// Decides the rows of one list of certificates.
class CertificatePlanner final : public yanxun::ImportPlanner {
public:
    CertificatePlanner(yanxun::Reader& reader, const directory::Units& units, const Rules& rules, bool refuseUnknown)
        : reader_(reader), rules_(rules), units_(reader, units, refuseUnknown) {}

    void plan(yanxun::ImportRow& row) override;

private:
    yanxun::Reader& reader_;
    const Rules& rules_;
    UnitLookup units_;
};

} // namespace training
