#include "notes.h"

#include <yanxun/data/list_query.h>

namespace {

using namespace yanxun;
using Ids = std::vector<std::int64_t>;

class ListQueryTest : public yanxun::testing::NotesTest {
protected:
    ListQueryTest() {
        // `amount` plays the day.
        for (const int ymd : {20191231, 20200105, 20200131, 20200201, 20210701, 20210702}) {
            db().write([&](Writer& writer) {
                const auto id = writer.insert("note", {{"title", "演练" + std::to_string(ymd)}, {"amount", ymd}});
                writer.index({"notes.note", id, ymd % 2 ? "洪涝" : "火灾", {}, ymd});
            });
        }
    }
    IdList ask(const ListQuery& query, const std::string& order, std::int64_t limit = 100) {
        IdList found;
        db().read([&](Reader& reader) { found = query.ids(reader, order, limit); });
        return found;
    }
    Ids days(const std::optional<Period>& period, int ym, int year) {
        ListQuery query("note");
        query.days("amount", period, ym, year);
        return ask(query, inOrder("amount", true)).ids;
    }
};
YANXUN_ON_BOTH_ENGINES(ListQueryTest);

TEST_P(ListQueryTest, WithoutConditionsAllRowsStandInTheOrderAsked) {
    EXPECT_EQ(ask(ListQuery("note"), inOrder("amount", true)).ids, (Ids{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(ask(ListQuery("note"), inOrder("amount", false)).ids, (Ids{6, 5, 4, 3, 2, 1}));
    EXPECT_EQ(ask(ListQuery("note"), inOrder("revision", false)).ids, (Ids{6, 5, 4, 3, 2, 1})) << "equal rows by id";
}

TEST_P(ListQueryTest, APeriodGoesBeforeAMonthAndAMonthBeforeAYear) {
    EXPECT_EQ(days({}, 0, 0), (Ids{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(days({}, 0, 2020), (Ids{2, 3, 4}));
    EXPECT_EQ(days({}, 202001, 2021), (Ids{2, 3}));
    EXPECT_EQ(days(Period{{2020, 1, 31}, {2021, 7, 1}}, 202001, 2021), (Ids{3, 4, 5}));
}

TEST_P(ListQueryTest, ConditionsAreJoinedAndTheTotalGoesBeyondTheLimit) {
    db().read([&](Reader& reader) {
        ListQuery query("note", "amount > 20200000");
        query.where("amount < ?", {20210702});
        query.contains(reader, "notes.note", " ");
        EXPECT_EQ(query.count(reader), 4);
        const IdList first = query.ids(reader, inOrder("amount", true), 2);
        EXPECT_EQ(first.ids, (Ids{2, 3}));
        EXPECT_EQ(first.total, 4);
        EXPECT_EQ(query.ids(reader, inOrder("amount", true), 4).total, 4);
        query.contains(reader, "notes.note", "洪涝");
        EXPECT_EQ(query.ids(reader, inOrder("amount", true), 100).ids, (Ids{2, 3, 4, 5}));
        query.where("title = ?", {"演练20200131"});
        EXPECT_EQ(query.ids(reader, inOrder("amount", true), 100).ids, (Ids{3}));
    });
}

TEST_P(ListQueryTest, YearsAreSaidNewestFirst) {
    db().read([&](Reader& reader) { EXPECT_EQ(yearsOf(reader, "note", "amount"), (std::vector<int>{2021, 2020, 2019})); });
    db().write([&](Writer& writer) { writer.exec("DELETE FROM note"); });
    db().read([&](Reader& reader) { EXPECT_EQ(yearsOf(reader, "note", "amount"), std::vector<int>{}); });
}

} // namespace
