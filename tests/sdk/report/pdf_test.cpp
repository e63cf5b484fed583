// Reports on paper, read back by the programs people read them with (poppler's tools).
#include "sdk/report/sample.h"

#include <yanxun/error.h>

#include <gmock/gmock.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

using namespace yanxun;
using yanxun::testing::sample;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

namespace {

const std::filesystem::path kStyles = std::filesystem::path(YANXUN_SOURCE_DIR) / "templates/reports";

class PdfTest : public ::testing::Test {
protected:
    PdfTest() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = std::filesystem::temp_directory_path() / ("yanxun-pdf-" + std::string(test->name()) + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
    }
    ~PdfTest() override { std::filesystem::remove_all(folder); }

    std::filesystem::path save(const Report& report, const std::string& name = "r.pdf") const {
        savePdf(report, {kStyles}, folder / name);
        return folder / name;
    }
    static std::string read(const std::filesystem::path& path) {
        std::ostringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
    static std::string output(const std::string& command) {
        std::string text;
        std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
        char piece[4096];
        for (std::size_t n; (n = std::fread(piece, 1, sizeof piece, pipe)) > 0;) text.append(piece, n);
        EXPECT_EQ(::pclose(pipe), 0) << command << "\n" << text;
        return text;
    }
    static std::string text(const std::filesystem::path& pdf, const std::string& how = "") {
        return output("pdftotext " + how + " -enc UTF-8 '" + pdf.string() + "' -");
    }
    /// Without blanks: the reader guesses narrow ones from the distance of the letters.
    static std::string packed(std::string text) {
        std::erase(text, ' ');
        return text;
    }
    static int pages(const std::filesystem::path& pdf) {
        const std::string info = output("pdfinfo '" + pdf.string() + "'");
        return std::atoi(info.substr(info.find("Pages:") + 6).c_str());
    }
    static std::size_t count(const std::string& text, const std::string& word) {
        std::size_t n = 0;
        for (std::size_t at = 0; (at = text.find(word, at)) != text.npos; at += word.size()) ++n;
        return n;
    }
    static Report oneSentence(std::string words) {
        Report report = sample(0);
        report.sections = {{"one", "一节", {std::move(words)}, {}, {}, {}, {}}};
        return report;
    }

    std::filesystem::path folder;
};

TEST_F(PdfTest, ItsTextIsWhatTheReportSays) {
    const std::string said = text(save(sample(3)));
    for (const char* words : {"年度应急演练统计表 <甲 & 乙>", "填报单位：示例区应急管理局", "统计期间：2021-01-01 至 2021-12-31",
                              "制表时间：2021-12-31 10:00", "统计口径：已结束的演练，不含练习。", "529", "全年演练 529 场。", "演练名称",
                              "2021-05-03", "85.3", "合计"}) {
        EXPECT_THAT(said, HasSubstr(words));
    }
    EXPECT_THAT(packed(text(save(sample(3)), "-layout")), HasSubstr("第1页共1页"));
}

TEST_F(PdfTest, CharactersStayThemselves) {
    // Some printers of pages turn these into look-alikes of other code points.
    const std::string all = "小学 骨直关复角令 一二三 ⼩不是小 ￥12.50 “引号”——破折号……";
    EXPECT_THAT(text(save(oneSentence(all))), HasSubstr("小学 骨直关复角令 一二三"));
}

TEST_F(PdfTest, FontsAreInTheFileWithChineseShapes) {
    ::setenv("LANG", "C", 1);
    const std::string fonts = output("pdffonts '" + save(sample(3)).string() + "'");
    EXPECT_THAT(fonts, HasSubstr("NotoSansCJK"));
    EXPECT_THAT(fonts, HasSubstr("CID Type 0C"));
    EXPECT_THAT(fonts, Not(HasSubstr("JP")));
    EXPECT_THAT(fonts, Not(HasSubstr("Type 3")));
    std::istringstream lines(fonts);
    std::string line;
    for (int i = 0; std::getline(lines, line); ++i) {
        if (i >= 2) {
            EXPECT_THAT(line, MatchesRegex(".* yes yes yes +[0-9]+ +[0-9]+ *")) << "embedded, subset, readable";
        }
    }
}

TEST_F(PdfTest, ALongTableRepeatsItsHeadOnEveryPage) {
    const auto pdf = save(sample(300));
    const int all = pages(pdf);
    EXPECT_GT(all, 3);
    const std::string said = text(pdf, "-layout");
    EXPECT_EQ(count(said, "参演人数"), std::size_t(all)) << "its heading stands once a page";
    for (int page = 1; page <= all; ++page) {
        EXPECT_THAT(packed(said), HasSubstr("第" + std::to_string(page) + "页共" + std::to_string(all) + "页"));
    }
    for (int row = 0; row < 300; ++row) EXPECT_EQ(count(said, "换行 <" + std::to_string(row) + ">"), 1u) << row;
}

TEST_F(PdfTest, AMarkStandsOnEveryPage) {
    Report report = sample(200);
    report.mark = "仅供检查";
    const auto file = save(report);
    const int count = pages(file);
    ASSERT_GT(count, 2);
    for (int page = 1; page <= count; ++page) {
        const std::string number = std::to_string(page);
        const std::string words = text(file, "-f " + number + " -l " + number); // slanting: its letters come in any order
        for (const char* letter : {"仅", "供", "检", "查"}) EXPECT_THAT(words, HasSubstr(letter)) << page;
    }
}

TEST_F(PdfTest, ATooLongTableIsCutWithASentence) {
    const std::string said = text(save(sample(20'007)));
    EXPECT_THAT(said, HasSubstr("本表太长，另有 7 行未显示"));
    EXPECT_THAT(said, HasSubstr("<19999>"));
    EXPECT_THAT(said, Not(HasSubstr("<20000>")));
}

TEST_F(PdfTest, ALongChineseSentenceIsBrokenInsideThePage) {
    std::string words;
    for (int i = 0; i < 400; ++i) words += "防汛" + std::to_string(i % 10);
    const auto pdf = save(oneSentence(words));
    std::string said = text(pdf);
    std::erase(said, '\n');
    EXPECT_THAT(said, HasSubstr(words));
    const std::string boxes = output("pdftotext -bbox '" + pdf.string() + "' -");
    for (std::size_t at = 0; (at = boxes.find("xMax=\"", at)) != boxes.npos; at += 6) {
        EXPECT_LT(std::atof(boxes.c_str() + at + 6), 595.3 - 40) << "beyond the margin";
    }
}

TEST_F(PdfTest, ASentenceLongerThanAPageGoesOn) {
    std::string words;
    for (int i = 0; i < 3000; ++i) words += "汛" + std::to_string(i);
    const auto pdf = save(oneSentence(words));
    EXPECT_GT(pages(pdf), 1);
    std::string said = text(pdf);
    EXPECT_THAT(said, HasSubstr("2999"));
}

TEST_F(PdfTest, AWideTableTurnsThePaper) {
    Report report = sample(0);
    ReportTable wide{"wide", "宽表", {}, {}};
    for (int c = 0; c < 16; ++c) wide.rows.columns.push_back({"c" + std::to_string(c), "第" + std::to_string(c) + "栏标题", CellKind::text});
    wide.rows.each = [](const RowSink& sink) {
        const std::vector<Value> cells(16, Value(std::string("城西街道第一小学")));
        sink(cells);
    };
    report.sections.push_back({"wide", "宽表", {}, {}, {wide}, {}, {}});
    const auto pdf = save(report);
    const std::string sizes = output("pdfinfo -f 1 -l 9 '" + pdf.string() + "'");
    EXPECT_THAT(sizes, HasSubstr("1 size:  595.276 x 841.89 pts (A4)"));
    EXPECT_THAT(sizes, HasSubstr("2 size:  841.89 x 595.276 pts (A4)"));
    EXPECT_THAT(text(pdf, "-f 2 -l 2"), HasSubstr("宽表")) << "the heading goes with its table";
}

TEST_F(PdfTest, ItTellsAboutItselfAndHasAnOutline) {
    const auto pdf = save(sample(3));
    const std::string info = output("TZ=UTC pdfinfo -isodates '" + pdf.string() + "'");
    EXPECT_THAT(info, HasSubstr("年度应急演练统计表"));
    EXPECT_THAT(info, HasSubstr("示例区应急管理局"));
    EXPECT_THAT(info, HasSubstr("2021-12-31T10:00:00+08"));
    EXPECT_THAT(read(pdf), HasSubstr("/Outlines"));
}

TEST_F(PdfTest, TheSameRecordsGiveTheSameBytes) {
    EXPECT_EQ(read(save(sample(80), "a.pdf")), read(save(sample(80), "b.pdf")));
}

TEST_F(PdfTest, AFileAppearsOnlyWhole) {
    EXPECT_THROW(savePdf(sample(1), {kStyles}, folder / "none/r.pdf"), Unavailable);
    struct Impatient final : Progress {
        void step(std::int64_t done, std::int64_t, std::string_view) override { seen += done; }
        bool cancelled() const override { return seen > 5'000; }
        std::int64_t seen = 0;
    } impatient;
    EXPECT_THROW(savePdf(sample(15'000), {kStyles}, folder / "r.pdf", impatient), Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST_F(PdfTest, TheBureausOwnPageIsFollowedAndABadOneNamed) {
    std::ofstream(folder / "page.xml") << "<page><margin left='40'/><font text='20'/></page>";
    savePdf(sample(1), {folder, kStyles}, folder / "own.pdf");
    EXPECT_NE(read(folder / "own.pdf"), read(save(sample(1), "shipped.pdf")));
    for (const char* wrong : {"<page", "<page><margin left='4000'/></page>", "<page><font text='gross'/></page>",
                              "<page><colour text='red'/></page>"}) {
        std::ofstream(folder / "page.xml") << wrong;
        try {
            savePdf(sample(1), {folder}, folder / "bad.pdf");
            ADD_FAILURE() << "taken: " << wrong;
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr("page.xml"));
        }
    }
}

TEST_F(PdfTest, ThePreviewShowsThePagesOfTheFile) {
    const ReportPages preview(sample(300), {kStyles});
    EXPECT_EQ(preview.count(), pages(save(sample(300))));
    const PageImage image = preview.paint(0, 96);
    EXPECT_EQ(image.width, 794);
    EXPECT_EQ(image.height, 1123);
    ASSERT_EQ(image.rgb.size(), std::size_t(image.width) * std::size_t(image.height) * 3);
    EXPECT_EQ(image.rgb[0], 255) << "white paper";
    std::size_t ink = 0;
    for (const unsigned char value : image.rgb) ink += value < 128;
    EXPECT_GT(ink, 3'000u);
    EXPECT_EQ(preview.paint(0, 192).width, 1587);
    EXPECT_THROW(preview.paint(preview.count(), 96), NotFound);
}

} // namespace
