#include "materials_fixture.h"

#include <fstream>
#include <map>
#include <sstream>

namespace materials::testing {
namespace {

class ReportTest : public MaterialsTest {
protected:
    void fillYear() {
        Draft first = draft(DocumentType::receipt, {2021, 1, 5}, "家庭应急手册", 2);
        first.supplier = "示范印刷厂";
        first.lines.front().measure = "箱";
        first.lines.front().perBox = 500;
        first.lines.front().price = 250;
        first.lines.front().batch = "2021-01";
        post(first);
        receive({2020, 12, 1}, "防汛折页 <A&B>", 300);
        issue({2020, 12, 20}, "防汛折页 <A&B>", 40, "晋安小学");
        db().write([&](Writer& writer) { activities.add(writer, "晋安社区宣传活动", {2021, 5, 12}); });
        Draft given = draft(DocumentType::issue, {2021, 5, 12}, "家庭应急手册", 120, "晋安社区");
        given.activity = "晋安社区宣传活动";
        given.receiver = "马某";
        given.isSigned = true;
        post(given);
        issue({2021, 6, 16}, "防汛折页 <A&B>", 60, "晋安小学");
        post(draft(DocumentType::giveBack, {2021, 6, 17}, "防汛折页 <A&B>", 10, "晋安小学"));
        post(draft(DocumentType::requisition, {2021, 6, 18}, "家庭应急手册", 200, "晋安小学"));
        post(draft(DocumentType::loss, {2021, 6, 19}, "家庭应急手册", 3));
        reverse(issue({2021, 6, 20}, "家庭应急手册", 77, "晋安小学"));
    }
    std::string xml(const std::string& id, const Period& period = Period::year(2021)) {
        std::ostringstream out;
        for (const auto& kind : reports()) {
            if (kind.id != id) continue;
            db().read([&](Reader& reader) { yanxun::writeXml(kind.make(reader, {period, clock.now(), "示范区应急管理局"}), out); });
        }
        return out.str();
    }
};
YANXUN_ON_BOTH_ENGINES(ReportTest);

std::string golden(const std::string& name) {
    std::ifstream in(YANXUN_SOURCE_DIR "/tests/golden/" + name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST_P(ReportTest, AreTheSameToTheByteOnBothEngines) {
    fillYear();
    EXPECT_EQ(xml("materials.summary"), golden("materials_summary_2021.xml"));
    EXPECT_EQ(xml("materials.issue_register"), golden("materials_issue_register_2021.xml"));
    EXPECT_EQ(xml("materials.movements"), golden("materials_movements_2021.xml"));
}

TEST_P(ReportTest, EveryTotalIsTheSumOfItsRowsAndTheSummaryAddsUp) {
    fillYear();
    for (const Period& period : {Period::year(2021), Period{{2021, 5, 12}, {2021, 6, 17}}}) {
        db().read([&](Reader& reader) {
            for (const auto& t : statistics::totals(reader, period)) {
                EXPECT_EQ(t.opening + t.openingEntered + t.received - t.issued + t.returned - t.lost + t.adjusted, t.closing) << t.item.name;
            }
            for (const auto& kind : reports()) {
                for (const auto& section : kind.make(reader, {period, 0, {}}).sections) {
                    for (const auto& table : section.tables) {
                        std::map<std::string, std::int64_t> sums;
                        table.rows.each([&](std::span<const yanxun::Value> cells) {
                            for (std::size_t i = 0; i < cells.size(); ++i) {
                                if (cells[i].integer()) sums[table.rows.columns[i].id] += *cells[i].integer();
                            }
                        });
                        for (const auto& total : table.totals) EXPECT_EQ(*total.value.integer(), sums[total.id]) << table.id << total.id;
                    }
                }
            }
        });
    }
}

TEST_P(ReportTest, FiguresAndRowsAgree) {
    fillYear();
    db().read([&](Reader& reader) {
        for (const auto& figure : figures()) {
            const auto result = figure.compute(reader, Period::year(2021));
            std::int64_t series = 0;
            for (const auto& point : result.series) series += point.value;
            if (figure.id != "materials.issued") {
                EXPECT_EQ(series, result.value) << figure.id;
            }
            if (figure.id == "materials.closing") {
                EXPECT_EQ(result.value, 1000 - 120 - 3 + 300 - 40 - 60 + 10);
                continue;
            }
            EXPECT_EQ(result.value, 170) << figure.id;
            std::int64_t sum = 0;
            figure.rows(reader, Period::year(2021), {}).each([&](std::span<const yanxun::Value> cells) { sum += *cells[4].integer(); });
            EXPECT_EQ(sum, 170) << figure.id;
        }
        const auto issued = figures().front().compute(reader, Period::year(2021));
        EXPECT_EQ(issued.previous, 40);
        EXPECT_EQ(issued.note, "库存预警 0 种");
        const auto section = summarySection().make(reader, Period::year(2021));
        EXPECT_EQ(section.sentences.front(), "发放宣传资料和物品 170 份，共 2 次。");
        EXPECT_EQ(section.sentences.back(), "上年同期 40 份。");
        EXPECT_TRUE(summarySection().make(reader, Period::year(2019)).sentences.empty());
    });
}

TEST_P(ReportTest, ASlipIsPrintedWithItsSignatureLine) {
    fillYear();
    const std::int64_t id = count("SELECT id FROM materials_document WHERE number = 'FF2021-0001'");
    std::ostringstream out;
    db().read([&](Reader& reader) { yanxun::writeXml(slipReport(reader, id, {Period::year(2021), clock.now(), {}}), out); });
    for (const char* part : {"宣传物资出库单", "FF2021-0001", "晋安社区宣传活动", "家庭应急手册", "领取：马某"}) {
        EXPECT_NE(out.str().find(part), std::string::npos) << part;
    }
}

} // namespace
} // namespace materials::testing
