#pragma once
#include "core/attribute_service.h"
#include "core/unit_service.h"

#include <yanxun/table/import.h>

namespace directory {

/// Import kind directory.units: 单位名录. Units made 待完善 by another ledger are completed in every mode; columns
/// that are facts (高危, 人员密集场所, 细类) become attributes confirmed with the file as evidence unless
/// «unconfirmed» is chosen; a blank cell is unknown, not no.
class UnitImport final : public yanxun::ImportKind {
public:
    UnitImport(const UnitService& units, const AttributeService& attributes, const yanxun::Clock& clock);

    const yanxun::ImportInfo& info() const override { return info_; }
    std::unique_ptr<yanxun::ImportPlanner> planner(yanxun::Reader& reader,
                                                   const yanxun::ImportOptions& options) override;
    void apply(yanxun::Writer& writer, const yanxun::ImportRow& row, const yanxun::ImportOptions& options,
               yanxun::ImportRecorder& made) override;
    std::string undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) override;
    void undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record,
                     const yanxun::Fields& before) override;

private:
    const UnitService& units_;
    const AttributeService& attributes_;
    const yanxun::Clock& clock_;
    yanxun::ImportInfo info_;
};

/// One row's cells as unit, facts and other names.
struct UnitRow {
    Unit unit;
    std::vector<std::pair<std::string, std::string>> facts; ///< attribute id, value
    std::vector<std::string> otherNames;
};
/// Reads the row's cells and adds the messages they call for. `knownKind` tells what the number of people means when
/// the row does not say the kind.
UnitRow readUnitRow(yanxun::ImportRow& row, std::string_view knownKind);
/// The row as fields for the engine to compare: unit columns, «attribute.<id>» and «alias.<name>».
yanxun::Fields importFields(const UnitRow& row);
/// What a stored unit holds of those.
yanxun::Fields storedFields(yanxun::Reader& reader, const Unit& unit, const yanxun::Fields& wanted,
                            yanxun::Date today);
/// Puts fields (by unit column) into the unit; those of facts and aliases are left alone.
void putFields(Unit& unit, const yanxun::Fields& fields);

inline constexpr std::string_view attributeField = "attribute.", aliasField = "alias.";

} // namespace directory
