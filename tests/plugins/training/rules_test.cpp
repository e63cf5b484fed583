// The rules as data, and what they ask of somebody on a day.
#include "training_fixture.h"

#include <fstream>

namespace training::testing {
namespace {

using yanxun::Date;

Trainee trainee(const char* role, const char* industry, std::optional<Date> since) {
    Trainee made;
    made.role = role;
    made.industry = industry;
    made.since = since;
    made.regionCode = "410200000000";
    return made;
}

std::vector<std::string> asked(const std::vector<HoursRule>& rules, const Trainee& who, Date day) {
    std::vector<std::string> ids;
    for (const Demand& demand : demandsOf(rules, who, day))
        ids.push_back(demand.rule->id);
    return ids;
}

TEST(Rules, EveryShippedRowSaysWhereItComesFrom) {
    const Rules rules = shippedRules();
    ASSERT_GE(rules.hours().size(), 7u);
    for (const HoursRule& rule : rules.hours()) {
        EXPECT_FALSE(rule.basis.empty()) << rule.id;
        EXPECT_FALSE(rule.source.empty()) << rule.id;
        EXPECT_TRUE(rule.mark == "C" || rule.mark == "S" || rule.mark == "M") << rule.id;
        if (rule.mark == "M") {
            EXPECT_FALSE(rule.on) << rule.id << " is from memory";
        }
        if (rule.mark == "S") {
            EXPECT_TRUE(rule.on && rule.basis.find("二手资料") != std::string::npos) << rule.id;
        }
    }
    const CertificateType* const special = rules.certificateType("特种作业证");
    ASSERT_TRUE(special);
    EXPECT_EQ(special->validityMonths, 72);
    EXPECT_EQ(special->reviewMonths, 36);
    EXPECT_EQ(rules.warnDays(), (std::vector<std::int64_t>{180, 90, 30}));
    EXPECT_FALSE(rules.certificateType("特种设备安全管理和作业人员证")) << "from memory: off";
    for (const char* scope : {"class", "person", "unit"})
        EXPECT_GE(rules.partsOf(scope).size(), 4u) << scope;
}

TEST(Rules, ADamagedFileIsNamed) {
    const yanxun::testing::ScratchFolder folder;
    for (const char* file : {"training_certificates.xml", "training_archives.xml"}) {
        std::filesystem::copy_file(std::string(YANXUN_SOURCE_DIR "/templates/rules/") + file, folder.path() / file);
    }
    const auto reason = [&](const std::string& text) {
        std::ofstream(folder.path() / "training_hours.xml") << text;
        try {
            Rules::load({folder.path()});
        } catch (const yanxun::Error& refused) {
            return std::string(refused.what());
        }
        return std::string();
    };
    EXPECT_NE(reason("<rules>").find("training_hours.xml"), std::string::npos);
    EXPECT_NE(reason("<rules><hours id='a' window='weekly'/></rules>").find("window"), std::string::npos);
    EXPECT_NE(reason("<rules><hours id='a' window='once'/></rules>").find("“a”"), std::string::npos);
    EXPECT_NE(reason("<rules><hours id='a' window='once' roles='甲' hours='4' basis='乙' from='2021-02-30'/></rules>")
                  .find("from"),
              std::string::npos);
    EXPECT_EQ(reason("<rules><hours id='a' window='once' roles='甲' hours='4' basis='乙'/></rules>"), "");
}

TEST(HoursEngine, TheStrictestRuleWinsAndSaysWhy) {
    const auto rules = shippedRules().hours();
    const auto demands = demandsOf(rules, trainee("安全生产管理人员", "高危", Date{2018, 3, 1}), {2021, 6, 30});
    ASSERT_EQ(demands.size(), 1u);
    EXPECT_EQ(demands.front().rule->id, "hours.head_high.again");
    EXPECT_EQ(demands.front().rule->hours, 1600);
    ASSERT_EQ(demands.front().others.size(), 1u);
    EXPECT_EQ(demands.front().due, (Date{2021, 12, 31}));
    EXPECT_NE(whyStrictest(demands.front()).find("取较严者"), std::string::npos);
    EXPECT_NE(whyStrictest(demands.front()).find("要求 12 学时"), std::string::npos);
}

TEST(HoursEngine, RoleIndustryAndTheYearOfStartDecide) {
    const auto rules = shippedRules().hours();
    using Ids = std::vector<std::string>;
    EXPECT_EQ(asked(rules, trainee("从业人员", "", Date{2018, 3, 1}), {2021, 6, 30}), Ids{})
        << "no national yearly number outside the high-hazard trades";
    EXPECT_EQ(asked(rules, trainee("从业人员", "高危", Date{2018, 3, 1}), {2021, 6, 30}),
              Ids{"hours.worker_high.again"});
    EXPECT_EQ(asked(rules, trainee("新上岗人员", "", Date{2021, 3, 1}), {2021, 6, 30}), Ids{"hours.worker.first"});
    EXPECT_EQ(asked(rules, trainee("新上岗人员", "高危", Date{2021, 3, 1}), {2021, 6, 30}),
              Ids{"hours.worker_high.first"});
    EXPECT_EQ(asked(rules, trainee("主要负责人", "", Date{2020, 3, 1}), {2021, 6, 30}),
              (Ids{"hours.head.first", "hours.head.again"}))
        << "the year after the start: first training not forgotten, training again asked for";
    EXPECT_EQ(asked(rules, trainee("主要负责人", "", std::nullopt), {2021, 6, 30}), Ids{"hours.head.again"});
    EXPECT_EQ(asked(rules, trainee("新上岗人员", "", Date{2021, 7, 1}), {2021, 6, 30}), Ids{}) << "not begun yet";
    Trainee gone = trainee("主要负责人", "", Date{2018, 3, 1});
    gone.until = Date{2021, 6, 29};
    EXPECT_EQ(asked(rules, gone, {2021, 6, 30}), Ids{});
    EXPECT_EQ(asked(rules, trainee("教职工", "", Date{2018, 3, 1}), {2021, 6, 30}), Ids{});
}

TEST(HoursEngine, AChangedRuleCountsByTheEndOfItsWindowAndALocalOneInItsPlace) {
    HoursRule old{"old", "旧规", {"从业人员"},      "",  "全国", "", "再训", Window::calendarYear, 1, 400, "甲", "乙",
                  "C",   {},     Date{2021, 8, 31}, true};
    HoursRule fresh = old;
    fresh.id = "new";
    fresh.hours = 800;
    fresh.from = Date{2021, 9, 1};
    fresh.until.reset();
    HoursRule local = fresh;
    local.id = "local";
    local.hours = 1000;
    local.region = "4102";
    const Trainee here = trainee("从业人员", "", Date{2018, 1, 1});
    Trainee elsewhere = here;
    elsewhere.regionCode = "110100000000";
    using Ids = std::vector<std::string>;
    EXPECT_EQ(asked({old, fresh}, here, {2021, 6, 30}), Ids{"new"}) << "in force on 31 December";
    EXPECT_EQ(asked({old, fresh}, here, {2020, 6, 30}), Ids{"old"});
    EXPECT_EQ(asked({old, fresh, local}, here, {2021, 6, 30}), Ids{"local"});
    EXPECT_EQ(asked({old, fresh, local}, elsewhere, {2021, 6, 30}), Ids{"new"});
    fresh.on = false;
    EXPECT_EQ(asked({fresh}, here, {2021, 6, 30}), Ids{});
}

TEST(HoursEngine, WindowsOfTwelveMonthsAndOfYears) {
    HoursRule rolling{"r", "滚动", {"从业人员"}, "",   "全国", "", "再训", Window::rolling12,
                      1,   400,    "甲",         "乙", "C",    {}, {},     true};
    HoursRule years = rolling;
    years.window = Window::years;
    years.years = 3;
    const Trainee who = trainee("从业人员", "", Date{2018, 1, 1});
    const auto demands = demandsOf({rolling, years}, who, {2024, 2, 29});
    ASSERT_EQ(demands.size(), 2u);
    EXPECT_EQ(demands[0].window, (yanxun::Period{{2023, 3, 1}, {2024, 2, 29}}));
    EXPECT_EQ(demands[1].window, (yanxun::Period{{2022, 1, 1}, {2024, 12, 31}}));
}

TEST(HoursEngine, FirstTrainingAndTrainingAgainAreNotMixed) {
    HoursRule again{"a", "再训", {"从业人员"}, "",   "全国", "", "再训", Window::calendarYear,
                    1,   2000,   "甲",         "乙", "C",    {}, {},     true};
    HoursRule first = again;
    first.kind = "岗前";
    const std::vector<CreditSum> sums{{"岗前", 45, 450}, {"再训", 45, 90}, {"", 30, 60}, {"复审", 45, 45}};
    EXPECT_EQ(countedHours(first, sums), 1000);
    EXPECT_EQ(countedHours(again, sums), 200 + 200 + 100) << "an online 学时 of 30 minutes is one too";
}

TEST(Months, AreCutToTheMonthsLength) {
    EXPECT_EQ(addMonths({2020, 2, 29}, 72), (Date{2026, 2, 28}));
    EXPECT_EQ(addMonths({2020, 2, 29}, 48), (Date{2024, 2, 29}));
    EXPECT_EQ(addMonths({2021, 1, 31}, 1), (Date{2021, 2, 28}));
    EXPECT_EQ(addMonths({2021, 12, 15}, 1), (Date{2022, 1, 15}));
    EXPECT_EQ(addMonths({2021, 1, 15}, -1), (Date{2020, 12, 15}));
}

TEST(Words, AreReadAsPeopleWriteThem) {
    const Vocabulary words = shippedWords();
    EXPECT_EQ(words.mode("线上"), Mode::online);
    EXPECT_EQ(words.mode("面授"), Mode::offline);
    EXPECT_EQ(words.mode("线下+线上"), Mode::mixed);
    EXPECT_EQ(words.mode("随便"), Mode::unknown);
    EXPECT_EQ(words.role("安管人员"), "安全生产管理人员");
    EXPECT_EQ(words.kind("三级安全教育"), "岗前");
    EXPECT_EQ(clockOf("９：３０"), 570);
    EXPECT_FALSE(clockOf("24:00"));
    EXPECT_FALSE(clockOf("9点"));
}

} // namespace
} // namespace training::testing
