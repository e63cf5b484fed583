#include "plugins/directory/directory_fixture.h"

#include <yanxun/table/export.h>

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

/// Another plugin that keeps unit ids: a table of records.
class MergeTest : public DirectoryTest {
protected:
    MergeTest() {
        db().migrate(
            "fake",
            {{1,
              "records",
              {"CREATE TABLE fake_record (id {pk}, revision {int} NOT NULL DEFAULT 1, unit_id {int} NOT NULL)"}}});
        UnitUser user;
        user.plugin = "fake";
        user.uses = [](Reader& reader, std::int64_t id) {
            return reader.scalar("SELECT COUNT(*) FROM fake_record WHERE unit_id = ?", {id}) > 0;
        };
        user.move = [](Writer& writer, std::int64_t from, const UnitRef& to) {
            std::vector<std::int64_t> ids;
            writer.each("SELECT id FROM fake_record WHERE unit_id = ? ORDER BY id", {from},
                        [&](const Row& row) { ids.push_back(row.integer(0)); });
            writer.exec("UPDATE fake_record SET unit_id = ? WHERE unit_id = ?", {to.id, from});
            return ids;
        };
        user.moveBack = [](Writer& writer, const std::vector<std::int64_t>& ids, const UnitRef& back) {
            for (const std::int64_t id : ids)
                writer.exec("UPDATE fake_record SET unit_id = ? WHERE id = ?", {back.id, id});
        };
        users.add(user);
    }

    void addRecord(std::int64_t unit) {
        db().write([&](Writer& writer) { writer.insert("fake_record", {{"unit_id", unit}}); });
    }
    std::int64_t records(std::int64_t unit) {
        return scalar("SELECT COUNT(*) FROM fake_record WHERE unit_id = " + std::to_string(unit));
    }
    std::int64_t merge(std::int64_t kept, std::int64_t merged) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = merges.merge(writer, kept, merged); });
        return id;
    }
    void undoMerge(std::int64_t id) {
        db().write([&](Writer& writer) { merges.undo(writer, id); });
    }
};
YANXUN_ON_BOTH_ENGINES(MergeTest);

TEST_P(MergeTest, AMergedUnitLeadsToTheKeptOneInEveryWay) {
    const Unit kept = addUnit("云溪实验小学", "学校"), merged = addUnit("实验小学", "学校", "青岭镇");
    db().write([&](Writer& writer) { units.addAlias(writer, merged.id, "云小", "录入"); });
    addRecord(kept.id);
    addRecord(merged.id);
    merge(kept.id, merged.id);
    EXPECT_EQ(find("实验小学")->id, kept.id);
    EXPECT_EQ(find("云小")->id, kept.id);
    EXPECT_EQ(records(kept.id), 2);
    EXPECT_EQ(records(merged.id), 0);
    EXPECT_EQ(namesListed(), std::vector<std::string>{"云溪实验小学"});
    db().read([&](Reader& reader) { EXPECT_EQ(directory.get(reader, merged.id)->id, kept.id); });
    EXPECT_EQ(namesListed({.search = "实验小学"}).size(), 1u);
}

TEST_P(MergeTest, UndoMovesBackExactlyWhatWasMoved) {
    const Unit kept = addUnit("云溪实验小学", "学校"), merged = addUnit("实验小学", "学校");
    db().write([&](Writer& writer) {
        units.addAlias(writer, kept.id, "云溪小学", "录入");
        units.addAlias(writer, merged.id, "云小", "录入");
    });
    addRecord(kept.id);
    addRecord(merged.id);
    const auto id = merge(kept.id, merged.id);
    addRecord(kept.id); // made after the merge: stays
    undoMerge(id);
    EXPECT_EQ(records(kept.id), 2);
    EXPECT_EQ(records(merged.id), 1);
    EXPECT_EQ(find("实验小学")->id, merged.id);
    EXPECT_EQ(find("云小")->id, merged.id);
    EXPECT_EQ(find("云溪小学")->id, kept.id);
    EXPECT_EQ(namesListed().size(), 2u);
    EXPECT_EQ(namesListed({.search = "实验小学"}).size(), 2u);
    EXPECT_THROW(undoMerge(id), yanxun::Conflict);
}

TEST_P(MergeTest, BlankFieldsAreFilledAndEmptiedAgain) {
    Unit kept = addUnit("甲公司", "企业", ""), merged = addUnit("甲有限公司", "企业", "青岭镇", validUscc(3));
    merged.staff = 30;
    merged.contact = "褚安和";
    db().write([&](Writer& writer) { merged = units.edit(writer, merged); });
    const auto id = merge(kept.id, merged.id);
    EXPECT_EQ(unit(kept.id).staff, 30);
    EXPECT_EQ(unit(kept.id).regionName, "青岭镇");
    EXPECT_EQ(find(validUscc(3))->id, kept.id);
    Unit edited = unit(kept.id);
    edited.contact = "裴云帆"; // decided by hand since: stays
    db().write([&](Writer& writer) { units.edit(writer, edited); });
    undoMerge(id);
    EXPECT_EQ(unit(kept.id).staff, std::nullopt);
    EXPECT_EQ(unit(kept.id).regionName, "");
    EXPECT_EQ(unit(kept.id).contact, "裴云帆");
    EXPECT_EQ(find(validUscc(3))->id, merged.id);
    EXPECT_EQ(unit(merged.id).staff, 30);
}

TEST_P(MergeTest, FactsPeopleTeamsAndScopeMoveToo) {
    const Unit kept = addUnit("甲公司"), merged = addUnit("甲有限公司");
    db().write([&](Writer& writer) {
        attributes.tell(writer, {0, 0, merged.id, "high_risk", "是", {}, {}, {}, "", ""});
        people.add(writer, {0, 0, "褚安和", merged.id, "", "厂长", "", "", false, true});
        people.addTeam(writer, {0, 0, "甲救援队", merged.id, "", "", {}, "", "", "", 0});
        scope.set(writer, 2021, "企业", merged.id, false, "停产");
        scope.set(writer, 2022, "企业", merged.id, false, "停产");
        scope.set(writer, 2022, "企业", kept.id, true, "在产");
    });
    const auto id = merge(kept.id, merged.id);
    const auto at = [&](const char* table, std::int64_t unit) {
        return scalar(std::string("SELECT COUNT(*) FROM ") + table + " WHERE unit_id = " + std::to_string(unit));
    };
    for (const char* table : {"directory_attribute", "directory_person", "directory_team"}) {
        EXPECT_EQ(at(table, kept.id), 1) << table;
        EXPECT_EQ(at(table, merged.id), 0) << table;
    }
    EXPECT_EQ(at("directory_scope", kept.id), 2); // 2022 was decided for both: each keeps its own
    undoMerge(id);
    for (const char* table : {"directory_attribute", "directory_person", "directory_team"})
        EXPECT_EQ(at(table, merged.id), 1) << table;
    EXPECT_EQ(at("directory_scope", merged.id), 2);
}

TEST_P(MergeTest, WhatIsNotOneUnitIsRefused) {
    const Unit first = addUnit("甲公司", "企业", "", validUscc(1)),
               second = addUnit("乙公司", "企业", "", validUscc(2)), third = addUnit("丙公司");
    EXPECT_THROW(merge(first.id, first.id), yanxun::Error);
    EXPECT_THROW(merge(first.id, second.id), yanxun::Error);
    merge(first.id, third.id);
    EXPECT_THROW(merge(second.id, third.id), yanxun::Error);
    EXPECT_THROW(merge(third.id, second.id), yanxun::Error);
}

TEST_P(MergeTest, MergesAreUndoneInTheOrderTheyWereMade) {
    const Unit a = addUnit("甲公司"), b = addUnit("乙公司"), c = addUnit("丙公司");
    addRecord(c.id);
    const auto first = merge(b.id, c.id);
    const auto second = merge(a.id, b.id);
    EXPECT_EQ(find("丙公司")->id, a.id);
    EXPECT_THROW(undoMerge(first), yanxun::Error);
    undoMerge(second);
    undoMerge(first);
    EXPECT_EQ(find("丙公司")->id, c.id);
    EXPECT_EQ(records(c.id), 1);
}

TEST_P(MergeTest, AMissingPluginRefusesTheUndo) {
    const Unit kept = addUnit("甲公司"), merged = addUnit("乙公司");
    addRecord(merged.id);
    const auto id = merge(kept.id, merged.id);
    const UnitUserList nobody;
    const UnitService service(regions, nobody);
    const MergeService without(service);
    EXPECT_THROW(db().write([&](Writer& writer) { without.undo(writer, id); }), yanxun::Error);
    EXPECT_EQ(records(kept.id), 1);
}

} // namespace
} // namespace directory::testing
