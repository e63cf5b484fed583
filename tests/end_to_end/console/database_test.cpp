// Which verbs make a database, and what is said of one that is not there.
#include "end_to_end/console/console_fixture.h"

#include <fstream>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class DatabaseConsoleTest : public ConsoleTest {};
class DatabaseOnBothTest : public ConsoleOnBothTest {};
YANXUN_ON_BOTH_ENGINES(DatabaseOnBothTest);

TEST_F(DatabaseConsoleTest, OnlyMigrateDemoAndImportMakeOne) {
    for (const Words& words : {Words{"figures"}, Words{"undo", "1"}, Words{"check"}, Words{"export", "notebook.list", "--format", "csv", "-o", file("x").string()},
                               Words{"report", "notebook.year", "--format", "xml", "-o", file("x").string()}, Words{"backup", file("x.zip").string()},
                               Words{"notebook", "list"}}) {
        EXPECT_THAT(run(words), Refuses(5, "不存在")) << words.front();
        EXPECT_FALSE(std::filesystem::exists(database.target())) << words.front();
    }
    EXPECT_EQ(run({"migrate"}).exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(database.target()));
}

TEST_F(DatabaseConsoleTest, ATrialRunOrAMissingLedgerMakesNone) {
    EXPECT_THAT(run({"import", "notebook.notes", file("nowhere.csv").string()}), Refuses(5, "不存在"));
    std::ofstream(file("picture.xlsx"), std::ios::binary) << "\x89PNG\r\n";
    EXPECT_THAT(run({"import", "notebook.notes", file("picture.xlsx").string()}), Refuses(4, "图片"));
    EXPECT_THAT(run({"import", "notebook.notes", notes(3).string(), "--sheet", "三月"}), Refuses(4, "--sheet"));
    EXPECT_EQ(answer({"import", "notebook.notes", notes(3).string(), "--dry-run"}).at("new"), 3);
    EXPECT_THAT(run({"import", "notebook.notes", notes(3).string(), "--result", file("nowhere/r.csv").string()}), Refuses(5, "没有导入"));
    EXPECT_FALSE(std::filesystem::exists(database.target()));
}

TEST_F(DatabaseConsoleTest, PlacesThatAreNoDatabaseAreNamed) {
    std::ofstream(file("letter.db")) << "Sehr geehrte";
    const auto on = [&](const std::string& target, const std::string& verb) { return yanxunctl(home.path(), {"--data", target, verb}); };
    EXPECT_THAT(on(file("letter.db").string(), "migrate"), Refuses(5, "不是数据文件"));
    EXPECT_THAT(on(home.path().string(), "check"), Refuses(5, "是文件夹"));
    EXPECT_THAT(on("/proc/1/x.db", "migrate"), Refuses(5, "/proc/1"));
    EXPECT_THAT(on("postgresql://nobody@127.0.0.1:1/x", "check"), Refuses(5, "连接不上"));
    EXPECT_THAT(on("postgresql://", "check"), Refuses(5, "写得不对"));
    EXPECT_THAT(on("mysql://root@127.0.0.1/x", "check"), Refuses(5, "postgresql://"));
}

TEST_P(DatabaseOnBothTest, AnEmptyOneIsToldFromAMissingOne) {
    if (GetParam() == Engine::sqlite) std::ofstream(database.target()).flush();
    EXPECT_THAT(run({"figures"}), Refuses(5, "还没有建立数据表"));
    EXPECT_EQ(run({"migrate"}).exitCode, 0);
    EXPECT_EQ(run({"migrate"}).exitCode, 0);
    EXPECT_EQ(answer({"check"}).at("clean"), true);
}

TEST_P(DatabaseOnBothTest, AnswersForProgramsAreOneJsonValue) {
    const auto imported = answer({"import", "notebook.notes", notes(5).string()});
    for (const char* key : {"read", "new", "updated", "skipped", "warnings", "errors", "batch", "rows"}) EXPECT_TRUE(imported.contains(key)) << key;
    EXPECT_EQ(imported.at("read"), imported.at("new").get<int>() + imported.at("updated").get<int>() + imported.at("skipped").get<int>() +
                                       imported.at("errors").get<int>());
    EXPECT_TRUE(answer({"figures", "--rows", "notebook.heads", "--year", "2021"}).is_array());
    EXPECT_TRUE(answer({"plugins"}).is_array());
    EXPECT_TRUE(answer({"migrate"}).is_array());
    EXPECT_TRUE(answer({"rules"}).is_array());
    EXPECT_TRUE(answer({"notebook", "list"}).is_array() || answer({"notebook", "list"}).is_object());
    EXPECT_TRUE(answer({"undo", imported.at("batch").dump()}).is_object());
}

TEST_P(DatabaseOnBothTest, RowsWithFaultsAreToldOneByOne) {
    std::ofstream(file("f.csv")) << "事由,日期,人数\n甲,2021-05-01,1\n错,2021-05-02,1\n乙,2021-02-30,x\n甲,2021-05-01,1\n";
    const auto result = answer({"import", "notebook.notes", file("f.csv").string()}, 3);
    EXPECT_EQ(result.at("read"), 4);
    EXPECT_EQ(result.at("new"), 1);
    EXPECT_EQ(result.at("skipped"), 1);
    EXPECT_EQ(result.at("errors"), 2);
    int errors = 0;
    for (const auto& row : result.at("rows")) {
        for (const char* key : {"row", "sheet", "column", "level", "code", "message"}) EXPECT_TRUE(row.contains(key)) << key;
        errors += row.at("level") == "error";
        EXPECT_TRUE(row.at("level") != "error" || row.at("row") == 3 || row.at("row") == 4);
    }
    EXPECT_EQ(errors, 3); // both wrong cells of the fourth row
}

TEST_P(DatabaseOnBothTest, ABatchIsUndoneOnce) {
    importNotes(5);
    EXPECT_THAT(run({"undo", "99"}), Refuses(4, "没有第 99 批"));
    EXPECT_EQ(answer({"undo", "1"}).at("removed"), 5);
    EXPECT_EQ(heads(), 0);
    EXPECT_THAT(run({"undo", "1"}), Refuses(4, "2021年12月31日 09:00"));
    importNotes(5);
    EXPECT_EQ(heads(), 5);
    EXPECT_EQ(answer({"check"}).at("clean"), true);
}

TEST_P(DatabaseOnBothTest, TheYearAskedForIsTheClocksUnlessTold) {
    importNotes(3);
    EXPECT_THAT(run({"figures"}).out, HasSubstr("notebook.heads"));
    const auto asked = [&](Words words) {
        for (const auto& figure : answer(std::move(words))) {
            if (figure.at("id") == "notebook.heads") return figure.at("value").get<int>();
        }
        return -1;
    };
    EXPECT_EQ(asked({"figures"}), 3); // --at stands in 2021
    EXPECT_EQ(asked({"figures", "--year", "2020"}), 0);
}

TEST_F(DatabaseConsoleTest, AFaultInsideIsToldAsOne) {
    run({"migrate"});
    EXPECT_THAT(run({"notebook", "broken"}), Refuses(1, "程序内部出错"));
}

} // namespace
