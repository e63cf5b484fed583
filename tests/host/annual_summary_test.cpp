// The yearly summary: composed of what is contributed, whoever contributes it.
#include "core/annual_summary.h"
#include "core/demonstration.h"
#include "host/desk.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

using namespace yanxun;
using namespace yanxun::host;
using namespace yanxun::testing;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

class AnnualSummaryTest : public DatabaseTest {
protected:
    void add(const std::string& id, int order, std::int64_t value, std::optional<std::int64_t> before = {},
             CellKind kind = CellKind::integer, FigureShape shape = FigureShape::number) {
        FigureKind figure;
        figure.id = id;
        figure.title = "指标" + id;
        figure.unit = "次";
        figure.kind = kind;
        figure.shape = shape;
        figure.order = order;
        figure.compute = [value, before](Reader&, const Period&) {
            FigureResult result;
            result.value = value;
            result.previous = before;
            return result;
        };
        registry.contributionsOf(id.substr(0, id.find('.')))->add(std::move(figure));
    }
    void addSection(const std::string& id, int order, const std::string& sentence) {
        SummaryKind kind;
        kind.id = id;
        kind.title = "第" + std::to_string(order) + "部分";
        kind.order = order;
        kind.make = [sentence](Reader&, const Period&) {
            ReportSection section;
            section.id = "same";
            if (!sentence.empty()) section.sentences = {sentence};
            return section;
        };
        registry.contributionsOf(id.substr(0, id.find('.')))->add(std::move(kind));
    }
    Report make() {
        Report report;
        db().read([&](Reader& reader) {
            report = annualSummary(registry).make(reader, {Period::year(2021), clock.now(), "示例区应急管理局"});
        });
        return report;
    }
    static std::string xml(const Report& report) {
        std::ostringstream out;
        writeXml(report, out);
        return out.str();
    }
    static std::vector<std::string> sectionIds(const Report& report) {
        std::vector<std::string> ids;
        for (const ReportSection& section : report.sections) ids.push_back(section.id);
        return ids;
    }

    Registry registry;
};
YANXUN_ON_BOTH_ENGINES(AnnualSummaryTest);

} // namespace

TEST_P(AnnualSummaryTest, SectionsStandInTheirOrderAndEmptyOnesAreLeftOut) {
    addSection("beta.summary", 20, "乙。");
    addSection("alpha.summary", 30, "甲。");
    addSection("gamma.summary", 10, "");
    const Report report = make();
    EXPECT_EQ(sectionIds(report), (std::vector<std::string>{"beta.summary", "alpha.summary"}));
    EXPECT_EQ(report.sections[0].title, "第20部分");
    EXPECT_EQ(report.issuer, "示例区应急管理局");
    EXPECT_EQ(report.madeAt, clock.now());
    EXPECT_FALSE(report.scope.empty());
}

TEST_P(AnnualSummaryTest, KeyFiguresStandWithTheYearBefore) {
    add("alpha.held", 10, 529, 400);
    add("alpha.score", 11, 8530, {}, CellKind::hundredths);
    add("alpha.by_month", 12, 529, {}, CellKind::integer, FigureShape::months);
    add("alpha.detail", 100, 7);
    const Report report = make();
    ASSERT_EQ(report.fields.size(), 2u) << "series and details are no key figures";
    EXPECT_EQ(report.fields[0].id, "alpha.held");
    EXPECT_EQ(*report.fields[0].value.integer(), 529);
    const std::string text = xml(report);
    EXPECT_THAT(text, HasSubstr("<c>529</c>\n    <c>400</c>\n    <c>129</c>"));
    EXPECT_THAT(text, HasSubstr("<c>85.3</c>\n    <c/>\n    <c/>"));
    EXPECT_THAT(text, HasSubstr("上年同期"));
}

TEST_P(AnnualSummaryTest, AFirstYearIsComparedWithNothing) {
    add("alpha.held", 10, 529);
    const std::string text = xml(make());
    EXPECT_THAT(text, HasSubstr("上年同期没有记录，不作比较。"));
    EXPECT_THAT(text, Not(HasSubstr("id=\"previous\"")));
}

TEST_P(AnnualSummaryTest, AtMostSixFiguresStandInTheHead) {
    for (int i = 0; i < 9; ++i) add("alpha.f" + std::to_string(i), i, i);
    EXPECT_EQ(make().fields.size(), 6u);
}

TEST_P(AnnualSummaryTest, WithoutPluginsItSaysWhy) {
    EXPECT_THAT(xml(make()), HasSubstr("请在“插件”中查看插件是否已启用"));
}

class OfferedSummaryTest : public ::testing::TestWithParam<Engine> {};
YANXUN_ON_BOTH_ENGINES(OfferedSummaryTest);

TEST_P(OfferedSummaryTest, AProgramOffersItAndPluginsFillIt) {
    const TestDatabase database(GetParam());
    Desk desk;
    desk.install("notebook");
    ProgramOptions options;
    options.target = database.target();
    options.at = 1'640'000'000'000;
    options.createDatabase = true;
    Program program(desk.places, options);
    fillDemonstration(program, {1, 2021});
    program.database().read([&](Reader& reader) {
        std::ostringstream out;
        writeXml(program.registry().report("summary.annual").make(reader, {Period::year(2021), 0, {}}), out);
        EXPECT_THAT(out.str(), HasSubstr("全年记事 12 条。"));
        EXPECT_THAT(out.str(),
                    HasSubstr("<field id=\"notebook.heads\" title=\"参加人数\" kind=\"integer\" unit=\"人\">60</field>"));
    });
}

TEST(AnnualSummary, NoPluginMayTakeTheHostsName) {
    Desk desk;
    desk.install("stranger");
    const auto manifest = desk.pluginFolder() / "alpha/plugin.xml";
    std::string words = contentOf(manifest);
    words.replace(words.find("\"alpha\""), 7, "\"summary\"");
    std::ofstream(manifest) << words;
    ProgramOptions options;
    options.pluginsOnly = true;
    Program program(desk.places, options);
    ASSERT_EQ(program.plugins().list().size(), 1u);
    EXPECT_EQ(program.plugins().list()[0].state, PluginState::refused);
    EXPECT_THAT(program.plugins().list()[0].reason, HasSubstr("summary"));
    EXPECT_EQ(program.registry().report("summary.annual").title, "年度总结");
}
