#include "core/verbs.h"
#include "small_district.h"

namespace campaigns::testing {
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
    int code = 0;
};

class VerbsTest : public SmallDistrict {
protected:
    VerbsTest() {
        const Parts parts{service, posts, plans, coverage, dates, listeners};
        for (const auto& list : {activityVerbs(parts), postVerbs(parts), planVerbs(parts), termVerbs()}) {
            for (const auto& verb : list) EXPECT_TRUE(verbs.emplace(verb.id, verb).second) << verb.id;
        }
    }
    Answer run(const std::string& id, std::map<std::string, std::string, std::less<>> arguments = {}) {
        Answer answer;
        yanxun::VerbCall call;
        call.arguments = std::move(arguments);
        call.database = &db();
        call.clock = &clock;
        call.output = &answer;
        call.progress = &yanxun::Progress::none();
        answer.code = verbs.at(id).run(call);
        return answer;
    }
    std::string refused(const std::string& id, std::map<std::string, std::string, std::less<>> arguments) {
        try {
            run(id, std::move(arguments));
        } catch (const yanxun::Error& error) {
            return error.what();
        }
        return {};
    }
    std::map<std::string, yanxun::Verb> verbs;
};
YANXUN_ON_BOTH_ENGINES(VerbsTest);

TEST_P(VerbsTest, TakeAnActivityFromEntryToRemoval) {
    const Answer added = run("campaigns.add", {{"name", "燃气安全宣传"}, {"date", "2021-05-03"}, {"units", "甲厂、乙厂"},
                                               {"categories", "进企业"}, {"attendance", "约300"}, {"metrics", "横幅=5；展板=约3"},
                                               {"themes", "公共安全知识"}, {"place", "青岭镇"}});
    const std::string id = added.fields.at("id");
    EXPECT_EQ(added.fields.at("attendance"), "300");
    EXPECT_EQ(added.fields.at("attendance_estimated"), "1");
    EXPECT_EQ(added.fields.at("metrics"), "横幅=5；展板=约3");
    EXPECT_EQ(added.fields.at("status"), "已开展");
    EXPECT_EQ(run("campaigns.edit", {{"id", id}, {"units", "乙厂"}}).fields.at("units"), "乙厂");
    EXPECT_EQ(run("campaigns.show", {{"id", id}}).fields.at("themes"), "公共安全知识");
    EXPECT_EQ(run("campaigns.attendance", {{"id", id}, {"count", "1.2万"}}).fields.at("attendance"), "12000");
    EXPECT_EQ(run("campaigns.step", {{"id", id}, {"to", "已归档"}}).fields.at("status"), "已归档");
    EXPECT_EQ(run("campaigns.list", {{"year", "2021"}, {"text", "燃气"}}).rows.size(), 1u);
    run("campaigns.remove", {{"id", id}});
    EXPECT_THAT(refused("campaigns.show", {{"id", id}}), HasSubstr("已不存在"));
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(VerbsTest, PlanVisitsToUnitsNotReached) {
    const Answer plan = run("campaigns.plan", {{"name", "查漏补缺"}, {"date", "2021-09-01"}, {"category", "进家庭"}, {"year", "2021"}});
    EXPECT_EQ(plan.fields.at("units"), "锦社区、南村");
    EXPECT_EQ(plan.fields.at("status"), "计划");
    EXPECT_THAT(refused("campaigns.plan", {{"name", "再来"}, {"date", "2021-09-02"}, {"category", "进家庭"}, {"year", "2021"}}),
                HasSubstr("没有符合条件"));
}

TEST_P(VerbsTest, CheckFindsAndMendsDamage) {
    EXPECT_EQ(run("campaigns.check").code, 0);
    db().write([](yanxun::Writer& writer) { writer.exec("DELETE FROM campaigns_cover WHERE activity_id = 1"); });
    EXPECT_EQ(run("campaigns.check").code, 3);
    EXPECT_EQ(run("campaigns.check", {{"mend", ""}}).fields.at("missing"), "1");
    EXPECT_EQ(run("campaigns.check").code, 0);
    directory.setIssueSource({"materials", "", [](yanxun::Reader&, std::int64_t, const auto&) {},
                              [](yanxun::Reader&, std::int64_t activity) { return activity == 1 ? 5 : 0; }});
    EXPECT_EQ(run("campaigns.check").fields.at("issued"), "1");
}

TEST_P(VerbsTest, KeepPostsAndTheirCounts) {
    const std::string id = run("campaigns.post-add", {{"title", "微课堂"}, {"platform", "抖音"}, {"published", "2021-03-01"}}).fields.at("id");
    run("campaigns.post-count", {{"id", id}, {"value", "3.4万"}, {"on", "2021-03-31"}});
    const Answer shown = run("campaigns.post-count", {{"id", id}, {"value", "36000"}, {"on", "2021-04-30"}});
    EXPECT_EQ(shown.fields.at("views"), "36000");
    EXPECT_EQ(shown.rows.size(), 2u);
    EXPECT_EQ(run("campaigns.post-gained", {{"year", "2021"}, {"month", "4"}}).fields.at("views"), "2000");
    EXPECT_EQ(run("campaigns.posts", {{"platform", "抖音"}}).rows.size(), 1u);
    EXPECT_EQ(run("campaigns.post-edit", {{"id", id}, {"title", "微课堂第1期"}}).fields.at("title"), "微课堂第1期");
    run("campaigns.post-count-remove", {{"id", shown.rows[0].at("id")}});
    EXPECT_EQ(run("campaigns.post", {{"id", id}}).rows.size(), 1u);
    run("campaigns.post-remove", {{"id", id}});
    EXPECT_EQ(run("campaigns.posts").rows.size(), 0u);
}

TEST_P(VerbsTest, KeepTargetsCampaignsKeyDatesAndTheDictionary) {
    const std::string target = run("campaigns.target-add", {{"year", "2021"}, {"category", "进企业"}, {"kind", "比率"}, {"wanted", "90"},
                                                            {"words", "企业覆盖率90%"}}).fields.at("id");
    const Answer targets = run("campaigns.targets", {{"year", "2021"}});
    ASSERT_EQ(targets.rows.size(), 1u);
    EXPECT_EQ(targets.rows[0].at("wanted"), "3");
    EXPECT_EQ(targets.rows[0].at("done"), "2");
    run("campaigns.target-edit", {{"id", target}, {"kind", "全覆盖"}});
    run("campaigns.target-remove", {{"id", target}});
    EXPECT_EQ(run("campaigns.targets", {{"year", "2021"}}).rows.size(), 0u);

    const std::string month = run("campaigns.campaign-add", {{"name", "安全生产月"}, {"first", "2021-06-01"}, {"last", "2021-06-30"},
                                                             {"key-date", "safety_month"}}).fields.at("id");
    run("campaigns.campaign-edit", {{"id", month}, {"name", "2021年安全生产月"}});
    EXPECT_EQ(run("campaigns.campaigns").rows[0].at("name"), "2021年安全生产月");
    run("campaigns.campaign-remove", {{"id", month}});

    run("campaigns.key-date-set", {{"rule", "disaster_week"}, {"year", "2022"}, {"first", "2022-05-07"}, {"last", "2022-05-13"}});
    const auto confirmed = [&] {
        for (const auto& row : run("campaigns.key-dates", {{"year", "2022"}}).rows) {
            if (row.at("rule") == "disaster_week") return row.at("confirmed");
        }
        return std::string();
    };
    EXPECT_EQ(confirmed(), "是");
    run("campaigns.key-date-reset", {{"rule", "disaster_week"}, {"year", "2022"}});
    EXPECT_EQ(confirmed(), "否");

    const std::string term = run("campaigns.term-add", {{"name", "进机关"}, {"kind", "类别"}, {"also", "机关、进单位"}}).fields.at("id");
    run("campaigns.term-edit", {{"id", term}, {"off", ""}});
    EXPECT_EQ(run("campaigns.terms", {{"kind", "类别"}}).rows.size(), 6u);
    run("campaigns.term-remove", {{"id", term}});
    EXPECT_EQ(run("campaigns.terms", {{"kind", "类别"}}).rows.size(), 5u);
}

TEST_P(VerbsTest, SayWhatIsWrong) {
    EXPECT_THAT(refused("campaigns.add", {{"name", "x"}, {"date", "2021-05-03"}, {"units", "没有的厂"}}), HasSubstr("没有的厂"));
    EXPECT_THAT(refused("campaigns.add", {{"name", "x"}, {"date", "5月"}, {"units", "甲厂"}}), HasSubstr("--date"));
    EXPECT_THAT(refused("campaigns.add", {{"name", "x"}, {"date", "2021-05-03"}, {"units", "甲厂"}, {"metrics", "旗子=3"}}),
                HasSubstr("横幅"));
    EXPECT_THAT(refused("campaigns.step", {{"id", "1"}, {"to", "结束"}}), HasSubstr("可以是"));
    EXPECT_THAT(refused("campaigns.list", {{"category", "进机关"}}), HasSubstr("进企业"));
    EXPECT_THAT(refused("campaigns.show", {{"id", "0"}}), HasSubstr("编号"));
    EXPECT_THAT(refused("campaigns.terms", {{"kind", "颜色"}}), HasSubstr("类别、主题"));
}

} // namespace
} // namespace campaigns::testing
