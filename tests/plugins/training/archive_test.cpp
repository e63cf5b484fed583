#include "core/class_lines.h"
#include "training_fixture.h"

namespace training::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class ArchiveTest : public TrainingTest {
protected:
    std::string missing(const std::string& scope, std::int64_t subject) {
        std::string titles;
        db().read([&](Reader& reader) {
            for (const ChecklistLine& line : archive.checklist(reader, scope, subject)) {
                if (!line.present) titles += line.part.title + ";";
            }
        });
        return titles;
    }
};
YANXUN_ON_BOTH_ENGINES(ArchiveTest);

TEST_P(ArchiveTest, RecordsProveWhatTheyCanAndTheRestIsFiled) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    EXPECT_EQ(missing("class", id), "培训计划;培训时间和地点;课程讲义;考勤;综合考评报告;")
        << "no place, no attendance yet";
    db().write([&](Writer& writer) {
        archive.file(writer, "class", id, "class.plan", "2021年度培训计划，柜3");
        archive.file(writer, "class", id, "class.plan", "2021年度培训计划（修订），柜3");
        const auto session = classes.addSession(writer, {0, 0, id, {2021, 5, 3}, {}, {}, 180, "", "", ""});
        const auto who = roster.enrol(writer, id, {"卞思远", "", "", false});
        roster.attend(writer, {0, 0, session, who, Presence::present, {}, {}, 0, "纸签"});
    });
    EXPECT_EQ(missing("class", id), "培训时间和地点;课程讲义;综合考评报告;");
    EXPECT_EQ(count("SELECT count(*) FROM training_archive_part"), 1) << "handing in again replaces";
    EXPECT_EQ(count("SELECT count(*) FROM training_archive_part WHERE document = '2021年度培训计划（修订），柜3'"), 1)
        << "kept as the person wrote it";
    db().write([&](Writer& writer) { archive.takeOut(writer, "class", id, "class.plan"); });
    EXPECT_NE(missing("class", id).find("培训计划"), std::string::npos);
    EXPECT_NE(refusal([&](Writer& writer) { archive.takeOut(writer, "class", id, "class.plan"); }), "");
    EXPECT_NE(
        refusal([&](Writer& writer) { archive.file(writer, "class", id, "class.nothing", ""); }).find("class.plan"),
        std::string::npos);
    EXPECT_THROW(db().write([&](Writer& writer) { archive.file(writer, "class", 99, "class.plan", ""); }),
                 yanxun::NotFound);
}

TEST_P(ArchiveTest, TheRegisterNamesTheSameParts) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    db().write([&](Writer& writer) { archive.file(writer, "class", id, "class.report", "考评报告"); });
    std::string listed;
    db().read([&](Reader& reader) {
        classRows(reader, {yanxun::Period::year(2021), Mode::unknown, 0}, archive)
            .each([&](std::span<const yanxun::Value> cells) { listed = *cells.back().text(); });
    });
    EXPECT_EQ(listed, "培训计划、培训时间和地点、课程讲义、考勤");
}

TEST_P(ArchiveTest, PeopleAndUnitsHaveTheirOwn) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    const auto host = get(id).unitId;
    EXPECT_EQ(missing("unit", host), "安全生产教育和培训计划;特种作业人员证书;");
    const auto who = enrol(id, "卞思远");
    std::int64_t person = 0;
    db().write([&](Writer& writer) {
        person = learners::get(writer, who).personId;
        hours.creditClass(writer, id);
    });
    EXPECT_EQ(missing("person", person), "学员登记表;身份证和学历复印件;违规违章及处理;");
}

} // namespace
} // namespace training::testing
