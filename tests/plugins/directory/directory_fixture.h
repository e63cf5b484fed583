#pragma once
#include "support/test_database.h"

#include "core/region_import.h"
#include "core/schema.h"
#include "core/unit_import.h"
#include "core/verbs.h"

namespace directory::testing {

/// The plugin's services over an empty database with its tables.
class DirectoryTest : public yanxun::testing::DatabaseTest {
protected:
    DirectoryTest();

    /// Adds a unit of that name, in one write.
    Unit addUnit(const std::string& name, const std::string& kind = "企业", const std::string& township = "白石坡镇",
                 const std::string& uscc = {});
    Unit unit(std::int64_t id);
    std::optional<UnitRef> find(const std::string& nameOrCode);
    std::int64_t scalar(const std::string& sql);
    std::vector<std::string> namesListed(const UnitFilter& filter = {}, const UnitOrder& order = {});

    /// Writes the rows as a csv of GB18030 in a scratch folder.
    std::filesystem::path gb18030(const std::string& file, const std::vector<std::vector<std::string>>& rows);
    yanxun::ImportResult import(yanxun::ImportKind& kind, const std::filesystem::path& file,
                                yanxun::ImportMode mode = yanxun::ImportMode::add,
                                const std::map<std::string, std::string, std::less<>>& own = {});
    yanxun::UndoResult undo(yanxun::ImportKind& kind, std::int64_t batch);

    yanxun::testing::ScratchFolder folder;
    UnitUserList users;
    RegionService regions;
    AttributeService attributes;
    PeopleService people;
    ScopeService scope;
    UnitService units{regions, users};
    UnitDirectory directory{units, regions};
    MergeService merges{units};
    Parts parts{regions, units, directory, attributes, merges, people, scope};
    UnitImport unitImport{units, attributes, clock};
    RegionImport regionImport{regions};
    yanxun::ImportPlan plan; ///< of the last import
};

/// A valid code made of a number.
std::string validUscc(int number);

} // namespace directory::testing
