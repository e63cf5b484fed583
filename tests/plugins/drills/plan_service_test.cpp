#include "core/design/design_store.h"
#include "core/plan/plan_copy.h"
#include "core/plan/plan_fill.h"
#include "core/plan/plan_report.h"
#include "plan_fixture.h"

#include <algorithm>
#include <set>

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

class PlanServiceTest : public PlanTest {};
YANXUN_ON_BOTH_ENGINES(PlanServiceTest);

TEST_P(PlanServiceTest, OccurrencesAreRowsOfTheirOwnOnRealWorkingDays) {
    const auto id = makePlan();
    const auto fire = addItem(id, item("防火演练", "兴和化工", "每月1日"));
    EXPECT_EQ(days(id, fire), "01-04 02-01 03-01 04-01 05-06 06-01 07-01 08-02 09-01 10-08 11-01 12-01");
    EXPECT_EQ(dates(id, fire)[4].why, "劳动节放假，顺延");
    const auto flood = addItem(id, item("防汛演练", "兴和化工", "每年汛前（5月31日前）"));
    EXPECT_EQ(days(id, flood), "05-31");
    PlanItemDraft school = item("疏散演练", "晋安小学", "每月1日");
    school.days = DaySort::teaching;
    school.policy = HolidayPolicy::skip;
    EXPECT_EQ(days(id, addItem(id, school)), "03-01 04-01 06-01 07-01 09-01 11-01 12-01");
    EXPECT_EQ(dates(id).size(), 20u);
    EXPECT_EQ(refused([&](Writer& w) { plans.addItem(w, id, item("一次", "兴和化工", "一次", {2020, 3, 3})); }),
              "“一次”按“一次”在 2021 年没有场次，请修改周期或首次日期。");
    EXPECT_NE(refused([&](Writer& w) { plans.addItem(w, id, item("演练", "没有的单位", "一次")); }).find("单位名录中没有"), std::string::npos);
    EXPECT_NE(refused([&](Writer& w) { plans.addItem(w, id, item("演练", "", "一次")); }).find("请填写组织单位"), std::string::npos);
    EXPECT_NE(refused([&](Writer& w) { plans.addItem(w, id, item("演练", "兴和化工", "每天")); }).find("太多"), std::string::npos);
    EXPECT_EQ(dates(id).size(), 20u) << "what was refused left nothing";
}

TEST_P(PlanServiceTest, ADraftIsEditedFreely) {
    const auto id = makePlan();
    const auto fire = addItem(id, item("防火演练", "兴和化工", "每半年一次", {2021, 3, 10}));
    write([&](Writer& w) {
        PlanItem stored = plans::item(w, fire);
        PlanItemDraft draft = plans.draftOf(stored);
        draft.recurrence = "每季度一次";
        draft.venue = "厂区";
        plans.editItem(w, fire, stored.revision, draft);
    });
    EXPECT_EQ(days(id), "03-10 06-10 09-10 12-10");
    EXPECT_EQ(dates(id)[0].what.venue, "厂区");
    EXPECT_THROW(write([&](Writer& w) { plans.editItem(w, fire, 1, item("旧的", "兴和化工", "一次", {2021, 3, 3})); }), Conflict);
    write([&](Writer& w) { plans.moveDate(w, dates(id)[0].id, {2021, 3, 12}, ""); });
    EXPECT_EQ(dates(id)[0].planned, (Date{2021, 3, 12}));
    EXPECT_TRUE(changes(id).empty()) << "no row is asked of a draft";
    write([&](Writer& w) { plans.removeItem(w, fire); });
    EXPECT_TRUE(dates(id).empty());
    write([&](Writer& w) { plans.remove(w, id); });
    EXPECT_EQ(count("SELECT count(*) FROM drills_year_step"), 0);
}

TEST_P(PlanServiceTest, NobodyApprovesTheirOwn) {
    const auto id = makePlan();
    EXPECT_EQ(refused([&](Writer& w) { plans.make(w, 2021, "", ""); }), "本局已有 2021 年度演练计划，请打开它修改。");
    EXPECT_NE(refused([&](Writer& w) { plans.submit(w, id, ""); }).find("还没有计划项"), std::string::npos);
    addItem(id, item("防火演练", "兴和化工", "每半年一次"));
    EXPECT_NE(refused([&](Writer& w) { plans.approve(w, id, ""); }).find("不能批准"), std::string::npos) << "not submitted";
    write([&](Writer& w) { plans.submit(w, id, "请审"); });
    EXPECT_EQ(refused([&](Writer& w) { plans.approve(w, id, ""); }), "甲是提交人，不能批准自己提交的计划，请由其他人批准。");
    EXPECT_NE(refused([&](Writer& w) { plans.addItem(w, id, item("再加", "兴和化工", "一次")); }).find("退回"), std::string::npos);
    as("丙");
    write([&](Writer& w) { plans.countersign(w, id, "同意"); });
    EXPECT_THROW(write([&](Writer& w) { plans.countersign(w, id, "同意"); }), Conflict);
    as("乙");
    EXPECT_THROW(write([&](Writer& w) { plans.giveBack(w, id, " "); }), Error);
    write([&](Writer& w) { plans.giveBack(w, id, "经费再核"); });
    as("甲");
    write([&](Writer& w) { plans.submit(w, id, ""); });
    as("乙");
    write([&](Writer& w) { plans.approve(w, id, ""); });
    EXPECT_EQ(plan(id).approvedBy, "乙");
    write([&](Writer& w) { plans.issue(w, id, "1号"); });
    EXPECT_EQ(plan(id).status, PlanStatus::issued);
    EXPECT_THROW(write([&](Writer& w) { plans.remove(w, id); }), Error);
    std::string way;
    read([&](Reader& r) {
        for (const PlanStep& step : plans::steps(r, id)) {
            way += word(step.deed) + step.who + " ";
            EXPECT_GT(step.at, 0);
        }
    });
    EXPECT_EQ(way, "编制甲 提交审批甲 会签丙 退回乙 提交审批甲 批准乙 下达乙 ");
}

TEST_P(PlanServiceTest, AnIssuedPlanChangesByRowsWithReasons) {
    const auto id = makePlan();
    const auto fire = addItem(id, item("防火演练", "兴和化工", "每季度一次", {2021, 2, 3}));
    issue(id);
    const auto all = dates(id);
    ASSERT_EQ(days(id), "02-03 05-06 08-03 11-03");
    EXPECT_NE(refused([&](Writer& w) { plans.editItem(w, fire, 1, item("改", "兴和化工", "一次")); }).find("调整"), std::string::npos);
    EXPECT_NE(refused([&](Writer& w) { plans.moveDate(w, all[1].id, {2021, 5, 7}, ""); }).find("原因"), std::string::npos);
    write([&](Writer& w) { plans.moveDate(w, all[1].id, {2021, 5, 7}, "场地检修"); });
    EXPECT_EQ(plan(id).status, PlanStatus::adjusted);
    EXPECT_EQ(plan(id).version, 2);
    PlanChangeDraft later;
    later.day = Date{2021, 8, 10};
    later.scope = ChangeScope::onward;
    later.reason = "让开高温";
    later.approver = "甲";
    EXPECT_NE(refused([&](Writer& w) { plans.change(w, all[2].id, later); }).find("不能自己批准"), std::string::npos);
    later.approver = "乙";
    write([&](Writer& w) { EXPECT_EQ(plans.change(w, all[2].id, later), 2); });
    EXPECT_EQ(days(id), "02-03 05-07 08-10 11-10") << "as many days, from this one on";
    PlanChangeDraft off;
    off.kind = ChangeKind::cancelled;
    off.reason = "合并到综合演练";
    write([&](Writer& w) { EXPECT_EQ(plans.change(w, all[3].id, off), 1); });
    EXPECT_NE(refused([&](Writer& w) { plans.change(w, all[3].id, off); }).find("已取消"), std::string::npos);
    PlanChangeDraft other;
    other.kind = ChangeKind::altered;
    other.scope = ChangeScope::all;
    other.reason = "换场地";
    other.what = all[0].what;
    other.what->venue = "二号库区";
    write([&](Writer& w) { EXPECT_EQ(plans.change(w, all[0].id, other), 3) << "the cancelled one stays as it was"; });
    EXPECT_EQ(days(id), "02-03 05-07 08-10 11-10×");
    const auto rows = changes(id);
    ASSERT_EQ(rows.size(), 7u);
    EXPECT_EQ(rows[0].before, "2021-05-06");
    EXPECT_EQ(rows[0].after, "2021-05-07");
    EXPECT_EQ(rows[1].approver, "乙");
    EXPECT_EQ(rows[4].before, "地点：（空）");
    EXPECT_EQ(rows[4].after, "地点：二号库区");
    for (const PlanChange& row : rows) EXPECT_EQ(row.who, "甲");
    read([&](Reader& r) {
        EXPECT_EQ(plans::item(r, fire).what.venue, "") << "the item stays as it was issued";
        EXPECT_EQ(plans::dates(r, id, fire)[1].planned, (Date{2021, 5, 6}));
    });
    EXPECT_NE(refused([&](Writer& w) { plans.addItem(w, id, item("追加的", "兴和化工", "一次", {2021, 6, 1})); }).find("原因"), std::string::npos);
    addItem(id, item("追加的", "兴和化工", "一次", {2021, 6, 1}), "上级要求");
    EXPECT_EQ(changes(id).back().kind, ChangeKind::added);
    EXPECT_NE(refused([&](Writer& w) { plans.moveDate(w, all[0].id, {2022, 1, 5}, "跨年"); }).find("下一年度"), std::string::npos);
    EXPECT_NE(refused([&](Writer& w) { plans.moveDate(w, all[0].id, {2021, 1, 4}, "回去"); }).find("今天以前"), std::string::npos);
}

TEST_P(PlanServiceTest, AnOccurrenceBecomesADrillAndBothMoveTogether) {
    const auto id = makePlan();
    PlanItemDraft fire = item("防火演练", "兴和化工", "每季度一次", {2021, 2, 3});
    fire.venue = "厂区";
    fire.time = "09:30-11:00";
    fire.lead = "王组长";
    fire.people = 80;
    addItem(id, fire);
    const auto all = dates(id);
    EXPECT_NE(refused([&](Writer& w) { plans.start(w, all[0].id); }).find("下达"), std::string::npos);
    issue(id);
    std::int64_t drill = 0;
    write([&](Writer& w) { drill = plans.start(w, all[0].id); });
    EXPECT_THROW(write([&](Writer& w) { plans.start(w, all[0].id); }), Conflict);
    EXPECT_EQ(get(drill).heldOn, (Date{2021, 2, 3}));
    EXPECT_EQ(get(drill).status, Status::draft);
    EXPECT_EQ(get(drill).axes.form, OrgForm::live);
    read([&](Reader& r) {
        const DrillDesign design = design::of(r, drill);
        EXPECT_EQ(design.venue, "厂区");
        EXPECT_EQ(design.plannedStart, yanxun::startOf({2021, 2, 3}) + 570 * 60'000);
        EXPECT_EQ(design.expectedPeople, 80);
        EXPECT_EQ(design::rows<Post>(r, drill).at(0).person, "王组长");
    });
    EXPECT_NE(refused([&](Writer& w) { plans.moveDrill(w, drill, {2021, 2, 4}, ""); }).find("原因"), std::string::npos);
    write([&](Writer& w) { plans.moveDrill(w, drill, {2021, 2, 4}, "避雪"); });
    EXPECT_EQ(get(drill).heldOn, (Date{2021, 2, 4}));
    EXPECT_EQ(dates(id)[0].day, (Date{2021, 2, 4}));
    EXPECT_EQ(changes(id).size(), 1u);
    PlanChangeDraft off;
    off.kind = ChangeKind::cancelled;
    off.reason = "停产";
    write([&](Writer& w) { plans.change(w, all[0].id, off); });
    EXPECT_EQ(get(drill).status, Status::cancelled);
    // A drill on record finishes an occurrence, and frees it again when it goes.
    clock.set(yanxun::startOf({2021, 6, 1}));
    EXPECT_NE(refused([&](Writer& w) { plans.start(w, all[1].id); }).find("关联已有的演练"), std::string::npos);
    const auto held = add(draft("防火演练", "兴和化工", {2021, 5, 6}));
    write([&](Writer& w) { plans.link(w, all[1].id, held); });
    EXPECT_THROW(write([&](Writer& w) { plans.link(w, all[2].id, held); }), Conflict);
    read([&](Reader& r) {
        const PlanProgress progress = planProgress(r, yanxun::Period::year(2021));
        EXPECT_EQ(progress.issued, 4);
        EXPECT_EQ(progress.finished, 1);
        EXPECT_EQ(progress.hundredths(), 2500);
        EXPECT_EQ(progress.postponed, 1);
        EXPECT_EQ(progress.cancelled, 1);
    });
    EXPECT_NE(refused([&](Writer& w) { plans.moveDate(w, all[1].id, {2021, 7, 1}, "改期"); }).find("已结束"), std::string::npos);
    write([&](Writer& w) { service.remove(w, held, get(held).revision); });
    EXPECT_EQ(dates(id)[1].drillId, 0);
}

TEST_P(PlanServiceTest, LastYearsPlanIsCopiedToRealWorkingDays) {
    const auto id = makePlan(2021);
    addItem(id, item("月度防火", "兴和化工", "每月1日"));
    addItem(id, item("周三拉练", "兴和化工", "每月第二个星期三"));
    addItem(id, item("五一前检查演练", "兴和化工", "一次", {2021, 5, 3}));
    const auto dropped = addItem(id, item("停办的", "兴和化工", "一次", {2021, 9, 1}));
    PlanItemDraft school = item("疏散演练", "晋安小学", "每学期第2周");
    school.days = DaySort::teaching;
    addItem(id, school);
    issue(id);
    PlanChangeDraft off;
    off.kind = ChangeKind::cancelled;
    off.reason = "停办";
    write([&](Writer& w) { plans.change(w, dates(id, dropped)[0].id, off); });
    CopyReport report;
    write([&](Writer& w) { report = copyPlan(plans, w, id, 2022); });
    EXPECT_EQ(report.items, 4);
    EXPECT_TRUE(report.holidaysKnown);
    std::vector<PlanItem> items;
    read([&](Reader& r) { items = plans::items(r, report.planId); });
    ASSERT_EQ(items.size(), 4u);
    // 2022: New Year's Day to the 3rd off, 春节 to Feb 6, 清明 is not the 1st, 劳动节 to May 4, Sunday the 7th of May worked.
    EXPECT_EQ(days(report.planId, items[0].id), "01-04 02-07 03-01 04-01 05-05 06-01 07-01 08-01 09-01 10-08 11-01 12-01");
    EXPECT_EQ(days(report.planId, items[1].id), "01-12 02-09 03-09 04-13 05-11 06-08 07-13 08-10 09-14 10-12 11-09 12-14");
    EXPECT_EQ(days(report.planId, items[2].id), "05-05");
    EXPECT_EQ(days(report.planId, items[3].id), "02-21 09-05");
    EXPECT_EQ(report.dates, 27);
    std::set<std::string> told;
    for (const CopyLine& line : report.lines)
        if (!line.why.empty()) told.insert((line.old ? line.old->iso() : "-") + ">" + (line.made ? line.made->iso() : "-") + " " + line.why);
    EXPECT_TRUE(told.contains("2021-05-06>2022-05-05 2022-05-01 劳动节放假，顺延")) << ::testing::PrintToString(told);
    EXPECT_TRUE(told.contains("2021-05-06>2022-05-05 2022-05-03 劳动节放假，顺延")) << ::testing::PrintToString(told);
    EXPECT_TRUE(told.contains("2021-09-01>- 上年已取消，没有复制")) << ::testing::PrintToString(told);
    EXPECT_EQ(plan(report.planId).status, PlanStatus::draft);
    EXPECT_EQ(plan(report.planId).title, "2022年度应急演练计划");
    EXPECT_THROW(write([&](Writer& w) { copyPlan(plans, w, id, 2022); }), Conflict);
    CopyReport far;
    write([&](Writer& w) { far = copyPlan(plans, w, id, 2031); });
    EXPECT_FALSE(far.holidaysKnown);
}

TEST_P(PlanServiceTest, GapsAreFilledEvenlyOnDaysThatAreTaught) {
    const auto id = makePlan();
    std::vector<std::string> names;
    for (int i = 1; i <= 4; ++i) {
        names.push_back("第" + std::to_string(i) + "小学");
        const auto one = unit(names.back(), "学校");
        write([&](Writer& w) { neighbour->tell(w, one, "subkind", "小学", "名录"); });
    }
    std::vector<GapProposal> proposals;
    read([&](Reader& r) { proposals = proposeGaps(plans, r, id, clock.today()); });
    std::vector<GapProposal> june;
    for (const GapProposal& p : proposals)
        if (p.duty.span.label == "6月") june.push_back(p);
    ASSERT_EQ(june.size(), 5u) << "one each, that of the fixture too";
    for (std::size_t i = 0; i < june.size(); ++i) {
        EXPECT_FALSE(isExamDay(june[i].day)) << june[i].day.iso();
        EXPECT_TRUE(calendar.isWorkday(june[i].day)) << june[i].day.iso();
        if (i > 0) {
            EXPECT_GT(june[i].day.days() - june[i - 1].day.days(), 2) << "spread over the month";
        }
    }
    std::vector<std::int64_t> made;
    write([&](Writer& w) { made = acceptGaps(plans, w, id, june); });
    EXPECT_EQ(made.size(), 5u);
    EXPECT_EQ(days(id, made[0]), june[0].day.iso().substr(5)) << "the day that was accepted";
    std::vector<GapProposal> left;
    read([&](Reader& r) { left = proposeGaps(plans, r, id, clock.today()); });
    for (const GapProposal& p : left) EXPECT_NE(p.duty.span.label, "6月") << "what the plan covers is no gap";
    addItem(id, item("每月疏散", "第1小学", "每月10日"));
    read([&](Reader& r) { left = proposeGaps(plans, r, id, clock.today()); });
    EXPECT_FALSE(left.empty());
    for (const GapProposal& p : left) EXPECT_NE(p.duty.unitName, "第1小学") << "any drill of the unit in the window will do";
}

TEST_P(PlanServiceTest, AMergedUnitsPlanGoesWithIt) {
    const auto id = makePlan(2021, "兴和化工");
    addItem(id, item("防火演练", "", "每半年一次"));
    std::int64_t kept = 0, merged = 0, merge = 0;
    read([&](Reader& r) { merged = neighbour->units().find(r, "兴和化工")->id; });
    kept = unit("兴和化工有限公司", "企业");
    write([&](Writer& w) { merge = neighbour->merge(w, merged, kept); });
    EXPECT_EQ(plan(id).unitId, kept);
    EXPECT_EQ(dates(id)[0].what.unitId, kept);
    write([&](Writer& w) { neighbour->unmerge(w, merge); });
    EXPECT_EQ(plan(id).unitId, merged);
}

} // namespace
} // namespace drills::testing
