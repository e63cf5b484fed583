#include "core/drill_verbs.h"
#include "drills_fixture.h"

#include <algorithm>
#include <map>

namespace drills::testing {
namespace {

/// Keeps what a verb answers.
class Answer final : public yanxun::VerbOutput {
public:
    void field(const std::string& id, const std::string&, const yanxun::Value& value, yanxun::CellKind kind) override {
        fields[id] = yanxun::cellText(value, kind);
    }
    void table(const std::string&, const yanxun::RowSource& rows) override {
        rows.each([&](std::span<const yanxun::Value> cells) {
            std::map<std::string, std::string> row;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                row[rows.columns[i].id] = yanxun::cellText(cells[i], rows.columns[i].kind);
            }
            table_.push_back(std::move(row));
        });
    }
    void say(const std::string& sentence) override { said += sentence; }

    std::map<std::string, std::string> fields;
    std::vector<std::map<std::string, std::string>> table_;
    std::string said;
};

class VerbsTest : public DrillsTest {
protected:
    VerbsTest() {
        for (auto* list : {&drill, &finding, &rate}) {
            for (auto& verb : *list) verbs.emplace(verb.id, verb);
        }
    }
    Answer run(const std::string& id, std::map<std::string, std::string, std::less<>> arguments) {
        Answer answer;
        yanxun::VerbCall call;
        call.arguments = std::move(arguments);
        call.database = &db();
        call.clock = &clock;
        call.output = &answer;
        call.progress = &yanxun::Progress::none();
        EXPECT_EQ(verbs.at(id).run(call), 0);
        return answer;
    }
    std::vector<yanxun::Verb> drill = drillVerbs(service, words), finding = findingVerbs(service), rate = ratingVerbs(rating);
    std::map<std::string, yanxun::Verb> verbs;
};
YANXUN_ON_BOTH_ENGINES(VerbsTest);

TEST_P(VerbsTest, TakeADrillFromEntryToRemoval) {
    const auto added = run("drills.add", {{"name", "防火演练"}, {"unit", "晋安小学"}, {"date", "2021-05-03"},
                                          {"participants", "约300"}, {"mode", "双盲"}, {"create-unit", ""}});
    const std::string id = added.fields.at("id");
    EXPECT_EQ(added.fields.at("participants"), "300");
    EXPECT_EQ(added.fields.at("estimated"), "是");
    EXPECT_EQ(added.fields.at("axes"), "实战 · 双盲");

    EXPECT_EQ(run("drills.edit", {{"id", id}, {"score", "88.5"}, {"why", "写错"}}).fields.at("ledger_score"), "88.5");
    EXPECT_EQ(run("drills.participants", {{"id", id}, {"count", "120"}, {"why", "写错"}}).fields.at("participants"), "120");
    const auto found = run("drills.finding-add", {{"id", id}, {"text", "通信不畅"}, {"severity", "整改项"}, {"due", "2021-07-01"}});
    EXPECT_EQ(run("drills.show", {{"id", id}}).fields.at("open_findings"), "1");
    EXPECT_EQ(run("drills.finding-close", {{"id", found.table_.front().at("id")}}).table_.front().at("state"), "已整改");

    std::string answers;
    for (const auto& item : run("drills.sheet", {{"id", "general-live"}}).table_) {
        const std::string style = item.at("style");
        answers += item.at("no") + "=" + (style == "是/否" ? "是" : style == "打分" ? item.at("points") : "符合") + ";";
    }
    const auto rated = run("drills.rate", {{"id", id}, {"sheet", "general-live"}, {"answers", answers}, {"evaluator", "评估员"}});
    EXPECT_EQ(rated.fields.at("total"), "100");
    EXPECT_EQ(rated.fields.at("grade"), "优");
    const auto kept = run("drills.result", {{"id", id}}).table_;
    EXPECT_EQ(std::count_if(kept.begin(), kept.end(), [](const auto& row) { return row.contains("full"); }), 20)
        << "its items, beside the notes";

    EXPECT_EQ(run("drills.step", {{"id", id}, {"to", "评估中"}}).fields.at("status"), "评估中");
    const auto listed = run("drills.list", {{"year", "2021"}, {"month", "5"}, {"mode", "双盲"}});
    ASSERT_EQ(listed.table_.size(), 1u);
    EXPECT_EQ(listed.table_.front().at("score"), "100");
    run("drills.remove", {{"id", id}});
    EXPECT_TRUE(run("drills.list", {}).table_.empty());
}

TEST_P(VerbsTest, RefuseWithASentence) {
    EXPECT_THROW(run("drills.show", {{"id", "99"}}), yanxun::NotFound);
    EXPECT_THROW(run("drills.show", {{"id", "abc"}}), yanxun::Error);
    EXPECT_THROW(run("drills.list", {{"month", "5"}}), yanxun::Error);
    EXPECT_THROW(run("drills.list", {{"stage", "gone"}}), yanxun::Error);
    EXPECT_THROW(run("drills.rate", {{"id", "1"}, {"sheet", "none"}}), yanxun::NotFound);
    EXPECT_THROW(run("drills.add", {{"name", "甲"}, {"unit", "乙"}, {"date", "2021-02-30"}}), yanxun::Error);
}

} // namespace
} // namespace drills::testing
