#include "plugins/directory/directory_fixture.h"

#include "core/attribute_store.h"

#include <algorithm>

namespace directory::testing {
namespace {

using yanxun::ImportMode;
using yanxun::Reader;
using yanxun::Writer;

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

const Row& headings() {
    static const Row row{"单位全称", "单位类型",     "镇街",   "信用代码", "从业人数/学生数/人口",
                         "是否高危", "人员密集场所", "联系人", "联系电话"};
    return row;
}

std::string wrongUscc(int number) {
    std::string code = validUscc(number);
    code.back() = code.back() == 'X' ? 'Y' : 'X';
    return code;
}

/// A 名录 of the shape a bureau keeps: villages, communities, schools, companies; two names with a trailing space,
/// three codes with a wrong check character.
Rows register_() {
    Rows rows{headings()};
    for (int i = 0; i < 6; ++i)
        rows.push_back({"第" + std::to_string(i) + "槐坡村" + (i < 2 ? " " : ""), "村", "南屏乡", "",
                        std::to_string(1500 + i), "否", "", "岑思远", "10000000001"});
    for (int i = 0; i < 5; ++i)
        rows.push_back(
            {"云锦" + std::to_string(i) + "社区", "社区", "望川街道", "", "4000", "否", "", "柏若溪", "10000000002"});
    for (int i = 0; i < 4; ++i)
        rows.push_back({"启航第" + std::to_string(i) + (i % 2 ? "幼儿园" : "小学"), "学校", "澄湖街道", "", "300",
                        "否", "是", "穆景行", "10000000003"});
    for (int i = 0; i < 10; ++i)
        rows.push_back({"云溪" + std::to_string(i) + "厂", "企业", "青岭镇", i < 3 ? wrongUscc(i) : validUscc(i),
                        "80", i % 2 ? "是" : "否", "", "褚雨桐", "10000000004"});
    return rows;
}

class UnitImportTest : public DirectoryTest {
protected:
    yanxun::ImportResult importRows(const Rows& rows, ImportMode mode = ImportMode::add,
                                    const std::map<std::string, std::string, std::less<>>& own = {}) {
        return import(unitImport, gb18030("单位名录.csv", rows), mode, own);
    }
    Unit named(const std::string& name) { return unit(find(name)->id); }
    std::string fact(const std::string& name, std::string_view attribute) {
        std::string value;
        db().read([&](Reader& reader) {
            value = attributes.value(reader, directory.find(reader, name)->id, attribute, clock.today());
        });
        return value;
    }
    std::vector<std::string> codes() const {
        std::vector<std::string> all;
        for (const auto& row : plan.rows)
            for (const auto& message : row.messages)
                all.push_back(message.code);
        return all;
    }
};
YANXUN_ON_BOTH_ENGINES(UnitImportTest);

TEST_P(UnitImportTest, TheFileGoesInAsItIsAndOnlyOnce) {
    const auto first = importRows(register_());
    EXPECT_EQ(first.counts.read, 25);
    EXPECT_EQ(first.counts.created, 25);
    EXPECT_EQ(first.counts.errors, 0);
    db().read([&](Reader& reader) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& [kind, number] : unit_store::countByKind(reader))
            counts[kind] = number;
        EXPECT_EQ(counts, (std::map<std::string, std::int64_t>{{"村", 6}, {"社区", 5}, {"学校", 4}, {"企业", 10}}));
    });
    const auto second = importRows(register_());
    EXPECT_EQ(second.counts.created, 0);
    EXPECT_EQ(second.counts.skipped, 25);
    EXPECT_EQ(second.batch, 0);
}

TEST_P(UnitImportTest, CellsAreReadAsTheyAreMeant) {
    importRows(register_());
    const Unit village = named("第0槐坡村");
    EXPECT_EQ(village.name, "第0槐坡村"); // without the space behind it
    EXPECT_EQ(village.population, 1500);
    EXPECT_EQ(village.staff, std::nullopt);
    EXPECT_EQ(village.contact, "岑思远");
    EXPECT_EQ(village.phone, "10000000001");
    EXPECT_EQ(named("启航第0小学").pupils, 300);
    EXPECT_EQ(named("启航第0小学").subkind, "");
    EXPECT_EQ(named("启航第1幼儿园").subkind, "幼儿园");
    EXPECT_EQ(named("启航第1幼儿园").kind, "学校");
    EXPECT_EQ(named("云溪5厂").staff, 80);
    EXPECT_EQ(find(validUscc(5))->name, "云溪5厂");
}

TEST_P(UnitImportTest, FactsAreConfirmedByTheFileAndABlankIsUnknown) {
    importRows(register_());
    EXPECT_EQ(fact("云溪5厂", attribute::highRisk), "是");
    EXPECT_EQ(fact("云溪4厂", attribute::highRisk), "否");
    EXPECT_EQ(fact("云溪5厂", attribute::crowded), ""); // blank: not «no»
    EXPECT_EQ(fact("启航第0小学", attribute::crowded), "是");
    db().read([&](Reader& reader) {
        const auto facts = attribute_store::of(reader, find("云溪5厂")->id);
        ASSERT_EQ(facts.size(), 1u);
        EXPECT_EQ(facts[0].evidence, "单位名录.csv");
        EXPECT_EQ(facts[0].confirmedOn, clock.today());
        EXPECT_FALSE(facts[0].validFrom);
    });
}

TEST_P(UnitImportTest, FactsWaitForConfirmationWhenAsked) {
    importRows(register_(), ImportMode::add, {{"unconfirmed", "yes"}});
    EXPECT_EQ(named("启航第1幼儿园").subkind, "");
    std::int64_t open = 0;
    Attribute kindergarten;
    db().read([&](Reader& reader) {
        open = attribute_store::countUnconfirmed(reader);
        for (const Attribute& fact : attribute_store::of(reader, find("启航第1幼儿园")->id))
            if (fact.attribute == attribute::subkind) kindergarten = fact;
    });
    EXPECT_EQ(open, 25 + 4 + 2);
    db().write(
        [&](Writer& writer) { attributes.confirm(writer, kindergarten.id, kindergarten.revision, "现场核查"); });
    EXPECT_EQ(named("启航第1幼儿园").subkind, "幼儿园");
}

TEST_P(UnitImportTest, AWrongCodeIsAWarningAndNeverMatches) {
    const auto first = importRows(register_());
    EXPECT_EQ(std::ranges::count(codes(), "uscc.invalid"), 3);
    EXPECT_EQ(std::ranges::count(codes(), "kind.proposed"), 2);
    EXPECT_EQ(first.counts.warnings, 5);
    const Unit kept = named("云溪0厂");
    EXPECT_EQ(kept.uscc, wrongUscc(0));
    EXPECT_FALSE(kept.usccValid);
    const auto other = importRows({headings(), {"另一个厂", "企业", "青岭镇", wrongUscc(0), "", "", "", "", ""}});
    EXPECT_EQ(other.counts.created, 1);
}

TEST_P(UnitImportTest, AUnitIsKnownByAliasAndByValidCode) {
    importRows(register_());
    const Unit unit = named("云溪5厂");
    db().write([&](Writer& writer) { units.addAlias(writer, unit.id, "五厂", "录入"); });
    const auto result = importRows({headings(),
                                    {"五厂", "企业", "青岭镇", "", "90", "", "", "", ""},
                                    {"云溪第六工厂", "企业", "青岭镇", validUscc(6), "91", "", "", "", ""}},
                                   ImportMode::update);
    EXPECT_EQ(result.counts.updated, 2);
    EXPECT_EQ(result.counts.created, 0);
    EXPECT_EQ(std::ranges::count(codes(), "unit.renamed"), 1);
    EXPECT_EQ(named("云溪5厂").staff, 90);
    EXPECT_EQ(named("云溪6厂").staff, 91);
    EXPECT_EQ(find("云溪第六工厂")->name, "云溪6厂"); // remembered as an alias
    undo(unitImport, result.batch);
    EXPECT_FALSE(find("云溪第六工厂"));
    EXPECT_EQ(named("云溪6厂").staff, 80);
}

TEST_P(UnitImportTest, ModesDoWhatTheySay) {
    Unit known;
    known.name = "云溪5厂";
    known.kind = "企业";
    known.contact = "裴云帆";
    db().write([&](Writer& writer) { known = units.add(writer, known); });
    const Rows rows{headings(), {"云溪5厂", "企业", "青岭镇", "", "80", "是", "", "褚雨桐", ""}};
    EXPECT_EQ(importRows(rows).counts.skipped, 1);
    EXPECT_EQ(unit(known.id).staff, std::nullopt);

    EXPECT_EQ(importRows(rows, ImportMode::fill).counts.updated, 1);
    EXPECT_EQ(unit(known.id).staff, 80);
    EXPECT_EQ(unit(known.id).contact, "裴云帆");
    EXPECT_EQ(fact("云溪5厂", attribute::highRisk), "是");

    EXPECT_EQ(importRows(rows, ImportMode::update).counts.updated, 1);
    EXPECT_EQ(unit(known.id).contact, "褚雨桐");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_attribute"), 1); // the same fact is not told twice

    EXPECT_EQ(importRows(rows, ImportMode::nocheck).counts.created, 1);
    EXPECT_EQ(namesListed().size(), 2u);
    const auto ambiguous = importRows(rows, ImportMode::update);
    EXPECT_EQ(ambiguous.counts.errors, 1);
    EXPECT_EQ(codes(), std::vector<std::string>{"unit.ambiguous"});
}

TEST_P(UnitImportTest, AnUnitOfAnotherLedgerIsCompletedInEveryMode) {
    for (const ImportMode mode : {ImportMode::add, ImportMode::update, ImportMode::fill, ImportMode::nocheck}) {
        const std::string name = "云溪新厂" + std::to_string(static_cast<int>(mode));
        UnitRef made;
        db().write([&](Writer& writer) { made = directory.create(writer, {name, "青岭镇", "drills.ledger"}); });
        const auto result = importRows({headings(), {name, "企业", "青岭镇", "", "12", "否", "", "", ""}}, mode);
        EXPECT_EQ(result.counts.updated, 1) << static_cast<int>(mode);
        EXPECT_EQ(result.counts.created, 0) << static_cast<int>(mode);
        EXPECT_FALSE(unit(made.id).incomplete);
        EXPECT_EQ(unit(made.id).staff, 12);
        undo(unitImport, result.batch);
        EXPECT_TRUE(unit(made.id).incomplete);
        EXPECT_EQ(unit(made.id).staff, std::nullopt);
        EXPECT_EQ(fact(name, attribute::highRisk), "");
    }
}

TEST_P(UnitImportTest, UndoTakesBackWhatNobodyUses) {
    const auto first = importRows(register_());
    const auto used = find("云溪5厂")->id;
    users.add({"fake", [&](Reader&, std::int64_t id) { return id == used; }, {}, {}});
    Unit edited = named("云溪6厂");
    edited.contact = "裴云帆";
    db().write([&](Writer& writer) { units.edit(writer, edited); });
    const auto undone = undo(unitImport, first.batch);
    EXPECT_EQ(undone.removed, 23);
    EXPECT_EQ(undone.kept.size(), 2u);
    EXPECT_EQ(namesListed(), (std::vector<std::string>{"云溪5厂", "云溪6厂"}));
    EXPECT_EQ(namesListed({.search = "槐坡"}).size(), 0u);
    EXPECT_EQ(fact("云溪5厂", attribute::highRisk), "是");
}

TEST_P(UnitImportTest, UndoAndImportAgainGivesTheSame) {
    const auto first = importRows(register_());
    EXPECT_TRUE(undo(unitImport, first.batch).kept.empty());
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_attribute"), 0);
    EXPECT_EQ(importRows(register_()).counts.created, 25);
}

TEST_P(UnitImportTest, DoublesInOneFileAreSkippedByNameAliasAndCode) {
    Row head = headings();
    head.push_back("别名");
    const auto result = importRows({head,
                                    {"甲厂", "企业", "", validUscc(1), "", "", "", "", "", "老甲厂"},
                                    {"甲厂", "企业", "", "", "", "", "", "", "", ""},
                                    {"老甲厂", "企业", "", "", "", "", "", "", "", ""},
                                    {"甲工厂", "企业", "", validUscc(1), "", "", "", "", "", ""},
                                    {"乙厂", "企业", "", "", "", "", "", "", "", "甲厂"}});
    EXPECT_EQ(result.counts.created, 2);
    EXPECT_EQ(result.counts.skipped, 3);
    EXPECT_EQ(std::ranges::count(codes(), "alias.taken"), 1);
    EXPECT_EQ(find("老甲厂")->name, "甲厂");
    EXPECT_EQ(find("甲厂")->name, "甲厂");
}

TEST_P(UnitImportTest, ARowWithoutANameIsAnErrorAndTheRestGoesIn) {
    const auto result = importRows({headings(),
                                    {"", "企业", "青岭镇", "", "80", "", "", "", ""},
                                    {"乙厂", "企业", "青岭镇", "", "八十人左右", "", "", "", ""},
                                    {"丙厂", "企业", "", "", "", "", "", "", ""}});
    EXPECT_EQ(result.counts.errors, 2);
    EXPECT_EQ(result.counts.created, 1);
    EXPECT_EQ(namesListed(), std::vector<std::string>{"丙厂"});
}

} // namespace
} // namespace directory::testing
