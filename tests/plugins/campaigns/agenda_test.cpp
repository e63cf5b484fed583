#include "core/agenda.h"
#include "small_district.h"

namespace campaigns::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::Reader;
using yanxun::Writer;

class AgendaTest : public SmallDistrict {
protected:
    std::vector<std::string> entries(const char* id, const yanxun::Period& period) {
        std::vector<std::string> titles;
        db().read([&](Reader& reader) {
            for (const auto& kind : calendars(dates)) {
                if (kind.id != id) continue;
                kind.entries(reader, period, [&](const yanxun::CalendarEntry& entry) {
                    titles.push_back(entry.first.iso() + ' ' + entry.title);
                });
            }
        });
        return titles;
    }
    yanxun::TaskKind task(const std::string& id) {
        for (auto& kind : tasks(coverage)) {
            if (kind.id == id) return kind;
        }
        return {};
    }
};
YANXUN_ON_BOTH_ENGINES(AgendaTest);

TEST_P(AgendaTest, TheCalendarShowsActivitiesAndKeyDatesSwitchedOn) {
    EXPECT_THAT(entries("campaigns.calendar", {{2021, 6, 1}, {2021, 8, 31}}),
                ElementsAre("2021-06-01 社区展板", "2021-06-10 入户宣传", "2021-06-20 集中宣传", "2021-07-01 调出的",
                            "2021-08-01 安全第一课"));
    EXPECT_THAT(entries("campaigns.calendar", {{2021, 2, 1}, {2021, 2, 28}}), ElementsAre()) << "called off";
    EXPECT_THAT(entries("campaigns.key_dates", {{2021, 5, 1}, {2021, 5, 31}}),
                ElementsAre("2021-05-08 防灾减灾宣传周", "2021-05-12 全国防灾减灾日"));
    EXPECT_THAT(entries("campaigns.key_dates", {{2021, 12, 2}, {2021, 12, 4}}), ElementsAre("2021-12-01 安全生产法宣传周"))
        << "those from memory are off";
}

TEST_P(AgendaTest, WaitingAreUnitsNotReachedTargetsBehindAndPlansPast) {
    Target target;
    target.year = 2021;
    target.categoryId = category("进农村");
    target.kind = TargetKind::all;
    target.words = "行政村全覆盖";
    target.due = yanxun::Date{2021, 6, 1};
    db().write([&](Writer& writer) { plans.addTarget(writer, target); });
    const yanxun::Date today{2021, 9, 1};
    db().read([&](Reader& reader) {
        const auto units = task("campaigns.not_reached");
        EXPECT_EQ(units.count(reader, today), 6);
        const auto first = units.first(reader, today, 2);
        ASSERT_EQ(first.size(), 2u);
        EXPECT_THAT(first[0].title, HasSubstr("1 个单位未覆盖"));
        EXPECT_THAT(first[0].argument, HasSubstr("cell="));
        const auto targets = task("campaigns.targets_behind");
        EXPECT_EQ(targets.count(reader, today), 1);
        EXPECT_EQ(targets.first(reader, today, 5)[0].tone, yanxun::Tone::bad);
        const auto late = task("campaigns.overdue");
        EXPECT_EQ(late.count(reader, today), 1);
        EXPECT_THAT(late.first(reader, today, 5)[0].title, HasSubstr("安全第一课"));
        EXPECT_EQ(late.count(reader, yanxun::Date{2021, 7, 31}), 0);
    });
}

} // namespace
} // namespace campaigns::testing
