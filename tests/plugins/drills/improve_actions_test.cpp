// From a finding to the day it is struck off, and back when a later drill fails on the same.
#include "improve_fixture.h"

#include <gmock/gmock.h>

namespace drills::testing {
namespace {

using ::testing::HasSubstr;
using yanxun::Reader;
using yanxun::Writer;

class ImproveActions : public ImproveTest {};
YANXUN_ON_BOTH_ENGINES(ImproveActions);

TEST_P(ImproveActions, AMeasureGoesFromNoticeToItsEnd) {
    const std::int64_t drill = drillOn({2021, 5, 3}), problem = find(drill, "路线不清"), id = act(problem);
    EXPECT_EQ(action(id).status, ActionStatus::draft);
    EXPECT_EQ(action(id).dutyUnit, "晋安小学");
    as("评估员", [&](Writer& w) { EXPECT_EQ(actionService.issue(w, id), "ZG-2021-0001"); });
    as("责任人", [&](Writer& w) { actionService.report(w, id, 40, "已买材料"); });
    EXPECT_EQ(action(id).status, ActionStatus::working);
    as("责任人", [&](Writer& w) { actionService.report(w, id, 100, "已补画"); });
    EXPECT_EQ(action(id).status, ActionStatus::toVerify);
    EXPECT_EQ(get(drill).openFindings, 1);
    check(id);
    EXPECT_EQ(action(id).status, ActionStatus::closed);
    EXPECT_EQ(finding(problem).state, Rectification::closed);
    EXPECT_EQ(get(drill).openFindings, 0);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ImproveActions, WhatPeopleWriteKeepsItsPunctuation) {
    const std::int64_t id = act(find(drillOn({2021, 5, 3}), "路线不清"));
    as("评估员", [&](Writer& w) {
        Action changed = actions::get(w, id);
        changed.measure = "  补画路线，并张贴（每层）；\n";
        actionService.edit(w, changed);
    });
    EXPECT_EQ(action(id).measure, "补画路线，并张贴（每层）；");
}

TEST_P(ImproveActions, NobodyVerifiesTheirOwnWork) {
    const std::int64_t id = act(find(drillOn({2021, 5, 3}), "路线不清"));
    as("评估员", [&](Writer& w) { actionService.issue(w, id); });
    as("帮手", [&](Writer& w) { actionService.report(w, id, 100, "已补画"); });
    const auto verify = [&](Writer& w) { actionService.verify(w, id, CheckKind::papers, CheckResult::passed, 0, "好"); };
    EXPECT_THAT(refused("责任人", verify), HasSubstr("不能复查自己的整改"));
    EXPECT_THAT(refused("帮手", verify), HasSubstr("不能复查自己的整改"));
    EXPECT_EQ(refused("复查人", verify), "");
}

TEST_P(ImproveActions, AFailedCheckOpensItAgain) {
    const std::int64_t problem = find(drillOn({2021, 5, 3}), "路线不清"), id = act(problem);
    done(id);
    check(id, CheckResult::failed);
    EXPECT_EQ(action(id).status, ActionStatus::working);
    EXPECT_EQ(action(id).repeatNo, 2);
    EXPECT_EQ(finding(problem).state, Rectification::open);
}

TEST_P(ImproveActions, PapersAreSentBackAndDeedsOutOfOrderRefused) {
    const std::int64_t id = act(find(drillOn({2021, 5, 3}), "路线不清"));
    EXPECT_THAT(refused("责任人", [&](Writer& w) { actionService.report(w, id, 100, "好"); }), HasSubstr("待下发"));
    done(id);
    as("评估员", [&](Writer& w) { actionService.sendBack(w, id, "没有照片"); });
    EXPECT_EQ(action(id).status, ActionStatus::returned);
    EXPECT_EQ(action(id).returnedReason, "没有照片");
    EXPECT_THAT(refused("复查人", [&](Writer& w) {
                    actionService.verify(w, id, CheckKind::papers, CheckResult::passed, 0, "好");
                }),
                HasSubstr("退回"));
    EXPECT_THAT(refused("评估员", [&](Writer& w) { actionService.remove(w, id); }), HasSubstr("销号"));
    EXPECT_THAT(refused("评估员", [&](Writer& w) {
                    Action changed = actions::get(w, id);
                    changed.due = {2022, 1, 1};
                    actionService.edit(w, changed);
                }),
                HasSubstr("申请延期"));
}

TEST_P(ImproveActions, AnExtensionIsApprovedBySomebodyElse) {
    const std::int64_t id = act(find(drillOn({2021, 5, 3}), "路线不清"), {2021, 6, 20});
    as("评估员", [&](Writer& w) { actionService.issue(w, id); });
    db().read([&](Reader& r) { EXPECT_EQ(actions::overdueCount(r, {2021, 6, 30}), 1); });
    std::int64_t asked = 0;
    as("责任人", [&](Writer& w) { asked = actionService.askExtension(w, id, {2021, 7, 20}, "材料未到"); });
    EXPECT_THAT(refused("责任人", [&](Writer& w) { actionService.decideExtension(w, asked, true, ""); }), HasSubstr("本人审批"));
    EXPECT_THAT(refused("局长", [&](Writer& w) { actionService.decideExtension(w, asked, false, ""); }), HasSubstr("理由"));
    as("局长", [&](Writer& w) { actionService.decideExtension(w, asked, true, "同意"); });
    EXPECT_EQ(action(id).due, (yanxun::Date{2021, 7, 20}));
    db().read([&](Reader& r) { EXPECT_EQ(actions::overdueCount(r, {2021, 6, 30}), 0); });
}

/// Acceptance case 9.
TEST_P(ImproveActions, ALaterDrillThatFailsOnTheSameItemOpensItAgain) {
    const std::int64_t first = drillOn({2021, 5, 3}, "上半年演练");
    rate(first, "3.2=不符合");
    const std::int64_t problem = find(first, "指挥不清", "3.2"), id = act(problem);
    done(id);
    check(id);
    const std::int64_t other = drillOn({2021, 6, 1}, "别的项目不合格");
    rate(other, "3.3=不符合");
    EXPECT_EQ(action(id).lookBack, LookBack::passed) << "3.2 was up to standard there";
    EXPECT_EQ(action(id).recurrences, 0);
    const std::int64_t later = drillOn({2021, 6, 15}, "下次演练");
    rate(later, "3.2=不符合");
    const Action again = action(id);
    EXPECT_EQ(again.status, ActionStatus::working);
    EXPECT_EQ(again.lookBack, LookBack::failed);
    EXPECT_EQ(again.recurrences, 1);
    EXPECT_EQ(again.repeatNo, 2);
    EXPECT_EQ(word(again.lookBack), "回头看未通过");
    EXPECT_EQ(finding(problem).state, Rectification::open);
    EXPECT_EQ(get(first).openFindings, 1);
    EXPECT_EQ(wrongCopies(), 0);
    db().read([&](Reader& r) {
        const auto checks = actions::verifications(r, id);
        ASSERT_EQ(checks.size(), 3u);
        EXPECT_EQ(checks.back().drillId, later);
        const actions::Rates rates = actions::rates(r, yanxun::Period::year(2021));
        EXPECT_EQ(rates.lookedBack, 2);
        EXPECT_EQ(rates.passed, 1);
        EXPECT_EQ(rates.recurred, 1);
    });
}

TEST_P(ImproveActions, AnotherUnitsDrillSaysNothing) {
    const std::int64_t first = drillOn({2021, 5, 3});
    rate(first, "3.2=不符合");
    const std::int64_t id = act(find(first, "指挥不清", "3.2"));
    done(id);
    check(id);
    rate(add(draft("别家演练", "杨徐村", {2021, 6, 15})), "3.2=不符合");
    EXPECT_EQ(action(id).lookBack, LookBack::none);
    EXPECT_EQ(action(id).status, ActionStatus::closed);
}

TEST_P(ImproveActions, APersonMaySayThatItCameBack) {
    const std::int64_t first = drillOn({2021, 5, 3}), later = drillOn({2021, 6, 3}, "下次演练");
    const std::int64_t id = act(find(first, "路线不清"));
    const auto again = [&](std::int64_t drill, CheckResult result) {
        return refused("复查人", [&](Writer& w) {
            actionService.verify(w, id, CheckKind::nextDrill, result, drill, "又见到");
        });
    };
    EXPECT_THAT(again(later, CheckResult::failed), HasSubstr("先复查销号"));
    done(id);
    check(id);
    EXPECT_THAT(again(first, CheckResult::failed), HasSubstr("后来的演练"));
    EXPECT_EQ(again(later, CheckResult::failed), "");
    EXPECT_EQ(action(id).recurrences, 1);
    EXPECT_EQ(action(id).status, ActionStatus::working);
}

TEST_P(ImproveActions, AFindingWithOpenMeasuresCannotBeClosedByHand) {
    const std::int64_t problem = find(drillOn({2021, 5, 3}), "路线不清");
    act(problem);
    EXPECT_THAT(refused("甲", [&](Writer& w) { service.closeFinding(w, problem, finding(problem).revision); }),
                HasSubstr("没有销号"));
    as("甲", [&](Writer& w) { service.removeFinding(w, problem, finding(problem).revision); });
    EXPECT_EQ(count("SELECT count(*) FROM drills_action"), 0);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ImproveActions, ADrillGoesWithAllThatBelongsToIt) {
    const std::int64_t drill = drillOn({2021, 5, 3}), id = act(find(drill, "路线不清"));
    done(id);
    as("甲", [&](Writer& w) {
        Evidence what;
        what.owner = EvidenceOwner::action;
        what.ownerId = id;
        what.drillId = drill;
        evidence::add(w, what, file("a.jpg", "photo"));
        Lesson lesson;
        lesson.drillId = drill;
        lesson.text = "早通知家长";
        lessons::add(w, lesson);
        service.remove(w, drill, store::get(w, drill).revision);
    });
    for (const char* table : {"drills_finding", "drills_action", "drills_action_progress", "drills_evidence", "drills_lesson"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
}

TEST_P(ImproveActions, LessonsAreFoundAcrossYears) {
    const std::int64_t old = drillOn({2020, 5, 3}, "老演练"), recent = drillOn({2021, 5, 3});
    as("甲", [&](Writer& w) {
        Lesson lesson;
        lesson.drillId = old;
        lesson.text = "夜间疏散要备应急灯";
        lesson.tags = "疏散、夜间";
        lessons::add(w, lesson);
        lesson.drillId = recent;
        lesson.kind = LessonKind::strength;
        lesson.text = "清点迅速";
        lesson.tags = "疏散";
        lessons::add(w, lesson);
        lesson.text = " ";
        EXPECT_THROW(lessons::add(w, lesson), yanxun::Error);
    });
    db().read([](Reader& r) {
        EXPECT_EQ(lessons::find(r, "", "疏散").size(), 2u);
        EXPECT_EQ(lessons::find(r, "应急灯", "").size(), 1u);
        EXPECT_EQ(lessons::find(r, "老演练 夜间", "").size(), 1u);
        EXPECT_EQ(lessons::tags(r), (std::vector<std::string>{"疏散", "夜间"}));
    });
}

TEST_P(ImproveActions, APlanIsRevisedByWhatADrillShowed) {
    const std::int64_t problem = find(drillOn({2021, 5, 3}), "预案缺夜间处置");
    std::int64_t id = 0;
    as("甲", [&](Writer& w) {
        PlanRevision r;
        r.findingId = problem;
        r.suggestion = "增加夜间处置一节";
        EXPECT_THROW(revisions::suggest(w, r), yanxun::Error) << "which plan?";
        r.plan = "火灾专项预案";
        id = revisions::suggest(w, r);
    });
    EXPECT_THAT(refused("甲", [&](Writer& w) { revisions::decide(w, id, true, ""); }), HasSubstr("本人审定"));
    EXPECT_THAT(refused("乙", [&](Writer& w) { revisions::adopt(w, id, "2021-2"); }), HasSubstr("采纳之后"));
    as("乙", [&](Writer& w) { revisions::decide(w, id, true, ""); });
    as("乙", [&](Writer& w) { revisions::adopt(w, id, "2021-2"); });
    db().read([&](Reader& r) { EXPECT_EQ(revisions::get(r, id).adoptedVersion, "2021-2"); });
}

} // namespace
} // namespace drills::testing
