#include "core/design/design_service.h"

#include "core/design/design_store.h"
#include "core/design/document_store.h"
#include "core/design/keeping_service.h"
#include "core/design/record_xml.h"
#include "core/design/resource_store.h"
#include "drills_fixture.h"

#include <fstream>

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

class DesignServiceTest : public DrillsTest {
protected:
    void does(const std::function<void(Writer&)>& act) { db().write(act); }
    void as(const std::string& who) { db().setWho(who); }
    std::int64_t planned(const std::string& name = "防汛演练", yanxun::Date day = {2021, 7, 1}) {
        DrillDraft one = draft(name, "晋安小学", day);
        one.hazard = "防汛";
        one.participants.reset();
        return add(one);
    }
    void step(std::int64_t id, Status to, const std::string& reason = {}) {
        does([&](Writer& w) { service.step(w, id, get(id).revision, to, reason); });
    }
    void refuses(const std::function<void(Writer&)>& act, const std::string& says) {
        try {
            db().write(act);
            ADD_FAILURE() << "accepted; should say " << says;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(says), std::string::npos) << error.what();
        }
    }
    void ready(std::int64_t id) {
        as("甲");
        step(id, Status::submitted);
        as("乙");
        step(id, Status::approved);
        step(id, Status::preparing);
        does([&](Writer& w) {
            for (const CheckItem& c : design::rows<CheckItem>(w, id)) designs.check(w, id, c.text, true, "");
        });
        step(id, Status::ready);
    }
    template <class Record>
    std::vector<Record> rowsOf(std::int64_t id) {
        std::vector<Record> rows;
        db().read([&](Reader& r) { rows = design::rows<Record>(r, id); });
        return rows;
    }
    DrillDesign designOf(std::int64_t id) {
        DrillDesign found;
        db().read([&](Reader& r) { found = design::of(r, id); });
        return found;
    }
    std::string xml(std::int64_t id) {
        std::string made;
        db().read([&](Reader& r) { made = recordXml(r, store::get(r, id), true); });
        return made;
    }

    DutyRules rules = readDutyRules({YANXUN_SOURCE_DIR "/templates/rules"});
    DutyService duties{neighbour->units(), neighbour->attributes(), rules, service};
    DesignService designs{service, duties, *records};
    KeepingService keeping;
};
YANXUN_ON_BOTH_ENGINES(DesignServiceTest);

TEST_P(DesignServiceTest, NumbersCountByYearAndKindAndAreNeverGivenTwice) {
    const std::int64_t first = planned("甲演练"), second = planned("乙演练");
    EXPECT_EQ(designOf(first).number, "YL-2021-FX-0001");
    EXPECT_EQ(designOf(second).number, "YL-2021-FX-0002");
    does([&](Writer& w) { service.remove(w, second, get(second).revision); });
    EXPECT_EQ(designOf(planned("丙演练")).number, "YL-2021-FX-0003");
    db().read([&](Reader& r) { EXPECT_EQ(r.searchCount("YL-2021-FX-0001", drillKind), 1); });
}

TEST_P(DesignServiceTest, WhoSubmittedDoesNotApprove) {
    const std::int64_t id = planned();
    as("甲");
    step(id, Status::submitted);
    refuses([&](Writer& w) { service.step(w, id, get(id).revision, Status::approved, ""); }, "不能由本人批准");
    as("乙");
    step(id, Status::approved);
    EXPECT_EQ(get(id).status, Status::approved);
}

TEST_P(DesignServiceTest, TheGateOpensWhenAllRequiredItemsAreDone) {
    const std::int64_t id = planned();
    as("甲");
    step(id, Status::submitted);
    as("乙");
    step(id, Status::approved);
    step(id, Status::preparing);
    const auto items = rowsOf<CheckItem>(id);
    ASSERT_GT(items.size(), 8u) << "the usual list of a live drill";
    refuses([&](Writer& w) { service.step(w, id, get(id).revision, Status::ready, ""); }, items.front().text);
    does([&](Writer& w) {
        for (const CheckItem& c : items) {
            if (c.required) designs.check(w, id, c.text, true, "");
        }
    });
    step(id, Status::ready);
    EXPECT_EQ(get(id).status, Status::ready);
    EXPECT_EQ(rowsOf<CheckItem>(id).front().doneBy, "乙");
}

TEST_P(DesignServiceTest, FactsAreLockedOnceItIsOverAndCorrectionsAreKept) {
    const std::int64_t id = planned();
    ready(id);
    refuses([&](Writer& w) { designs.signIn(w, id, "", 30, {}, ""); }, "还没有开始");
    step(id, Status::running);
    refuses([&](Writer& w) { designs.putObjective(w, {}, ""); }, "请写明演练目标");
    does([&](Writer& w) { designs.signIn(w, id, "", 30, {}, ""); });
    EXPECT_EQ(get(id).participants, 30);
    step(id, Status::ended);
    EXPECT_TRUE(designOf(id).actualStart && designOf(id).actualEnd);
    DrillDraft changed = DrillService::draftOf(get(id));
    changed.hazard = "火灾";
    refuses([&](Writer& w) { service.edit(w, id, get(id).revision, changed); }, "请写明更正原因");
    changed.correction = "台账写错";
    does([&](Writer& w) { service.edit(w, id, get(id).revision, changed); });
    refuses([&](Writer& w) { designs.signIn(w, id, "", 31, {}, ""); }, "更正原因");
    does([&](Writer& w) { designs.signIn(w, id, "", 31, {}, "漏记一人"); });
    const auto log = rowsOf<Correction>(id);
    ASSERT_EQ(log.size(), 2u);
    EXPECT_EQ(log[0].what, "灾种");
    EXPECT_EQ(log[0].reason, "台账写错");
    EXPECT_EQ(log[1].what, "签到");
    changed = DrillService::draftOf(get(id));
    changed.summary = "小结不是事实，可以补写";
    does([&](Writer& w) { service.edit(w, id, get(id).revision, changed); });
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DesignServiceTest, TheArchiveNeedsAResultOrTheWordWhyThereIsNone) {
    const std::int64_t id = planned();
    ready(id);
    for (const Status to : {Status::running, Status::paused, Status::running, Status::ended, Status::evaluating, Status::reviewing}) step(id, to, "设备故障");
    refuses([&](Writer& w) { service.step(w, id, get(id).revision, Status::archived, ""); }, "没有评估结果");
    step(id, Status::archived, "内部练手不评估");
    EXPECT_EQ(designOf(id).noResult, "内部练手不评估");
    refuses([&](Writer& w) { designs.putObjective(w, Objective{{0, 0, id}, 0, "目标"}, "补写"); }, "不能再修改");
}

TEST_P(DesignServiceTest, APostponedDrillComesBackWithItsHours) {
    const std::int64_t id = planned();
    does([&](Writer& w) {
        DrillDesign d = design::of(w, id);
        d.plannedStart = readMoment("09:30", {2021, 7, 1}, "计划开始");
        d.plannedEnd = readMoment("2021-07-01 11:00", {2021, 7, 1}, "计划结束");
        designs.put(w, d, "");
    });
    ready(id);
    step(id, Status::postponed, "台风");
    refuses([&](Writer& w) { designs.postponeTo(w, id, {2021, 7, 9}, ""); }, "改期要写明原因");
    does([&](Writer& w) { designs.postponeTo(w, id, {2021, 7, 9}, "台风过后"); });
    step(id, Status::preparing);
    EXPECT_EQ(shownMoment(designOf(id).plannedStart), "2021-07-09 09:30");
    EXPECT_EQ(shownMoment(designOf(id).plannedEnd), "2021-07-09 11:00");
    EXPECT_EQ(get(id).heldOn, (yanxun::Date{2021, 7, 9}));
}

TEST_P(DesignServiceTest, WhatIsShortNamesTheOtherDrillAndItsTime) {
    const std::int64_t one = planned("甲演练"), other = planned("乙演练"), later = planned("丙演练", {2021, 7, 2});
    std::int64_t radio = 0;
    does([&](Writer& w) {
        radio = keeping.putResource(w, {0, 0, "对讲机", "装备", "台", "器材库", 10});
        keeping.need(w, one, radio, 8, "");
        keeping.need(w, other, radio, 4, "");
        keeping.need(w, later, radio, 10, "");
    });
    db().read([&](Reader& r) {
        const auto said = KeepingService::shortages(r, store::get(r, other));
        ASSERT_EQ(said.size(), 1u);
        EXPECT_NE(said[0].find("还缺 2 台"), std::string::npos) << said[0];
        EXPECT_NE(said[0].find("“甲演练”（2021-07-01）"), std::string::npos) << said[0];
        EXPECT_TRUE(KeepingService::shortages(r, store::get(r, later)).empty());
    });
    ready(one);
    does([&](Writer& w) { keeping.takeOut(w, one, radio, 8); });
    ready(other);
    refuses([&](Writer& w) { keeping.takeOut(w, other, radio, 4); }, "甲演练");
    refuses([&](Writer& w) { keeping.bringBack(w, one, radio, 9, ""); }, "不能再还");
    does([&](Writer& w) {
        keeping.bringBack(w, one, radio, 8, "");
        keeping.takeOut(w, other, radio, 4);
    });
    refuses([&](Writer& w) { keeping.removeResource(w, radio); }, "已用于 3 场");
}

TEST_P(DesignServiceTest, ApprovedPapersStayAsTheyAre) {
    const std::int64_t id = planned();
    yanxun::testing::ScratchFolder folder;
    const auto write = [&](const char* name, const char* text) {
        std::ofstream(folder.path() / name, std::ios::binary) << text;
        return folder.path() / name;
    };
    std::int64_t first = 0, second = 0;
    as("甲");
    does([&](Writer& w) { first = keeping.addDocument(w, id, "工作方案", "", write("a.txt", "第一版")); });
    refuses([&](Writer& w) { keeping.approveDocument(w, first); }, "不能由本人批准");
    as("乙");
    does([&](Writer& w) { keeping.approveDocument(w, first); });
    refuses([&](Writer& w) { keeping.removeDocument(w, first); }, "不能删除");
    EXPECT_THROW(does([&](Writer& w) { keeping.addDocument(w, id, "工作方案", "", write("b.txt", "第一版")); }), Conflict);
    does([&](Writer& w) { second = keeping.addDocument(w, id, "工作方案", "", write("b.txt", "第二版")); });
    db().read([&](Reader& r) {
        const auto all = documents::of(r, id);
        ASSERT_EQ(all.size(), 2u);
        EXPECT_EQ(all[0].version, 2);
        EXPECT_TRUE(all[1].isApproved());
    });
    refuses([&](Writer& w) { keeping.addDocument(w, id, "随便", "", folder.path() / "a.txt"); }, "文件类别");
}

TEST_P(DesignServiceTest, ACopyTakesTheDesignAndLeavesWhatWasDone) {
    const std::int64_t id = planned();
    does([&](Writer& w) {
        neighbour->addUnit(w, "宋湖社区", "社区");
        designs.putObjective(w, Objective{{0, 0, id}, 0, "全员疏散", "疏散", "3 分钟"}, "");
        designs.putPost(w, Post{{0, 0, id}, "总指挥", "张三", "晋安小学", "主席台", "13800001234"}, "");
        links::TakingUnit unit;
        unit.drillId = id;
        unit.unitName = "宋湖社区";
        unit.role = DrillRole::supporting;
        unit.people = 12;
        unit.vehicles = 1;
        designs.putUnit(w, unit, "");
        DrillDesign d = design::of(w, id);
        d.plannedStart = readMoment("14:00", {2021, 7, 1}, "");
        d.daytime = Daytime::day;
        designs.put(w, d, "");
        keeping.putScenario(w, Scenario{0, 0, id, "暴雨内涝", "洪涝", "下穿立交积水", ""});
    });
    ready(id);
    does([&](Writer& w) { designs.confirmPost(w, id, "总指挥", "张三", true); });
    std::int64_t made = 0;
    does([&](Writer& w) { made = designs.copy(w, id, {2022, 6, 30}, ""); });
    const Drill copied = get(made);
    EXPECT_EQ(copied.status, Status::draft);
    EXPECT_EQ(designOf(made).number, "YL-2022-FX-0001");
    EXPECT_EQ(shownMoment(designOf(made).plannedStart), "2022-06-30 14:00");
    EXPECT_EQ(designOf(made).daytime, Daytime::day);
    EXPECT_EQ(rowsOf<Objective>(made).front().text, "全员疏散");
    EXPECT_FALSE(rowsOf<Post>(made).front().confirmedAt);
    EXPECT_EQ(rowsOf<CheckItem>(made).size(), rowsOf<CheckItem>(id).size());
    EXPECT_FALSE(rowsOf<CheckItem>(made).front().doneAt);
    const std::string record = xml(made);
    EXPECT_NE(record.find("people=\"12\" vehicles=\"1\""), std::string::npos) << record;
    EXPECT_NE(record.find("暴雨内涝"), std::string::npos);
    EXPECT_NE(record.find("138****1234"), std::string::npos) << "masked";
    EXPECT_EQ(record.find("uid"), std::string::npos);
}

TEST_P(DesignServiceTest, AGroupWithoutItsMissingIsRefused) {
    const std::int64_t id = planned();
    ready(id);
    step(id, Status::running);
    refuses([&](Writer& w) { designs.putGroup(w, GroupCount{{0, 0, id}, "一班", 40, 39}, ""); }, "请写明去向");
    refuses([&](Writer& w) { designs.putGroup(w, GroupCount{{0, 0, id}, "一班", 40, 41}, ""); }, "请核对");
    does([&](Writer& w) { designs.putGroup(w, GroupCount{{0, 0, id}, "一班", 40, 39, "病假"}, ""); });
    does([&](Writer& w) { designs.signIn(w, id, "", {}, {{"甲", 0, "参加"}, {"乙", 0, "参加"}}, ""); });
    EXPECT_EQ(get(id).participants, 2) << "names on a list; groups are never added";
}

TEST_P(DesignServiceTest, RemovingTheDrillLeavesNothingOfItsDesign) {
    const std::int64_t id = planned();
    ready(id);
    does([&](Writer& w) { service.remove(w, id, get(id).revision); });
    for (const char* table : {"drills_design", "drills_check", "drills_correction", "drills_drill"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
}

} // namespace
} // namespace drills::testing
