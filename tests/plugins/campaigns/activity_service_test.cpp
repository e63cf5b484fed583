#include "campaigns_fixture.h"

namespace campaigns::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::Writer;

class ActivityServiceTest : public CampaignsTest {
protected:
    ActivityDraft visit() {
        ActivityDraft made = draft("防溺水宣传活动", {2021, 6, 16}, {"上槐坡村", "东石塘村"}, {"进农村", "进家庭"});
        made.place = "白石坡镇";
        made.hostName = "云溪区应急管理局";
        made.attendanceEstimated = true;
        made.metrics = {{0, 0, terms().coded(TermKind::metric, "banner")->id, 5, Precision::exact, {}}};
        return made;
    }
};
YANXUN_ON_BOTH_ENGINES(ActivityServiceTest);

TEST_P(ActivityServiceTest, AnActivityIsStoredWhole) {
    const std::int64_t id = add(visit());
    const Activity activity = get(id);
    EXPECT_EQ(activity.name, "防溺水宣传活动");
    EXPECT_EQ(activity.unitName, "上槐坡村");
    EXPECT_EQ(activity.hostName, "云溪区应急管理局");
    EXPECT_EQ(activity.regionName, "白石坡镇");
    EXPECT_EQ(reachNames(activity), "上槐坡村、东石塘村");
    EXPECT_THAT(namesOf(terms(), activity.categories), ElementsAre("进农村", "进家庭"));
    ASSERT_EQ(activity.metrics.size(), 1u);
    EXPECT_EQ(activity.metrics[0].value, 5);
    EXPECT_EQ(activity.attendance, 100);
    EXPECT_TRUE(activity.attendanceEstimated);
    EXPECT_EQ(activity.status, ActivityStatus::held);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_cover"), 4);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ActivityServiceTest, TheSameActivityTwiceIsRefused) {
    add(visit());
    EXPECT_THAT(refusal([&](Writer& writer) { service.add(writer, visit()); }), HasSubstr("没有重复保存"));
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), 1);
}

TEST_P(ActivityServiceTest, WhatIsMissingIsSaid) {
    const auto said = [&](auto change) {
        ActivityDraft wrong = visit();
        change(wrong);
        return refusal([&](Writer& writer) { service.add(writer, wrong); });
    };
    EXPECT_THAT(said([](ActivityDraft& d) { d.name = " "; }), HasSubstr("活动名称"));
    EXPECT_THAT(said([](ActivityDraft& d) { d.heldOn = {}; }), HasSubstr("日期"));
    EXPECT_THAT(said([](ActivityDraft& d) { d.categories = {"进机关"}; }), HasSubstr("进企业、进农村"));
    EXPECT_THAT(said([](ActivityDraft& d) {
                    d.reach.clear();
                    d.hostName.clear();
                }),
                HasSubstr("覆盖单位"));
    EXPECT_THAT(said([](ActivityDraft& d) { d.createUnits = false; }), HasSubstr("单位名录中没有"));
    EXPECT_THAT(said([](ActivityDraft& d) { d.attendance = -1; }), HasSubstr("不能小于 0"));
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), 0);
}

TEST_P(ActivityServiceTest, ATownshipAsAWholeIsNoUnit) {
    ActivityDraft fair = draft("集中宣传日", {2021, 6, 16}, {"青岭镇"}, {"进农村"});
    const Activity activity = get(add(fair));
    ASSERT_EQ(activity.reach.size(), 1u);
    EXPECT_EQ(activity.reach[0].unitId, 0);
    EXPECT_EQ(activity.reach[0].regionName, "青岭镇");
    EXPECT_EQ(activity.unitName, "青岭镇");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_cover"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 0);
}

TEST_P(ActivityServiceTest, EditingReachIsAChangeOfTheActivity) {
    const std::int64_t id = add(visit());
    Activity before = get(id);
    ActivityDraft changed = ActivityService::draftOf(before, terms());
    changed.reach = {"东石塘村", "西柳湾村"};
    changed.createUnits = true;
    db().write([&](Writer& writer) { service.edit(writer, id, before.revision, changed); });
    const Activity after = get(id);
    EXPECT_GT(after.revision, before.revision);
    EXPECT_EQ(reachNames(after), "东石塘村、西柳湾村");
    EXPECT_EQ(after.unitName, "东石塘村");
    EXPECT_EQ(after.reach[0].id, before.reach[1].id) << "what stays is not written anew";
    EXPECT_EQ(wrongCopies(), 0);
    EXPECT_THAT(refusal([&](Writer& writer) { service.edit(writer, id, before.revision, changed); }), HasSubstr("他人修改"));
}

TEST_P(ActivityServiceTest, APlanIsCountedOnlyOnceItWasHeld) {
    ActivityDraft later = visit();
    later.source = Source::entered;
    later.heldOn = {2021, 12, 1};
    const std::int64_t id = add(later);
    EXPECT_EQ(get(id).status, ActivityStatus::planned);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_cover WHERE counted = 1"), 0);
    const auto step = [&](ActivityStatus to, const char* reason = "") {
        return refusal([&](Writer& writer) { service.step(writer, id, store::get(writer, id).revision, to, reason); });
    };
    EXPECT_THAT(step(ActivityStatus::held), HasSubstr("还没有到"));
    EXPECT_THAT(step(ActivityStatus::cancelled), HasSubstr("原因"));
    EXPECT_THAT(step(ActivityStatus::archived), HasSubstr("可以改为"));
    clock.set(1'640'000'000'000); // 2021-12-20
    EXPECT_EQ(step(ActivityStatus::held), "");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_cover WHERE counted = 1"), 4);
    EXPECT_EQ(step(ActivityStatus::archived), "");
    EXPECT_THAT(refusal([&](Writer& writer) { service.edit(writer, id, get(id).revision, visit()); }), HasSubstr("不能再修改"));
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ActivityServiceTest, RemovingLeavesNothing) {
    const std::int64_t id = add(visit());
    PostDraft film;
    film.title = "微课堂";
    film.platform = "抖音";
    film.publishedOn = {2021, 6, 17};
    film.activityId = id;
    db().write([&](Writer& writer) {
        posts.add(writer, film);
        service.remove(writer, id, store::get(writer, id).revision);
    });
    for (const char* table : {"campaigns_activity", "campaigns_reach", "campaigns_cover", "campaigns_metric",
                              "campaigns_activity_term", "participation_record"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
    EXPECT_EQ(count("SELECT activity_id FROM campaigns_post"), 0);
}

TEST_P(ActivityServiceTest, AttendanceFollowsParticipation) {
    const std::int64_t id = add(visit());
    db().write([&](Writer& writer) {
        participation::Entry other;
        other.unitName = "志愿服务队";
        other.audience = "志愿者";
        other.counted = 20;
        records->put(writer, {activityKind, id}, other);
    });
    EXPECT_EQ(get(id).attendance, 120);
    EXPECT_THAT(refusal([&](Writer& writer) { service.setAttendance(writer, id, 10, false); }), HasSubstr("20"));
    db().write([&](Writer& writer) { service.setAttendance(writer, id, 150, false); });
    EXPECT_EQ(get(id).attendance, 150);
    EXPECT_FALSE(get(id).attendanceEstimated);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ActivityServiceTest, OthersAreToldInsideTheTransaction) {
    std::vector<std::string> told;
    directory.watch({"materials", [&](Writer&, const ActivityRef& ref) { told.push_back("+" + ref.name); },
                     [&](Writer&, const ActivityRef& before, const ActivityRef& after) {
                         told.push_back(before.date.iso() + ">" + after.date.iso());
                     },
                     [&](Writer&, const ActivityRef& ref) {
                         if (ref.issued > 0) throw yanxun::Error("已有出库单");
                         told.push_back("-" + ref.name);
                     }});
    const std::int64_t id = add(visit());
    const Activity activity = get(id);
    ActivityDraft moved = ActivityService::draftOf(activity, terms());
    moved.heldOn = {2021, 6, 20};
    db().write([&](Writer& writer) {
        service.edit(writer, id, activity.revision, moved);
        directory.setIssued(writer, id, 300);
    });
    EXPECT_EQ(get(id).issued, 300);
    const std::int64_t revision = get(id).revision;
    EXPECT_THAT(refusal([&](Writer& writer) { service.remove(writer, id, revision); }), HasSubstr("出库单"));
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), 1);
    db().write([&](Writer& writer) {
        directory.setIssued(writer, id, 0);
        service.remove(writer, id, revision);
    });
    EXPECT_THAT(told, ElementsAre("+防溺水宣传活动", "2021-06-16>2021-06-20", "-防溺水宣传活动"));
}

TEST_P(ActivityServiceTest, OthersFindActivities) {
    add(visit());
    add(draft("防溺水宣传活动", {2021, 8, 1}, {"西柳湾村"}, {"进农村"}));
    add(draft("燃气安全宣传活动", {2021, 7, 1}, {"云锦苑社区"}, {}));
    db().read([&](yanxun::Reader& reader) {
        EXPECT_EQ(directory.find(reader, " 防溺水宣传活动", {}).size(), 2u);
        const auto found = directory.find(reader, "防溺水宣传活动", yanxun::Date{2021, 6, 16});
        ASSERT_EQ(found.size(), 1u);
        EXPECT_THAT(found[0].categories, ElementsAre("进农村", "进家庭"));
        EXPECT_EQ(found[0].regionName, "白石坡镇");
        EXPECT_TRUE(found[0].isHeld);
        EXPECT_EQ(directory.suggest(reader, "燃气", 5).size(), 1u);
        std::vector<std::string> days;
        directory.between(reader, {{2021, 7, 1}, {2021, 12, 31}},
                          [&](const ActivityRef& ref) { days.push_back(ref.date.iso()); });
        EXPECT_THAT(days, ElementsAre("2021-07-01", "2021-08-01"));
        int all = 0;
        directory.each(reader, [&](const ActivityRef&) { ++all; });
        EXPECT_EQ(all, 3);
        EXPECT_FALSE(directory.get(reader, 99));
    });
}

TEST_P(ActivityServiceTest, UnitsNotReachedAreVisitedByOnePlan) {
    const std::int64_t first = unit("甲厂", "企业", "青岭镇"), second = unit("乙厂", "企业", "青岭镇");
    std::int64_t id = 0;
    db().write([&](Writer& writer) { id = service.plan(writer, "企业安全宣传", {2021, 9, 1}, "进企业", {first, second}); });
    const Activity activity = get(id);
    EXPECT_EQ(activity.status, ActivityStatus::planned);
    EXPECT_EQ(reachNames(activity), "甲厂、乙厂");
    EXPECT_THAT(refusal([&](Writer& writer) { service.plan(writer, "空", {2021, 9, 1}, "进企业", {}); }), HasSubstr("先选择"));
}

} // namespace
} // namespace campaigns::testing
