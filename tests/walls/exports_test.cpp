// A plugin shows the world one symbol: its door.
#include "walls/sources.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

using namespace yanxun::testing;

namespace {

std::vector<std::string> exportedSymbols(const std::filesystem::path& library) {
    const std::string command = "nm -D --defined-only '" + library.string() + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::vector<std::string> symbols;
    std::array<char, 4096> line;
    while (std::fgets(line.data(), line.size(), pipe.get())) {
        std::string text(line.data());
        text.erase(text.find_last_not_of("\n") + 1);
        symbols.push_back(text.substr(text.rfind(' ') + 1));
    }
    return symbols;
}

} // namespace

TEST(Exports, EachPluginShowsItsDoorAndNothingElse) {
    const std::filesystem::path folder = std::filesystem::path(YANXUN_BINARY_DIR) / "lib/yanxun/plugins";
    int looked = 0;
    for (const std::string& id : pluginIds()) {
        const std::filesystem::path library = folder / id / (id + ".so");
        ASSERT_TRUE(std::filesystem::exists(library)) << library;
        EXPECT_EQ(exportedSymbols(library), std::vector<std::string>{"yanxun_plugin"}) << id;
        ++looked;
    }
    EXPECT_GT(looked, 0);
}
