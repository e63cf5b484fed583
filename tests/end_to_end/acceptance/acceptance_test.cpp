#include "end_to_end/acceptance/ledger.h"
#include "end_to_end/process.h"
#include "support/test_database.h"

#include <yanxun/table/grid.h>

#include <nlohmann/json.hpp>

#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <fstream>
#include <sstream>

using namespace yanxun;
using namespace yanxun::testing;
using nlohmann::json;

namespace {

class AcceptanceTest : public ::testing::TestWithParam<Engine> {
protected:
    AcceptanceTest() : database(GetParam()), ledger(home.path() / "东川区2021年应急演练台账.xlsx") {
        truth = writeDrillLedger(ledger, 8, 20);
    }

    Outcome run(std::vector<std::string> words) const {
        words.insert(words.begin(), {"--data", database.target(), "--as", "测试员", "--at", "2021-12-31T09:00:00"});
        return yanxunctl(home.path(), words);
    }

    json importLedger(const std::filesystem::path& file, int exitCode, std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"import", "drills.ledger", file.string(), "--json"};
        words.insert(words.end(), more.begin(), more.end());
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.exitCode, exitCode) << outcome.err;
        return json::parse(outcome.out);
    }

    static void expectCounts(const json& result, int read, int created, int skipped, int errors) {
        EXPECT_EQ(result.at("read"), read);
        EXPECT_EQ(result.at("new"), created);
        EXPECT_EQ(result.at("updated"), 0);
        EXPECT_EQ(result.at("skipped"), skipped);
        EXPECT_EQ(result.at("errors"), errors);
    }

    std::map<std::string, json> figures() const {
        const Outcome outcome = run({"figures", "--year", "2021", "--json"});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
        std::map<std::string, json> byId;
        for (const json& figure : json::parse(outcome.out)) byId[figure.at("id")] = figure;
        return byId;
    }

    static std::map<std::string, int> series(const json& figure) {
        std::map<std::string, int> values;
        for (const json& point : figure.at("series")) {
            if (point.at("value") != 0) values[point.at("label")] = point.at("value");
        }
        return values;
    }

    void expectTheYear() const {
        const auto all = figures();
        EXPECT_EQ(all.at("drills.held").at("value"), truth.drills);
        EXPECT_EQ(all.at("drills.participants").at("value"), truth.participants);
        EXPECT_EQ(series(all.at("drills.by_region")), truth.byTown);
        EXPECT_EQ(series(all.at("drills.by_hazard")), truth.byHazard);
    }

    ScratchFolder home;
    TestDatabase database;
    std::filesystem::path ledger;
    LedgerTruth truth;
};
YANXUN_ON_BOTH_ENGINES(AcceptanceTest);

std::map<std::string, std::string> partsOf(const std::filesystem::path& zip) {
    std::ifstream file(zip, std::ios::binary);
    const Poco::Zip::ZipArchive archive(file);
    std::map<std::string, std::string> parts;
    for (auto each = archive.headerBegin(); each != archive.headerEnd(); ++each) {
        file.clear();
        Poco::Zip::ZipInputStream part(file, each->second);
        std::ostringstream bytes;
        bytes << part.rdbuf();
        parts[each->first] = bytes.str();
    }
    return parts;
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

TEST_P(AcceptanceTest, ALedgerGoesInOnceWhateverIsDoneTwice) {
    const json first = importLedger(ledger, 3);
    expectCounts(first, truth.read, truth.drills, truth.doubles, truth.errors);
    for (const json& row : first.at("rows")) {
        if (row.at("level") != "error") continue;
        EXPECT_GT(row.at("row"), 4);
        EXPECT_GT(row.at("message").get<std::string>().size(), 10u);
    }
    expectTheYear();

    expectCounts(importLedger(ledger, 3), truth.read, 0, truth.drills + truth.doubles, truth.errors);
    expectTheYear();
    EXPECT_EQ(run({"check"}).exitCode, 0);
}

TEST_P(AcceptanceTest, UndoLeavesNothingAndTheSameFileGoesInAgain) {
    const json first = importLedger(ledger, 3);
    const Outcome undone = run({"undo", first.at("batch").dump()});
    EXPECT_EQ(undone.exitCode, 0) << undone.out << undone.err;
    EXPECT_EQ(figures().at("drills.held").at("value"), 0);
    EXPECT_EQ(figures().at("drills.participants").at("value"), 0);

    expectCounts(importLedger(ledger, 3), truth.read, truth.drills, truth.doubles, truth.errors);
    expectTheYear();
    EXPECT_EQ(run({"check"}).exitCode, 0);
}

TEST_P(AcceptanceTest, ADryRunWritesNothing) {
    EXPECT_EQ(run({"migrate"}).exitCode, 0);
    expectCounts(importLedger(ledger, 3, {"--dry-run"}), truth.read, truth.drills, truth.doubles, truth.errors);
    EXPECT_EQ(figures().at("drills.held").at("value"), 0);
}

TEST_P(AcceptanceTest, TheResultWorkbookIsThePersonsOwnWithTwoColumnsMore) {
    const auto result = home.path() / "结果.xlsx";
    importLedger(ledger, 3, {"--result", result.string()});

    const auto before = partsOf(ledger);
    const auto after = partsOf(result);
    ASSERT_EQ(before.size(), after.size());
    for (const auto& [name, bytes] : before) {
        if (name.find("worksheets/sheet") == std::string::npos) { EXPECT_EQ(bytes, after.at(name)) << name; }
    }

    const auto file = TableFile::open(result);
    const Grid grid = Grid::load(*file, 0);
    int created = 0, skipped = 0, wrong = 0, reasons = 0;
    for (const GridRow& row : grid.rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const std::string& text = row.cells[c].text;
            created += text.starts_with("新建");
            skipped += text.starts_with("跳过");
            if (text == "错误") {
                ++wrong;
                reasons += c + 1 < row.cells.size() && !row.cells[c + 1].blank();
            }
        }
    }
    EXPECT_EQ(created, truth.drills);
    EXPECT_EQ(skipped, truth.doubles);
    EXPECT_EQ(wrong, truth.errors);
    EXPECT_EQ(reasons, truth.errors);

    // The marked copy goes in as the original does: nothing new, the wrong rows still wrong.
    expectCounts(importLedger(result, 3), truth.read, 0, truth.drills + truth.doubles, truth.errors);
}

TEST_P(AcceptanceTest, TheYearlyReportIsValidAndSaysTheFigures) {
    importLedger(ledger, 3);
    const auto xml = home.path() / "r.xml";
    const Outcome made = run({"report", "drills.annual", "--year", "2021", "--format", "xml", "-o", xml.string()});
    ASSERT_EQ(made.exitCode, 0) << made.err;
    const std::string schema = std::string(YANXUN_SOURCE_DIR) + "/templates/reports/report.xsd";
    EXPECT_EQ(std::system(("xmllint --noout --schema '" + schema + "' '" + xml.string() + "' 2>/dev/null").c_str()), 0);
    const std::string text = bytesOf(xml);
    EXPECT_NE(text.find(">" + std::to_string(truth.drills) + "<"), std::string::npos);
    EXPECT_NE(text.find(">" + std::to_string(truth.participants) + "<"), std::string::npos);
}

TEST(AcceptanceOnBothTest, BothEnginesWriteTheSameBytes) {
    ScratchFolder home;
    const auto ledger = home.path() / "东川区2021年应急演练台账.xlsx";
    writeDrillLedger(ledger, 8, 20);
    std::vector<std::string> reports;
    for (const Engine engine : {Engine::sqlite, Engine::postgresql}) {
        const TestDatabase database(engine);
        const std::vector<std::string> common{"--data", database.target(), "--as", "测试员", "--at", "2021-12-31T09:00:00"};
        const auto run = [&](std::vector<std::string> words) {
            words.insert(words.begin(), common.begin(), common.end());
            return yanxunctl(home.path(), words).exitCode;
        };
        const auto xml = home.path() / ("r" + std::to_string(reports.size()) + ".xml");
        ASSERT_EQ(run({"import", "drills.ledger", ledger.string()}), 3);
        ASSERT_EQ(run({"report", "drills.annual", "--year", "2021", "--format", "xml", "-o", xml.string()}), 0);
        reports.push_back(bytesOf(xml));
    }
    EXPECT_GT(reports[0].size(), 10'000u);
    EXPECT_EQ(reports[0], reports[1]);
}

} // namespace
