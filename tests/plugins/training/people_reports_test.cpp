// R5 and R6 on a small district counted by hand. The tables below are the expectation.
#include "core/register_report.h"
#include "core/training_agenda.h"
#include "training_fixture.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace training::testing {
namespace {

using ::testing::ElementsAre;
using yanxun::Date;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class SmallDistrict : public TrainingTest {
protected:
    struct Person {
        const char *name, *unit, *role, *industry;
        Date since;
        std::optional<Date> until;
    };
    struct Hours {
        const char* name;
        Date day;
        std::int64_t hours;
        const char* kind;
        std::int64_t perHour = 45;
    };

    SmallDistrict() {
        for (const Person& person : {
                 //      姓名      单位        类别            行业     上岗            离岗
                 Person{"卞思远", "恒业化工", "主要负责人", "高危", {2015, 3, 1}, {}}, // 16 again: has 12 → 4 short
                 Person{
                     "岑若溪", "恒业化工", "安全生产管理人员", "高危", {2018, 3, 1}, {}}, // 16 again: has 16 → right
                 Person{"褚景行", "恒业化工", "从业人员", "高危", {2018, 3, 1}, {}}, // 20 again: has 24 less 8 taken
                                                                                     // back → 4 short
                 Person{"殷雨桐", "恒业化工", "新上岗人员", "高危", {2021, 4, 12}, {}}, // 72 first: has 60, 12 of
                                                                                        // them before → 12 short
                 Person{"穆安和", "望川超市", "主要负责人", "", {2015, 3, 1}, {}}, // 12 again: has none this year →
                                                                                   // 12 short
                 Person{"蔺清越", "望川超市", "安全生产管理人员", "", {2021, 2, 1}, {}}, // 32 first: has 32 → right
                 Person{"裴嘉言", "望川超市", "从业人员", "", {2018, 3, 1}, {}}, // no yearly number in general trades
                 Person{"臧知秋", "望川超市", "新上岗人员", "", {2020, 12, 20}, {}}, // 24 first: has 20 → 4 short;
                                                                                     // the year after still listed
                 Person{"柏云帆", "望川超市", "主要负责人", "", {2010, 1, 1}, Date{2021, 6, 1}}, // left
                 Person{
                     "阮怀瑾", "望川超市", "安全生产管理人员", "", {2020, 5, 1}, {}}, // 32 first: has 40; 12 again:
                                                                                      // has 12 of 30 minutes → right
             }) {
            unit(person.unit);
            db().write([&](Writer& writer) {
                hours.addTrainee(writer, {person.name, person.unit, person.role, person.industry, person.since,
                                          person.until, true});
            });
        }
        for (const Hours& one :
             {Hours{"卞思远", {2021, 3, 10}, 12, "再训"}, Hours{"卞思远", {2020, 3, 10}, 40, "再训"},
              Hours{"岑若溪", {2021, 3, 10}, 12, "再训"}, Hours{"岑若溪", {2021, 5, 10}, 4, "复审"},
              Hours{"褚景行", {2021, 3, 10}, 16, "再训"}, Hours{"褚景行", {2021, 4, 10}, 8, "再训"},
              Hours{"殷雨桐", {2021, 4, 10}, 12, "岗前"}, Hours{"殷雨桐", {2021, 4, 20}, 48, "岗前"},
              Hours{"蔺清越", {2021, 2, 10}, 32, "初训"}, Hours{"臧知秋", {2020, 12, 18}, 20, "岗前"},
              Hours{"阮怀瑾", {2020, 5, 10}, 40, "初训"}, Hours{"阮怀瑾", {2021, 5, 10}, 12, "再训", 30}}) {
            db().write([&](Writer& writer) {
                Credit credit{0,           personId(writer, one.name),
                              "",          "",
                              one.day,     one.hours * one.perHour,
                              one.perHour, one.kind,
                              0,           "培训",
                              0,           0};
                const auto row = hours.credit(writer, credit);
                if (one.day == Date{2021, 4, 10} && one.hours == 8) hours.reverse(writer, row, "缺课");
            });
        }
    }
    std::int64_t personId(Reader& reader, const std::string& name) {
        std::int64_t id = 0;
        trainees::each(reader, [&](const Trainee& one) {
            if (one.personName == name) id = one.personId;
        });
        return id;
    }
    std::vector<std::string> lines(const yanxun::RowSource& rows, const std::vector<std::string>& columns) {
        std::vector<std::string> all;
        rows.each([&](std::span<const yanxun::Value> cells) {
            std::string line;
            for (const std::string& wanted : columns) {
                for (std::size_t i = 0; i < cells.size(); ++i) {
                    if (rows.columns[i].id == wanted)
                        line += (line.empty() ? "" : " ") + yanxun::cellText(cells[i], rows.columns[i].kind);
                }
            }
            all.push_back(line);
        });
        return all;
    }
    /// Totals and sentences agree with the rows, whatever the report.
    void expectWhole(const yanxun::Report& report) {
        for (const auto& section : report.sections) {
            for (const auto& table : section.tables) {
                for (const auto& total : table.totals) {
                    std::int64_t sum = 0;
                    table.rows.each([&](std::span<const yanxun::Value> cells) {
                        for (std::size_t i = 0; i < cells.size(); ++i) {
                            if (table.rows.columns[i].id == total.id && cells[i].integer())
                                sum += *cells[i].integer();
                        }
                    });
                    EXPECT_EQ(*total.value.integer(), sum) << table.id << "." << total.id;
                }
            }
        }
    }
    void put(const char* name, const char* type, const char* operation, const char* number, Date issued,
             std::optional<Date> until = {}) {
        CertificateDraft draft;
        draft.name = name;
        draft.unitName = "恒业化工";
        draft.type = type;
        draft.operation = operation;
        draft.number = number;
        draft.issuedOn = issued;
        draft.validUntil = until;
        db().write([&](Writer& writer) { papers.add(writer, draft); });
    }
};
YANXUN_ON_BOTH_ENGINES(SmallDistrict);

TEST_P(SmallDistrict, HoursShortEqualsTheTable) {
    db().read([&](Reader& reader) {
        EXPECT_THAT(lines(shortRows(reader, hours, {2021, 6, 30}),
                          {"person", "role", "rule", "required", "have", "gap", "due"}),
                    ElementsAre("卞思远 主要负责人 高危行业主要负责人、安管人员每年再培训 16 12 4 2021-12-31",
                                "褚景行 从业人员 高危行业从业人员每年再培训 20 16 4 2021-12-31",
                                "殷雨桐 新上岗人员 高危行业新上岗从业人员岗前培训 72 60 12 2021-04-12",
                                "穆安和 主要负责人 主要负责人、安管人员每年再培训 12 0 12 2021-12-31",
                                "臧知秋 新上岗人员 新上岗从业人员岗前培训 24 20 4 2020-12-20"));
        const auto report = hoursShortReport(hours).make(reader, {Period::year(2021), clock.now(), ""});
        EXPECT_EQ(*report.fields[0].value.integer(), 5);
        EXPECT_EQ(*report.fields[2].value.integer(), 3600) << "1/100 学时";
        expectWhole(report);
        EXPECT_NE(report.sections.front().sentences.front().find("5 人、5 项，共缺 36 学时"), std::string::npos);
    });
}

TEST_P(SmallDistrict, TheRowSaysWhichRuleAndWhy) {
    db().read([&](Reader& reader) {
        const auto all = lines(shortRows(reader, hours, {2021, 6, 30}), {"person", "why", "mark", "last"});
        EXPECT_NE(all.front().find("同时适用的“主要负责人、安管人员每年再培训”要求 12 学时，取较严者"),
                  std::string::npos)
            << all.front();
        EXPECT_NE(all.front().find("二手资料"), std::string::npos) << "the mark is shown, not hidden";
        EXPECT_NE(all[1].find("2021-03-10"), std::string::npos) << "what was taken back is no training";
    });
}

TEST_P(SmallDistrict, LastYearIsJudgedByLastYear) {
    db().read([&](Reader& reader) {
        EXPECT_THAT(lines(shortRows(reader, hours, {2020, 12, 31}), {"person", "gap"}),
                    ElementsAre("岑若溪 16", "褚景行 20", "柏云帆 12", "穆安和 12", "臧知秋 4"))
            << "by unit and name; 殷雨桐 and 蔺清越 had not begun";
    });
}

TEST_P(SmallDistrict, CertificatesDueEqualTheTable) {
    //   证书                                 发证            有效期至      复审           截至 2021-06-30
    put("卞思远", "特种作业证", "甲", "示A1", {2016, 2, 29}, {});         // 2022-02-28   2019-02-28  复审逾期
    put("岑若溪", "特种作业证", "乙", "示A2", {2018, 7, 30}, {});         // 2024-07-30   2021-07-30  30 天
    put("褚景行", "特种作业证", "丙", "示A3", {2015, 9, 28}, {});         // 2021-09-28   2018-09-28 逾期
    put("殷雨桐", "安管证", "", "示A4", {2018, 9, 28}, {});               // 2021-09-28               90 天
    put("穆安和", "安管证", "", "示A5", {2018, 12, 27}, {});              // 2021-12-27               180 天
    put("蔺清越", "安管证", "", "示A6", {2018, 12, 28}, {});              // 2021-12-28               181 天：不列
    put("裴嘉言", "安管证", "", "示A7", {2018, 6, 29}, {});               // 2021-06-29               已过期
    put("裴嘉言", "安管证", "", "示A7", {2021, 6, 20}, {});               // 换证：旧证不再列
    put("臧知秋", "上岗证", "", "示A8", {2001, 1, 1}, {});                // 不知期限：不列
    put("柏云帆", "安管证", "", "T990101199001011234", {2018, 7, 1}, {}); // 2021-07-01        1 天
    db().read([&](Reader& reader) {
        EXPECT_THAT(lines(dueRows(reader, rules, {2021, 6, 30}), {"person", "number", "left", "warning", "state"}),
                    ElementsAre("褚景行 示A3 -1006 已过期 逾期未复审", "卞思远 示A1 -853 已过期 逾期未复审",
                                "柏云帆 T99010************* 1 30 天内 即将到期", "岑若溪 示A2 30 30 天内 即将到期",
                                "殷雨桐 示A4 90 90 天内 即将到期", "穆安和 示A5 180 180 天内 即将到期"));
        const auto report = certificatesDueReport(rules).make(reader, {Period::year(2021), clock.now(), ""});
        EXPECT_EQ(report.fields.size(), 4u);
        EXPECT_EQ(*report.fields[0].value.integer(), 2);
        EXPECT_EQ(*report.fields[1].value.integer(), 2) << "30 days";
        EXPECT_EQ(*report.fields[2].value.integer(), 1);
        EXPECT_EQ(*report.fields[3].value.integer(), 1);
        expectWhole(report);
    });
}

TEST_P(SmallDistrict, TasksCountWhatTheReportsList) {
    put("岑若溪", "特种作业证", "乙", "示A2", {2018, 7, 30}, {});
    add(draft("2021-009", "恒业化工", {2021, 7, 20}));
    db().read([&](Reader& reader) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& kind : tasks(hours)) {
            const Date day{2021, 7, 25};
            counts[kind.id] = kind.count(reader, day);
            EXPECT_EQ(std::int64_t(kind.first(reader, day, 100).size()), counts[kind.id]) << kind.id;
            EXPECT_LE(kind.first(reader, day, 1).size(), 1u);
        }
        EXPECT_EQ(counts["training.certificates_due"], 1);
        EXPECT_EQ(counts["training.hours_short"], 5);
        EXPECT_EQ(counts["training.unclosed"], 1);
        int shown = 0;
        for (const auto& kind : calendars(rules, classes)) {
            kind.entries(reader, {{2021, 7, 1}, {2021, 7, 31}}, [&](const yanxun::CalendarEntry&) { ++shown; });
        }
        EXPECT_EQ(shown, 2) << "the class and the certificate's review";
    });
}

} // namespace
} // namespace training::testing
