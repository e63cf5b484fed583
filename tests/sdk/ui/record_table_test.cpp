#include <support/gui.h>
#include <support/test_database.h>

#include <yanxun/ui/record_table.h>

#include <atomic>
#include <future>
#include <map>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

constexpr std::int64_t kRows = 100'500;

class RecordTableTest : public DatabaseTest {
protected:
    RecordTableTest() {
        db().migrate("test", {{1, "rows", {"CREATE TABLE test_row (id {pk}, revision {int}, name {text}, people {int})",
                                           "CREATE INDEX test_row_people ON test_row (people, id)"}}});
    }

    void fill(std::int64_t rows) {
        const std::vector<BulkColumn> columns{{"revision", ColumnType::integer}, {"name", ColumnType::text},
                                              {"people", ColumnType::integer}};
        db().write([&](Writer& writer) {
            std::int64_t i = 0;
            writer.insertMany("test_row", columns, [&](BulkRow& row) {
                if (i == rows) return false;
                row.integer(0, 1);
                row.text(1, "演练" + std::to_string(++i));
                row.integer(2, (i * 7919) % rows);
                return true;
            });
        });
    }

    RecordSource source(std::string where = "1 = 1") {
        return {[this, where](Reader& reader, const RecordQuery& query) {
                    ++asked;
                    RecordIds result;
                    const std::string by = query.sort == "people" ? "people" : "id";
                    const std::string way = query.ascending ? "" : " DESC";
                    reader.each("SELECT id FROM test_row WHERE " + where + " ORDER BY " + by + way + ", id" + way + " LIMIT ?",
                                {query.limit}, [&](const Row& row) { result.ids.push_back(row.integer(0)); });
                    result.total = reader.scalar("SELECT count(*) FROM test_row WHERE " + where);
                    return result;
                },
                [this](Reader& reader, std::span<const std::int64_t> ids) {
                    ++pages;
                    most = std::max(most, ids.size());
                    std::string sql = "SELECT id, name, people FROM test_row WHERE id IN (0";
                    Values values;
                    for (const std::int64_t id : ids) {
                        sql += ", ?";
                        values.push_back(id);
                    }
                    std::map<std::int64_t, std::vector<RecordCell>> found;
                    reader.each(sql + ")", values, [&](const Row& row) {
                        const bool many = row.integer(2) > 1000;
                        found[row.integer(0)] = {{row.str(1)}, {std::to_string(row.integer(2))},
                                                 {many ? "已完成" : "筹备中", many ? Tone::good : Tone::warning}};
                    });
                    std::vector<std::vector<RecordCell>> rows;
                    for (const std::int64_t id : ids)
                        rows.push_back(found[id]);
                    return rows;
                }};
    }

    RecordTable& show(RecordSource from) {
        table = new RecordTable(shown.parent(), "test.rows", db(),
                                {{"name", "演练名称", CellKind::text, 0, true},
                                 {"people", "人数", CellKind::integer, 90, true},
                                 {"state", "状态", CellKind::text, 110, false, true}},
                                std::move(from));
        table->activated = [this](std::int64_t id) { opened.push_back(id); };
        table->selectionChanged = [this](std::int64_t id) { chosen.push_back(id); };
        shown.show(table);
        loaded();
        return *table;
    }

    void loaded() {
        ASSERT_TRUE(waitFor([this] { return !table->loading(); }, std::chrono::seconds(60)));
        settle();
    }

    std::string cell(unsigned row, unsigned column) {
        wxVariant value;
        auto* const model = static_cast<wxDataViewVirtualListModel*>(table->control()->GetModel());
        model->GetValueByRow(value, row, column);
        return utf8(value.GetString());
    }

    unsigned rowsListed() {
        return static_cast<wxDataViewVirtualListModel*>(table->control()->GetModel())->GetCount();
    }

    std::string footer() { return utf8(findAs<wxStaticText>("test.rows.footer", table)->GetLabelText()); }

    std::atomic<int> asked = 0;
    int pages = 0;
    std::size_t most = 0;
    std::vector<std::int64_t> opened, chosen;
    ShownFrame shown{{720, 460}};
    RecordTable* table = nullptr;
};
YANXUN_ON_BOTH_ENGINES(RecordTableTest);

TEST_P(RecordTableTest, AHundredThousandRowsAreListedAndTheRestIsSaid) {
    fill(kRows);
    show(source());
    EXPECT_EQ(rowsListed(), 100'000U);
    EXPECT_EQ(table->total(), kRows);
    EXPECT_EQ(footer(), "已列出前 100,000 条，还有 500 条，请缩小筛选范围。");
    EXPECT_LE(pages, 4) << "only what is seen is read";
    EXPECT_LE(most, 64U);
    EXPECT_EQ(cell(99'999, 0), "演练100000");
    shoot("record_table");
}

TEST_P(RecordTableTest, AClickOnAHeadingAsksInThatOrder) {
    fill(1000);
    show(source());
    EXPECT_EQ(cell(0, 0), "演练1");
    const int headHeight = 16;
    const wxPoint people(table->control()->GetSize().x - 110 - 45, headHeight);
    click(table->control(), people);
    loaded();
    EXPECT_EQ(cell(0, 1), "0");
    EXPECT_EQ(cell(999, 1), "999");
    click(table->control(), people);
    loaded();
    EXPECT_EQ(cell(0, 1), "999");
    table->sortBy("people", true);
    loaded();
    EXPECT_EQ(cell(0, 1), "0");
}

TEST_P(RecordTableTest, TheSelectionIsKeptByRecordNotByPlace) {
    fill(300);
    show(source());
    table->select(5);
    EXPECT_EQ(table->selected(), 5);
    table->sortBy("id", false);
    loaded();
    EXPECT_EQ(table->selected(), 5);
    EXPECT_EQ(table->selection().size(), 1U);
    EXPECT_TRUE(chosen.empty()) << "nobody chose another record";
    table->setSource(source("id > 100"));
    loaded();
    EXPECT_EQ(table->selected(), 0);
    EXPECT_EQ(chosen, std::vector<std::int64_t>{0}) << "the page learns that it is gone";
}

TEST_P(RecordTableTest, AReloadWithTheSameRowsKeepsThePlace) {
    fill(5000);
    show(source());
    auto* const model = static_cast<wxDataViewVirtualListModel*>(table->control()->GetModel());
    table->control()->EnsureVisible(model->GetItem(3000));
    settle();
    const wxDataViewItem top = table->control()->GetTopItem();
    db().write([](Writer& writer) { writer.exec("UPDATE test_row SET name = 'x' WHERE id = 3001"); });
    table->reload();
    loaded();
    EXPECT_EQ(table->control()->GetTopItem(), top);
    EXPECT_EQ(cell(3000, 0), "x");
    db().write([](Writer& writer) { writer.exec("DELETE FROM test_row WHERE id = 5000"); });
    table->reload();
    loaded();
    EXPECT_EQ(rowsListed(), 4999U);
    EXPECT_EQ(table->control()->GetTopItem(), top);
}

TEST_P(RecordTableTest, AVanishedRecordIsAnEmptyRowUntilTheNextReload) {
    fill(10);
    show(source());
    db().write([](Writer& writer) { writer.exec("DELETE FROM test_row WHERE id = 3"); });
    table->control()->Refresh();
    table->reload();
    loaded();
    EXPECT_EQ(rowsListed(), 9U);
    EXPECT_EQ(cell(2, 0), "演练4");
}

TEST_P(RecordTableTest, ManyReloadsAreFewQuestions) {
    fill(50);
    show(source());
    settle(std::chrono::milliseconds(300));
    const int before = asked;
    for (int i = 0; i < 40; ++i) {
        table->reload();
        settle(std::chrono::milliseconds(5));
    }
    loaded();
    EXPECT_GE(asked - before, 1);
    EXPECT_LE(asked - before, 6);
}

TEST_P(RecordTableTest, TheLastFilterWins) {
    fill(50);
    show(source());
    for (const int last : {10, 20, 30, 7})
        table->setSource(source("id <= " + std::to_string(last)));
    loaded();
    EXPECT_EQ(rowsListed(), 7U);
    EXPECT_EQ(footer(), "共 7 条");
}

TEST_P(RecordTableTest, NothingIsSaidInASentence) {
    show(source());
    EXPECT_EQ(table->total(), 0);
    EXPECT_FALSE(table->control()->IsShown());
    table->setEmpty("还没有演练。请先导入台账。");
    fill(3);
    table->reload();
    loaded();
    EXPECT_TRUE(table->control()->IsShown());
    EXPECT_EQ(rowsListed(), 3U);
}

TEST_P(RecordTableTest, AFailureIsSaidBelowTheList) {
    fill(3);
    RecordSource broken = source();
    broken.ids = [](Reader&, const RecordQuery&) -> RecordIds { throw Unavailable("连不上数据库服务器，请检查网络后刷新。"); };
    show(broken);
    EXPECT_EQ(footer(), "连不上数据库服务器，请检查网络后刷新。");
    table->setSource(source());
    loaded();
    EXPECT_EQ(footer(), "共 3 条");
}

TEST_P(RecordTableTest, ClosingDuringALoadIsSafe) {
    fill(10);
    std::promise<void> begun, goOn;
    auto mayGoOn = goOn.get_future().share();
    RecordSource slow = source();
    slow.ids = [&, mayGoOn](Reader&, const RecordQuery&) {
        begun.set_value();
        mayGoOn.wait();
        return RecordIds{{1, 2, 3}, 3};
    };
    {
        ShownFrame other({300, 200});
        auto* const closing = new RecordTable(other.parent(), "test.closing", db(), {{"name", "名称"}}, slow);
        other.show(closing);
        begun.get_future().wait();
        goOn.set_value();
    }
    settle();
}

TEST_P(RecordTableTest, DoubleClickAndEnterOpenTheRecord) {
    fill(20);
    show(source());
    auto* const list = table->control();
    const wxRect second = list->GetItemRect(static_cast<wxDataViewVirtualListModel*>(list->GetModel())->GetItem(1));
    const wxPoint at(60, second.y + second.height / 2);
    doubleClick(list, at);
    ASSERT_TRUE(waitFor([this] { return !opened.empty(); }));
    EXPECT_EQ(opened.back(), table->selected());
    opened.clear();
    list->SetFocus();
    settle();
    press(WXK_DOWN);
    press(WXK_RETURN);
    ASSERT_TRUE(waitFor([this] { return !opened.empty(); }));
    EXPECT_EQ(opened.back(), table->selected());
    EXPECT_EQ(chosen.back(), table->selected());
}

TEST_P(RecordTableTest, ScreenReadersReadTheCellsAndThePills) {
    fill(3);
    show(source());
    EXPECT_EQ(accessibleCell(table->control(), 1, 0), "演练2");
    EXPECT_EQ(accessibleCell(table->control(), 1, 2), "筹备中");
}

TEST_P(RecordTableTest, ScreenReadersHearCellsThatChangeUnderTheSameRecords) {
    fill(300);
    show(source());
    const auto rename = [this](const char* to, const char* which) {
        db().write([&](Writer& writer) { writer.exec("UPDATE test_row SET name = ? WHERE id = " + std::string(which), {to}); });
        table->reload();
        loaded();
    };
    EXPECT_EQ(heardOfCell(table->control(), 2, 0, [&] { rename("改名的演练", "3"); }), std::vector<std::string>{"改名的演练"});
    EXPECT_TRUE(heardOfCell(table->control(), 2, 0, [&] { rename("另一个", "4"); }).empty()) << "its own is as it was";
    EXPECT_EQ(accessibleCell(table->control(), 3, 0), "另一个");
    // One record fewer: the ones below move up under the rows that stay.
    EXPECT_EQ(heardOfCell(table->control(), 2, 0, [&] {
        db().write([](Writer& writer) { writer.exec("DELETE FROM test_row WHERE id = 1"); });
        table->reload();
        loaded();
    }), std::vector<std::string>{"另一个"});
}

TEST_P(RecordTableTest, WidthsAreRemembered) {
    fill(3);
    std::map<std::string, int> kept;
    setWidthStore({[&](const std::string& key) { return kept.count(key) ? kept[key] : 0; },
                   [&](const std::string& key, int width) { kept[key] = width; }});
    {
        ShownFrame first({720, 300});
        auto* const list = new RecordTable(first.parent(), "test.widths", db(),
                                           {{"a", "甲", CellKind::text, 100}, {"b", "乙", CellKind::text, 0},
                                            {"c", "丙", CellKind::text, 80}},
                                           source());
        first.show(list);
        list->control()->GetColumn(0)->SetWidth(list->FromDIP(173));
        settle();
    }
    EXPECT_EQ(kept, (std::map<std::string, int>{{"test.widths.a", 173}}));
    ShownFrame second({720, 300});
    auto* const again = new RecordTable(second.parent(), "test.widths", db(),
                                        {{"a", "甲", CellKind::text, 100}, {"b", "乙", CellKind::text, 0}}, source());
    second.show(again);
    EXPECT_EQ(again->control()->GetColumn(0)->GetWidth(), again->FromDIP(173));
    setWidthStore({});
}

} // namespace
} // namespace yanxun::testing
