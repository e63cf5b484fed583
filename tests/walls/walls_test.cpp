#include "walls/sources.h"

#include <gtest/gtest.h>

#include <set>

using namespace yanxun::testing;

namespace {

const std::vector<std::string> kCode{".cpp", ".h"};

const std::vector<SourceFile>& product() {
    static const auto& files = *new std::vector<SourceFile>(sourcesOf({"sdk", "host", "plugins", "templates/plugin"}, kCode));
    return files;
}

bool isIn(const std::string& path, const std::vector<std::string>& rooms) {
    for (const std::string& room : rooms) {
        if (std::regex_search(path, std::regex(room))) return true;
    }
    return false;
}

/// Lines that include what `header` matches, outside the rooms.
std::vector<std::string> includesOutside(const std::string& header, const std::vector<std::string>& rooms) {
    return hits(product(), std::regex("^\\s*#\\s*include\\s*[<\"]" + header),
                [&](const std::string& path) { return !isIn(path, rooms); });
}

struct Wall {
    const char* name;
    std::string header;
    std::vector<std::string> rooms;
};

class LibraryWall : public ::testing::TestWithParam<Wall> {};

INSTANTIATE_TEST_SUITE_P(
    Rooms, LibraryWall,
    ::testing::Values(
        Wall{"PocoData", "Poco/Data", {"^sdk/src/data/"}},
        Wall{"PocoCrypto", "Poco/Crypto", {"^sdk/src/core/"}},
        Wall{"PocoZip", "Poco/Zip", {"^sdk/src/table/", "^host/core/backup/"}},
        Wall{"PocoNet", "Poco/Net", {"^plugins/participation/"}},
        Wall{"Poco", "Poco/", {"^sdk/src/(core|data|table)/", "^host/core/backup/", "^plugins/participation/"}},
        Wall{"Pugixml", "pugixml", {"^host/core/", "^sdk/src/table/ledger", "^plugins/[a-z_]+/core/(score_sheet|vocabulary|rules?|plan/work_calendar)"}},
        Wall{"Boost", "boost/", {"^host/core/plugins/library\\.cpp$"}},
        Wall{"Expat", "expat", {"^sdk/src/table/"}},
        Wall{"Xlsxwriter", "xlsxwriter", {"^sdk/src/table/"}},
        Wall{"Ical", "(libical|ical\\.h)", {"^host/core/icalendar\\.cpp$"}},
        Wall{"Libxml", "libxml", {"^sdk/src/report/", "^sdk/src/table/xml_quick\\.cpp$"}},
        Wall{"Xslt", "libxslt", {"^sdk/src/report/"}},
        Wall{"PangoCairo", "(pango|cairo)", {"^sdk/src/report/"}},
        Wall{"Icu", "unicode/", {"^sdk/src/text/"}},
        Wall{"Json", "nlohmann", {"^host/console/"}},
        Wall{"CommandLine", "CLI/", {"^host/console/"}},
        Wall{"Gtk", "g[td]k/", {"^sdk/src/ui/platform/"}},
        Wall{"Drivers", "(sqlite3|libpq)", {"^sdk/src/data/sqlite_cells\\.h$"}},
        Wall{"Wx", "wx/", {"^sdk/(src|include/yanxun)/ui/", "^sdk/cmake/", "^host/desktop/", "/view/", "_plugin\\.cpp$"}},
        Wall{"WindowHeaders", "yanxun/ui/",
             {"^sdk/(src|include/yanxun)/ui/", "^host/desktop/", "/view/", "_plugin\\.cpp$", "^host/core/plugins/stamp\\.cpp$"}}),
    [](const auto& wall) { return wall.param.name; });

} // namespace

TEST_P(LibraryWall, IsIncludedInItsRoomsOnly) {
    const auto outside = includesOutside(GetParam().header, GetParam().rooms);
    EXPECT_TRUE(outside.empty()) << listed(outside);
}

TEST(Walls, PublicHeadersShowNoOtherLibrary) {
    const std::vector<std::string> bare = hits(product(), std::regex("^#include <[^>]*[/.][^>]*>"), [](const auto& path) {
        return path.starts_with("sdk/include/");
    });
    for (const std::string& line : bare) {
        const bool ui = line.starts_with("sdk/include/yanxun/ui/");
        EXPECT_TRUE(line.find("<yanxun/") != std::string::npos || (ui && line.find("<wx/") != std::string::npos)) << line;
    }
}

TEST(Walls, TheHostNamesNoPlugin) {
    const auto host = sourcesOf({"host", "sdk"}, {".cpp", ".h", ".txt", ".cmake", ".in"});
    for (const std::string& id : pluginIds()) {
        const std::regex name("(^|[^A-Za-z0-9_])" + id + "($|[^A-Za-z0-9_])", std::regex::icase);
        const auto named = hits(host, name, [](const std::string& path) { return path.starts_with("host/"); });
        EXPECT_TRUE(named.empty()) << listed(named);
        const auto included = hits(host, std::regex("#include\\s*[<\"]" + id + "/"), [](const std::string&) { return true; });
        EXPECT_TRUE(included.empty()) << listed(included);
    }
}

TEST(Walls, PluginsSeeNothingOfTheHost) {
    for (const auto& file : product()) {
        if (!file.path.starts_with("plugins/") && !file.path.starts_with("templates/")) continue;
        const std::string top = file.path.substr(0, file.path.find('/', file.path.find('/') + 1) + 1);
        const std::regex ours("#include\\s*\"([^\"]+)\"");
        for (const std::string& line : file.lines) {
            std::smatch found;
            if (!std::regex_search(line, found, ours)) continue;
            const std::filesystem::path source = std::filesystem::path(YANXUN_SOURCE_DIR) / file.path;
            const bool own = std::filesystem::exists(std::filesystem::path(YANXUN_SOURCE_DIR) / top / found[1].str()) ||
                             std::filesystem::exists(source.parent_path() / found[1].str());
            EXPECT_TRUE(own) << file.path << ": " << line;
            EXPECT_EQ(found[1].str().find(".."), std::string::npos) << file.path << ": " << line;
        }
    }
}

TEST(Walls, PluginsUseOthersByTheirInterfacesAndSaySo) {
    for (const std::string& id : pluginIds()) {
        std::string needs;
        for (const auto& file : sourcesOf({"plugins/" + id}, {"plugin.xml"})) needs = listed(file.lines);
        for (const std::string& other : pluginIds()) {
            if (other == id) continue;
            const auto used = hits(product(), std::regex("#include\\s*[<\"]" + other + "/"), [&](const std::string& path) {
                return path.starts_with("plugins/" + id + "/");
            });
            const bool declared = needs.find("\"" + other + "\"") != std::string::npos;
            EXPECT_TRUE(used.empty() || declared) << id << " needs " << other << " and plugin.xml does not say so:\n" << listed(used);
        }
    }
}

TEST(Walls, SqlStandsInStoresAndSchemasOnly) {
    const std::regex sql("\"\\s*(SELECT\\s|INSERT INTO|DELETE FROM|UPDATE [a-z_\"]+ SET|CREATE (TABLE|INDEX|UNIQUE)|ALTER TABLE)");
    const auto outside = hits(product(), sql, [](const std::string& path) {
        return !isIn(path, {"_store\\.cpp$", "[/_]schema\\.cpp$", "^sdk/src/data/", "^sdk/src/table/import"});
    });
    EXPECT_TRUE(outside.empty()) << listed(outside);
}

TEST(Walls, SqlOfAPluginNamesOnlyItsOwnTables) {
    for (const std::string& id : pluginIds()) {
        for (const std::string& other : pluginIds()) {
            if (other == id) continue;
            const std::regex foreign("(FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|ON)\\s+" + other + "_[a-z]");
            const auto named = hits(product(), foreign, [&](const std::string& path) {
                return path.starts_with("plugins/" + id + "/");
            });
            EXPECT_TRUE(named.empty()) << listed(named);
        }
    }
}

TEST(Walls, PluginsAskTheClockAndNotTheMachine) {
    const auto asked = hits(product(), std::regex("system_clock|SystemClock|std::time\\s*\\(|gettimeofday|wxDateTime::(Now|Today)"),
                            [](const std::string& path) { return isIn(path, {"^plugins/", "^templates/plugin/"}); });
    EXPECT_TRUE(asked.empty()) << listed(asked);
}

TEST(Walls, TransactionsBeginInTheDataLayerOnly) {
    // «BEGIN SELECT …» is the body of a trigger in a schema.
    const auto begun = hits(product(), std::regex("\"\\s*(BEGIN(?!\\s+(SELECT|INSERT|UPDATE|DELETE))|COMMIT|ROLLBACK|SAVEPOINT)\\b"), [](const std::string& path) {
        return !isIn(path, {"^sdk/src/data/"});
    });
    EXPECT_TRUE(begun.empty()) << listed(begun);
}

TEST(Walls, NothingIsLeftForLater) {
    const auto all = sourcesOf({"sdk", "host", "plugins", "templates", "assets", "tests", ".ci"},
                               {".cpp", ".h", ".txt", ".cmake", ".sh", ".md", ".xml", ".xsl", ".xsd", ".py"});
    const auto left = hits(all, std::regex(std::string("\\b(TO") + "DO|FIX" + "ME|HA" + "CK)\\b"),
                           [](const std::string&) { return true; });
    EXPECT_TRUE(left.empty()) << listed(left);
}

TEST(Walls, NoSourceGrowsWithoutEnd) {
    const auto all = sourcesOf({"sdk", "host", "plugins", "templates", "tests"}, kCode);
    for (const SourceFile& file : all) EXPECT_LE(file.lines.size(), 500u) << file.path;
}

TEST(Walls, EveryCatalogueIsComplete) {
    for (const SourceFile& file : sourcesOf({"sdk", "host", "plugins", "assets", "templates"}, {".po"})) {
        const auto& lines = file.lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            EXPECT_FALSE(lines[i].starts_with("#,") && lines[i].find("fuzzy") != std::string::npos) << file.path << ":" << i + 1;
            const bool header = i > 0 && lines[i - 1] == "msgid \"\"";
            const bool empty = lines[i] == "msgstr \"\"" && (i + 1 == lines.size() || !lines[i + 1].starts_with("\""));
            EXPECT_TRUE(header || !empty) << file.path << ":" << i + 1;
        }
    }
}
