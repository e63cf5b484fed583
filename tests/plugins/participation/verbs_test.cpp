#include "plugins/participation/participation_fixture.h"

#include "core/record_verbs.h"

#include <directory/units.h>

namespace participation::testing {
namespace {

using yanxun::Reader;
using yanxun::Value;
using yanxun::Writer;

/// Knows one unit.
class FakeUnits final : public directory::Units {
public:
    std::optional<directory::UnitRef> get(Reader&, std::int64_t) const override { return {}; }
    std::optional<directory::UnitRef> find(Reader&, std::string_view name) const override {
        if (name != "甲厂" && name != "老甲厂") return {};
        return directory::UnitRef{7, "甲厂", "企业", "", 0, "", "青岭镇"};
    }
    std::vector<directory::UnitMatch> candidates(Reader&, std::string_view, std::size_t) const override { return {}; }
    directory::UnitRef create(Writer&, const directory::UnknownUnit&) override { return {}; }
    bool removeIfUnused(Writer&, std::int64_t) override { return false; }
    std::string regionCode(Reader&, std::string_view) const override { return {}; }
    std::vector<directory::UnitRef> suggest(Reader&, std::string_view, std::size_t) const override { return {}; }
    void each(Reader&, const std::function<void(const directory::UnitRef&)>&) const override {}
};

/// Keeps the verbs.
class Verbs final : public yanxun::Contributions {
public:
    void add(yanxun::FigureKind) override {}
    void add(yanxun::ReportKind) override {}
    void add(yanxun::TableKind) override {}
    void add(std::unique_ptr<yanxun::ImportKind>) override {}
    void add(yanxun::Verb verb) override { all[verb.id] = std::move(verb); }
    void add(yanxun::CalendarKind) override {}
    void add(yanxun::TaskKind) override {}
    void add(yanxun::SearchKind) override {}
    void add(yanxun::DemoKind) override {}
    void add(yanxun::SummaryKind) override {}
    std::map<std::string, yanxun::Verb> all;
};

/// Keeps what a verb answered.
class Output final : public yanxun::VerbOutput {
public:
    void field(const std::string& id, const std::string&, const Value& value, yanxun::CellKind) override {
        fields[id] = value;
    }
    void table(const std::string&, const yanxun::RowSource& rows) override {
        rows.each([&](std::span<const Value> cells) { lines.emplace_back(cells.begin(), cells.end()); });
    }
    void say(const std::string& sentence) override { sentences.push_back(sentence); }
    std::map<std::string, Value> fields;
    std::vector<std::vector<Value>> lines;
    std::vector<std::string> sentences;
};

class VerbsTest : public ParticipationTest {
protected:
    VerbsTest() { addVerbs(verbs, records, units); }
    Output run(const std::string& verb, std::map<std::string, std::string, std::less<>> arguments) {
        Output output;
        yanxun::VerbCall call;
        call.arguments = std::move(arguments);
        call.database = &db();
        call.clock = &clock;
        call.output = &output;
        EXPECT_EQ(verbs.all.at(verb).run(call), 0);
        return output;
    }
    FakeUnits units;
    Verbs verbs;
};
YANXUN_ON_BOTH_ENGINES(VerbsTest);

TEST_P(VerbsTest, PeopleArePutUnderTheUnitsOwnName) {
    const auto put =
        run("participation.put",
            {{"subject", "fake.meeting:3"}, {"unit", "老甲厂"}, {"audience", "职工"}, {"counted", "12"}});
    EXPECT_EQ(*put.fields.at("reported").integer(), 12);
    EXPECT_EQ(of(3).front().unitId, 7);
    EXPECT_EQ(of(3).front().unitName, "甲厂");
    const auto list = run("participation.list", {{"subject", "fake.meeting:3"}});
    ASSERT_EQ(list.lines.size(), 1u);
    EXPECT_EQ(*list.lines[0][3].text(), "会议3");
}

TEST_P(VerbsTest, NamesAreReadFromOneLine) {
    const auto id = std::to_string(put(1, "甲厂", "职工", 3));
    const auto names = run("participation.names", {{"id", id}, {"set", "岑思远：讲师、柏若溪，穆景行;褚雨桐"}});
    ASSERT_EQ(names.lines.size(), 4u);
    EXPECT_EQ(*names.lines[0][1].text(), "讲师");
    EXPECT_EQ(*names.lines[3][0].text(), "褚雨桐");
    EXPECT_EQ(run("participation.differences", {}).lines.size(), 1u);
}

TEST_P(VerbsTest, ARecordIsRemovedAndAWrongSubjectRefused) {
    const auto id = std::to_string(put(1, "甲厂", "职工", 3));
    run("participation.remove", {{"id", id}});
    EXPECT_EQ(reported(1), 0);
    EXPECT_THROW(run("participation.remove", {{"id", id}}), yanxun::NotFound);
    EXPECT_THROW(run("participation.put", {{"subject", "fake.meeting"}, {"unit", "甲厂"}, {"audience", "职工"}}),
                 yanxun::Error);
}

TEST_P(VerbsTest, DifferencesAreTasks) {
    putNames(put(1, "甲厂", "职工", 2), 3);
    const auto tasks = differenceTasks(records);
    db().read([&](Reader& reader) {
        EXPECT_EQ(tasks.count(reader, clock.today()), 1);
        const auto first = tasks.first(reader, clock.today(), 3);
        ASSERT_EQ(first.size(), 1u);
        EXPECT_EQ(first[0].title, "会议1");
        EXPECT_EQ(first[0].tone, yanxun::Tone::bad);
    });
}

} // namespace
} // namespace participation::testing
