#include "core/plan/cover.h"

#include <charconv>
#include <sstream>

namespace drills {
namespace {

std::int64_t numberOf(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

Cover coverOf(const Duty& duty) { return {duty.rule, duty.unitId, duty.planId, duty.part, duty.span.days.first.ymd()}; }

std::string coverLine(const Cover& cover) {
    return cover.rule + "|" + std::to_string(cover.unitId) + "|" + std::to_string(cover.planId) + "|" +
           std::to_string(cover.windowYmd) + "|" + cover.part;
}

std::vector<Cover> coversOf(const std::string& lines) {
    std::vector<Cover> covers;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        std::istringstream parts(line);
        std::string rule, unit, plan, window, part;
        const bool isWhole = std::getline(parts, rule, '|') && std::getline(parts, unit, '|') && std::getline(parts, plan, '|') && std::getline(parts, window, '|');
        if (!isWhole) continue;
        std::getline(parts, part);
        covers.push_back({rule, numberOf(unit), numberOf(plan), part, numberOf(window)});
    }
    return covers;
}

} // namespace drills
