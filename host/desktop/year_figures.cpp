#include "desktop/year_figures.h"

#include "desktop/kind_problem.h"

#include <algorithm>

namespace yanxun::desktop {
namespace {

constexpr std::size_t kCards = 6, kTasks = 6;
constexpr int kYearsBack = 12, kAlwaysShown = 3;

bool hasNumbers(const std::vector<const FigureKind*>& kinds, Reader& reader, int year) {
    for (const FigureKind* kind : kinds) {
        FigureResult result;
        const std::string problem = problemOf(kind->title, [&] { result = kind->compute(reader, Period::year(year)); });
        if (problem.empty() && result.value != 0) return true;
    }
    return false;
}

/// Newest first: years with numbers, and the last few whatever they hold.
std::vector<int> yearsOf(const std::vector<const FigureKind*>& kinds, Reader& reader, Date today, Progress& progress,
                         std::vector<int>& full) {
    std::vector<int> years;
    for (int year = today.year + 1; year >= today.year - kYearsBack; --year) {
        progress.check();
        const bool numbers = hasNumbers(kinds, reader, year);
        if (numbers) full.push_back(year);
        if (numbers || (year <= today.year && year > today.year - kAlwaysShown)) years.push_back(year);
    }
    return years;
}

} // namespace

std::vector<const FigureKind*> cardFigures(const host::Registry& registry) {
    std::vector<const FigureKind*> cards;
    for (const FigureKind& kind : registry.figures()) {
        if (kind.shape == FigureShape::number && cards.size() < kCards) cards.push_back(&kind);
    }
    return cards;
}

YearFigures computeYear(const host::Registry& registry, Reader& reader, int wanted, Date today, Progress& progress) {
    YearFigures all;
    std::vector<int> full;
    all.years = yearsOf(cardFigures(registry), reader, today, progress, full);
    all.year = wanted != 0 ? wanted : full.empty() ? today.year : full.front();
    if (std::find(all.years.begin(), all.years.end(), all.year) == all.years.end()) {
        all.years.push_back(all.year);
        std::sort(all.years.rbegin(), all.years.rend());
    }
    bool numbers = !full.empty();
    for (const FigureKind& kind : registry.figures()) {
        progress.check();
        FigureResult result;
        const std::string problem = problemOf(kind.title, [&] { result = kind.compute(reader, Period::year(all.year)); });
        numbers = numbers || result.value != 0;
        if (problem.empty()) all.results[kind.id] = std::move(result);
        else all.problems[kind.id] = problem;
    }
    all.tasks = collectTasks(registry, reader, today, kTasks);
    all.empty = !numbers && all.problems.empty();
    return all;
}

} // namespace yanxun::desktop
