// 练习: whatever drills contribute to figures, summaries, reports and the board, a year of practice drills adds nothing.
// The whole program is asked for what there is, so that a figure added tomorrow is looked at too.
#include "support/test_database.h"

#include "core/demonstration.h"
#include "core/program.h"

#include <sstream>

using namespace yanxun;

namespace {

constexpr auto kMark = "只是练习的一场";
const Period kYear = Period::year(2021);

std::string textOf(const RowSource& rows) {
    std::string text;
    rows.each([&](std::span<const Value> cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) text += cellText(cells[i], rows.columns[i].kind) + "|";
        text += "\n";
    });
    return text;
}

std::string textOf(const ReportSection& section) {
    std::string text = section.title + "\n";
    for (const std::string& sentence : section.sentences) text += sentence + "\n";
    for (const ReportField& field : section.fields) text += field.title + " " + cellText(field.value, field.kind) + "\n";
    for (const ReportTable& table : section.tables) text += textOf(table.rows);
    for (const ReportSection& each : section.sections) text += textOf(each);
    return text;
}

/// The words of a verb's answer.
class Answer final : public VerbOutput {
public:
    void field(const std::string& id, const std::string&, const Value& value, CellKind kind) override {
        text += id + " " + cellText(value, kind) + "\n";
    }
    void table(const std::string&, const RowSource& rows) override { text += textOf(rows); }
    void say(const std::string& sentence) override { text += sentence + "\n"; }
    std::string text;
};

bool isOfDrills(const std::string& id) { return id.starts_with("drills."); }

/// Papers are about one drill, a practice one too; the report of the plan says of a planned day that it was practice.
bool isOfOneDrill(const std::string& id) {
    return id == "drills.evaluation" || id == "drills.closing" || id == "drills.notice" || id == "drills.plan";
}

} // namespace

class PracticeTest : public ::testing::TestWithParam<Engine> {
protected:
    PracticeTest() {
        host::ProgramOptions options;
        options.target = database.target();
        options.who = "测试员";
        options.at = 1'640'000'000'000; // 2021-12-20
        options.createDatabase = true;
        program = std::make_unique<host::Program>(
            host::Places{YANXUN_BINARY_DIR, folder.path() / "config", folder.path() / "data", folder.path() / "cache"}, options);
        host::fillDemonstration(*program, {1, kYear.first.year});
        program->database().write(addWhatTheDistrictLacks);
    }
    /// Plans that drills tested, vetoes, and a problem that came again.
    static void addWhatTheDistrictLacks(Writer& writer) {
        std::vector<std::int64_t> drills;
        writer.each("SELECT id FROM drills_drill WHERE counted = 1 AND panel_score IS NULL ORDER BY id LIMIT 5",
                    [&](const Row& row) { drills.push_back(row.integer(0)); });
        for (const std::int64_t drill : drills) {
            const std::string uid = "practice-" + std::to_string(drill);
            const auto plan = writer.insert("drills_plan", {{"uid", uid}, {"unit_id", drill}, {"unit_name", "甲单位"},
                                                            {"kind", "综合"}, {"title", uid}, {"title_key", uid}});
            writer.insert("drills_plan_link", {{"drill_id", drill}, {"plan_id", plan}});
            writer.insert("drills_result", {{"uid", uid}, {"drill_id", drill}, {"version", 1}, {"sheet_id", "general-live"},
                                            {"sheet_version", 1}, {"evaluator", "评估员"}, {"scored_ymd", 20210601},
                                            {"coverage", 100}, {"grade", "差"}, {"verdict", 4}});
        }
        writer.exec("UPDATE drills_action SET recurrences = 1 WHERE id % 7 = 0");
    }
    void make(const std::string& what) {
        program->database().write([&](Writer& writer) {
            writer.exec("UPDATE drills_drill SET " + what + ", counted = 0, name = ? || id", {std::string(kMark)});
            // A logged change: what is kept in memory is computed anew.
            writer.insert("drills_rule_choice", {{"code", "N" + std::to_string(++changes)}, {"is_on", 0}});
        });
    }
    void makeAllPractice() { make("is_practice = 1"); }
    void each(const std::function<void(Reader&)>& work) { program->database().read(work); }
    std::map<std::string, std::string> reports() {
        std::map<std::string, std::string> all;
        each([&](Reader& reader) {
            for (const ReportKind& kind : program->registry().reports()) {
                if (!isOfDrills(kind.id) || isOfOneDrill(kind.id)) continue;
                std::ostringstream xml;
                writeXml(kind.make(reader, {kYear, program->clock().now(), "测试局"}), xml);
                all[kind.id] = xml.str();
            }
        });
        return all;
    }
    std::string board() {
        Answer answer;
        VerbCall call;
        call.arguments = {{"year", "2021"}};
        call.database = &program->database();
        call.clock = &program->clock();
        call.output = &answer;
        call.progress = &Progress::none();
        program->registry().verb("drills.duties")->run(call);
        return answer.text;
    }

    yanxun::testing::TestDatabase database{GetParam()};
    yanxun::testing::ScratchFolder folder;
    std::unique_ptr<host::Program> program;
    int changes = 0;
};
YANXUN_ON_BOTH_ENGINES(PracticeTest);

TEST_P(PracticeTest, NoFigureCountsThem) {
    const auto& kinds = program->registry().figures();
    int asked = 0;
    each([&](Reader& reader) {
        for (const FigureKind& kind : kinds) {
            if (!isOfDrills(kind.id)) continue;
            ++asked;
            EXPECT_GT(kind.compute(reader, kYear).value, 0) << kind.id << ": nothing there that could be left out";
        }
    });
    EXPECT_GT(asked, 15);
    makeAllPractice();
    each([&](Reader& reader) {
        for (const FigureKind& kind : kinds) {
            // Visits to units: counted whatever drill was seen.
            if (!isOfDrills(kind.id) || kind.id == "drills.spot_checks") continue;
            const FigureResult figure = kind.compute(reader, kYear);
            EXPECT_EQ(figure.value, 0) << kind.id;
            for (const FigurePoint& point : figure.series) EXPECT_EQ(point.value, 0) << kind.id << " " << point.key;
            EXPECT_EQ(textOf(kind.rows(reader, kYear, {})).find(kMark), std::string::npos) << kind.id;
        }
    });
}

TEST_P(PracticeTest, NoSummaryAndNoTaskTellsOfThem) {
    makeAllPractice();
    each([&](Reader& reader) {
        int sections = 0;
        for (const SummaryKind& kind : program->registry().summaries()) {
            const ReportSection section = kind.make(reader, kYear);
            EXPECT_EQ(textOf(section).find(kMark), std::string::npos) << kind.id;
            if (!isOfDrills(kind.id)) continue;
            ++sections;
            EXPECT_TRUE(section.fields.empty() && section.tables.empty()) << kind.id << "\n" << textOf(section);
        }
        EXPECT_GT(sections, 0);
        for (const TaskKind& kind : program->registry().tasks()) {
            for (const Task& task : kind.first(reader, {2021, 12, 20}, 1000)) {
                EXPECT_EQ((task.title + task.detail).find(kMark), std::string::npos) << kind.id << " " << task.title;
            }
        }
    });
}

/// A drill that was called off is in no statistic either: the same papers must come of both.
TEST_P(PracticeTest, ReportsAndBoardAreThoseOfDrillsThatNeverTookPlace) {
    const auto held = reports();
    const std::string heldBoard = board();
    EXPECT_GE(held.size(), 2u);
    make("status = 210");
    const auto calledOff = reports();
    const std::string calledOffBoard = board();
    EXPECT_NE(heldBoard, calledOffBoard);
    program->database().write([](Writer& writer) { writer.exec("UPDATE drills_drill SET status = 100"); });
    makeAllPractice();
    for (const auto& [id, xml] : reports()) {
        EXPECT_EQ(xml, calledOff.at(id)) << id;
        EXPECT_NE(xml, held.at(id)) << id;
        EXPECT_EQ(xml.find(kMark), std::string::npos) << id;
    }
    EXPECT_EQ(board(), calledOffBoard);
}
