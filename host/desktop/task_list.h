#pragma once
#include "core/program.h"

#include <yanxun/task.h>

#include <vector>

namespace yanxun::desktop {

/// A task with the kind it is of.
struct OpenTask {
    Task task;
    std::string kind; ///< title of the kind
    std::string page;
};

struct OpenTasks {
    std::vector<OpenTask> first; ///< most urgent first
    std::int64_t total = 0;
    std::vector<std::string> problems; ///< a sentence per kind that could not answer
};

/// The tasks of all kinds, the `limit` most urgent of each. Any thread, with its Reader.
OpenTasks collectTasks(const host::Registry& registry, Reader& reader, Date today, std::size_t limit);
/// How many there are; a kind that fails counts as none.
std::int64_t countTasks(host::Program& program);
/// «逾期 4 天», «今天», «还有 3 天», «7月2日»; "" without a day.
std::string dueText(const Task& task, Date today);

} // namespace yanxun::desktop
