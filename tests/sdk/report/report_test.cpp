#include "sdk/report/sample.h"

#include <yanxun/error.h>

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <sys/resource.h>
#include <unistd.h>

using namespace yanxun;
using yanxun::testing::sample;

namespace {

const std::filesystem::path kStyles = std::filesystem::path(YANXUN_SOURCE_DIR) / "templates/reports";

class ReportTest : public ::testing::Test {
protected:
    ReportTest() {
        folder = std::filesystem::temp_directory_path() / ("yanxun-report-" + newName());
        std::filesystem::create_directories(folder);
    }
    ~ReportTest() override { std::filesystem::remove_all(folder); }

    static std::string newName() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        return std::string(test->name()) + std::to_string(::getpid());
    }

    static std::string read(const std::filesystem::path& path) {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }

    /// xmllint's verdict on a file against report.xsd.
    static bool valid(const std::filesystem::path& path) {
        const std::string command = "xmllint --noout --stream --schema '" + (kStyles / "report.xsd").string() + "' '" +
                                    path.string() + "' 2>&1";
        return std::system(command.c_str()) == 0;
    }

    /// A limit on the size of files stands for a full disk. Ends the process: 0 = refused and nothing left behind.
    [[noreturn]] static void writeWithLittleRoom(const std::filesystem::path& folder) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{100'000, 100'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        try {
            saveXml(sample(100'000), folder / "r.xml");
            std::_Exit(1);
        } catch (const Full&) {
            std::_Exit(std::filesystem::is_empty(folder) ? 0 : 2);
        }
    }

    std::filesystem::path folder;
};

TEST_F(ReportTest, XmlIsValidByItsSchema) {
    saveXml(sample(3), folder / "r.xml");
    EXPECT_TRUE(valid(folder / "r.xml"));
    const std::string xml = read(folder / "r.xml");
    EXPECT_NE(xml.find("<title>年度应急演练统计表 &lt;甲 &amp; 乙&gt;</title>"), std::string::npos);
    EXPECT_NE(xml.find("<field id=\"held\" title=\"演练场次\" kind=\"integer\" unit=\"场\">529</field>"), std::string::npos);
    EXPECT_NE(xml.find("<c>85.3</c>"), std::string::npos);
    EXPECT_NE(xml.find("<c>2021-05-03</c>"), std::string::npos);
    EXPECT_NE(xml.find("made-at=\"2021-12-31T10:00:00+08:00\""), std::string::npos);
}

TEST_F(ReportTest, AMarkStandsInTheHeadOfXmlAndAcrossHtml) {
    Report report = sample(1);
    EXPECT_EQ((saveXml(report, folder / "r.xml"), read(folder / "r.xml").find(" mark=")), std::string::npos);
    report.mark = "演练";
    saveXml(report, folder / "r.xml");
    EXPECT_TRUE(valid(folder / "r.xml"));
    EXPECT_NE(read(folder / "r.xml").find(" mark=\"演练\""), std::string::npos);
    saveHtml(report, {kStyles}, folder / "r.html");
    EXPECT_NE(read(folder / "r.html").find("<div class=\"mark\" aria-hidden=\"true\">演练</div>"), std::string::npos);
}

TEST_F(ReportTest, TheSchemaRefusesWhatIsNoReport) {
    std::ofstream(folder / "r.xml") << "<report xmlns=\"urn:yanxun:report:1\" kind=\"x\"/>";
    EXPECT_FALSE(valid(folder / "r.xml"));
}

TEST_F(ReportTest, TheSameRecordsGiveTheSameBytes) {
    std::ostringstream first, second;
    writeXml(sample(500), first);
    writeXml(sample(500), second);
    EXPECT_EQ(first.str(), second.str());
}

TEST_F(ReportTest, AnEmptyTableIsValidToo) {
    saveXml(sample(0), folder / "r.xml");
    EXPECT_TRUE(valid(folder / "r.xml"));
}

TEST_F(ReportTest, ControlCharactersNeverReachTheFile) {
    Report report = sample(0);
    report.title = std::string("a\x01" "b\x1f", 4);
    saveXml(report, folder / "r.xml");
    EXPECT_TRUE(valid(folder / "r.xml"));
}

TEST_F(ReportTest, HtmlSaysTheSameNumbers) {
    saveHtml(sample(3), {kStyles}, folder / "r.html");
    const std::string html = read(folder / "r.html");
    EXPECT_NE(html.find("529"), std::string::npos);
    EXPECT_NE(html.find("85.3"), std::string::npos);
    EXPECT_NE(html.find("&lt;甲 &amp; 乙&gt;"), std::string::npos);
    EXPECT_NE(html.find("合计"), std::string::npos);
    EXPECT_NE(html.find("width:100.0%"), std::string::npos) << "the longest bar of the chart";
}

TEST_F(ReportTest, ATooLongTableIsCutInHtmlWithASentence) {
    saveHtml(sample(50'010), {kStyles}, folder / "r.html");
    EXPECT_NE(read(folder / "r.html").find("另有 10 行未显示"), std::string::npos);
}

TEST_F(ReportTest, TheBureausOwnStyleWins) {
    std::filesystem::create_directories(folder / "own");
    std::ofstream(folder / "own/report.xsl")
        << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
           "<xsl:template match='/'><p>own</p></xsl:template></xsl:stylesheet>";
    saveHtml(sample(1), {folder / "own", kStyles}, folder / "r.html");
    EXPECT_NE(read(folder / "r.html").find("<p>own</p>"), std::string::npos);
}

TEST_F(ReportTest, ABrokenStyleIsNamed) {
    std::ofstream(folder / "report.xsl") << "<xsl:stylesheet";
    try {
        saveHtml(sample(1), {folder}, folder / "r.html");
        FAIL() << "expected an Error";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("report.xsl"), std::string::npos);
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "r.html"));
}

TEST_F(ReportTest, AStyleMayNotReadOtherFiles) {
    std::ofstream(folder / "secret.xml") << "<s>secret</s>";
    std::ofstream(folder / "report.xsl")
        << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/'>"
           "<p><xsl:value-of select=\"document('" << (folder / "secret.xml").string() << "')\"/></p></xsl:template></xsl:stylesheet>";
    try {
        saveHtml(sample(1), {folder}, folder / "r.html");
        EXPECT_EQ(read(folder / "r.html").find("secret"), std::string::npos);
    } catch (const Error&) {
        SUCCEED();
    }
}

TEST_F(ReportTest, AMissingFolderIsNamedAndAFullDiskLeavesNothing) {
    EXPECT_THROW(saveXml(sample(1), folder / "none/r.xml"), Unavailable);
    EXPECT_EXIT(writeWithLittleRoom(folder), ::testing::ExitedWithCode(0), "");
}

TEST_F(ReportTest, CancellingLeavesNoFile) {
    struct Impatient final : Progress {
        void step(std::int64_t done, std::int64_t, std::string_view) override { seen = done; }
        bool cancelled() const override { return seen > 5'000; }
        std::int64_t seen = 0;
    } impatient;
    EXPECT_THROW(saveXml(sample(100'000), folder / "r.xml", impatient), Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(CellTextTest, EachKindReadsAsPeopleWriteIt) {
    EXPECT_EQ(cellText(8530, CellKind::hundredths), "85.3");
    EXPECT_EQ(cellText(10000, CellKind::hundredths), "100");
    EXPECT_EQ(cellText(-5, CellKind::hundredths), "-0.05");
    EXPECT_EQ(cellText(20210503, CellKind::date), "2021-05-03");
    EXPECT_EQ(cellText(202105, CellKind::month), "2021-05");
    EXPECT_EQ(cellText(11046, CellKind::integer), "11046");
    EXPECT_EQ(cellText(nullptr, CellKind::integer), "");
    EXPECT_EQ(cellText("村", CellKind::text), "村");
}

} // namespace
