#include "core/duty_record_store.h"
#include "core/duty_service.h"
#include "core/duty_store.h"
#include "core/duty_verbs.h"
#include "core/unit_marks.h"
#include "drills_fixture.h"

#include <algorithm>
#include <sstream>

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

class DutyServiceTest : public DrillsTest {
protected:
    std::int64_t unit(const std::string& name, const std::string& kind) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = neighbour->addUnit(writer, name, kind); });
        return id;
    }
    void tell(std::int64_t id, const char* attribute, const char* value, const char* evidence) {
        db().write([&](Writer& writer) { neighbour->tell(writer, id, attribute, value, evidence); });
    }
    void write(const std::function<void(Writer&)>& work) { db().write(work); }
    std::vector<Duty> board(int year, Date today, DutyFilter filter = {}) {
        duties.refresh(db(), year, today);
        filter.year = year;
        std::vector<Duty> all;
        db().read([&](Reader& reader) { duties::each(reader, filter, [&](const Duty& duty) { all.push_back(duty); }); });
        return all;
    }
    DutyRules rules = readDutyRules({YANXUN_SOURCE_DIR "/templates/rules"});
    DutyService duties{neighbour->units(), neighbour->attributes(), rules, service};
};
YANXUN_ON_BOTH_ENGINES(DutyServiceTest);

/// Acceptance cases 2 and 4, from records to the board.
TEST_P(DutyServiceTest, TheBoardFollowsTheRecords) {
    clock.set(yanxun::startOf({2022, 1, 1}));
    const std::int64_t school = unit("晋安小学", "学校"), plant = unit("兴和化工", "企业"), other = unit("明德商贸", "企业");
    tell(school, "subkind", "小学", "名录");
    tell(plant, "high_risk", "是", "许可证");
    tell(other, "high_risk", "是", "");
    for (const int month : {1, 3, 4, 5, 6, 9, 10, 11}) add(draft("疏散演练", "晋安小学", {2021, month, 8}));
    add(draft("处置演练", "兴和化工", {2021, 3, 8}));
    DutyFilter late;
    late.statuses = {DutyStatus::overdue};
    const auto missing = board(2021, {2022, 1, 1}, late);
    std::vector<std::string> found;
    for (const Duty& duty : missing) found.push_back(duty.unitName + duty.span.label);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, (std::vector<std::string>{"兴和化工下半年", "晋安小学12月"}));
    DutyFilter filter;
    filter.unitId = other;
    for (const Duty& duty : board(2021, {2022, 1, 1}, filter)) {
        if (duty.rule == "R02") {
            EXPECT_EQ(duty.status, DutyStatus::unconfirmed) << "told, never confirmed";
        }
        EXPECT_NE(duty.status, DutyStatus::overdue);
    }
    // A drill more, and the board says so without being asked.
    add(draft("疏散演练", "晋安小学", {2021, 12, 8}));
    EXPECT_EQ(board(2021, {2022, 1, 1}, late).size(), 1u);
}

/// Acceptance case 3.
TEST_P(DutyServiceTest, AShandongPlantMissesOneOfFourPlans) {
    clock.set(yanxun::startOf({2022, 1, 1}));
    const std::int64_t plant = unit("兴和化工", "企业");
    tell(plant, "high_risk", "是", "许可证");
    write([&](Writer& writer) { duties.switchRule(writer, "R08B", true); });
    std::vector<std::int64_t> plans;
    for (const char* title : {"火灾专项", "泄漏专项", "中毒专项", "停电专项"}) {
        write([&](Writer& writer) { plans.push_back(duties.addPlan(writer, "兴和化工", "专项", title, "")); });
    }
    EXPECT_THROW(write([&](Writer& writer) { duties.addPlan(writer, "兴和化工", "专项", "火灾专项", ""); }), Conflict);
    for (int i = 0; i < 3; ++i) {
        const auto drill = add(draft("演练" + std::to_string(i), "兴和化工", {2022 - i % 2 - 1, 4, 1 + i}));
        write([&](Writer& writer) { duties.link(writer, drill, plans[std::size_t(i)], true); });
    }
    DutyFilter filter;
    filter.rule = "R08B";
    filter.statuses = {DutyStatus::overdue};
    // Windows of two years are counted from 2022: 2020–2021 holds the three drills.
    rules.rules.clear();
    DutyRules all = readDutyRules({YANXUN_SOURCE_DIR "/templates/rules"});
    for (DutyRule& rule : all.rules) {
        if (rule.code == "R08B") rule.from = Date{2020, 1, 1};
    }
    rules = all;
    const auto missing = board(2021, {2022, 1, 1}, filter);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0].part, "停电专项");
    EXPECT_TRUE(missing[0].isLocal);
}

TEST_P(DutyServiceTest, AJointDrillCountsForThoseWhoTakePartAndNotForWatchers) {
    unit("晋安小学", "学校");
    for (const char* name : {"城西小学", "金明小学"}) unit(name, "学校");
    const auto drill = add(draft("联合疏散", "晋安小学", {2021, 3, 8}));
    write([&](Writer& writer) {
        duties.putUnit(writer, drill, "城西小学", DrillRole::taking);
        duties.putUnit(writer, drill, "金明小学", DrillRole::watching);
    });
    DutyFilter filter;
    filter.rule = "R06A";
    for (const Duty& duty : board(2021, {2021, 4, 1}, filter)) {
        if (duty.span.label != "3月") continue;
        EXPECT_EQ(duty.status == DutyStatus::overdue, duty.unitName == "金明小学") << duty.unitName;
    }
}

TEST_P(DutyServiceTest, OneClickPlansTheMissingDrill) {
    unit("晋安小学", "学校");
    DutyFilter filter;
    filter.rule = "R06A";
    filter.statuses = {DutyStatus::dueSoon};
    const Date today = clock.today(); // 2021-06-30
    const auto due = board(2021, today, filter);
    ASSERT_EQ(due.size(), 1u);
    EXPECT_THROW(write([&](Writer& writer) { duties.schedule(writer, due[0], today); }), Error) << "a day to come";
    std::int64_t drill = 0;
    filter.statuses = {DutyStatus::unplanned};
    const auto later = board(2021, today, filter);
    const auto september = std::find_if(later.begin(), later.end(), [](const Duty& d) { return d.span.label == "9月"; });
    ASSERT_NE(september, later.end());
    write([&](Writer& writer) { drill = duties.schedule(writer, *september, DutyService::proposedDay(*september, today)); });
    EXPECT_EQ(get(drill).status, Status::draft);
    EXPECT_EQ(get(drill).heldOn, (Date{2021, 9, 1}));
    filter.statuses = {DutyStatus::planned};
    EXPECT_EQ(board(2021, today, filter).size(), 1u);
}

TEST_P(DutyServiceTest, SettingsAreChecked) {
    unit("晋安小学", "学校");
    write([&](Writer& writer) { duties.setExemptMonths(writer, {2, 7, 8, 3}); });
    DutyFilter filter;
    filter.statuses = {DutyStatus::exempt};
    EXPECT_EQ(board(2021, {2022, 1, 1}, filter).size(), 4u);
    EXPECT_THROW(write([&](Writer& writer) { duties.setExemptMonths(writer, {13}); }), Error);
    EXPECT_THROW(write([&](Writer& writer) { duties.setTerms(writer, "春季学期 二月"); }), Error);
    EXPECT_THROW(write([&](Writer& writer) { duties.setDays(writer, 999, {}); }), Error);
    EXPECT_THROW(write([&](Writer& writer) { duties.switchRule(writer, "R06A", false); }), Error) << "the law";
    EXPECT_THROW(write([&](Writer& writer) { duties.switchRule(writer, "R99", true); }), yanxun::NotFound);
    EXPECT_THROW(write([&](Writer& writer) { duties.exempt(writer, "晋安小学", "", {{2021, 1, 1}, {2021, 2, 1}}, ""); }), Error);
}

TEST_P(DutyServiceTest, TheBureausOwnRuleIsJudgedToo) {
    const std::int64_t plant = unit("兴和化工", "企业");
    tell(plant, "high_risk", "是", "许可证");
    DutyRule own;
    own.code = "B1";
    own.title = "高危企业每季度1次";
    own.basis = "区应急〔2021〕1号";
    own.subject.kinds = {"企业"};
    own.subject.all = {{"high_risk", "是", false}};
    own.window = DutyWindow::quarter;
    own.floor = "R02";
    own.on = true;
    write([&](Writer& writer) { duties.putOwnRule(writer, own); });
    EXPECT_THROW(write([&](Writer& writer) { duties.putOwnRule(writer, own); }), Conflict);
    DutyFilter filter;
    filter.rule = "B1";
    const auto found = board(2021, {2022, 1, 1}, filter);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].status, DutyStatus::overdue);
    write([&](Writer& writer) { duties.removeOwnRule(writer, "B1"); });
    EXPECT_TRUE(board(2021, {2022, 1, 1}, filter).empty());
}

TEST_P(DutyServiceTest, MergingUnitsMovesPlansAndBackAgain) {
    const std::int64_t kept = unit("兴和化工", "企业"), doubled = unit("兴和化工厂", "企业");
    write([&](Writer& writer) { duties.addPlan(writer, "兴和化工厂", "综合", "综合预案", "2021"); });
    std::int64_t merge = 0;
    write([&](Writer& writer) { merge = neighbour->merge(writer, doubled, kept); });
    db().read([&](Reader& reader) { EXPECT_EQ(duties::plansOf(reader, kept).size(), 1u); });
    write([&](Writer& writer) { neighbour->unmerge(writer, merge); });
    db().read([&](Reader& reader) { EXPECT_EQ(duties::plansOf(reader, doubled).size(), 1u); });
}

TEST_P(DutyServiceTest, TheReportSaysWhoMissedWhat) {
    unit("晋安小学", "学校");
    add(draft("疏散演练", "晋安小学", {2021, 3, 8}));
    db().read([&](Reader& reader) {
        const auto report = dutiesReport(duties).make(reader, {yanxun::Period::year(2021), yanxun::startOf({2022, 1, 1}), "区应急局"});
        std::ostringstream xml;
        yanxun::writeXml(report, xml);
        EXPECT_NE(xml.str().find("1月、4月、5月、6月、9月、10月、11月、12月"), std::string::npos) << xml.str();
    });
}

TEST_P(DutyServiceTest, AUnitsYearlyMarkStandsBesideItsDuties) {
    unit("晋安小学", "学校");
    const ScoreSheet& sheet = rating.sheet("general-live");
    const auto rate = [&](const char* name, Date day, Content content, bool good) {
        DrillDraft one = draft(name, "晋安小学", day);
        one.axes = Axes{OrgForm::live, content, Purpose::checking, Notice::unknown};
        const std::int64_t id = add(one);
        Answers answers;
        for (const auto& section : sheet.sections) {
            for (const auto& item : section.items) {
                answers[item.no] = parseAnswer(item, item.style == ScoreStyle::points && !good ? "0" : answerChoices(item).front());
            }
        }
        write([&](Writer& writer) { rating.rate(writer, id, get(id).revision, sheet, answers, "甲", ""); });
        return get(id).panelScore;
    };
    const auto single = rate("单项演练", {2021, 3, 8}, Content::single, false);
    ASSERT_TRUE(single);
    const auto full = rate("再演练", {2021, 4, 8}, Content::single, true);
    ASSERT_EQ(full, 10000);
    db().read([&](Reader& reader) {
        const auto all = unitMarks(reader, duties, 2021, {2022, 1, 1});
        ASSERT_EQ(all.size(), 1u);
        EXPECT_EQ(all[0].drills, 2);
        EXPECT_EQ(all[0].mark, ((*single + *full) / 2 + 5) / 10 * 10);
        EXPECT_EQ(all[0].due, 9);
        EXPECT_EQ(all[0].done, 2);
    });
}

TEST_P(DutyServiceTest, TasksNameTheOverdue) {
    unit("晋安小学", "学校");
    db().read([&](Reader& reader) {
        const auto kinds = dutyTasks(duties);
        EXPECT_EQ(kinds[0].count(reader, {2021, 6, 30}), 4) << "January, March, April, May";
        EXPECT_EQ(kinds[0].first(reader, {2021, 6, 30}, 2).size(), 2u);
    });
}

TEST_P(DutyServiceTest, ListsAnswerFromIndexes) {
    if (db().engine() != yanxun::Engine::sqlite) return;
    DutyFilter filter;
    filter.year = 2021;
    for (const DutyOrder order : {DutyOrder::due, DutyOrder::unit, DutyOrder::region, DutyOrder::status}) {
        auto statement = duties::listStatement(filter, order, true);
        statement.values.push_back(100);
        std::string plan;
        db().read([&](Reader& reader) {
            reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                        [&](const yanxun::Row& row) { plan += row.str(3) + "\n"; });
        });
        EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
        EXPECT_NE(plan.find("drills_duty_"), std::string::npos) << plan;
    }
}

} // namespace
} // namespace drills::testing
