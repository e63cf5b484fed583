#pragma once
#include "core/stock_service.h"

#include <yanxun/table/import.h>

namespace materials {

/// Import kind «materials.receipts»: 宣传品入库. Each row becomes one posted receipt.
class ReceiptsImport final : public yanxun::ImportKind {
public:
    /// Both are borrowed and outlive the kind.
    ReceiptsImport(StockService& service, directory::Units& units);
    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;

private:
    StockService& service_;
    directory::Units& units_;
    yanxun::ImportInfo info_;
};

/// Import kind «materials.issues»: 宣传品发放. Each row becomes one posted issue; a row without stock is an error.
class IssuesImport final : public yanxun::ImportKind {
public:
    IssuesImport(StockService& service, directory::Units& units, const yanxun::Clock& clock);
    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) override;
    void begin(yanxun::Writer& writer, const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;

private:
    StockService& service_;
    directory::Units& units_;
    const yanxun::Clock& clock_;
    yanxun::ImportInfo info_;
};

} // namespace materials
