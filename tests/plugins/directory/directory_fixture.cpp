#include "plugins/directory/directory_fixture.h"

#include "core/uscc.h"

#include <yanxun/text.h>

#include <fstream>

namespace directory::testing {

using yanxun::Reader;
using yanxun::Writer;

DirectoryTest::DirectoryTest() {
    db().migrate("import", yanxun::Importer::migrations());
    db().migrate("directory", migrations());
}

Unit DirectoryTest::addUnit(const std::string& name, const std::string& kind, const std::string& township,
                            const std::string& uscc) {
    Unit unit;
    unit.name = name;
    unit.kind = kind;
    unit.regionName = township;
    unit.uscc = uscc;
    db().write([&](Writer& writer) { unit = units.add(writer, unit); });
    return unit;
}

Unit DirectoryTest::unit(std::int64_t id) {
    Unit found;
    db().read([&](Reader& reader) { found = units.require(reader, id); });
    return found;
}

std::optional<UnitRef> DirectoryTest::find(const std::string& nameOrCode) {
    std::optional<UnitRef> found;
    db().read([&](Reader& reader) { found = directory.find(reader, nameOrCode); });
    return found;
}

std::int64_t DirectoryTest::scalar(const std::string& sql) {
    std::int64_t value = 0;
    db().read([&](Reader& reader) { value = reader.scalar(sql); });
    return value;
}

std::vector<std::string> DirectoryTest::namesListed(const UnitFilter& filter, const UnitOrder& order) {
    std::vector<std::string> names;
    db().read([&](Reader& reader) {
        for (const Unit& unit : unit_store::get(reader, unit_store::list(reader, filter, order, 1000).ids))
            names.push_back(unit.name);
    });
    return names;
}

std::filesystem::path DirectoryTest::gb18030(const std::string& file,
                                             const std::vector<std::vector<std::string>>& rows) {
    const auto path = folder.path() / file;
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i ? "," : "") + row[i];
        text += "\r\n";
    }
    std::ofstream(path, std::ios::binary) << yanxun::text::toGb18030(text);
    return path;
}

yanxun::ImportResult DirectoryTest::import(yanxun::ImportKind& kind, const std::filesystem::path& file,
                                           yanxun::ImportMode mode,
                                           const std::map<std::string, std::string, std::less<>>& own) {
    yanxun::ImportOptions options;
    options.mode = mode;
    options.own = own;
    yanxun::Importer importer(db(), {std::filesystem::path(YANXUN_SOURCE_DIR) / "templates/ledgers"});
    plan = {};
    return importer.run(kind, file, {}, options, false, plan);
}

yanxun::UndoResult DirectoryTest::undo(yanxun::ImportKind& kind, std::int64_t batch) {
    return yanxun::Importer(db()).undo(kind, batch);
}

std::string validUscc(int number) {
    const std::string digits = std::to_string(number);
    const std::string code = "91990101MA" + std::string(7 - digits.size(), '0') + digits;
    return code + usccCheckCharacter(code);
}

} // namespace directory::testing
