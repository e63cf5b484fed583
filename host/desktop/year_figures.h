#pragma once
#include "core/registry.h"
#include "desktop/task_list.h"

#include <map>
#include <string>
#include <vector>

namespace yanxun::desktop {

/// Everything the home page shows of one year.
struct YearFigures {
    int year = 0;
    std::map<std::string, FigureResult> results;  ///< by the figure's id
    std::map<std::string, std::string> problems;  ///< a sentence for each that could not be computed
    std::vector<int> years;                       ///< to choose from, newest first
    OpenTasks tasks;
    bool empty = false; ///< no figure of any of these years has a number
};

/// `wanted` 0 = the newest year that has numbers, this one if none has. Any thread, with its Reader; asks `progress`
/// between the figures.
YearFigures computeYear(const host::Registry& registry, Reader& reader, int wanted, Date today, Progress& progress);

/// The first numbers by order: the cards of the home page.
std::vector<const FigureKind*> cardFigures(const host::Registry& registry);

} // namespace yanxun::desktop
