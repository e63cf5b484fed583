#include "core/run/script_verbs.h"

#include "core/drill_store.h"
#include "core/run/script_columns.h"
#include "core/run/script_store.h"
#include "core/run/script_time.h"
#include "core/run/script_workbook.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::idParameter;
using yanxun::option;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

/// Parameter and the column of the script it fills.
struct LineOption {
    const char* id;
    const char* column;
};
constexpr LineOption lineOptions[] = {
    {"time", "offset_s"},     {"kind", "kind"},           {"phase", "phase"},     {"from", "from_role"},
    {"to", "to_role"},        {"method", "method"},       {"text", "body"},       {"expected", "expected"},
    {"within", "within_s"},   {"objective", "objective"}, {"scene", "scene"},     {"actor", "actor"},
    {"dialogue", "dialogue"}, {"narration", "narration"}, {"caption", "caption"}, {"conditions", "conditions"}};

std::string titleOf(std::string_view column) {
    for (const ScriptColumn& one : scriptColumns()) {
        if (one.id == column) return one.title;
    }
    return {};
}

std::vector<VerbParameter> lineParameters(bool isNew) {
    std::vector<VerbParameter> parameters{idParameter(tr("演练编号")), option("no", tr("行号"), !isNew)};
    for (const LineOption& one : lineOptions) {
        const std::string_view id = one.id;
        parameters.push_back(option(one.id, titleOf(one.column), isNew && (id == "time" || id == "text")));
    }
    return parameters;
}

void fill(ScriptLine& line, const VerbCall& call) {
    for (const LineOption& one : lineOptions) {
        if (call.has(one.id)) putScriptCell(line, one.column, call.text(one.id));
    }
}

std::int64_t numberOf(const VerbCall& call, std::int64_t otherwise = 0) {
    const std::int64_t no = call.integer("no", otherwise);
    if (no < 0 || (call.has("no") && no == 0)) throw Error(tr("参数 --no 应是脚本的行号，如 3。"));
    return no;
}

/// «+30分», «-5分»: how far to move.
std::int64_t shiftOf(const std::string& written) {
    const std::string text = yanxun::text::key(written);
    const bool back = text.starts_with("-");
    return (back ? -1 : 1) * offsetOf(back ? text.substr(1) : text);
}

int list(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const std::int64_t drill = store::get(reader, idOf(call)).id;
        const auto script = scripts::find(reader, drill);
        call.output->field("state", tr("状态"), word(script ? script->state : ScriptState::draft));
        call.output->field("version", tr("版本"), script ? script->version : 1, CellKind::integer);
        if (script && !script->remark.empty()) call.output->field("remark", tr("退回理由"), script->remark);
        std::string phases;
        for (const Phase& phase : scripts::phases(reader, drill)) phases += (phases.empty() ? "" : "、") + phase.name;
        call.output->field("phases", tr("阶段"), phases);
        call.output->table("lines", scriptRows(scripts::lines(reader, drill)));
    });
    return 0;
}

int editions(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        yanxun::RowSource source;
        source.columns = {{"version", tr("版本"), CellKind::integer, 6},
                          {"approved", tr("批准时间"), CellKind::text, 26},
                          {"by", tr("批准人"), CellKind::text, 12},
                          {"lines", tr("行数"), CellKind::integer, 6},
                          {"sha256", tr("内容校验"), CellKind::text, 64}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const auto& one : scripts::editions(reader, idOf(call))) {
                const std::vector<Value> cells{one.version, yanxun::isoInstant(one.approvedAt), one.approvedBy, one.lineCount, one.sha256};
                sink(cells);
            }
        };
        call.output->table("editions", source);
    });
    return 0;
}

int exportTo(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const Drill drill = store::get(reader, idOf(call));
        const auto lines = scripts::lines(reader, drill.id);
        if (lines.empty()) throw Error(tr("演练“{}”还没有脚本。", drill.name));
        writeScriptWorkbook(drill, lines, call.text("out"));
        call.output->field("lines", tr("行数"), std::int64_t(lines.size()), CellKind::integer);
    });
    return 0;
}

using Act = std::function<std::string(Writer&, VerbCall&)>;

/// Acts in one write, says the sentence, shows the script's state.
yanxun::Verb acting(const char* id, std::string title, std::vector<VerbParameter> parameters, Act act) {
    return {id, std::move(title), std::move(parameters), true, [act = std::move(act)](VerbCall& call) {
                std::string said;
                call.database->write([&](Writer& writer) { said = act(writer, call); });
                call.output->say(said);
                call.database->read([&](Reader& reader) {
                    const auto script = scripts::find(reader, idOf(call));
                    if (!script) return;
                    call.output->field("state", tr("状态"), word(script->state));
                    call.output->field("version", tr("版本"), script->version, CellKind::integer);
                    call.output->field("lines", tr("行数"), scripts::lineCount(reader, idOf(call)), CellKind::integer);
                });
                return 0;
            }};
}

std::vector<std::string> namesOf(std::string text) {
    std::vector<std::string> names{""};
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        const bool comma = rest.starts_with(","), listed = rest.starts_with("、") || rest.starts_with("，");
        if (comma || listed) names.emplace_back();
        else names.back() += text[at];
        at += listed ? std::string_view("、").size() : 1;
    }
    return names;
}

std::vector<yanxun::Verb> lineVerbs(const ScriptService& scripts) {
    std::vector<VerbParameter> insert = lineParameters(true);
    insert.push_back(option("shift", tr("同一时间及以后的行顺延多久，如 5分"), true));
    return {acting("drills.script-add", tr("增加脚本行"), lineParameters(true),
                   [&scripts](Writer& writer, VerbCall& call) {
                       ScriptLine line;
                       line.drillId = idOf(call);
                       line.no = numberOf(call);
                       fill(line, call);
                       return tr("已增加第 {} 行。", scripts.addLine(writer, std::move(line)));
                   }),
            acting("drills.script-insert", tr("插入脚本行并顺延以后各行"), std::move(insert),
                   [&scripts](Writer& writer, VerbCall& call) {
                       ScriptLine line;
                       line.drillId = idOf(call);
                       line.no = numberOf(call);
                       fill(line, call);
                       return tr("已插入第 {} 行。", scripts.insertLine(writer, std::move(line), shiftOf(call.text("shift"))));
                   }),
            acting("drills.script-edit", tr("修改脚本行"), lineParameters(false),
                   [&scripts](Writer& writer, VerbCall& call) {
                       ScriptLine line = drills::scripts::line(writer, idOf(call), numberOf(call));
                       fill(line, call);
                       scripts.editLine(writer, line);
                       return tr("第 {} 行已修改。", line.no);
                   }),
            acting("drills.script-remove", tr("删除脚本行"),
                   {idParameter(tr("演练编号")), option("no", tr("行号"), true)}, [&scripts](Writer& writer, VerbCall& call) {
                       scripts.removeLine(writer, idOf(call), numberOf(call));
                       return tr("已删除。");
                   })};
}

} // namespace

std::vector<yanxun::Verb> scriptVerbs(const ScriptService& scripts) {
    const VerbParameter drill = idParameter(tr("演练编号"));
    std::vector<yanxun::Verb> verbs{
        {"drills.script", tr("列出演练脚本"), {drill}, true, list},
        {"drills.script-editions", tr("列出批准过的脚本版本"), {drill}, true, editions},
        {"drills.script-export", tr("把脚本导出为表格（可再用 import drills.script 读回）"), {drill, option("out", tr("文件 .xlsx"), true)}, true, exportTo}};
    for (auto& verb : lineVerbs(scripts)) verbs.push_back(std::move(verb));
    verbs.push_back(acting("drills.script-shift", tr("整体顺延或提前，间隔不变"),
                           {drill, option("by", tr("多久，如 30分、-5分"), true), option("from", tr("从哪一行的时间起，不填为全部"))},
                           [&scripts](Writer& writer, VerbCall& call) {
                               scripts.shift(writer, idOf(call), call.integer("from"), shiftOf(call.text("by")));
                               return tr("已顺延，各行间隔不变。");
                           }));
    verbs.push_back(acting("drills.script-renumber", tr("按时间重新编号"), {drill}, [&scripts](Writer& writer, VerbCall& call) {
        scripts.renumber(writer, idOf(call));
        return tr("已重新编号。");
    }));
    verbs.push_back(acting("drills.script-phases", tr("设定阶段及其次序"),
                           {drill, option("names", tr("用顿号或逗号隔开，如 预警、启动、处置、恢复"), true)},
                           [&scripts](Writer& writer, VerbCall& call) {
                               scripts.setPhases(writer, idOf(call), namesOf(call.text("names")));
                               return tr("阶段已保存。");
                           }));
    verbs.push_back(acting("drills.script-scenario", tr("设定情景开始时刻"), {drill, option("start", tr("如 08:00:00，不填为不设"))},
                           [&scripts](Writer& writer, VerbCall& call) {
                               const auto start = call.has("start") ? std::optional(offsetOf(call.text("start"))) : std::nullopt;
                               scripts.setScenarioStart(writer, idOf(call), start);
                               return tr("情景开始时刻已保存。");
                           }));
    verbs.push_back(acting("drills.script-submit", tr("提交脚本审批"), {drill}, [&scripts](Writer& writer, VerbCall& call) {
        scripts.submit(writer, idOf(call));
        return tr("脚本已提交审批。");
    }));
    verbs.push_back(acting("drills.script-approve", tr("批准脚本（不能由编写人或提交人批准）"), {drill},
                           [&scripts](Writer& writer, VerbCall& call) {
                               scripts.approve(writer, idOf(call));
                               return tr("脚本已批准。");
                           }));
    verbs.push_back(acting("drills.script-return", tr("退回脚本"), {drill, option("reason", tr("理由"), true)},
                           [&scripts](Writer& writer, VerbCall& call) {
                               scripts.giveBack(writer, idOf(call), call.text("reason"));
                               return tr("脚本已退回。");
                           }));
    return verbs;
}

} // namespace drills
