#include "core/sheet_workbook.h"
#include "drills_fixture.h"

#include <yanxun/table/grid.h>
#include <yanxun/table/workbook.h>

namespace drills::testing {
namespace {

using yanxun::Error;
using yanxun::Reader;
using yanxun::WorkbookCell;
using yanxun::Writer;

/// A sheet is printed, filled in as a person would, and read back.
class SheetWorkbookTest : public DrillsTest {
protected:
    SheetWorkbookTest() {
        id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
        db().write([&](Writer& writer) {
            rating.open(writer, id, sheet());
            for (const char* name : {"甲", "乙"}) {
                Evaluator one;
                one.name = name;
                rating.putEvaluator(writer, id, one);
            }
        });
    }
    const ScoreSheet& sheet() { return rating.sheet("general-live"); }
    Evaluation now() {
        Evaluation evaluation;
        db().read([&](Reader& reader) { evaluation = rating.get(reader, id); });
        return evaluation;
    }
    std::vector<std::filesystem::path> print() { return writeSheetWorkbooks(get(id), sheet(), now().panel, folder.path()); }

    static std::string bestOf(const ScoreItem& item) { return answerChoices(item).front(); }

    /// The printed workbook with answers typed into it; `change` may alter a row: its number, answer, veto, reason.
    std::filesystem::path filled(const std::filesystem::path& printed,
                                 const std::function<void(const std::string& no, std::vector<WorkbookCell>&)>& change = {}) {
        const auto table = yanxun::TableFile::open(printed);
        yanxun::WorkbookSheet page;
        page.name = "评分表";
        table->read(0, [&](yanxun::GridRow& row) {
            std::vector<WorkbookCell> cells;
            for (const auto& cell : row.cells) cells.push_back({cell.text, yanxun::CellLook::plain, {}, 1});
            while (page.rows.size() + 1 < std::size_t(row.number)) page.rows.emplace_back();
            const std::string no = cells.size() > 1 ? cells[1].text.substr(0, cells[1].text.find(' ')) : "";
            if (const ScoreItem* const item = sheet().item(no)) {
                cells.resize(9);
                cells[6].text = bestOf(*item);
                if (change) change(no, cells);
            }
            page.rows.push_back(std::move(cells));
            return true;
        });
        const auto file = folder.path() / ("filled_" + std::to_string(++copies) + ".xlsx");
        yanxun::writeWorkbook({page}, file);
        return file;
    }
    SheetTaken take(const std::filesystem::path& file, bool submit = false) {
        SheetTaken taken;
        const SheetReading reading = readSheetWorkbook(file);
        db().write([&](Writer& writer) { taken = takeSheet(writer, rating, reading, submit); });
        return taken;
    }
    yanxun::testing::ScratchFolder folder;
    std::int64_t id = 0;
    int copies = 0;
};
YANXUN_ON_BOTH_ENGINES(SheetWorkbookTest);

TEST_P(SheetWorkbookTest, PaperAndScreenGiveTheSameResult) {
    const auto files = print();
    ASSERT_EQ(files.size(), 2u);
    for (const auto& file : files) {
        const SheetTaken taken = take(filled(file), true);
        EXPECT_EQ(taken.changed, 20);
        EXPECT_EQ(taken.open, 0);
        EXPECT_EQ(taken.state, "已提交");
    }
    EXPECT_EQ(now().total, 10000);
    const Panel byPaper = now().panel;
    db().write([&](Writer& writer) {
        for (const char* name : {"丙"}) {
            Evaluator one;
            one.name = name;
            const std::string key = rating.putEvaluator(writer, id, one).named(name)->key;
            Answers typed;
            for (const auto& section : sheet().sections) {
                for (const auto& item : section.items) typed[item.no] = parseAnswer(item, bestOf(item));
            }
            rating.fill(writer, id, key, 0, typed, "");
        }
    });
    EXPECT_EQ(now().named("丙")->answers, byPaper.evaluators.front().answers);
}

TEST_P(SheetWorkbookTest, ReadingTheSameSheetAgainChangesNothing) {
    const auto file = filled(print().front());
    EXPECT_EQ(take(file, true).changed, 20);
    const auto changes = count("SELECT count(*) FROM change_log");
    EXPECT_EQ(take(file, true).changed, 0);
    EXPECT_EQ(count("SELECT count(*) FROM change_log"), changes);
}

TEST_P(SheetWorkbookTest, TheFourSortsOfNoScoreComeBackAsWritten) {
    take(filled(print().front(), [](const std::string& no, std::vector<WorkbookCell>& cells) {
        if (no == "1.2") cells[6].text = "0";
        if (no == "1.3") cells[6].text = "";
        if (no == "2.2") cells[6].text = "未观察";
        if (no == "2.3") {
            cells[6].text = "不适用";
            cells[8].text = "未设该科目";
        }
        if (no == "4.2") {
            cells[6].text = "基本符合";
            cells[7].text = "是";
            cells[8].text = "遗漏一人";
        }
    }));
    const Answers answers = now().panel.evaluators.front().answers;
    EXPECT_EQ(answers.at("1.2").given, "0");
    EXPECT_FALSE(answers.contains("1.3"));
    EXPECT_EQ(answers.at("2.2").state, ItemState::notObserved);
    EXPECT_EQ(answers.at("2.3").state, ItemState::notApplicable);
    EXPECT_EQ(answers.at("2.3").reason, "未设该科目");
    EXPECT_TRUE(answers.at("4.2").veto);
}

TEST_P(SheetWorkbookTest, WhatCannotBeReadIsRefusedAndNamed) {
    const auto printed = print().front();
    try {
        take(filled(printed, [](const std::string& no, std::vector<WorkbookCell>& cells) {
            if (no == "4.1") cells[6].text = "很好";
        }));
        FAIL() << "accepted";
    } catch (const Error& wrong) {
        EXPECT_NE(std::string(wrong.what()).find("4.1"), std::string::npos) << wrong.what();
    }
    EXPECT_TRUE(now().panel.evaluators.front().answers.empty()) << "nothing of it was taken";
    yanxun::WorkbookSheet other;
    other.name = "别的";
    other.rows = {{{"编号", yanxun::CellLook::plain, {}, 1}, {"评分", yanxun::CellLook::plain, {}, 1}}};
    yanxun::writeWorkbook({other}, folder.path() / "other.xlsx");
    EXPECT_THROW(readSheetWorkbook(folder.path() / "other.xlsx"), Error);
}

TEST_P(SheetWorkbookTest, AnEvaluatorGetsOnlyHisPart) {
    db().write([&](Writer& writer) {
        Evaluator one;
        one.name = "丙";
        one.scope = {"资源保障"};
        rating.putEvaluator(writer, id, one);
    });
    EXPECT_EQ(readSheetWorkbook(print().back()).lines.size(), 2u);
}

} // namespace
} // namespace drills::testing
