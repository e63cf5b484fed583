#include "core/result_store.h"
#include "drills_fixture.h"

#include <random>

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

class DrillServiceTest : public DrillsTest {};
YANXUN_ON_BOTH_ENGINES(DrillServiceTest);

TEST_P(DrillServiceTest, ADrillOfThePastIsRecordedAsEnded) {
    const Drill drill = get(add(draft("防火演练", "晋安小学", {2021, 5, 3})));
    EXPECT_EQ(drill.status, Status::ended);
    EXPECT_EQ(drill.source, Source::entered);
    EXPECT_EQ(drill.unitName, "晋安小学");
    EXPECT_EQ(drill.regionName, "城西街道");
    EXPECT_EQ(drill.hazard, "火灾");
    EXPECT_EQ(drill.axes.form, OrgForm::live);
    EXPECT_EQ(drill.participants, 20);
    EXPECT_EQ(drill.uid.size(), 36u);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DrillServiceTest, ADrillToComeStartsAsADraft) {
    EXPECT_EQ(get(add(draft("防火演练", "晋安小学", {2021, 7, 1}))).status, Status::draft);
}

TEST_P(DrillServiceTest, TheSameDrillTwiceIsRefusedUnlessMeant) {
    const DrillDraft one = draft("防火演练", "晋安小学", {2021, 5, 3});
    add(one);
    DrillDraft again = one;
    again.name = " 防火演练　";
    EXPECT_THROW(add(again), Conflict);
    db().write([&](Writer& writer) { service.add(writer, again, true); });
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill"), 2);
}

TEST_P(DrillServiceTest, AnUnknownUnitIsRefusedWithThoseAlike) {
    add(draft("防火演练", "晋安实验小学", {2021, 5, 3}));
    DrillDraft other = draft("防火演练", "晋安试验小学", {2021, 5, 4});
    other.createUnit = false;
    try {
        add(other);
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("晋安实验小学"), std::string::npos) << error.what();
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill"), 1);
}

TEST_P(DrillServiceTest, IncompleteDraftsSayWhatIsMissing) {
    EXPECT_THROW(add(draft(" ", "晋安小学", {2021, 5, 3})), Error);
    EXPECT_THROW(add(draft("防火演练", "", {2021, 5, 3})), Error);
    EXPECT_THROW(add(draft("防火演练", "晋安小学", {2021, 2, 30})), Error);
    DrillDraft wrong = draft("防火演练", "晋安小学", {2021, 5, 3});
    wrong.ledgerScore = 10001;
    EXPECT_THROW(add(wrong), Error);
}

TEST_P(DrillServiceTest, AnEditOfAnOldRevisionIsRefused) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    const Drill before = get(id);
    DrillDraft changed = DrillService::draftOf(before);
    changed.hazard = "地震";
    changed.participants = 31;
    changed.correction = "写错";
    db().write([&](Writer& writer) { service.edit(writer, id, before.revision, changed); });
    EXPECT_EQ(get(id).hazard, "地震");
    EXPECT_EQ(get(id).participants, 31);
    EXPECT_THROW(db().write([&](Writer& writer) { service.edit(writer, id, before.revision, changed); }), Conflict);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DrillServiceTest, AnotherHostTakesTheHeadcountAlong) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    DrillDraft changed = DrillService::draftOf(get(id));
    changed.unitName = "宋湖小学";
    changed.correction = "写错";
    changed.createUnit = true;
    db().write([&](Writer& writer) {
        const auto other = neighbour->units().create(writer, {"宋湖社区", "城西街道", "test"});
        const auto entry = records->put(writer, {drillKind, id}, {other.id, other.name, "居民", 5});
        records->putNames(writer, entry, {{"甲", 0, "参加"}});
    });
    EXPECT_EQ(get(id).participants, 25);
    changed.participants = 25;
    db().write([&](Writer& writer) { service.edit(writer, id, get(id).revision, changed); });
    const Drill drill = get(id);
    EXPECT_EQ(drill.unitName, "宋湖小学");
    EXPECT_EQ(drill.participants, 25);
    db().read([&](Reader& reader) {
        const auto entries = records->of(reader, {drillKind, id});
        ASSERT_EQ(entries.size(), 2u);
        for (const auto& entry : entries) EXPECT_TRUE(entry.unitName != "宋湖社区" || entry.named == 1);
    });
    EXPECT_THROW(db().write([&](Writer& writer) { service.setParticipants(writer, id, 4, false, "核对"); }), Error);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DrillServiceTest, ACancelledDrillKeepsItsReasonAndIsLeftAlone) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 7, 1}));
    db().write([&](Writer& writer) { service.step(writer, id, get(id).revision, Status::cancelled, " 台风 "); });
    EXPECT_EQ(get(id).statusReason, "台风");
    EXPECT_THROW(db().write([&](Writer& writer) {
        service.edit(writer, id, get(id).revision, DrillService::draftOf(get(id)));
    }),
                 Error);
}

TEST_P(DrillServiceTest, RemovingADrillLeavesNothingOfIt) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    db().write([&](Writer& writer) {
        Finding finding;
        finding.drillId = id;
        finding.description = "通信不畅";
        service.addFinding(writer, finding);
    });
    db().write([&](Writer& writer) { service.remove(writer, id, get(id).revision); });
    for (const char* table : {"drills_drill", "drills_finding", "drills_result", "participation_record"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
    db().read([&](Reader& reader) { EXPECT_EQ(reader.searchCount("防火", drillKind), 0); });
}

TEST_P(DrillServiceTest, FindingsAreCountedWhereTheyStand) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    std::int64_t finding = 0;
    db().write([&](Writer& writer) {
        Finding one;
        one.drillId = id;
        one.description = "集合点清点缓慢";
        one.due = yanxun::Date{2021, 7, 1};
        finding = service.addFinding(writer, one);
    });
    EXPECT_EQ(get(id).openFindings, 1);
    db().read([&](Reader& reader) {
        EXPECT_EQ(findings::openCount(reader), 1);
        EXPECT_EQ(findings::open(reader, 5).front().drillName, "防火演练");
        EXPECT_EQ(reader.searchCount("清点缓慢", drillKind), 1);
    });
    db().write([&](Writer& writer) { service.closeFinding(writer, finding, 1); });
    EXPECT_EQ(get(id).openFindings, 0);
    EXPECT_EQ(get(id).findings, 1);
    db().read([&](Reader& reader) { EXPECT_EQ(findings::get(reader, finding).closed, clock.today()); });
    EXPECT_THROW(db().write([&](Writer& writer) { service.closeFinding(writer, finding, 2); }), Error);
    db().write([&](Writer& writer) { service.removeFinding(writer, finding, 2); });
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DrillServiceTest, DrillsFollowTheirUnitIntoAMergeAndBack) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    const std::int64_t other = add(draft("地震演练", "晋安区小学", {2021, 5, 3}));
    const std::int64_t from = get(id).unitId, into = get(other).unitId;
    std::int64_t merge = 0;
    db().write([&](Writer& writer) { merge = neighbour->merge(writer, from, into); });
    EXPECT_EQ(get(id).unitId, into);
    EXPECT_EQ(get(id).unitName, "晋安小学") << "the name of the day stays";
    EXPECT_EQ(wrongCopies(), 0);
    db().write([&](Writer& writer) { neighbour->unmerge(writer, merge); });
    EXPECT_EQ(get(id).unitId, from);
    EXPECT_EQ(get(other).unitId, into);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DrillServiceTest, AThousandRandomEditsKeepTheCopiesTrue) {
    std::mt19937 chance(7);
    const auto below = [&](std::size_t limit) { return std::size_t(chance() % limit); };
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 8; ++i) ids.push_back(add(draft("演练" + std::to_string(i), "单位" + std::to_string(i), {2021, 5, 3})));
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t id = ids[below(ids.size())];
        const Drill drill = get(id);
        db().write([&](Writer& writer) {
            const auto headcount = std::int64_t(below(300));
            switch (below(6)) {
            case 0: service.setParticipants(writer, id, 1000 + headcount, below(2) == 0, "核对"); break;
            case 1: {
                const auto& guest = get(ids[below(ids.size())]);
                records->put(writer, {drillKind, id}, {guest.unitId, guest.unitName, "职工", headcount / 4});
                break;
            }
            case 2: {
                DrillDraft changed = DrillService::draftOf(drill);
                changed.participants = 1000 + headcount;
                changed.unitName = "单位" + std::to_string(below(8));
                changed.correction = "核对";
                service.edit(writer, id, drill.revision, changed);
                break;
            }
            case 3: {
                Finding finding;
                finding.drillId = id;
                finding.description = "问题";
                service.addFinding(writer, finding);
                break;
            }
            case 4:
                for (const Finding& finding : findings::of(writer, id)) {
                    if (finding.state == Rectification::open) {
                        service.closeFinding(writer, finding.id, finding.revision);
                        break;
                    }
                }
                break;
            default:
                for (const Finding& finding : findings::of(writer, id)) {
                    service.removeFinding(writer, finding.id, finding.revision);
                    break;
                }
            }
        });
        if (i % 100 == 99) {
            ASSERT_EQ(wrongCopies(), 0) << i;
        }
    }
}

} // namespace
} // namespace drills::testing
