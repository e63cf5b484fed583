#include "core/duty/spot_check_verbs.h"


#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Date;
using yanxun::Error;
using yanxun::idParameter;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

std::vector<yanxun::Column> columns() {
    return {{"id", tr("编号"), CellKind::integer, 6},
            {"unit", tr("单位"), CellKind::text, 28},
            {"region", tr("乡镇（街道）"), CellKind::text, 12},
            {"drawn", tr("抽取日期"), CellKind::date, 10},
            {"seed", tr("抽取依据"), CellKind::text, 18},
            {"checked", tr("检查日期"), CellKind::date, 10},
            {"checker", tr("检查人"), CellKind::text, 10},
            {"conclusion", tr("结论"), CellKind::text, 8},
            {"problem", tr("存在问题"), CellKind::text, 30},
            {"due", tr("限期改正"), CellKind::date, 10},
            {"closed", tr("改正日期"), CellKind::date, 10},
            {"closing", tr("改正情况"), CellKind::text, 24},
            {"state", tr("状态"), CellKind::text, 10}};
}

Value dayOf(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

void put(const yanxun::RowSink& sink, const SpotCheck& check, Date today) {
    const std::vector<Value> cells{check.id,
                                   check.unitName,
                                   check.regionName,
                                   check.drawnOn.ymd(),
                                   check.seed,
                                   dayOf(check.checkedOn),
                                   check.checker,
                                   check.conclusion == SpotConclusion::open ? std::string() : word(check.conclusion),
                                   check.problem,
                                   dayOf(check.due),
                                   dayOf(check.closedOn),
                                   check.closing,
                                   stateWord(check, today)};
    sink(cells);
}

/// Numbers of records stand in no file.
void putWithoutId(const yanxun::RowSink& sink, const SpotCheck& check, Date today) {
    put([&](std::span<const Value> cells) { sink(cells.subspan(1)); }, check, today);
}

std::vector<yanxun::Column> fileColumns() {
    auto all = columns();
    all.erase(all.begin());
    return all;
}

int draw(const SpotCheckService& service, VerbCall& call) {
    SpotDraw wanted;
    wanted.year = call.clock->today().year;
    wanted.region = call.text("region");
    wanted.attribute = call.text("attribute");
    wanted.count = int(call.integer("count"));
    wanted.share = int(call.integer("share"));
    wanted.everyRegion = !call.has("any-region");
    wanted.seed = call.text("seed");
    std::vector<SpotCheck> made;
    call.database->write([&](Writer& writer) { made = service.draw(writer, wanted); });
    yanxun::RowSource source;
    source.columns = columns();
    source.each = [&](const yanxun::RowSink& sink) {
        for (const SpotCheck& check : made) put(sink, check, call.clock->today());
    };
    call.output->table("checks", source);
    return 0;
}

int list(VerbCall& call) {
    const int year = int(call.integer("year", call.clock->today().year));
    call.database->read([&](Reader& reader) {
        yanxun::RowSource source;
        source.columns = columns();
        source.each = [&](const yanxun::RowSink& sink) {
            spots::each(reader, year, [&](const SpotCheck& check) { put(sink, check, call.clock->today()); });
        };
        call.output->table("checks", source);
    });
    return 0;
}

SpotFinding findingOf(const VerbCall& call) {
    SpotFinding found;
    const std::string conclusion = call.text("conclusion");
    if (conclusion != word(SpotConclusion::conforms) && conclusion != word(SpotConclusion::fails))
        throw Error(tr("参数 --conclusion 应当是 符合 或 不符合，收到的是“{}”。", conclusion));
    found.conforms = conclusion == word(SpotConclusion::conforms);
    found.day = call.has("date") ? call.date("date") : call.clock->today();
    found.checker = call.text("checker");
    found.drill = call.integer("drill");
    found.problem = call.text("problem");
    if (call.has("due")) found.due = call.date("due");
    return found;
}

using Act = std::function<void(Writer&, VerbCall&)>;

yanxun::Verb acting(const char* id, std::string title, std::vector<yanxun::VerbParameter> parameters, Act act,
                    std::string said) {
    parameters.insert(parameters.begin(), idParameter(tr("抽查编号")));
    return {id, std::move(title), std::move(parameters), true,
            [act = std::move(act), said = std::move(said)](VerbCall& call) {
                call.database->write([&](Writer& writer) { act(writer, call); });
                call.output->say(said);
                return 0;
            }};
}

} // namespace

std::vector<yanxun::Verb> spotCheckVerbs(const SpotCheckService& service) {
    std::vector<yanxun::Verb> verbs;
    verbs.push_back({"drills.spot-draw",
                     tr("抽取要检查的单位（规则 R03），本年度抽到过的不再抽"),
                     {{"count", tr("抽取数量")},
                      {"share", tr("或抽取比例，百分数，每个乡镇街道至少一家")},
                      {"region", tr("乡镇（街道），不填为全部")},
                      {"attribute", tr("high_risk 高危行业，crowded 人员密集场所，不填为两者")},
                      {"seed", tr("抽取依据，同一依据得到同一结果")},
                      {"any-region", tr("不按乡镇街道分配"), false, false, true}},
                     true,
                     [&](VerbCall& call) { return draw(service, call); }});
    verbs.push_back({"drills.spot-checks",
                     tr("列出抽查记录"),
                     {{"year", tr("年度，不填为今年")}},
                     true,
                     [](VerbCall& call) { return list(call); }});
    verbs.push_back(acting(
        "drills.spot-conclude", tr("登记抽查结论；不符合的责令限期改正"),
        {{"conclusion", tr("符合 或 不符合"), true},
         {"checker", tr("检查人"), true},
         {"date", tr("检查日期，不填为今天")},
         {"drill", tr("所查演练的编号")},
         {"problem", tr("存在问题")},
         {"due", tr("改正期限")}},
        [&](Writer& writer, VerbCall& call) { service.conclude(writer, idOf(call), findingOf(call)); },
        tr("抽查结论已登记。")));
    verbs.push_back(acting(
        "drills.spot-close", tr("登记抽查问题已改正"),
        {{"how", tr("改正情况"), true}, {"date", tr("改正日期，不填为今天")}},
        [&](Writer& writer, VerbCall& call) {
            const Date day = call.has("date") ? call.date("date") : call.clock->today();
            service.close(writer, idOf(call), day, call.text("how"));
        },
        tr("改正情况已登记。")));
    verbs.push_back(acting(
        "drills.spot-withdraw", tr("撤回一家抽到而未检查的单位"), {},
        [&](Writer& writer, VerbCall& call) { service.withdraw(writer, idOf(call)); }, tr("已撤回。")));
    return verbs;
}

yanxun::TableKind spotCheckExport(const yanxun::Clock& clock) {
    yanxun::TableKind kind;
    kind.id = "drills.spot_checks";
    kind.title = tr("演练抽查记录");
    kind.rows = [&clock](Reader& reader, int year) {
        yanxun::RowSource source;
        source.columns = fileColumns();
        source.each = [&reader, &clock, year](const yanxun::RowSink& sink) {
            spots::each(reader, year, [&](const SpotCheck& check) { putWithoutId(sink, check, clock.today()); });
        };
        return source;
    };
    return kind;
}

std::vector<yanxun::TaskKind> spotCheckTasks() {
    yanxun::TaskKind waiting{"drills.spot_waiting", tr("演练抽查待进行"), "drills.duties", {}, {}};
    waiting.count = [](Reader& reader, Date) { return spots::waitingCount(reader); };
    waiting.first = [](Reader& reader, Date, std::size_t limit) {
        std::vector<yanxun::Task> tasks;
        for (const SpotCheck& check : spots::waiting(reader, limit)) {
            tasks.push_back({tr("抽查：{}", check.unitName), tr("{} 抽到", check.drawnOn.iso()), std::nullopt,
                             yanxun::Tone::neutral, "spot=" + std::to_string(check.id)});
        }
        return tasks;
    };
    yanxun::TaskKind open{"drills.spot_open", tr("抽查问题限期改正"), "drills.duties", {}, {}};
    open.count = [](Reader& reader, Date) { return spots::openCount(reader); };
    open.first = [](Reader& reader, Date today, std::size_t limit) {
        std::vector<yanxun::Task> tasks;
        for (const SpotCheck& check : spots::open(reader, limit)) {
            tasks.push_back({tr("限期改正：{}", check.unitName), check.problem, check.due,
                             isOverdue(check, today) ? yanxun::Tone::bad : yanxun::Tone::warning,
                             "spot=" + std::to_string(check.id)});
        }
        return tasks;
    };
    return {std::move(waiting), std::move(open)};
}

yanxun::FigureKind spotCheckFigure(const yanxun::Clock& clock) {
    yanxun::FigureKind kind;
    kind.id = "drills.spot_checks";
    kind.title = tr("演练抽查单位");
    kind.unit = tr("家次");
    kind.order = 95;
    kind.icon = "search";
    kind.compute = [](Reader& reader, const yanxun::Period& period) {
        yanxun::FigureResult result;
        const spots::CheckedSums sums = spots::checkedSums(reader, period);
        result.value = sums.checked;
        result.note = tr("不符合 {} 家次，已改正 {} 家次", sums.failed, sums.closed);
        if (sums.failed > sums.closed) result.noteTone = yanxun::Tone::warning;
        return result;
    };
    kind.rows = [&clock](Reader& reader, const yanxun::Period& period, const std::string&) {
        yanxun::RowSource source;
        source.columns = fileColumns();
        source.each = [&reader, &clock, period](const yanxun::RowSink& sink) {
            spots::eachChecked(reader, period, [&](const SpotCheck& check) { putWithoutId(sink, check, clock.today()); });
        };
        return source;
    };
    return kind;
}

} // namespace drills
