#include "core/verbs.h"
#include "materials_fixture.h"

#include <fstream>
#include <map>

namespace materials::testing {
namespace {

using ::testing::HasSubstr;

/// Keeps what a verb answers.
class Answer final : public yanxun::VerbOutput {
public:
    void field(const std::string& id, const std::string&, const yanxun::Value& value, yanxun::CellKind kind) override {
        fields[id] = yanxun::cellText(value, kind);
    }
    void table(const std::string&, const yanxun::RowSource& source) override {
        source.each([&](std::span<const yanxun::Value> cells) {
            auto& row = rows.emplace_back();
            for (std::size_t i = 0; i < cells.size(); ++i) row[source.columns[i].id] = yanxun::cellText(cells[i], source.columns[i].kind);
        });
    }
    void say(const std::string& sentence) override { said += sentence; }

    std::map<std::string, std::string> fields;
    std::vector<std::map<std::string, std::string>> rows;
    std::string said;
};

class VerbsTest : public MaterialsTest {
protected:
    VerbsTest() {
        const auto take = [&](std::vector<yanxun::Verb> list) {
            for (auto& verb : list) verbs.emplace(verb.id, verb);
        };
        take(itemVerbs(itemService));
        take(documentVerbs(service, {YANXUN_SOURCE_DIR "/templates/reports"}));
        take(stocktakeVerbs(stocktakes));
        take(linkVerbs(links));
    }
    Answer run(const std::string& id, std::map<std::string, std::string, std::less<>> arguments, int code = 0) {
        Answer answer;
        yanxun::VerbCall call;
        call.arguments = std::move(arguments);
        call.database = &db();
        call.clock = &clock;
        call.output = &answer;
        call.progress = &yanxun::Progress::none();
        EXPECT_EQ(verbs.at(id).run(call), code) << id;
        return answer;
    }
    std::map<std::string, yanxun::Verb> verbs;
};
YANXUN_ON_BOTH_ENGINES(VerbsTest);

TEST_P(VerbsTest, KeepTheBooksOfAStore) {
    run("materials.item-add", {{"name", "家庭应急手册"}, {"unit", "册"}, {"minimum", "500"}});
    EXPECT_EQ(run("materials.pack", {{"item", "家庭应急手册"}, {"pack", "箱"}, {"quantity", "500"}}).fields.at("packs"), "1箱=500册");
    run("materials.place-add", {{"name", "城西街道"}, {"kind", "street"}});
    run("materials.place-rename", {{"place", "城西街道"}, {"name", "城西街道办事处"}});
    const auto came = run("materials.post", {{"type", "receipt"}, {"date", "2021-01-05"}, {"lines", "家庭应急手册=2箱；防汛折页=300"}, {"create-item", ""}});
    EXPECT_EQ(came.fields.at("number"), "RK2021-0001");
    EXPECT_EQ(came.rows.size(), 2u);
    run("materials.post", {{"type", "transfer"}, {"date", "2021-02-01"}, {"lines", "家庭应急手册=100"}, {"to", "城西街道办事处"}});
    const auto given = run("materials.post", {{"type", "发放"}, {"date", "2021-03-01"}, {"lines", "家庭应急手册=450册"}, {"unit", "晋安社区"},
                                              {"create-unit", ""}, {"activity", "晋安社区宣传活动"}});
    EXPECT_EQ(given.fields.at("link"), "未找到活动");
    EXPECT_EQ(run("materials.low", {}).rows.size(), 1u);
    EXPECT_EQ(run("materials.stock", {}).rows.size(), 3u);
    const auto history = run("materials.history", {{"item", "家庭应急手册"}, {"place", "宣传品仓库"}});
    ASSERT_EQ(history.rows.size(), 3u);
    EXPECT_EQ(history.rows.back().at("balance"), "450");

    run("materials.reverse", {{"document", given.fields.at("number")}, {"reason", "写错"}});
    EXPECT_EQ(run("materials.documents", {{"type", "issue"}}).rows.size(), 0u);
    EXPECT_EQ(run("materials.documents", {{"reversed", ""}, {"text", "晋安"}}).rows.size(), 0u) << "not found any more";
    EXPECT_EQ(run("materials.document", {{"document", given.fields.at("id")}}).fields.at("state"), "已冲销");
    EXPECT_EQ(run("materials.stock-check", {}).fields.at("clean"), "是");
    db().write([](Writer& writer) { writer.exec("UPDATE materials_balance SET quantity = quantity + 1 WHERE physical = 1"); });
    EXPECT_FALSE(run("materials.stock-check", {}, 3).rows.empty());
    EXPECT_EQ(run("materials.stock-rebuild", {}).fields.at("clean"), "是");
    EXPECT_EQ(run("materials.item-edit", {{"item", "家庭应急手册"}, {"superseded", ""}}).fields.at("superseded"), "是");
    EXPECT_EQ(run("materials.items", {}).rows.size(), 2u);
    EXPECT_EQ(run("materials.item", {{"item", "防汛折页"}}).fields.at("unit"), "份");
    EXPECT_EQ(run("materials.places", {}).rows.size(), 2u);
}

TEST_P(VerbsTest, CountAndPostADifference) {
    receive({2021, 1, 5}, "手册", 100);
    const std::string id = run("materials.stocktake-begin", {{"place", "宣传品仓库"}, {"blind", ""}}).fields.at("id");
    const auto counted = run("materials.stocktake-count", {{"stocktake", id}, {"item", "手册"}, {"counted", "95"}, {"time", "2021-06-29T10:00"}});
    EXPECT_EQ(counted.rows.front().at("book"), "") << "blind";
    EXPECT_THAT(run("materials.stocktake-post", {{"stocktake", id}}).said, HasSubstr("PD2021-0001"));
    EXPECT_EQ(run("materials.stocktake", {{"stocktake", id}}).rows.front().at("difference"), "-5");
    EXPECT_EQ(held("手册"), 95);
    const std::string second = run("materials.stocktake-begin", {{"place", "宣传品仓库"}}).fields.at("id");
    EXPECT_EQ(run("materials.stocktake-cancel", {{"stocktake", second}}).fields.at("state"), "已取消");
    EXPECT_EQ(run("materials.stocktakes", {}).rows.size(), 2u);
}

TEST_P(VerbsTest, DecideWhichActivityASlipBelongsTo) {
    receive({2021, 1, 5}, "手册", 100);
    Draft slip = draft(DocumentType::issue, {2021, 5, 20}, "手册", 10, "晋安社区");
    slip.activity = "宣传";
    post(slip);
    EXPECT_EQ(run("materials.links", {{"waiting", ""}}).rows.size(), 1u);
    activities.watcher = {};
    db().write([&](Writer& writer) { activities.add(writer, "宣传", {2021, 5, 12}); });
    EXPECT_EQ(run("materials.links-match", {}).fields.at("linked"), "0") << "another day is only offered";
    EXPECT_EQ(run("materials.links", {}).rows.size(), 1u);
    EXPECT_EQ(run("materials.links-accept", {}).fields.at("accepted"), "1");
    EXPECT_EQ(activities.at(1).issued, 10);
    EXPECT_EQ(run("materials.link", {{"document", "FF2021-0001"}, {"activity", "0"}}).fields.at("link"), "不关联");
}

TEST_P(VerbsTest, WriteASlipToAFile) {
    receive({2021, 1, 5}, "手册", 100);
    const yanxun::testing::ScratchFolder folder;
    for (const char* name : {"slip.html", "slip.xml", "slip.pdf"}) {
        run("materials.slip", {{"document", "RK2021-0001"}, {"out", (folder.path() / name).string()}});
        EXPECT_GT(std::filesystem::file_size(folder.path() / name), 500u) << name;
    }
    EXPECT_THAT(refusal([&] { run("materials.slip", {{"document", "RK2021-0001"}, {"out", "slip.doc"}}); }), HasSubstr(".pdf"));
}

TEST_P(VerbsTest, KitsAndRemovals) {
    receive({2021, 1, 5}, "手册", 100);
    run("materials.item-add", {{"name", "宣传包"}, {"unit", "包"}, {"kind", "kit"}});
    EXPECT_EQ(run("materials.kit-part", {{"item", "宣传包"}, {"part", "手册"}, {"quantity", "2"}}).fields.at("parts"), "手册×2");
    EXPECT_EQ(run("materials.item-remove", {{"item", "宣传包"}}).fields.at("removed"), "是");
}

TEST_P(VerbsTest, RefuseWithASentence) {
    receive({2021, 1, 5}, "家庭应急手册", 100);
    EXPECT_THAT(refusal([&] { run("materials.item", {{"item", "应急手册"}}); }), HasSubstr("是否是：家庭应急手册"));
    EXPECT_THAT(refusal([&] { run("materials.post", {{"type", "x"}, {"date", "2021-01-01"}, {"lines", "a=1"}}); }), HasSubstr("没有单据类型"));
    EXPECT_THAT(refusal([&] { run("materials.post", {{"type", "issue"}, {"date", "2021-01-01"}, {"lines", "手册"}}); }), HasSubstr("看不懂"));
    EXPECT_THAT(refusal([&] { run("materials.reverse", {{"document", "FF9"}}); }), HasSubstr("没有单号"));
    EXPECT_THAT(refusal([&] { run("materials.stocktake-begin", {{"place", "哪里"}}); }), HasSubstr("没有叫“哪里”的库位"));
}

} // namespace
} // namespace materials::testing
