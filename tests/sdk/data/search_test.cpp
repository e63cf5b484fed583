#include "notes.h"

namespace {

using namespace yanxun;

class SearchTest : public yanxun::testing::NotesTest {
protected:
    void put(std::int64_t id, const std::string& title, const std::string& body = {}, std::int64_t ymd = 20210501,
             const std::string& kind = "notes.note") {
        db().write([&](Writer& writer) { writer.index({kind, id, title, body, ymd}); });
    }
    /// Ids of the hits in the order found; the exact count and the condition must say the same.
    std::vector<std::int64_t> find(const std::string& query, const std::string& kind = {}) {
        std::vector<std::int64_t> ids, byCondition;
        db().read([&](Reader& reader) {
            for (const SearchHit& hit : reader.search(query, 100, kind)) ids.push_back(hit.recordId);
            EXPECT_EQ(reader.searchCount(query, kind), std::int64_t(ids.size())) << query;
            const SearchCondition condition = reader.searchCondition("notes.note", query);
            reader.each("SELECT record_id FROM search_entry WHERE kind='notes.note' AND record_id IN (" + condition.sql + ")",
                        condition.values, [&](const Row& row) { byCondition.push_back(row.integer(0)); });
        });
        if (!kind.empty()) { EXPECT_THAT(byCondition, ::testing::UnorderedElementsAreArray(ids)); }
        return ids;
    }
    using Ids = std::vector<std::int64_t>;
};
YANXUN_ON_BOTH_ENGINES(SearchTest);

TEST_P(SearchTest, ChineseWordsOfAnyLengthAreFound) {
    put(1, "金明区校园消防疏散演练", "张伟 13800000000");
    put(2, "有限空间坍塌救援");
    EXPECT_EQ(find("疏散", "notes.note"), Ids{1});
    EXPECT_EQ(find("坍塌", "notes.note"), Ids{2});
    EXPECT_EQ(find("消防疏散演练", "notes.note"), Ids{1});
    EXPECT_EQ(find("救", "notes.note"), Ids{2});
    EXPECT_EQ(find("练", "notes.note"), Ids{1}) << "the last character of a run";
    EXPECT_EQ(find("金", "notes.note"), Ids{1}) << "the first";
    EXPECT_EQ(find("疏演", "notes.note"), Ids{});
}

TEST_P(SearchTest, PairsFromDifferentPlacesAreNoWord) {
    put(1, "防火灾 火灾害 灾害防");
    put(2, "防火灾害防治");
    EXPECT_EQ(find("防火灾害防", "notes.note"), Ids{2});
}

TEST_P(SearchTest, AllWordsMustOccur) {
    put(1, "学校地震演练", "鼓楼区");
    put(2, "企业地震演练", "龙亭区");
    EXPECT_EQ(find("地震  鼓楼", "notes.note"), Ids{1});
    EXPECT_EQ(find("地震 学校 龙亭", "notes.note"), Ids{});
}

TEST_P(SearchTest, WidthAndCaseDoNotMatter) {
    put(1, "ＬＮＧ储罐　Ａ３栋泄漏", "第１２号");
    EXPECT_EQ(find("lng", "notes.note"), Ids{1});
    EXPECT_EQ(find("LNG储罐", "notes.note"), Ids{1});
    EXPECT_EQ(find("a3栋", "notes.note"), Ids{1});
    EXPECT_EQ(find("12号", "notes.note"), Ids{1});
}

TEST_P(SearchTest, WordsOfLettersAreFoundByTheirBeginning) {
    put(1, "预案 EMG20210501 版");
    EXPECT_EQ(find("emg2021", "notes.note"), Ids{1});
    EXPECT_EQ(find("g2021", "notes.note"), Ids{});
}

TEST_P(SearchTest, NewestComeFirst) {
    put(1, "防汛一", "", 20210301);
    put(2, "防汛二", "", 20211224);
    put(3, "防汛三", "", 20210715);
    EXPECT_EQ(find("防汛", "notes.note"), (Ids{2, 3, 1}));
    EXPECT_EQ(find("防汛"), (Ids{2, 3, 1}));
}

TEST_P(SearchTest, KindsAreKeptApart) {
    put(1, "消防培训", "", 20210501, "notes.note");
    put(1, "消防宣传", "", 20210502, "other.thing");
    EXPECT_EQ(find("消防", "notes.note"), Ids{1});
    db().read([&](Reader& reader) {
        const std::vector<SearchHit> hits = reader.search("消防", 10);
        ASSERT_EQ(hits.size(), 2u);
        EXPECT_EQ(hits[0].kind, "other.thing");
        EXPECT_EQ(hits[0].title, "消防宣传");
        EXPECT_EQ(hits[0].ymd, 20210502);
        EXPECT_EQ(reader.searchCount("消防"), 2);
        EXPECT_EQ(reader.search("消防", 1).size(), 1u);
    });
}

TEST_P(SearchTest, AChangedEntryIsFoundByItsNewTextOnly) {
    put(1, "旧的标题地震", "甲乙丙");
    put(1, "新的标题洪涝", "丁戊己", 20220101);
    EXPECT_EQ(find("地震", "notes.note"), Ids{});
    EXPECT_EQ(find("乙丙", "notes.note"), Ids{});
    EXPECT_EQ(find("洪涝", "notes.note"), Ids{1});
    put(1, "新的标题洪涝", "丁戊己", 20220101);
    EXPECT_EQ(find("洪涝", "notes.note"), Ids{1});
}

TEST_P(SearchTest, AnUnindexedRecordIsGone) {
    put(1, "一氧化碳中毒");
    db().write([](Writer& writer) {
        writer.unindex("notes.note", 1);
        writer.unindex("notes.note", 99);
    });
    EXPECT_EQ(find("中毒", "notes.note"), Ids{});
}

TEST_P(SearchTest, ARolledBackEntryWasNeverThere) {
    EXPECT_THROW(db().write([](Writer& writer) {
        writer.index({"notes.note", 1, "不该出现", "", 0});
        throw Cancelled("stop");
    }),
                 Cancelled);
    EXPECT_EQ(find("出现", "notes.note"), Ids{});
}

TEST_P(SearchTest, ManyEntriesAreIndexedTogetherTheLastOfARecordCounts) {
    db().write([](Writer& writer) {
        std::int64_t i = 0;
        writer.indexMany([&](SearchEntry& entry) {
            if (i == 5'000) return false;
            entry.kind = "notes.note";
            entry.recordId = i % 4'999;
            entry.title = i == 4'999 ? "最后一次覆盖" : "第" + std::to_string(i) + "次联合演练";
            entry.ymd = 20210101;
            ++i;
            return true;
        });
    });
    db().read([](Reader& reader) {
        EXPECT_EQ(reader.searchCount("联合演练", "notes.note"), 4'998);
        EXPECT_EQ(reader.searchCount("联合"), 4'998);
        EXPECT_EQ(reader.searchCount("覆盖"), 1);
    });
}

TEST_P(SearchTest, StrangeQueriesFindNothingAndHarmNothing) {
    put(1, "引号'与\"与\\与%_ NEAR(疏散) OR *");
    for (const char* query : {"", "   ", "'", "\"", "''\"", "* OR 1", "疏散) OR (", "NOT 疏", "\\", "%%%%", "&|!:*", "，。"}) {
        db().read([&](Reader& reader) { EXPECT_NO_THROW(reader.search(query, 10)) << query; });
    }
    EXPECT_EQ(find("引号'与", "notes.note"), Ids{1});
    EXPECT_EQ(find("'与\"与\\与%_", "notes.note"), Ids{1});
    EXPECT_EQ(find("'与\"与\\与%-", "notes.note"), Ids{});
}

TEST_P(SearchTest, AVeryLongTextIsIndexedAsFarAsTheIndexReaches) {
    std::string body = "开头的词 ";
    for (int i = 0; i < 200'000; ++i) body += "长";
    put(1, "很长", body + std::string(3'000, 'x'));
    EXPECT_EQ(find("开头", "notes.note"), Ids{1});
    EXPECT_EQ(find("很长", "notes.note"), Ids{1});
}

} // namespace
