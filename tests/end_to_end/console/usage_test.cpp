// Words that mean nothing: exit code 2, a sentence, and nothing is made.
#include "end_to_end/console/console_fixture.h"

using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

struct Wrong {
    const char* name;
    Words words;
    const char* says;
};

const Wrong wrongs[] = {
    {"NoVerb", {}, "请写明要做什么"},
    {"UnknownVerb", {"nonsense"}, "没有“nonsense”这个命令"},
    {"UnknownVerbOfAPlugin", {"notebook", "nonsense"}, "没有“nonsense”这个命令"},
    {"PluginWithoutAVerb", {"notebook"}, "请写明要做什么"},
    {"UnknownOption", {"figures", "--loud"}, "不认识“--loud”"},
    {"OneWordTooMany", {"check", "now"}, "不认识“now”"},
    {"OptionWithoutValue", {"figures", "--year"}, "--year"},
    {"YearThatIsNoNumber", {"figures", "--year", "abc"}, "“abc”"},
    {"YearWithRest", {"figures", "--year", "2021x"}, "“2021x”"},
    {"YearOutOfRange", {"figures", "--year", "1500"}, "1900 到 2200"},
    {"LanguageThatIsNone", {"--lang", "xx", "figures"}, "“xx”"},
    {"KeyWithoutRows", {"figures", "--key", "202105"}, "--key 要和 --rows 一起用"},
    {"FigureThatIsNone", {"figures", "--rows", "no.figure"}, "没有“no.figure”这个指标"},
    {"ImportWithoutKind", {"import"}, "请写明导入种类"},
    {"ImportWithoutFile", {"import", "notebook.notes"}, "请写明要导入的文件"},
    {"ImportKindThatIsNone", {"import", "no.kind", "x.csv"}, "没有“no.kind”这个导入种类"},
    {"ImportMode", {"import", "notebook.notes", "x.csv", "--mode", "some"}, "add|update|fill|nocheck"},
    {"ImportDateOrder", {"import", "notebook.notes", "x.csv", "--date-order", "ydm"}, "ymd|dmy|mdy"},
    {"ImportOwnOption", {"import", "notebook.notes", "x.csv", "--pace", "hasty"}, "fast|slow"},
    {"ImportOptionOfAnotherKind", {"import", "notebook.notes", "x.csv", "--unknown-units", "create"}, "没有参数 --unknown-units"},
    {"UndoWithoutBatch", {"undo"}, "BATCH"},
    {"UndoWord", {"undo", "last"}, "“last”"},
    {"UndoNothing", {"undo", "0"}, "“0”"},
    {"ExportWithoutKind", {"export"}, "请写明清单种类"},
    {"ExportWithoutFormat", {"export", "notebook.list", "-o", "x"}, "--format"},
    {"ExportWithoutFile", {"export", "notebook.list", "--format", "csv"}, "-o"},
    {"ExportFormat", {"export", "notebook.list", "--format", "docx", "-o", "x"}, "xml|csv"},
    {"ReportWithoutKind", {"report"}, "请写明报表种类"},
    {"ReportWithoutFormat", {"report", "notebook.year", "-o", "x"}, "--format"},
    {"ReportWithoutFile", {"report", "notebook.year", "--format", "xml"}, "-o"},
    {"ReportFormat", {"report", "notebook.year", "--format", "odt", "-o", "x"}, "xml|html"},
    {"EnableAndDisable", {"plugins", "--enable", "drills", "--disable", "drills"}, "不能一起用"},
    {"DemoScale", {"demo", "--scale", "0"}, "“0”"},
    {"BackupWithoutFile", {"backup"}, "FILE"},
    {"RestoreWithoutFile", {"restore"}, "FILE"},
    {"VerbWithoutItsParameter", {"notebook", "add"}, "title"},
};

class UsageTest : public ConsoleTest, public ::testing::WithParamInterface<Wrong> {};
INSTANTIATE_TEST_SUITE_P(Words, UsageTest, ::testing::ValuesIn(wrongs), [](const auto& test) { return std::string(test.param.name); });

TEST_P(UsageTest, IsRefusedAndMakesNothing) {
    const bool needsDatabase = GetParam().words.size() > 1 && std::string(GetParam().says).starts_with("没有“no.figure");
    if (needsDatabase) run({"migrate"});
    EXPECT_THAT(run(GetParam().words), Refuses(2, GetParam().says));
    EXPECT_EQ(std::filesystem::exists(database.target()), needsDatabase);
}

class HelpTest : public ConsoleTest {};

TEST_F(HelpTest, ATimeThatIsNoneIsWrongUse) {
    for (const char* time : {"yesterday", "2021-13-01", "2021-02-30T10:00:00"}) {
        EXPECT_THAT(yanxunctl(home.path(), {"--at", time, "figures"}), Refuses(2, "--at")) << time;
    }
}

TEST_F(HelpTest, ListsTheVerbsOfHostAndPlugins) {
    const Outcome help = run({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    for (const char* verb : {"demo", "plugins", "migrate", "import", "undo", "export", "report", "figures", "rules", "backup", "restore", "check", "notebook", "drills"}) {
        EXPECT_THAT(help.out, HasSubstr(std::string("\n  ") + verb + " "));
    }
    EXPECT_EQ(run({"--version"}).exitCode, 0);
    EXPECT_THAT(run({"import", "--help"}).out, ::testing::AllOf(HasSubstr("--unknown-units"), HasSubstr("notebook.notes"), HasSubstr("--date-order")));
    EXPECT_FALSE(std::filesystem::exists(database.target()));
}

TEST_F(HelpTest, KindsAreListedWithoutADatabase) {
    EXPECT_THAT(run({"import", "--list"}).out, HasSubstr("drills.ledger\n"));
    EXPECT_THAT(run({"export", "--list"}).out, HasSubstr("drills.records\n"));
    EXPECT_THAT(run({"report", "--list"}).out, HasSubstr("drills.annual\n"));
    EXPECT_FALSE(std::filesystem::exists(database.target()));
}

TEST_F(HelpTest, ARecordIsNamedWhereAReportIsMadeOfOne) {
    run({"migrate"});
    const std::string out = file("x.xml").string();
    EXPECT_THAT(run({"report", "notebook.year", "--format", "xml", "-o", out, "--record", "1"}), Refuses(2, "不能用 --record"));
    EXPECT_THAT(run({"report", "notebook.year", "--list"}), Refuses(2, "没有可选的记录"));
    EXPECT_THAT(run({"report", "drills.closing", "--format", "xml", "-o", out, "--record", "7"}), Refuses(2, "已不存在"));
    EXPECT_THAT(run({"report", "drills.closing", "--format", "xml", "-o", out, "--record", "x"}), Refuses(2, "“x”"));
    EXPECT_FALSE(std::filesystem::exists(out));
    EXPECT_EQ(run({"report", "drills.closing", "--list"}).exitCode, 0);
}

} // namespace
