#pragma once
#include "core/import_support.h"
#include "core/vocabulary.h"

namespace training {

/// Decides the rows of one 安全培训台账.
class ClassPlanner final : public yanxun::ImportPlanner {
public:
    ClassPlanner(yanxun::Reader& reader, const directory::Units& units, const Vocabulary& words, bool refuseUnknown)
        : reader_(reader), words_(words), hosts_(reader, units, refuseUnknown) {}

    void plan(yanxun::ImportRow& row) override;

private:
    void meetExisting(yanxun::ImportRow& row, std::int64_t unit);

    yanxun::Reader& reader_;
    const Vocabulary& words_;
    UnitLookup hosts_;
};

} // namespace training
