#include "core/region_import.h"

#include "core/region_store.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

namespace {

constexpr std::int64_t idsAtOnce = 1000;
constexpr std::size_t rowsAtOnce = 1000;

class RegionPlanner final : public yanxun::ImportPlanner {
public:
    RegionPlanner(Reader& reader, bool checksDoubles) : checksDoubles_(checksDoubles) {
        region_store::each(reader, [&](const Region& region) { known_.emplace(region.code, region); });
    }

    void plan(ImportRow& row) override {
        const std::string written = row.text("code");
        const auto code = fullRegionCode(written);
        if (!code && !written.empty())
            row.fail("code", "region.code", tr("“{}”不是区划代码，请填写 2、4、6、9 或 12 位数字。", written));
        if (!code) return;
        row.key = *code;
        row.fields = {{"code", *code}, {"name", row.text("name")}};
        const auto known = known_.find(*code);
        if (known == known_.end()) return;
        if (!checksDoubles_) {
            row.fail("code", "region.known",
                     tr("代码 {} 已是“{}”，一个代码只能有一个区划。", *code, known->second.name));
            return;
        }
        row.existing = known->second.id;
        row.existingRevision = known->second.revision;
        row.completes = known->second.seeded;
        row.stored = {{"code", known->second.code}, {"name", known->second.name}};
    }

private:
    bool checksDoubles_;
    std::unordered_map<std::string, Region> known_;
};

} // namespace

RegionImport::RegionImport(const RegionService& regions)
    : regions_(regions), info_{"directory.regions",
                               tr("行政区划"),
                               {{"code", tr("区划代码"), ImportType::code, true, false, true, {}},
                                {"name", tr("区划名称"), ImportType::text, true, false, true, {}},
                                // Known so that they do not count against a sheet; the code says it all.
                                {"county", tr("县区代码"), ImportType::code, false, false, false, {}},
                                {"province", tr("省代码"), ImportType::code, false, false, false, {}},
                                {"city", tr("市代码"), ImportType::code, false, false, false, {}}},
                               {},
                               "directory.regions"} {}

std::unique_ptr<yanxun::ImportPlanner> RegionImport::planner(Reader& reader, const yanxun::ImportOptions& options) {
    return std::make_unique<RegionPlanner>(reader, options.mode != yanxun::ImportMode::nocheck);
}

void RegionImport::begin(Writer& writer, const yanxun::ImportOptions&) {
    known_.clear();
    pending_.clear();
    freeIds_ = 0;
    region_store::each(writer, [&](const Region& region) { known_.emplace(region.code, region); });
}

void RegionImport::end(Writer& writer) {
    flush(writer);
    known_.clear();
    regions_.relinkUnits(writer);
}

std::int64_t RegionImport::nextId(Writer& writer) {
    if (freeIds_ == 0) {
        freeId_ = region_store::reserve(writer, idsAtOnce);
        freeIds_ = idsAtOnce;
    }
    --freeIds_;
    return freeId_++;
}

void RegionImport::flush(Writer& writer) {
    if (!pending_.empty()) region_store::addMany(writer, pending_);
    pending_.clear();
}

void RegionImport::seedParents(Writer& writer, const std::string& code) {
    for (std::string parent = parentOfCode(code); !parent.empty() && !known_.contains(parent);
         parent = parentOfCode(parent)) {
        Region seeded = seededRegion(parent);
        seeded.id = nextId(writer);
        seeded.revision = 1;
        known_.emplace(parent, seeded);
        pending_.push_back(std::move(seeded));
    }
}

void RegionImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions&,
                         yanxun::ImportRecorder& made) {
    const std::string& code = row.key;
    const std::string name = *row.fields.back().value.text();
    if (const auto known = known_.find(code); known != known_.end()) {
        // Told before, or seeded by a row above for one of its children.
        flush(writer);
        Region& region = known->second;
        region.name = name;
        region.seeded = false;
        region.revision = region_store::update(writer, region);
        made.made("directory_region", region.id, region.revision);
        return;
    }
    seedParents(writer, code);
    Region region = seededRegion(code);
    region.name = name;
    region.seeded = false;
    region.id = nextId(writer);
    region.revision = 1;
    made.made("directory_region", region.id, region.revision);
    known_.emplace(code, region);
    pending_.push_back(std::move(region));
    if (pending_.size() >= rowsAtOnce) flush(writer);
}

std::string RegionImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    if (const auto region = region_store::get(writer, record.id))
        regions_.remove(writer, region->id, region->revision);
    return {};
}

void RegionImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) {
    auto region = region_store::get(writer, record.id);
    if (!region) return;
    for (const auto& field : before)
        if (field.column == "name") region->name = *field.value.text();
    region->seeded = region->name == region->code;
    region_store::update(writer, *region);
    regions_.relinkUnits(writer);
}

} // namespace directory
