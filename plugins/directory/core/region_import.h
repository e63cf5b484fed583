#pragma once
#include "core/region_service.h"

#include <yanxun/table/import.h>

#include <unordered_map>

namespace directory {

/// Import kind directory.regions: 区划代码表 (code, name). 9-digit codes are padded with 000, missing parents are
/// made from the code, a parent that was only seeded takes its name in every mode. Rows are written in streams of
/// many.
class RegionImport final : public yanxun::ImportKind {
public:
    explicit RegionImport(const RegionService& regions);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader,
                                                   const yanxun::ImportOptions& options) override;
    void begin(yanxun::Writer& writer, const yanxun::ImportOptions& options) override;
    void end(yanxun::Writer& writer) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record,
                     const yanxun::Fields& before) override;

private:
    std::int64_t nextId(yanxun::Writer& writer);
    void flush(yanxun::Writer& writer);
    void seedParents(yanxun::Writer& writer, const std::string& code);

    const RegionService& regions_;
    yanxun::ImportInfo info_;
    // Of the batch being written.
    std::unordered_map<std::string, Region> known_; ///< by code, pending ones too
    std::vector<Region> pending_;
    std::int64_t freeId_ = 0, freeIds_ = 0;
};

} // namespace directory
