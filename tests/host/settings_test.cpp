#include "core/file_settings.h"
#include "host/desk.h"

#include <fstream>

using namespace yanxun;
using namespace yanxun::host;
using yanxun::testing::contentOf;
using yanxun::testing::ScratchFolder;

namespace {

class SettingsTest : public ::testing::Test {
protected:
    ScratchFolder folder;
    std::filesystem::path file = folder.path() / "config/settings.xml";
};

} // namespace

TEST_F(SettingsTest, WhatWasSetIsThereNextTime) {
    {
        FileSettings settings(file);
        settings.group("alpha").setText("name", "王家村 <&>\"'\n第二行");
        settings.group("alpha").setInteger("width", 120);
        settings.group("beta").setFlag("shown", true);
    }
    FileSettings settings(file);
    EXPECT_EQ(settings.group("alpha").text("name"), "王家村 <&>\"'\n第二行");
    EXPECT_EQ(settings.group("alpha").integer("width"), 120);
    EXPECT_TRUE(settings.group("beta").flag("shown"));
    EXPECT_EQ(settings.group("beta").text("name", "otherwise"), "otherwise");
}

TEST_F(SettingsTest, AValueOfSpacesStaysOne) {
    FileSettings(file).group("alpha").setText("separator", " ");
    EXPECT_EQ(FileSettings(file).group("alpha").text("separator"), " ");
}

TEST_F(SettingsTest, TwoProgramsKeepEachOthersChanges) {
    FileSettings one(file), other(file);
    one.group("alpha").setText("a", "1");
    other.group("alpha").setText("b", "2");
    FileSettings later(file);
    EXPECT_EQ(later.group("alpha").text("a"), "1");
    EXPECT_EQ(later.group("alpha").text("b"), "2");
}

TEST_F(SettingsTest, ADamagedFileIsPutAsideNotOverwritten) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "<settings><group id=\"alpha\"";
    FileSettings settings(file);
    EXPECT_EQ(settings.group("alpha").text("a"), "");
    EXPECT_EQ(contentOf(settings.putAside()), "<settings><group id=\"alpha\"");
    settings.group("alpha").setText("a", "1");
    EXPECT_EQ(FileSettings(file).group("alpha").text("a"), "1");
}

TEST_F(SettingsTest, AnUnwritablePlaceKeepsTheValueForThisRunAndSaysSoWhenAsked) {
    std::ofstream(folder.path() / "config") << "a file where the folder should be";
    FileSettings settings(file);
    settings.group("alpha").setText("a", "1");
    EXPECT_EQ(settings.group("alpha").text("a"), "1");
    EXPECT_THROW(settings.save(), Unavailable);
}
