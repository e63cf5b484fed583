// 年度总结 in its three formats says what the figures of the year say, the same on both engines.
#include "end_to_end/year/year_desk.h"

#include <gmock/gmock.h>

#include <sstream>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class YearSummaryTest : public ::testing::TestWithParam<Engine> {
protected:
    YearSummaryTest() : desk(GetParam()) { desk.fill(); }
    /// The drills' sentence of the year, from the figures that the screen shows.
    std::string sentence() const {
        const auto all = desk.figures();
        std::string parts;
        for (const auto& point : all.at("drills.by_mode").at("series")) {
            parts += (parts.empty() ? "" : "，") + point.at("label").get<std::string>() + " " + point.at("value").dump();
        }
        return "全年组织应急演练 " + all.at("drills.held").at("value").dump() + " 次（" + parts + "），参演 " +
               all.at("drills.participants").at("value").dump() + " 人次。";
    }
    YearDesk desk;
};
YANXUN_ON_BOTH_ENGINES(YearSummaryTest);

TEST_P(YearSummaryTest, XmlIsValidAndSaysTheFigures) {
    const auto file = desk.report("summary.annual", "xml");
    outputOf("xmllint --noout --schema '" YANXUN_SOURCE_DIR "/templates/reports/report.xsd' '" + file.string() + "'");
    const std::string text = bytesOf(file);
    EXPECT_THAT(text, HasSubstr(sentence()));
    EXPECT_THAT(text, HasSubstr("（实战 269，示范 96，双盲 87，桌面 77），参演 11046 人次。"));
    EXPECT_THAT(text, HasSubstr("made-at=\"2021-12-31T09:00:00+08:00\""));
    EXPECT_THAT(text, HasSubstr("<section id=\"drills.summary\" title=\"应急演练\">"));
}

TEST_P(YearSummaryTest, HtmlSaysThem) { EXPECT_THAT(bytesOf(desk.report("summary.annual", "html")), HasSubstr(sentence())); }

TEST_P(YearSummaryTest, PdfSaysThemInTextThatReadsBack) {
    const auto file = desk.report("summary.annual", "pdf");
    EXPECT_THAT(packed(outputOf("pdftotext '" + file.string() + "' -")), HasSubstr(packed(sentence())));
}

/// What the bureau's report of 2021 said of its year; the demonstration district has the same.
TEST_P(YearSummaryTest, TheYearsSevenFiguresStandInAllThree) {
    const std::string xml = packed(bytesOf(desk.report("summary.annual", "xml")));
    const std::string html = packed(bytesOf(desk.report("summary.annual", "html")));
    const std::string pdf = packed(outputOf("pdftotext '" + desk.report("summary.annual", "pdf").string() + "' -"));
    for (const char* words : {"微视频37条", "现场宣传197次", "资料和物品70312份", "宣讲培训203次", "网络视频培训402次", "演练529次",
                              "实战269", "示范96", "双盲87", "桌面77", "参演11046人次"}) {
        for (const std::string& text : {xml, html, pdf}) EXPECT_THAT(text, HasSubstr(words));
    }
    const auto all = desk.figures();
    for (const auto& [id, value] : {std::pair{"campaigns.videos", 37}, {"campaigns.activities", 197}, {"materials.issued", 70312},
                                    {"training.offline", 203}, {"training.online", 402}}) {
        EXPECT_EQ(all.at(id).at("value"), value) << id;
    }
}

TEST_P(YearSummaryTest, EveryReportIsWrittenInEveryFormat) {
    const Outcome listed = desk.run({"report", "--list"});
    EXPECT_THAT(listed.out, HasSubstr("summary.annual\n"));
    std::istringstream kinds(listed.out);
    for (std::string kind; std::getline(kinds, kind);) {
        for (const char* format : {"xml", "html", "pdf"}) EXPECT_GT(std::filesystem::file_size(desk.report(kind, format)), 500u) << kind;
        const std::string valid = "xmllint --noout --schema '" YANXUN_SOURCE_DIR "/templates/reports/report.xsd' '";
        outputOf(valid + desk.report(kind, "xml").string() + "'");
    }
}

TEST_P(YearSummaryTest, AYearWithoutRecordsSaysSo) {
    EXPECT_THAT(bytesOf(desk.report("summary.annual", "xml", 2019)), HasSubstr("本期没有应急演练记录。"));
    EXPECT_EQ(outputOf("pdfinfo '" + desk.report("summary.annual", "pdf", 2019).string() + "'").find("Pages:          0"), std::string::npos);
}

TEST(YearSummaryOnBothTest, BothEnginesWriteTheSameBytes) {
    YearDesk sqlite(Engine::sqlite), server(Engine::postgresql);
    sqlite.fill();
    server.fill();
    for (const char* kind : {"summary.annual", "drills.annual"}) {
        for (const char* format : {"xml", "html", "pdf"}) {
            EXPECT_EQ(bytesOf(sqlite.report(kind, format)), bytesOf(server.report(kind, format))) << kind << format;
        }
    }
}

} // namespace
