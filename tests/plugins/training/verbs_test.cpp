#include "core/verb_values.h"
#include "training_fixture.h"

#include <map>

namespace training::testing {
namespace {

/// Keeps what a verb answers.
class Answer final : public yanxun::VerbOutput {
public:
    void field(const std::string& id, const std::string&, const yanxun::Value& value,
               yanxun::CellKind kind) override {
        fields[id] = yanxun::cellText(value, kind);
    }
    void table(const std::string&, const yanxun::RowSource& source) override {
        rows.clear();
        source.each([&](std::span<const yanxun::Value> cells) {
            std::map<std::string, std::string> row;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                row[source.columns[i].id] = yanxun::cellText(cells[i], source.columns[i].kind);
            }
            rows.push_back(std::move(row));
        });
    }
    void say(const std::string& sentence) override { said += sentence; }

    std::map<std::string, std::string> fields;
    std::vector<std::map<std::string, std::string>> rows;
    std::string said;
};

class VerbsTest : public TrainingTest {
protected:
    using Arguments = std::map<std::string, std::string, std::less<>>;

    VerbsTest() {
        for (const auto make : {classVerbs, courseVerbs, rosterVerbs, hoursVerbs, certificateVerbs}) {
            for (auto& verb : make(parts))
                verbs.emplace(verb.id, verb);
        }
    }
    Answer run(const std::string& id, Arguments arguments) {
        Answer answer;
        const yanxun::Verb& verb = verbs.at("training." + id);
        for (const auto& [name, value] : arguments) {
            const bool known = std::any_of(verb.parameters.begin(), verb.parameters.end(),
                                           [&](const auto& p) { return p.id == name; });
            EXPECT_TRUE(known) << id << " --" << name;
        }
        yanxun::VerbCall call;
        call.arguments = std::move(arguments);
        call.database = &db();
        call.clock = &clock;
        call.output = &answer;
        call.progress = &yanxun::Progress::none();
        EXPECT_EQ(verb.run(call), 0);
        return answer;
    }
    VerbParts parts{classes, roster, hours, papers, archive, neighbour->units(), neighbour->people(), words, rules};
    std::map<std::string, yanxun::Verb> verbs;
};
YANXUN_ON_BOTH_ENGINES(VerbsTest);

TEST_P(VerbsTest, TakeAClassFromEntryToItsHours) {
    run("programme-add", {{"name", "三级安全教育"}, {"kind", "岗前"}, {"hours", "24"}, {"level", "厂级"}});
    const auto added = run("add", {{"name", "新员工培训"},
                                   {"unit", "恒业化工"},
                                   {"date", "2021-05-03"},
                                   {"mode", "线下"},
                                   {"programme", "三级安全教育"},
                                   {"attended", "约30"},
                                   {"create-unit", ""}});
    const std::string id = added.fields.at("id");
    EXPECT_EQ(added.fields.at("hours"), "24");
    EXPECT_EQ(added.fields.at("kind"), "岗前");
    EXPECT_EQ(added.fields.at("estimated"), "是");
    EXPECT_EQ(run("edit", {{"id", id}, {"place", "培训室"}, {"passed", "28"}}).fields.at("place"), "培训室");
    EXPECT_EQ(run("headcount", {{"id", id}, {"count", "31"}}).fields.at("attended"), "31");

    const auto session = run("session-add", {{"id", id}, {"date", "2021-05-03"}, {"from", "9:00"}, {"to", "12:00"}})
                             .rows.front()
                             .at("id");
    EXPECT_EQ(run("session-edit", {{"id", session}, {"topic", "法规"}}).rows.front().at("topic"), "法规");
    EXPECT_EQ(run("sessions", {{"id", id}}).rows.size(), 1u);
    const auto who =
        run("enrol", {{"id", id}, {"name", "卞思远"}, {"category", "新员工"}, {"register", ""}}).rows.front();
    EXPECT_EQ(who.at("category"), "新上岗人员");
    const auto other = run("enrol", {{"id", id}, {"name", "岑若溪"}}).rows.front();
    EXPECT_EQ(other.at("person"), "");
    EXPECT_NE(run("learner-edit", {{"id", other.at("id")}, {"register", ""}}).rows.front().at("person"), "");
    EXPECT_EQ(run("attend", {{"id", session}, {"learner", who.at("id")}, {"presence", "迟到"}, {"in", "9:20"}})
                  .rows.front()
                  .at("minutes"),
              "160");
    EXPECT_EQ(run("attend-all", {{"id", session}}).rows.size(), 2u);
    EXPECT_EQ(run("attendance", {{"id", session}}).rows.size(), 2u);
    run("result-add", {{"id", who.at("id")}, {"score", "88.5"}, {"passed", ""}});
    EXPECT_EQ(run("results", {{"id", id}}).rows.front().at("score"), "88.5");
    EXPECT_EQ(run("credit", {{"id", id}}).fields.at("added"), "2");
    EXPECT_EQ(run("ledger", {{"name", "卞思远"}, {"unit", "恒业化工"}}).rows.front().at("minutes"), "160");
    EXPECT_EQ(run("uncredit", {{"id", id}, {"reason", "误记"}}).fields.at("reversed"), "2");

    EXPECT_EQ(run("archive", {{"id", id}}).rows.size(), 8u);
    run("archive-file", {{"id", id}, {"part", "class.plan"}, {"document", "计划"}});
    EXPECT_EQ(run("archive-take-out", {{"id", id}, {"part", "class.plan"}}).rows.front().at("present"), "缺");
    EXPECT_EQ(run("step", {{"id", id}, {"to", "已归档"}}).fields.at("status"), "已归档");
    EXPECT_EQ(run("list", {{"year", "2021"}, {"month", "5"}, {"mode", "offline"}, {"status", "已归档"}}).rows.size(),
              1u);
    run("step", {{"id", id}, {"to", "已完成"}, {"reason", "补录"}});
    run("withdraw", {{"id", other.at("id")}});
    EXPECT_EQ(run("roster", {{"id", id}}).rows.size(), 1u);
    run("session-remove", {{"id", session}});
    EXPECT_THROW(run("remove", {{"id", id}}), yanxun::Error) << "credited once: the ledger names it";
    EXPECT_EQ(run("show", {{"id", id}}).fields.at("number"), "2021-001");
    const auto programme = run("programmes", {}).rows.front().at("id");
    EXPECT_EQ(run("programme-edit", {{"id", programme}, {"level", "车间级"}}).rows.front().at("level"), "车间级");
    EXPECT_THROW(run("programme-remove", {{"id", programme}}), yanxun::Error);
    const auto plain = run("add", {{"name", "临时"}, {"unit", "恒业化工"}, {"date", "2021-05-04"}}).fields.at("id");
    run("remove", {{"id", plain}});
    EXPECT_EQ(run("list", {}).rows.size(), 1u);
}

TEST_P(VerbsTest, KeepPeopleHoursAndCertificates) {
    unit("恒业化工");
    const auto trainee = run("trainee-add", {{"name", "卞思远"},
                                             {"unit", "恒业化工"},
                                             {"role", "安管人员"},
                                             {"industry", "高危"},
                                             {"since", "2018-03-01"}})
                             .rows.front();
    const Arguments person{{"name", "卞思远"}, {"unit", "恒业化工"}};
    const auto credit =
        run("credit-add",
            {{"person", trainee.at("person")}, {"date", "2021-03-01"}, {"hours", "12"}, {"reason", "市局培训"}})
            .rows.front();
    const auto hoursNow = run("hours", person).rows.front();
    EXPECT_EQ(hoursNow.at("required"), "16");
    EXPECT_EQ(hoursNow.at("gap"), "4");
    run("credit-reverse", {{"id", credit.at("id")}, {"reason", "重复"}});
    EXPECT_EQ(run("hours", {{"name", "卞思远"}, {"unit", "恒业化工"}, {"on", "2021-12-31"}}).rows.front().at("gap"),
              "16");
    EXPECT_EQ(run("ledger", person).rows.size(), 2u);
    EXPECT_EQ(run("trainee-edit", {{"id", trainee.at("id")}, {"until", "2021-06-01"}}).rows.front().at("until"),
              "2021-06-01");
    EXPECT_NE(run("hours", person).said, "");
    EXPECT_EQ(run("trainees", {{"text", "思远"}}).rows.size(), 1u);
    run("trainee-remove", {{"id", trainee.at("id")}});
    EXPECT_TRUE(run("trainees", {}).rows.empty());
    EXPECT_GE(run("rules", {}).rows.size(), 7u);

    const auto paper = run("certificate-add", {{"name", "卞思远"},
                                               {"unit", "恒业化工"},
                                               {"type", "特种作业证"},
                                               {"number", "T990101199001011234"},
                                               {"issued", "2018-05-10"}})
                           .rows.front();
    EXPECT_EQ(paper.at("number"), "T99010*************");
    EXPECT_EQ(paper.at("state"), "逾期未复审");
    EXPECT_EQ(run("certificates", {{"due", "180"}}).rows.size(), 1u);
    EXPECT_EQ(run("certificate-review", {{"id", paper.at("id")}, {"date", "2021-06-20"}}).rows.front().at("state"),
              "有效");
    EXPECT_EQ(run("certificate-edit", {{"id", paper.at("id")}, {"issuer", "示范省应急管理厅"}}).rows.size(), 1u);
    const auto renewed = run("certificate-renew", {{"id", paper.at("id")}, {"issued", "2021-06-25"}}).rows.front();
    EXPECT_EQ(renewed.at("replaces"), paper.at("id"));
    EXPECT_EQ(run("certificates", {{"live", ""}, {"type", "特种作业证"}}).rows.size(), 1u);
    EXPECT_EQ(run("certificate-standing", {{"id", renewed.at("id")}, {"to", "注销"}, {"reason", "离岗"}})
                  .rows.front()
                  .at("state"),
              "已注销");
    run("certificate-remove", {{"id", renewed.at("id")}});
    EXPECT_EQ(run("certificates", {{"live", ""}}).rows.front().at("id"), paper.at("id"));
}

TEST_P(VerbsTest, RefuseWithASentence) {
    const auto refused = [&](const std::string& id, Arguments arguments) {
        try {
            run(id, std::move(arguments));
        } catch (const yanxun::Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(refused("show", {{"id", "99"}}), "");
    EXPECT_NE(refused("show", {{"id", "abc"}}), "");
    EXPECT_NE(refused("list", {{"month", "5"}}), "");
    EXPECT_NE(refused("list", {{"mode", "radio"}}), "");
    EXPECT_NE(refused("list", {{"status", "没有"}}), "");
    EXPECT_NE(refused("step", {{"id", "1"}, {"to", "没有"}}), "");
    EXPECT_NE(refused("add", {{"name", "甲"}, {"unit", "乙"}, {"date", "2021-02-30"}}), "");
    EXPECT_NE(refused("headcount", {{"id", "1"}, {"count", "许多"}}), "");
    EXPECT_NE(refused("session-add", {{"id", "1"}, {"date", "2021-05-03"}, {"from", "九点"}}), "");
    EXPECT_NE(refused("attend", {{"id", "1"}, {"learner", "1"}, {"presence", "在"}}), "");
    EXPECT_NE(refused("archive", {{"id", "1"}, {"scope", "world"}}), "");
    EXPECT_NE(refused("hours", {}), "");
    EXPECT_NE(refused("hours", {{"person", "7"}}), "");
    EXPECT_NE(refused("ledger", {{"name", "甲"}, {"unit", "没有的单位"}}), "");
    EXPECT_NE(refused("credit-reverse", {{"id", "7"}, {"reason", "x"}}), "");
    EXPECT_NE(refused("certificate-standing", {{"id", "1"}, {"to", "没有"}, {"reason", "x"}}), "");
    EXPECT_NE(refused("result-add", {{"id", "1"}, {"score", "好"}}), "");
}

} // namespace
} // namespace training::testing
