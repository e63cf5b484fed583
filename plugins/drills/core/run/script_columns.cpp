#include "core/run/script_columns.h"

#include "core/run/script_time.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

/// The columns that are text as it is written.
std::string* textOf(ScriptLine& line, std::string_view column) {
    if (column == "phase") return &line.phase;
    if (column == "from_role") return &line.from;
    if (column == "to_role") return &line.to;
    if (column == "method") return &line.method;
    if (column == "body") return &line.text;
    if (column == "expected") return &line.expected;
    if (column == "objective") return &line.objective;
    if (column == "scene") return &line.scene;
    if (column == "actor") return &line.actor;
    if (column == "dialogue") return &line.dialogue;
    if (column == "narration") return &line.narration;
    if (column == "caption") return &line.caption;
    return nullptr;
}

std::int64_t numberOf(const std::string& written) {
    const std::string text = yanxun::text::key(written);
    const bool digits = !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || text == "0") throw Error(tr("序号写的是“{}”，应是 1、2、3 这样的整数。", written));
    return std::stoll(text);
}

} // namespace

const std::vector<ScriptColumn>& scriptColumns() {
    static const auto& all = *new std::vector<ScriptColumn>{
        {"no", tr("序号"), 6},          {"offset_s", tr("时间"), 12},      {"phase", tr("阶段"), 8},
        {"kind", tr("类型"), 10},       {"scene", tr("场景"), 16},         {"from_role", tr("发出方"), 12},
        {"to_role", tr("接收方"), 12},  {"method", tr("方式"), 10},        {"body", tr("事件内容"), 32},
        {"expected", tr("期望行动"), 24}, {"within_s", tr("期望用时"), 10}, {"objective", tr("对应目标"), 14},
        {"actor", tr("执行人"), 12},    {"dialogue", tr("指令与对白"), 28}, {"narration", tr("解说词"), 28},
        {"caption", tr("字幕"), 16},    {"conditions", tr("前置条件"), 16}};
    return all;
}

std::string scriptCell(const ScriptLine& line, std::string_view column) {
    if (column == "no") return std::to_string(line.no);
    if (column == "offset_s") return offsetText(line.offset);
    if (column == "kind") return word(line.kind);
    if (column == "within_s") return line.within ? offsetText(*line.within).substr(2) : std::string();
    if (column == "conditions") return conditionText(line.conditions);
    const std::string* const text = textOf(const_cast<ScriptLine&>(line), column);
    return text ? *text : std::string();
}

void putScriptCell(ScriptLine& line, std::string_view column, const std::string& written) {
    const std::string text = yanxun::text::key(written);
    if (column == "no") {
        line.no = numberOf(written);
    } else if (column == "offset_s") {
        line.offset = offsetOf(text);
    } else if (column == "kind") {
        const auto kind = text.empty() ? std::optional(LineKind::event) : lineKindOf(text);
        if (!kind) throw Error(tr("类型写的是“{}”，应是 事件、期望行动、应急备用、自由 之一。", written));
        line.kind = *kind;
    } else if (column == "within_s") {
        line.within = text.empty() ? std::optional<std::int64_t>() : std::optional(offsetOf(text));
    } else if (column == "conditions") {
        line.conditions = parseConditions(text);
    } else if (std::string* const place = textOf(line, column)) {
        *place = prose(written);
    }
}

yanxun::RowSource scriptRows(const std::vector<ScriptLine>& lines) {
    yanxun::RowSource source;
    for (const ScriptColumn& column : scriptColumns()) {
        const auto kind = std::string_view(column.id) == "no" ? yanxun::CellKind::integer : yanxun::CellKind::text;
        source.columns.push_back({column.id, column.title, kind, column.width});
    }
    source.each = [lines](const yanxun::RowSink& sink) {
        for (const ScriptLine& line : lines) {
            std::vector<yanxun::Value> cells{line.no};
            for (std::size_t i = 1; i < scriptColumns().size(); ++i) cells.emplace_back(scriptCell(line, scriptColumns()[i].id));
            sink(cells);
        }
    };
    return source;
}

} // namespace drills
