#include "campaigns_fixture.h"

namespace campaigns::testing {
namespace {

using ::testing::HasSubstr;
using yanxun::Writer;

class PostServiceTest : public CampaignsTest {
protected:
    static PostDraft film() {
        PostDraft made;
        made.title = "应急微课堂";
        made.platform = "抖音";
        made.publishedOn = {2021, 3, 1};
        return made;
    }
    std::int64_t added() {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = posts.add(writer, film()); });
        return id;
    }
    void count(std::int64_t id, yanxun::Date day, std::int64_t value, Precision precision = Precision::exact) {
        db().write([&](Writer& writer) { posts.count(writer, {0, 0, id, metric::views, day, value, precision}); });
    }
};
YANXUN_ON_BOTH_ENGINES(PostServiceTest);

TEST_P(PostServiceTest, MonthsAreDifferencesOfCounts) {
    const std::int64_t id = added();
    count(id, {2021, 3, 31}, 400);
    count(id, {2021, 4, 30}, 1000);
    count(id, {2021, 6, 30}, 1500);
    db().read([&](yanxun::Reader& reader) {
        const auto counts = post_store::snapshots(reader, id);
        EXPECT_EQ(increment(counts, {2021, 2, 28}, {2021, 3, 31}), 400) << "began at nothing";
        EXPECT_EQ(increment(counts, {2021, 3, 31}, {2021, 4, 30}), 600);
        EXPECT_EQ(increment(counts, {2021, 4, 30}, {2021, 5, 31}), 0) << "nobody counted in May";
        EXPECT_EQ(increment(counts, {2021, 5, 31}, {2021, 6, 30}), 500);
        EXPECT_FALSE(increment(counts, {2021, 1, 31}, {2021, 2, 28}));
        EXPECT_EQ(post_store::get(reader, id).views, 1500);
    });
}

TEST_P(PostServiceTest, ACumulativeNumberDoesNotShrink) {
    const std::int64_t id = added();
    count(id, {2021, 4, 30}, 1000);
    EXPECT_THAT(refusal([&](Writer& writer) {
                    posts.count(writer, {0, 0, id, metric::views, {2021, 5, 31}, 900, Precision::exact});
                }),
                HasSubstr("不会变小"));
    EXPECT_THAT(refusal([&](Writer& writer) {
                    posts.count(writer, {0, 0, id, metric::views, {2021, 2, 1}, 9, Precision::exact});
                }),
                HasSubstr("早于发布日期"));
    count(id, {2021, 5, 31}, 900, Precision::estimated);
    count(id, {2021, 4, 30}, 950); // the same day is replaced
    db().read([&](yanxun::Reader& reader) { EXPECT_EQ(post_store::snapshots(reader, id).size(), 2u); });
}

TEST_P(PostServiceTest, PlatformAndTitleStandOnce) {
    added();
    EXPECT_THAT(refusal([&](Writer& writer) { posts.add(writer, film()); }), HasSubstr("没有重复保存"));
    PostDraft other = film();
    other.platform = "视频号";
    db().write([&](Writer& writer) { posts.add(writer, other); });
    other.title = " ";
    EXPECT_THAT(refusal([&](Writer& writer) { posts.add(writer, other); }), HasSubstr("标题"));
    other = film();
    other.channel = "电报";
    EXPECT_THAT(refusal([&](Writer& writer) { posts.add(writer, other); }), HasSubstr("微视频、推送"));
}

TEST_P(PostServiceTest, RemovingACountBringsBackTheOneBefore) {
    const std::int64_t id = added();
    count(id, {2021, 3, 31}, 400);
    count(id, {2021, 4, 30}, 1000);
    db().write([&](Writer& writer) { posts.removeSnapshot(writer, post_store::snapshots(writer, id).back().id); });
    db().read([&](yanxun::Reader& reader) { EXPECT_EQ(post_store::get(reader, id).views, 400); });
    db().write([&](Writer& writer) { posts.remove(writer, id, post_store::get(writer, id).revision); });
    EXPECT_EQ(CampaignsTest::count("SELECT count(*) FROM campaigns_snapshot"), 0);
}

} // namespace
} // namespace campaigns::testing
