#pragma once
#include "core/name_index.h"
#include "core/unit_service.h"

#include <memory>
#include <mutex>

namespace directory {

/// What other plugins look units up with. Any thread.
class UnitDirectory final : public Units {
public:
    explicit UnitDirectory(const UnitService& service, const RegionService& regions)
        : service_(service), regions_(regions) {}

    std::optional<UnitRef> get(yanxun::Reader& reader, std::int64_t unit) const override;
    std::optional<UnitRef> find(yanxun::Reader& reader, std::string_view nameOrCode) const override;
    std::vector<UnitMatch> candidates(yanxun::Reader& reader, std::string_view name,
                                      std::size_t limit) const override;
    UnitRef create(yanxun::Writer& writer, const UnknownUnit& unit) override;
    bool removeIfUnused(yanxun::Writer& writer, std::int64_t unit) override;
    std::string regionCode(yanxun::Reader& reader, std::string_view regionName) const override;
    std::vector<UnitRef> suggest(yanxun::Reader& reader, std::string_view typed, std::size_t limit) const override;
    void each(yanxun::Reader& reader, const std::function<void(const UnitRef&)>& use) const override;

private:
    std::shared_ptr<const NameIndex> names(yanxun::Reader& reader) const;
    const UnitService& service_;
    const RegionService& regions_;
    // The index of all names as of one change number. What it answers is read again from the database, so that an
    // index left over from a transaction that was rolled back offers nothing that is not there.
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const NameIndex> index_;
    mutable std::int64_t indexedChange_ = -1;
};

} // namespace directory
