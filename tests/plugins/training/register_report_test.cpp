#include "core/register_report.h"
#include "training_fixture.h"

#include <fstream>
#include <sstream>

namespace training::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class RegisterReportTest : public TrainingTest {
protected:
    void fillYear() {
        ClassDraft one = draft("2021-001", "晋安小学", {2021, 5, 3});
        one.place = "报告厅";
        one.examForm = "笔试";
        one.archiveNo = "培2021-1";
        const auto id = add(one);
        db().write([&](Writer& writer) {
            for (const char* part : {"class.plan", "class.handout", "class.report"})
                archive.file(writer, "class", id, part, "已存");
        });
        ClassDraft online = draft("2021-002", "恒业化工 <A&B>", {2021, 5, 3});
        online.mode = "线上";
        online.name = "危化品专题";
        online.kind = "再培训";
        online.attended = 333;
        online.attendedEstimated = true;
        online.invited.reset();
        online.passed.reset();
        online.minutes = 200;
        add(online);
        ClassDraft long_ = draft("2021-003", "晋安小学", {2021, 6, 1});
        long_.source = Source::imported;
        long_.endsOn = {{2021, 6, 3}};
        long_.mode = "混合";
        long_.attended = 3;
        long_.passed = 1;
        long_.invited = 9;
        add(long_);
        add(draft("2020-001", "晋安小学", {2020, 6, 1}));
        add(draft("2021-004", "晋安小学", {2021, 9, 1})); // planned: not in the register
    }
    std::string xml(int year) {
        std::ostringstream out;
        db().read([&](Reader& reader) {
            yanxun::writeXml(
                registerReport(archive).make(reader, {Period::year(year), clock.now(), "示范区应急管理局"}), out);
        });
        return out.str();
    }
};
YANXUN_ON_BOTH_ENGINES(RegisterReportTest);

std::string golden(const std::string& name) {
    std::ifstream in(YANXUN_SOURCE_DIR "/tests/golden/" + name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST_P(RegisterReportTest, IsTheSameToTheByteOnBothEngines) {
    fillYear();
    EXPECT_EQ(xml(2021), golden("training_register_2021.xml"));
}

TEST_P(RegisterReportTest, DoesNotDependOnTheOrderOfEntry) {
    const auto first = add(draft("2021-009", "丁单位", {2021, 1, 1}));
    db().write([&](Writer& writer) { classes.remove(writer, first, get(first).revision); });
    fillYear();
    EXPECT_EQ(xml(2021), golden("training_register_2021.xml")) << "other ids, the same report";
}

TEST_P(RegisterReportTest, AnEmptyYearSaysSo) {
    EXPECT_NE(xml(2019).find("2019年没有已完成的培训班。"), std::string::npos);
}

TEST_P(RegisterReportTest, EveryTotalIsTheSumOfItsRows) {
    fillYear();
    db().read([&](Reader& reader) {
        for (const Period& period : {Period::year(2021), Period{{2021, 5, 4}, {2021, 6, 30}}}) {
            const auto report = registerReport(archive).make(reader, {period, clock.now(), {}});
            for (const auto& section : report.sections) {
                for (const auto& table : section.tables) {
                    std::vector<std::int64_t> sums(table.rows.columns.size());
                    table.rows.each([&](std::span<const yanxun::Value> cells) {
                        for (std::size_t i = 0; i < cells.size(); ++i)
                            sums[i] += cells[i].integer() ? *cells[i].integer() : 0;
                    });
                    for (const auto& total : table.totals) {
                        for (std::size_t i = 0; i < sums.size(); ++i) {
                            if (table.rows.columns[i].id == total.id) {
                                EXPECT_EQ(*total.value.integer(), sums[i]) << table.id << total.id;
                            }
                        }
                    }
                }
            }
        }
    });
}

} // namespace
} // namespace training::testing
