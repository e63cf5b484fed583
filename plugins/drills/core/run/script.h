#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace drills {

/// 草稿 → 待审 → 已批准; what is changed afterwards is a draft of the next version.
enum class ScriptState { draft = 1, submitted = 2, approved = 3 };

/// The script (脚本, MSEL) of one drill as a whole.
struct Script {
    std::int64_t id = 0, revision = 0, drillId = 0;
    int version = 1;
    ScriptState state = ScriptState::draft;
    std::optional<std::int64_t> scenarioStart; ///< seconds since midnight that the scenario's clock shows at T+0
    std::string editedBy, submittedBy, approvedBy;
    std::optional<yanxun::Millis> submittedAt, approvedAt;
    std::string remark; ///< why it was given back
};

/// 阶段, in the order of their numbers.
struct Phase {
    std::int64_t id = 0, revision = 0, drillId = 0, no = 0;
    std::string name;
};

enum class LineKind { event = 1, expected = 2, contingency = 3, free = 4 }; ///< 事件 期望行动 应急备用 自由
enum class MetWhen { completed = 1, notCompleted = 2, slower = 3 };         ///< 完成 未完成 响应>n秒

/// 前置条件: what must have become of another line.
struct Condition {
    std::int64_t on = 0; ///< number of the line
    MetWhen when = MetWhen::completed;
    std::int64_t seconds = 0; ///< of MetWhen::slower

    bool operator==(const Condition&) const = default;
};

struct Conditions {
    std::vector<Condition> all;
    bool any = false; ///< one of them is enough (或); else all must hold (且)

    bool operator==(const Conditions&) const = default;
};

/// One line: what is fed in, and how it is told and shown (the elements of AQ/T 9007's script table).
struct ScriptLine {
    std::int64_t id = 0, revision = 0, drillId = 0, no = 0;
    std::string uid;
    LineKind kind = LineKind::event;
    std::int64_t offset = 0;      ///< seconds after the start
    std::string phase;            ///< name; "" = none
    std::string from, to, method; ///< simulated sender, receiver, 电话/对讲/书面/口头/现场
    std::string text;             ///< 事件或指令内容
    std::string expected;         ///< 期望行动
    std::optional<std::int64_t> within; ///< seconds in which it is expected
    std::string objective;
    std::string scene, actor, dialogue, narration, caption; ///< 场景 执行人 指令与对白 解说词 字幕
    Conditions conditions;
};

/// «3完成 且 5未完成», «2响应>60秒»; «0» lines are not known. Throws Error with a sentence when it is none; "" = none.
Conditions parseConditions(const std::string& written);
std::string conditionText(const Conditions& conditions);
/// Throws Error: no text, a line that waits for itself, an impossible time.
void requireSound(const ScriptLine& line);
/// The script as text for its approved copy: one line each, tab-separated, stable.
std::string scriptText(const std::vector<ScriptLine>& lines);

/// What people wrote, without white space at its ends; Chinese punctuation stays as it is (text::key would narrow it).
std::string prose(const std::string& written);

std::string word(ScriptState state);
std::string word(LineKind kind);
std::string word(MetWhen when);
/// 事件, 期望行动, 应急备用, 自由, and a few words people use for them. Empty when unknown.
std::optional<LineKind> lineKindOf(const std::string& word);
std::span<const LineKind> allLineKinds();
/// 电话, 对讲机, 书面 …: offered, never required.
const std::vector<std::string>& usualMethods();
/// 预警, 启动, 处置, 恢复
const std::vector<std::string>& usualPhases();

} // namespace drills
