// Acceptance cases 10 and 12: evaluators' workbooks come back, one photo proves one drill, papers say «演练» on each page.
#include "core/evaluation_store.h"
#include "core/improve/improve_verbs.h"
#include "core/improve/papers.h"
#include "core/ledger_import.h"
#include "core/records_export.h"
#include "core/sheet_workbook.h"
#include "improve_fixture.h"

#include <yanxun/report/workbook.h>
#include <yanxun/table/grid.h>
#include <yanxun/table/workbook.h>

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace drills::testing {
namespace {

using ::testing::HasSubstr;
using yanxun::Reader;
using yanxun::Writer;
namespace fs = std::filesystem;

class ImprovePapers : public ImproveTest {
protected:
    /// The printed workbook as its evaluator brings it back, the best answer everywhere but where `answers` says.
    fs::path filled(const fs::path& printed, const ScoreSheet& sheet, const std::map<std::string, std::string>& answers) {
        yanxun::WorkbookSheet page;
        page.name = "评分表";
        yanxun::TableFile::open(printed)->read(0, [&](yanxun::GridRow& row) {
            std::vector<yanxun::WorkbookCell> cells;
            for (const auto& cell : row.cells) cells.push_back({cell.text, yanxun::CellLook::plain, {}, 1});
            while (page.rows.size() + 1 < std::size_t(row.number)) page.rows.emplace_back();
            const std::string no = cells.size() > 1 ? cells[1].text.substr(0, cells[1].text.find(' ')) : "";
            if (const ScoreItem* const item = sheet.item(no)) {
                cells.resize(9);
                const auto given = answers.find(no);
                cells[6].text = given == answers.end() ? answerChoices(*item).front() : given->second;
            }
            page.rows.push_back(std::move(cells));
            return true;
        });
        const fs::path file = folder.path() / ("back_" + printed.filename().string());
        yanxun::writeWorkbook({page}, file);
        return file;
    }
    SheetTaken take(const fs::path& file) {
        SheetTaken taken;
        const SheetReading reading = readSheetWorkbook(file);
        db().write([&](Writer& w) { taken = takeSheet(w, rating, reading, true); });
        return taken;
    }
    std::string saved(const yanxun::Report& report, const std::string& name) {
        savePaper(report, styles, folder.path() / name);
        std::ifstream in(folder.path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string output(const std::string& command) {
        std::string text;
        FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
        char block[4096];
        while (const std::size_t got = std::fread(block, 1, sizeof block, pipe)) text.append(block, got);
        pclose(pipe);
        return text;
    }
    const std::vector<fs::path> styles{YANXUN_SOURCE_DIR "/templates/reports"};
    const yanxun::ReportRequest request{yanxun::Period::year(2021), 1'625'000'000'000, "东川区应急管理局"};
};
YANXUN_ON_BOTH_ENGINES(ImprovePapers);

/// Acceptance case 10, first half.
TEST_P(ImprovePapers, TwoWorkbooksFilledApartComeTogetherOnce) {
    const std::int64_t drill = drillOn({2021, 5, 3});
    const ScoreSheet& sheet = rating.sheet("general-live");
    db().write([&](Writer& w) {
        rating.open(w, drill, sheet);
        for (const char* name : {"甲", "乙"}) {
            Evaluator one;
            one.name = name;
            rating.putEvaluator(w, drill, one);
        }
    });
    std::vector<fs::path> printed;
    db().read([&](Reader& r) {
        printed = writeSheetWorkbooks(store::get(r, drill), sheet, rating.get(r, drill).panel, folder.path());
    });
    ASSERT_EQ(printed.size(), 2u);
    const fs::path first = filled(printed[0], sheet, {{"1.2", "3"}}), second = filled(printed[1], sheet, {{"4.1", "8"}});
    EXPECT_EQ(take(second).changed, 20) << "in whatever order they come back";
    EXPECT_EQ(take(first).changed, 20);
    EXPECT_EQ(take(first).changed, 0) << "a second time nothing is doubled";
    EXPECT_EQ(take(second).changed, 0);
    EXPECT_EQ(count("SELECT count(*) FROM drills_eval_entry"), 40);
    EXPECT_EQ(count("SELECT count(*) FROM drills_eval_sheet"), 2);
    db().read([&](Reader& r) {
        const Evaluation evaluation = rating.get(r, drill);
        EXPECT_EQ(evaluation.named("甲")->answers.at("1.2").given, "3");
        EXPECT_EQ(evaluation.named("乙")->answers.at("4.1").given, "8");
        EXPECT_EQ(rating.result(evaluation).submitted, 2);
    });
}

/// Acceptance case 10, second half.
TEST_P(ImprovePapers, OnePhotoOfTwoDrillsIsPointedOut) {
    const std::int64_t first = drillOn({2021, 5, 3}), second = drillOn({2021, 6, 3}, "另一场演练");
    const auto attach = [&](std::int64_t drill, const fs::path& photo) {
        evidence::Added added;
        db().write([&](Writer& w) {
            Evidence what;
            what.owner = EvidenceOwner::drill;
            what.ownerId = what.drillId = drill;
            added = evidence::add(w, what, photo);
        });
        return added;
    };
    EXPECT_TRUE(attach(first, file("a.jpg", "photo")).elsewhere.empty());
    EXPECT_THROW(attach(first, file("copy.jpg", "photo")), yanxun::Conflict) << "the same drill, the same photo";
    EXPECT_TRUE(attach(second, file("b.jpg", "another")).elsewhere.empty());
    const evidence::Added twice = attach(second, file("renamed.jpg", "photo"));
    ASSERT_EQ(twice.elsewhere.size(), 1u);
    EXPECT_THAT(evidence::sentenceOf(twice.elsewhere.front()), HasSubstr("防火演练"));
    EXPECT_THAT(evidence::sentenceOf(twice.elsewhere.front()), HasSubstr("SHA-256"));
    db().read([&](Reader& r) {
        EXPECT_EQ(evidence::inSeveralDrills(r).size(), 2u);
        EXPECT_EQ(evidence::ofDrill(r, second).size(), 2u);
        yanxun::copyFile(r, twice.elsewhere.front().evidence.sha256, folder.path() / "back.jpg");
    });
    EXPECT_THROW(attach(first, file("empty.jpg", "")), yanxun::Error);
    EXPECT_EQ(count("SELECT count(*) FROM drills_evidence"), 3);
}

/// Acceptance case 12: each paper in each form, valid by the schema, «演练» in the head.
TEST_P(ImprovePapers, PapersComeInEveryFormWithTheWordOnEachPage) {
    const std::int64_t drill = drillOn({2021, 5, 3});
    rate(drill, "3.2=不符合");
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 60; ++i) ids.push_back(act(find(drill, "路线不清" + std::to_string(i), "3.2")));
    db().read([&](Reader& r) {
        for (const auto& [name, paper] : {std::pair{"评估报告", evaluationPaper(r, drill, rating, request)},
                                          {"总结报告", closingPaper(r, drill, request)},
                                          {"整改通知单", noticePaper(r, drill, ids, request)}}) {
            EXPECT_THAT(paper.title, HasSubstr("演练"));
            EXPECT_THAT(saved(paper, "p.xml"), HasSubstr(paper.title));
            EXPECT_EQ(std::system(("xmllint --noout --schema '" + (styles[0] / "report.xsd").string() + "' '" +
                                   (folder.path() / "p.xml").string() + "' 2>/dev/null")
                                      .c_str()),
                      0)
                << name;
            EXPECT_THAT(saved(paper, "p.html"), HasSubstr(paper.title));
            EXPECT_TRUE(saved(paper, "p.pdf").starts_with("%PDF"));
            const std::string xlsx = saved(paper, "p.xlsx");
            EXPECT_TRUE(xlsx.starts_with("PK"));
            const std::string heads = output("unzip -p '" + (folder.path() / "p.xlsx").string() +
                                             "' 'xl/worksheets/*.xml' | grep -o '<oddHeader>[^<]*'");
            const auto lines = std::count(heads.begin(), heads.end(), '\n');
            EXPECT_GE(lines, 2) << name;
            std::size_t at = 0;
            for (long line = 0; line < lines; ++line) at = heads.find("演练", at) + 1;
            EXPECT_NE(at, 0u) << "each sheet has the word in its head: " << heads;
        }
    });
    // a page after the first repeats the title above
    const std::string pages = output("pdftotext -f 2 -l 2 '" + (folder.path() / "p.pdf").string() + "' -");
    EXPECT_THAT(pages, HasSubstr("应急演练整改通知单"));
    EXPECT_THROW(savePaper({}, styles, folder.path() / "p.doc"), yanxun::Error);
}

/// The reports of the host are of the newest drill that fits, and of any other that is named.
TEST_P(ImprovePapers, ReportsAreOfAnyDrillOfTheYear) {
    const std::int64_t early = drillOn({2021, 5, 3}, "春季演练"), late = drillOn({2021, 6, 3}, "夏季演练");
    drillOn({2020, 9, 3}, "去年的演练");
    rate(early);
    act(find(early, "路线不清"));
    std::map<std::string, yanxun::ReportKind> kinds;
    for (auto& kind : improveReports(rating)) kinds.emplace(kind.id, kind);
    db().read([&](Reader& r) {
        const auto titles = [&](const char* id) {
            std::vector<std::string> all;
            for (const auto& record : kinds.at(id).records(r, request.period)) all.push_back(record.title);
            return all;
        };
        const auto drillOf = [&](const char* id, std::int64_t record) {
            yanxun::ReportRequest asked = request;
            asked.record = record;
            return std::get<std::string>(kinds.at(id).make(r, asked).fields.front().value);
        };
        EXPECT_THAT(titles("drills.evaluation"), ::testing::ElementsAre("2021-06-03 夏季演练", "2021-05-03 春季演练"));
        EXPECT_THAT(titles("drills.notice"), ::testing::ElementsAre("2021-05-03 春季演练")) << "only what has an action";
        EXPECT_EQ(drillOf("drills.evaluation", 0), "春季演练") << "the newest that was rated";
        EXPECT_EQ(drillOf("drills.evaluation", late), "夏季演练");
        EXPECT_EQ(drillOf("drills.closing", late), "夏季演练");
        EXPECT_THROW(drillOf("drills.closing", late + 100), yanxun::NotFound);
    });
}

/// Acceptance case 12: the ledger that went out as xlsx comes back without a difference.
TEST_P(ImprovePapers, TheLedgerAsXlsxComesBackWithoutADifference) {
    db().migrate("import", yanxun::Importer::migrations());
    DrillDraft one = draft("防火演练", "晋安小学", {2021, 5, 3});
    one.problem = "通信不畅";
    one.rectification = "整改中";
    one.ledgerScore = 8530;
    add(one);
    one.name = "防汛演练";
    one.participantsEstimated = true;
    one.participants = 300;
    one.problem = one.rectification = "";
    add(one);
    db().read([&](Reader& r) {
        const yanxun::TableKind kind = recordsExport();
        EXPECT_EQ(yanxun::saveXlsx(kind.rows(r, 2021), kind.title, folder.path() / "台账.xlsx"), 2);
    });
    LedgerImport ledger(service, neighbour->units(), *records);
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    yanxun::ImportPlan plan;
    yanxun::ImportOptions options;
    options.mode = yanxun::ImportMode::update;
    const auto result = importer.run(ledger, folder.path() / "台账.xlsx", {}, options, false, plan);
    EXPECT_EQ(result.counts.read, 2);
    EXPECT_EQ(result.counts.created, 0);
    EXPECT_EQ(result.counts.updated, 0) << "zero differences";
    EXPECT_EQ(result.counts.skipped, 2);
    EXPECT_EQ(result.counts.errors, 0);
}

} // namespace
} // namespace drills::testing
