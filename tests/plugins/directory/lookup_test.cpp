#include "plugins/directory/directory_fixture.h"

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class LookupTest : public DirectoryTest {};
YANXUN_ON_BOTH_ENGINES(LookupTest);

TEST_P(LookupTest, AUnitIsFoundByNameAliasAndValidCode) {
    const Unit unit = addUnit("云溪澜川机械有限公司", "企业", "白石坡镇", validUscc(7));
    db().write([&](Writer& writer) { units.addAlias(writer, unit.id, "澜川机械", "录入"); });
    for (const std::string& called : {std::string("云溪澜川机械有限公司"), std::string("　云溪澜川机械有限公司 "),
                                      std::string("澜川机械"), validUscc(7)}) {
        const auto found = find(called);
        ASSERT_TRUE(found) << called;
        EXPECT_EQ(found->id, unit.id);
        EXPECT_EQ(found->kind, "企业");
        EXPECT_EQ(found->regionName, "白石坡镇");
    }
    EXPECT_FALSE(find("澜川"));
    EXPECT_FALSE(find(""));
}

TEST_P(LookupTest, ANameThatTwoUnitsHaveFindsNone) {
    const Unit first = addUnit("甲公司");
    db().write([&](Writer& writer) {
        Unit second = first; // as «不查重» makes it
        second.uid.clear();
        unit_store::add(writer, second);
    });
    EXPECT_FALSE(find("甲公司"));
}

TEST_P(LookupTest, NamesAlikeAreOfferedBestFirst) {
    addUnit("云溪实验小学", "学校");
    addUnit("云溪实验中学", "学校");
    addUnit("白石坡卫生院", "医院");
    db().read([&](Reader& reader) {
        const auto found = directory.candidates(reader, "实验小学", 5);
        ASSERT_GE(found.size(), 1u);
        EXPECT_EQ(found[0].unit.name, "云溪实验小学");
        for (const UnitMatch& match : found) {
            EXPECT_NE(match.unit.name, "白石坡卫生院");
            EXPECT_GE(match.likeness, 0.6);
        }
        EXPECT_TRUE(directory.candidates(reader, "完全不同的东西", 5).empty());
        EXPECT_EQ(directory.candidates(reader, "云溪实验小学校", 1).size(), 1u);
    });
}

TEST_P(LookupTest, CandidatesFollowWhatIsWritten) {
    addUnit("云溪实验小学", "学校");
    const auto offered = [&] {
        std::size_t count = 0;
        db().read([&](Reader& reader) { count = directory.candidates(reader, "云溪实验小学堂", 5).size(); });
        return count;
    };
    EXPECT_EQ(offered(), 1u);
    addUnit("云溪实验小学园", "学校");
    EXPECT_EQ(offered(), 2u);
    EXPECT_THROW(db().write([&](Writer& writer) {
        Unit unit;
        unit.name = "云溪实验小学馆";
        unit.kind = "学校";
        units.add(writer, unit);
        directory.candidates(writer, "云溪实验小学堂", 5);
        throw yanxun::Error("stop");
    }),
                 yanxun::Error);
    EXPECT_EQ(offered(), 2u);
}

TEST_P(LookupTest, AUnitOfAnotherLedgerIsIncompleteUntilItsKindIsTold) {
    UnitRef ref;
    db().write([&](Writer& writer) { ref = directory.create(writer, {"云溪新厂", "白石坡镇", "drills.ledger"}); });
    const Unit made = unit(ref.id);
    EXPECT_TRUE(made.incomplete);
    EXPECT_EQ(made.source, "其他台账");
    EXPECT_EQ(made.seenIn, "drills.ledger");
    EXPECT_EQ(namesListed({.incompleteOnly = true}).size(), 1u);
    Unit told = made;
    told.kind = "企业";
    db().write([&](Writer& writer) { units.edit(writer, told); });
    EXPECT_TRUE(namesListed({.incompleteOnly = true}).empty());
}

TEST_P(LookupTest, AnUnusedUnitGoesAgainAndACompletedOneStays) {
    UnitRef unused, completed, used;
    db().write([&](Writer& writer) {
        unused = directory.create(writer, {"甲厂", "", "drills.ledger"});
        completed = directory.create(writer, {"乙厂", "", "drills.ledger"});
        used = directory.create(writer, {"丙厂", "", "drills.ledger"});
    });
    users.add({"fake", [&](Reader&, std::int64_t id) { return id == used.id; }, {}, {}});
    Unit told = unit(completed.id);
    told.kind = "企业";
    db().write([&](Writer& writer) { units.edit(writer, told); });
    db().write([&](Writer& writer) {
        EXPECT_TRUE(directory.removeIfUnused(writer, unused.id));
        EXPECT_FALSE(directory.removeIfUnused(writer, completed.id));
        EXPECT_FALSE(directory.removeIfUnused(writer, used.id));
        EXPECT_TRUE(directory.removeIfUnused(writer, unused.id)); // already gone
    });
    EXPECT_EQ(namesListed().size(), 2u);
}

TEST_P(LookupTest, SuggestionsBeginContainOrSoundLikeWhatIsTyped) {
    addUnit("石桥小学", "学校");
    addUnit("上石桥村", "村");
    const Unit aliased = addUnit("白石坡卫生院", "医院");
    db().write([&](Writer& writer) { units.addAlias(writer, aliased.id, "石桥医院", "录入"); });
    const auto suggested = [&](const std::string& typed) {
        std::vector<std::string> names;
        db().read([&](Reader& reader) {
            for (const UnitRef& ref : directory.suggest(reader, typed, 10))
                names.push_back(ref.name);
        });
        return names;
    };
    const auto names = suggested("石桥");
    ASSERT_EQ(names.size(), 3u);
    EXPECT_EQ(names[0], "石桥小学");
    EXPECT_EQ(suggested("shiqiao"), std::vector<std::string>{"石桥小学"});
    EXPECT_EQ(suggested("sqxx"), std::vector<std::string>{"石桥小学"});
    EXPECT_TRUE(suggested("%").empty());
    EXPECT_TRUE(suggested("").empty());
}

TEST_P(LookupTest, EveryUnitIsPassedOnceByName) {
    addUnit("中学", "学校");
    addUnit("阿公司");
    std::vector<std::string> names;
    db().read(
        [&](Reader& reader) { directory.each(reader, [&](const UnitRef& ref) { names.push_back(ref.name); }); });
    EXPECT_EQ(names, (std::vector<std::string>{"阿公司", "中学"}));
}

} // namespace
} // namespace directory::testing
