#include "desktop/task_list.h"

#include "desktop/kind_problem.h"

#include <yanxun/text.h>

#include <algorithm>
#include <limits>

namespace yanxun::desktop {
namespace {

constexpr std::int64_t kSoon = 7; // days that are counted; later ones show their date

/// Overdue first, then by day; what has no day last, the bad before the good.
auto urgency(const OpenTask& open) {
    const std::int64_t never = std::numeric_limits<std::int64_t>::max();
    const int tone = open.task.tone == Tone::bad ? 0 : open.task.tone == Tone::warning ? 1 : 2;
    return std::tuple(open.task.due ? open.task.due->ymd() : never, tone);
}

} // namespace

OpenTasks collectTasks(const host::Registry& registry, Reader& reader, Date today, std::size_t limit) {
    OpenTasks all;
    for (const TaskKind& kind : registry.tasks()) {
        const std::string problem = problemOf(kind.title, [&] {
            all.total += kind.count(reader, today);
            for (Task& task : kind.first(reader, today, limit)) {
                all.first.push_back({std::move(task), kind.title, kind.page});
            }
        });
        if (!problem.empty()) all.problems.push_back(problem);
    }
    std::stable_sort(all.first.begin(), all.first.end(),
                     [](const OpenTask& a, const OpenTask& b) { return urgency(a) < urgency(b); });
    return all;
}

std::int64_t countTasks(host::Program& program) {
    std::int64_t total = 0;
    program.database().read([&](Reader& reader) {
        for (const TaskKind& kind : program.registry().tasks()) {
            const std::string problem =
                problemOf(kind.title, [&] { total += kind.count(reader, program.clock().today()); });
            if (!problem.empty()) program.log().warning("tasks of " + kind.id + " could not be counted: " + problem);
        }
    });
    return total;
}

std::string dueText(const Task& task, Date today) {
    if (!task.due) return {};
    const std::int64_t days = task.due->days() - today.days();
    if (days < 0) return tr("逾期 {} 天", -days);
    if (days == 0) return tr("今天");
    if (days <= kSoon) return tr("还有 {} 天", days);
    return task.due->year == today.year ? tr("{}月{}日", task.due->month, task.due->day) : task.due->chinese();
}

} // namespace yanxun::desktop
