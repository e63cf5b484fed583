#include "core/run/script.h"

#include "core/run/script_time.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <set>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

constexpr std::size_t longestText = 4000;

[[noreturn]] void refuse(const std::string& written) {
    throw Error(tr("前置条件“{}”看不懂，请写成 3完成、5未完成 或 2响应>60秒，多个条件之间用“且”或用“或”隔开。", written));
}

Condition conditionOf(const std::string& part, const std::string& written) {
    std::size_t digits = 0;
    while (digits < part.size() && part[digits] >= '0' && part[digits] <= '9') ++digits;
    if (digits == 0 || digits > 6) refuse(written);
    Condition condition;
    condition.on = std::stoll(part.substr(0, digits));
    std::string rest = part.substr(digits);
    if (rest.starts_with("号")) rest.erase(0, std::string_view("号").size());
    if (rest == "完成" || rest == "已完成") return condition;
    condition.when = MetWhen::notCompleted;
    if (rest == "未完成") return condition;
    condition.when = MetWhen::slower;
    for (const std::string_view start : {"响应>", "响应超过", "响应大于"}) {
        if (!rest.starts_with(start)) continue;
        const auto seconds = parseOffset(rest.substr(start.size()));
        if (!seconds || *seconds == 0) break;
        condition.seconds = *seconds;
        return condition;
    }
    refuse(written);
}

std::string joinedWith(const std::string& text, const std::string& former, const std::string& word) {
    std::string all = text;
    for (std::size_t at = all.find(former); at != std::string::npos; at = all.find(former, at + word.size())) {
        all.replace(at, former.size(), word);
    }
    return all;
}

std::vector<std::string> split(const std::string& text, const std::string& by) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
        parts.push_back(text.substr(from, at - from));
        from = at + by.size();
    }
    parts.push_back(text.substr(from));
    return parts;
}

} // namespace

Conditions parseConditions(const std::string& written) {
    std::string text = yanxun::text::loose(written);
    text = joinedWith(joinedWith(text, "and", "且"), "or", "或");
    Conditions conditions;
    if (text.empty()) return conditions;
    const bool all = text.find("且") != std::string::npos;
    conditions.any = text.find("或") != std::string::npos;
    if (all && conditions.any) throw Error(tr("前置条件“{}”里“且”和“或”不能混用，请拆成两条。", written));
    for (const std::string& part : split(text, conditions.any ? "或" : "且")) {
        conditions.all.push_back(conditionOf(part, written));
    }
    std::sort(conditions.all.begin(), conditions.all.end(), [](const Condition& a, const Condition& b) {
        return std::pair(a.on, int(a.when)) < std::pair(b.on, int(b.when));
    });
    return conditions;
}

std::string conditionText(const Conditions& conditions) {
    std::string text;
    for (const Condition& one : conditions.all) {
        if (!text.empty()) text += conditions.any ? tr(" 或 ") : tr(" 且 ");
        text += one.when == MetWhen::slower ? tr("{}响应>{}秒", one.on, one.seconds) : std::to_string(one.on) + word(one.when);
    }
    return text;
}

void requireSound(const ScriptLine& line) {
    if (yanxun::text::key(line.text).empty()) throw Error(tr("请写明这一行的内容。"));
    if (line.text.size() > longestText || line.dialogue.size() > longestText || line.narration.size() > longestText) {
        throw Error(tr("这一行太长了，请分成几行。"));
    }
    if (line.offset < 0) throw Error(tr("时间不能早于演练开始（T+00:00:00）。"));
    if (line.within && *line.within <= 0) throw Error(tr("期望用时应大于 0。"));
    std::set<std::pair<std::int64_t, int>> seen;
    for (const Condition& one : line.conditions.all) {
        if (line.no != 0 && one.on == line.no) throw Error(tr("第 {} 行不能以自己为前置条件。", line.no));
        if (!seen.insert({one.on, int(one.when)}).second) throw Error(tr("前置条件“{}”写了两遍。", conditionText(line.conditions)));
    }
}

std::string scriptText(const std::vector<ScriptLine>& lines) {
    std::string all;
    for (const ScriptLine& line : lines) {
        const std::array cells{std::to_string(line.no), offsetText(line.offset), word(line.kind), line.phase, line.from,
                               line.to, line.method, line.text, line.expected,
                               line.within ? offsetText(*line.within) : std::string(), line.objective, line.scene,
                               line.actor, line.dialogue, line.narration, line.caption, conditionText(line.conditions)};
        for (std::size_t i = 0; i < cells.size(); ++i) all += (i == 0 ? "" : "\t") + joinedWith(cells[i], "\n", " ");
        all += '\n';
    }
    return all;
}

std::string prose(const std::string& written) {
    const std::string text = yanxun::text::clean(written);
    static constexpr const char* blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string word(ScriptState state) {
    switch (state) {
    case ScriptState::draft: return tr("草稿");
    case ScriptState::submitted: return tr("待审");
    case ScriptState::approved: return tr("已批准");
    }
    return {};
}

std::string word(LineKind kind) {
    switch (kind) {
    case LineKind::event: return tr("事件");
    case LineKind::expected: return tr("期望行动");
    case LineKind::contingency: return tr("应急备用");
    case LineKind::free: return tr("自由");
    }
    return {};
}

std::string word(MetWhen when) {
    switch (when) {
    case MetWhen::completed: return tr("完成");
    case MetWhen::notCompleted: return tr("未完成");
    case MetWhen::slower: return tr("响应超时");
    }
    return {};
}

std::optional<LineKind> lineKindOf(const std::string& given) {
    const std::string text = yanxun::text::loose(given);
    for (const LineKind kind : allLineKinds()) {
        if (text == yanxun::text::loose(word(kind))) return kind;
    }
    if (text == "注入" || text == "注入事件" || text == "inject") return LineKind::event;
    if (text == "行动" || text == "预期行动") return LineKind::expected;
    if (text == "备用" || text == "应急") return LineKind::contingency;
    if (text == "自由注入") return LineKind::free;
    return std::nullopt;
}

std::span<const LineKind> allLineKinds() {
    static constexpr std::array all{LineKind::event, LineKind::expected, LineKind::contingency, LineKind::free};
    return all;
}

const std::vector<std::string>& usualMethods() {
    static const auto& all = *new std::vector<std::string>{tr("电话"), tr("对讲机"), tr("书面"), tr("口头"), tr("视频"),
                                                           tr("广播"), tr("现场模拟")};
    return all;
}

const std::vector<std::string>& usualPhases() {
    static const auto& all = *new std::vector<std::string>{tr("预警"), tr("启动"), tr("处置"), tr("恢复")};
    return all;
}

} // namespace drills
