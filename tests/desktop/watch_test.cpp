// What others write appears by itself; a database that goes away is told once.
#include "core/demonstration.h"
#include "desktop/data_watch.h"
#include "desktop/host_pages.h"
#include "desktop/navigation.h"
#include "desktop/opened.h"

#include <yanxun/table/import.h>

#include <fstream>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

class WatchTest : public ::testing::TestWithParam<Engine> {
protected:
    Home home;
    TestDatabase database{GetParam()};
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Engines, WatchTest, ::testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const auto& p) { return p.param == Engine::sqlite ? "SQLite" : "PostgreSQL"; });

TEST_P(WatchTest, WhatAnotherProgramWritesAppears) {
    Opened opened(home.places(), {database.target(), desktop::kHomePage, "测试员", {1200, 760}});
    ASSERT_TRUE(waitFor([&] { return find("home.empty", &opened.frame())->IsShownOnScreen(); }));
    const SystemClock clock;
    const auto other = Database::open(database.target(), clock);
    // A directory has no year of its own: after it the page does not stay with the present one.
    const auto directory = home.file("单位名录.csv");
    std::ofstream(directory) << "单位名称,类别\n晋安小学,小学\n";
    ImportPlan plan;
    Importer(*other, opened.program().templates("ledgers"))
        .run(opened.program().registry().import("directory.units"), directory, {}, {}, false, plan);
    wxWindow* const held = find("figure.drills.held", &opened.frame());
    ASSERT_TRUE(held);
    ASSERT_TRUE(waitFor([&] { return held->IsShownOnScreen(); }));
    other->write([&](Writer& writer) {
        for (const DemoKind& kind : opened.program().registry().demos()) kind.fill(writer, {1, 2020}, Progress::none());
    });
    EXPECT_TRUE(waitFor([&] { return accessibleName(held).find("529") != std::string::npos && held->IsShownOnScreen(); }));
    EXPECT_GT(opened.frame().navigation().item(desktop::kTasksPage)->badge(), 0);
}

TEST_P(WatchTest, EachChangeIsToldOnceAndQuietIsQuiet) {
    const SystemClock clock;
    OpenOptions options;
    options.create = true;
    const auto own = Database::open(database.target(), clock, options);
    own->migrate("watch", {{1, "one table", {"CREATE TABLE watch_thing (id {pk}, revision {int} NOT NULL DEFAULT 1, "
                                             "name {text} NOT NULL)"}}});
    int changes = 0;
    const desktop::DataWatch watch(*own, {[&] { ++changes; }, {}, {}, {}});
    settle(std::chrono::milliseconds(1200));
    EXPECT_EQ(changes, 0);
    own->write([](Writer& writer) { writer.insert("watch_thing", {{"name", "一"}}); });
    EXPECT_TRUE(waitFor([&] { return changes == 1; }));
    settle(std::chrono::milliseconds(1200));
    EXPECT_EQ(changes, 1);
}
