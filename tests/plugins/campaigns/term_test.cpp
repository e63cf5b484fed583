#include "campaigns_fixture.h"

#include <yanxun/text.h>

namespace campaigns::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::Writer;

class TermTest : public CampaignsTest {};
YANXUN_ON_BOTH_ENGINES(TermTest);

TEST_P(TermTest, TheFiveAreSeededAndCountAgainstTheirLists) {
    const Terms all = terms();
    std::vector<std::string> names, lists;
    for (const Term* term : all.counted()) {
        names.push_back(term->name);
        lists.push_back(term->scope);
    }
    EXPECT_THAT(names, ElementsAre("进企业", "进农村", "进社区", "进学校", "进家庭"));
    EXPECT_THAT(lists, ElementsAre("企业", "农村", "社区", "学校", "家庭"));
    EXPECT_EQ(all.of(TermKind::theme).size(), 5u);
    EXPECT_EQ(all.find(TermKind::category, "进校园")->name, "进学校");
    EXPECT_EQ(all.find(TermKind::metric, "条幅")->name, "横幅");
    EXPECT_EQ(all.find(TermKind::category, "进机关"), nullptr);
    db().read([&](yanxun::Reader& reader) {
        reader.each("SELECT name, name_key FROM campaigns_term",
                    [](const yanxun::Row& row) { EXPECT_EQ(yanxun::text::loose(row.text(0)), row.text(1)); });
    });
}

TEST_P(TermTest, ABureauAddsRenamesAndSwitchesOff) {
    Term office;
    office.name = "进机关";
    office.also = "机关";
    db().write([&](Writer& writer) { office.id = term_store::add(writer, office); });
    add(draft("机关宣传", {2021, 3, 1}, {"望川街道办"}, {"机关"}));
    Term known = *terms().find(office.id);
    known.name = "进机关单位";
    db().write([&](Writer& writer) { term_store::update(writer, known); });
    EXPECT_EQ(joined(namesOf(terms(), get(1).categories)), "进机关单位");
    EXPECT_THAT(refusal([&](Writer& writer) { term_store::remove(writer, office.id, 2); }), HasSubstr("停用"));
    known = *terms().find(office.id);
    known.active = false;
    db().write([&](Writer& writer) { term_store::update(writer, known); });
    EXPECT_EQ(terms().of(TermKind::category).size(), 5u);
}

TEST_P(TermTest, AWordTakenTwiceIsRefused) {
    Term double_;
    double_.name = "企业";
    EXPECT_THAT(refusal([&](Writer& writer) { term_store::add(writer, double_); }), HasSubstr("已经有了"));
    double_.name = " ";
    EXPECT_THAT(refusal([&](Writer& writer) { term_store::add(writer, double_); }), HasSubstr("请填写"));
}

TEST(SplitWords, AtTheUsualSigns) {
    EXPECT_THAT(splitWords("上槐坡村、东石塘村，\n 西柳湾村 / 新杏岗村"),
                ElementsAre("上槐坡村", "东石塘村", "西柳湾村", "新杏岗村"));
    EXPECT_THAT(splitWords("  "), ElementsAre());
}

} // namespace
} // namespace campaigns::testing
