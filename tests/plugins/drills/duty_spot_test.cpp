#include "core/duty/spot_check_verbs.h"
#include "core/duty/submission_packet.h"
#include "core/duty_record_store.h"
#include "duty_fixture.h"

#include <algorithm>

namespace drills::testing {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

std::vector<SpotCandidate> district(int units) {
    std::vector<SpotCandidate> all;
    for (int i = 1; i <= units; ++i) all.push_back({i, "企业" + std::to_string(i), i % 3 == 0 ? "水稻乡" : "城西街道"});
    return all;
}

std::vector<std::string> names(const std::vector<SpotCandidate>& all) {
    std::vector<std::string> found;
    for (const SpotCandidate& one : all) found.push_back(one.name);
    return found;
}

TEST(SpotDraw, TheSameSeedGivesTheSameUnitsInWhateverOrderTheyCome) {
    SpotDraw draw;
    draw.count = 5;
    draw.seed = "2021-06-30 第1次";
    auto units = district(30);
    const auto first = names(drawn(units, draw));
    std::reverse(units.begin(), units.end());
    EXPECT_EQ(names(drawn(units, draw)), first);
    EXPECT_EQ(first.size(), 5u);
    draw.seed = "2021-06-30 第2次";
    EXPECT_NE(names(drawn(units, draw)), first);
}

TEST(SpotDraw, EveryTownshipGetsItsPart) {
    SpotDraw draw;
    draw.share = 10;
    draw.seed = "甲";
    const auto sample = drawn(district(30), draw); // 20 in town, 10 in the country
    const auto country = std::count_if(sample.begin(), sample.end(), [](const auto& u) { return u.region == "水稻乡"; });
    EXPECT_EQ(sample.size(), 3u);
    EXPECT_EQ(country, 1);
    draw.share = 0;
    draw.count = 2;
    const auto two = drawn(district(30), draw);
    ASSERT_EQ(two.size(), 2u);
    EXPECT_NE(two[0].region, two[1].region);
    draw.count = 99;
    EXPECT_EQ(drawn(district(30), draw).size(), 30u) << "no more than there are";
    EXPECT_TRUE(drawn({}, draw).empty());
}

class DutySpotTest : public DutyTest {
protected:
    DutySpotTest() {
        clock.set(yanxun::startOf({2021, 7, 20}));
        for (int i = 1; i <= 4; ++i) {
            const auto id = unit("兴和化工" + std::to_string(i) + "厂", "企业");
            tell(id, "high_risk", "是", "许可证");
        }
        const auto hotel = unit("迎宾酒店", "企业"), told = unit("传闻化工", "企业");
        tell(hotel, "crowded", "是", "核查表");
        tell(told, "high_risk", "是", "");
        unit("晋安小学", "学校");
    }
    std::vector<SpotCheck> draw(int count, const std::string& attribute = {}) {
        SpotDraw wanted;
        wanted.year = 2021;
        wanted.count = count;
        wanted.attribute = attribute;
        std::vector<SpotCheck> made;
        write([&](Writer& writer) { made = spotChecks.draw(writer, wanted); });
        return made;
    }
    SpotCheck check(std::int64_t id) {
        SpotCheck found;
        db().read([&](Reader& reader) { found = spotChecks.get(reader, id); });
        return found;
    }
    void conclude(std::int64_t id, const SpotFinding& found) {
        write([&](Writer& writer) { spotChecks.conclude(writer, id, found); });
    }
    SpotFinding fails() const { return {{2021, 7, 20}, "李主任", false, 0, "没有演练记录", Date{2021, 8, 20}}; }
};
YANXUN_ON_BOTH_ENGINES(DutySpotTest);

TEST_P(DutySpotTest, DrawsConfirmedUnitsOnlyAndNoneTwiceAYear) {
    const auto first = draw(3);
    ASSERT_EQ(first.size(), 3u);
    const auto second = draw(9);
    EXPECT_EQ(second.size(), 2u) << "five are confirmed; a school and a rumour are not drawn";
    std::set<std::int64_t> units;
    for (const auto& all : {first, second}) {
        for (const SpotCheck& one : all) {
            units.insert(one.unitId);
            EXPECT_NE(one.unitName, "传闻化工");
            EXPECT_EQ(one.rule, "R03");
        }
    }
    EXPECT_EQ(units.size(), 5u);
    EXPECT_NE(first[0].seed, second[0].seed);
    EXPECT_THROW(draw(1), Error) << "nobody is left";
    clock.set(yanxun::startOf({2022, 1, 5}));
    SpotDraw next;
    next.year = 2022;
    next.share = 100;
    next.attribute = "crowded";
    write([&](Writer& writer) { EXPECT_EQ(spotChecks.draw(writer, next).size(), 1u); });
}

TEST_P(DutySpotTest, WhatDoesNotConformIsOrderedToBePutRight) {
    const auto id = draw(1)[0].id;
    SpotFinding bad = fails();
    bad.due.reset();
    EXPECT_THROW(conclude(id, bad), Error) << "a day until when";
    bad = fails();
    bad.problem.clear();
    EXPECT_THROW(conclude(id, bad), Error);
    bad = fails();
    bad.day = {2021, 7, 21};
    EXPECT_THROW(conclude(id, bad), Error) << "tomorrow";
    bad = fails();
    bad.drill = add(draft("疏散演练", "晋安小学", {2021, 3, 8}));
    EXPECT_THROW(conclude(id, bad), Error) << "another unit's drill";
    EXPECT_THROW(write([&](Writer& w) { spotChecks.close(w, id, {2021, 7, 20}, "已补演"); }), Error) << "nothing to close";
    conclude(id, fails());
    EXPECT_EQ(stateWord(check(id), {2021, 8, 20}), "限期改正中");
    EXPECT_EQ(stateWord(check(id), {2021, 8, 21}), "逾期未改正");
    db().read([&](Reader& reader) {
        EXPECT_EQ(spots::openCount(reader), 1);
        EXPECT_EQ(spotCheckTasks()[1].first(reader, {2021, 8, 21}, 5).front().tone, yanxun::Tone::bad);
        const auto figure = spotCheckFigure(clock);
        EXPECT_EQ(figure.compute(reader, yanxun::Period::year(2021)).value, 1);
        int rows = 0;
        figure.rows(reader, yanxun::Period::year(2021), "").each([&](auto) { ++rows; });
        EXPECT_EQ(rows, 1);
    });
    clock.set(yanxun::startOf({2021, 8, 1}));
    EXPECT_THROW(write([&](Writer& w) { spotChecks.close(w, id, {2021, 8, 1}, " "); }), Error);
    write([&](Writer& w) { spotChecks.close(w, id, {2021, 8, 1}, "已补演并报送"); });
    EXPECT_EQ(stateWord(check(id), {2021, 8, 21}), "已改正");
    EXPECT_THROW(conclude(id, fails()), Error) << "closed";
    EXPECT_THROW(write([&](Writer& w) { spotChecks.withdraw(w, id); }), Error);
    db().read([&](Reader& reader) { EXPECT_EQ(spots::openCount(reader), 0); });
}

TEST_P(DutySpotTest, ARemovedDrillLeavesTheFinding) {
    const auto made = draw(9);
    const auto drill = add(draft("处置演练", made[0].unitName, {2021, 3, 8}));
    SpotFinding found = fails();
    found.drill = drill;
    conclude(made[0].id, found);
    EXPECT_EQ(check(made[0].id).drillId, drill);
    write([&](Writer& writer) { service.remove(writer, drill, get(drill).revision); });
    EXPECT_EQ(check(made[0].id).drillId, 0);
    EXPECT_EQ(check(made[0].id).problem, "没有演练记录");
    write([&](Writer& w) { spotChecks.withdraw(w, made[1].id); });
    EXPECT_EQ(count("SELECT count(*) FROM drills_spot_check"), 4);
}

TEST_P(DutySpotTest, ChecksMoveWithAMergedUnitAndBack) {
    const auto made = draw(9);
    const auto kept = unit("兴和集团", "企业");
    std::int64_t merge = 0;
    write([&](Writer& writer) { merge = neighbour->merge(writer, made[0].unitId, kept); });
    EXPECT_EQ(check(made[0].id).unitId, kept);
    write([&](Writer& writer) { neighbour->unmerge(writer, merge); });
    EXPECT_EQ(check(made[0].id).unitId, made[0].unitId);
}

TEST_P(DutySpotTest, ThePacketSaysWhatIsToBeSentAndWhatWas) {
    clock.set(yanxun::startOf({2022, 1, 1}));
    add(draft("上半年处置演练", "兴和化工1厂", {2021, 3, 8}));
    const auto lines = [&] {
        std::vector<PacketLine> all;
        db().read([&](Reader& reader) { all = submissionPacket(reader, duties, 2021, {2022, 1, 1}); });
        return all;
    };
    ASSERT_EQ(lines().size(), 1u);
    EXPECT_EQ(lines()[0].window, "上半年");
    EXPECT_NE(lines()[0].drill.find("上半年处置演练"), std::string::npos);
    EXPECT_EQ(stateWord(lines()[0]), "待报送");
    const auto unit = lines()[0].unitId;
    write([&](Writer& writer) {
        duties.submit(writer, {unit, "R02", {2021, 1, 1}, {2021, 3, 20}, "回执07"});
        duties.submit(writer, {unit, "R02", {2021, 7, 1}, {2021, 9, 20}, "回执08"});
    });
    ASSERT_EQ(lines().size(), 2u);
    EXPECT_EQ(stateWord(lines()[0]), "已报送");
    EXPECT_EQ(lines()[0].receipt, "回执07");
    EXPECT_EQ(stateWord(lines()[1]), "已报送，未见演练记录");
}

} // namespace
} // namespace drills::testing
