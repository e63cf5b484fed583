#include "core/duty_rule.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

constexpr std::array modes{std::pair{"COUNT", DutyMode::count}, std::pair{"COVER_EACH_PLAN", DutyMode::coverEachPlan},
                           std::pair{"COVER_EACH_CATEGORY", DutyMode::coverEachCategory},
                           std::pair{"VARIANT_SET", DutyMode::variantSet},
                           std::pair{"SPOT_CHECK", DutyMode::spotCheck}};
constexpr std::array windows{std::pair{"MONTH", DutyWindow::month},     std::pair{"QUARTER", DutyWindow::quarter},
                             std::pair{"HALF", DutyWindow::half},       std::pair{"YEAR", DutyWindow::year},
                             std::pair{"TERM", DutyWindow::term},       std::pair{"N_YEAR", DutyWindow::nYear},
                             std::pair{"ROLLING", DutyWindow::rolling}, std::pair{"SEASON", DutyWindow::season}};

/// Months a window takes; empty where windows cannot be compared by length.
std::optional<int> monthsOf(const DutyRule& rule) {
    switch (rule.window) {
    case DutyWindow::month:
        return 1;
    case DutyWindow::quarter:
        return 3;
    case DutyWindow::half:
        return 6;
    case DutyWindow::year:
        return 12;
    case DutyWindow::nYear:
        return 12 * rule.years;
    default:
        return std::nullopt;
    }
}

bool within(const std::vector<std::string>& wide, const std::vector<std::string>& narrow) {
    if (wide.empty()) return true; // anything would do before
    return !narrow.empty() && std::all_of(narrow.begin(), narrow.end(), [&](const std::string& one) {
        return std::find(wide.begin(), wide.end(), one) != wide.end();
    });
}

} // namespace

bool DutyRule::isInForce(const yanxun::Period& period) const {
    return (!from || *from <= period.last) && (!until || *until >= period.first);
}

const DutyRule* DutyRules::find(std::string_view code) const {
    for (const DutyRule& rule : rules) {
        if (rule.code == code) return &rule;
    }
    return nullptr;
}

void requireTightening(const DutyRule& own, const DutyRules& rules) {
    if (own.code.empty() || own.title.empty()) throw Error(tr("请填写规则编号和名称。"));
    if (own.basis.empty()) throw Error(tr("请写明本局规则的依据，例如文件名称和文号。"));
    if (own.subject.kinds.empty()) throw Error(tr("请写明适用的单位类别。"));
    if (own.mode == DutyMode::spotCheck) throw Error(tr("抽查是监管部门的任务，不能作为单位的应演规则。"));
    if (own.n < 1) throw Error(tr("次数不能小于 1。"));
    if (own.floor.empty()) return;
    const DutyRule* const floor = rules.find(own.floor);
    if (!floor) throw Error(tr("没有规则“{}”。", own.floor));
    const auto mine = monthsOf(own), least = monthsOf(*floor);
    const bool comparable = mine && least && own.mode == floor->mode && *least % *mine == 0;
    const bool looser = !comparable || own.n * (*least / *mine) < floor->n || (*mine == *least && own.n < floor->n);
    const bool otherForms = (own.live && !floor->live) || (own.tabletop && !floor->tabletop);
    if (looser || otherForms || !within(floor->hazards, own.hazards) || !within(floor->planKinds, own.planKinds)) {
        throw Error(tr("本局规则只能比法定要求更严：“{}”要求{}{}次，不能放宽次数、窗口、形式或灾种。", floor->title,
                       word(floor->window), floor->n));
    }
}

std::string word(DutyMode mode) {
    switch (mode) {
    case DutyMode::count:
        return tr("计次");
    case DutyMode::coverEachPlan:
        return tr("逐个预案");
    case DutyMode::coverEachCategory:
        return tr("逐个类别");
    case DutyMode::variantSet:
        return tr("各种情形");
    case DutyMode::spotCheck:
        return tr("抽查");
    }
    return {};
}

std::string word(DutyWindow window) {
    switch (window) {
    case DutyWindow::month:
        return tr("每月");
    case DutyWindow::quarter:
        return tr("每季度");
    case DutyWindow::half:
        return tr("每半年");
    case DutyWindow::year:
        return tr("每年");
    case DutyWindow::term:
        return tr("每学期");
    case DutyWindow::nYear:
        return tr("每几年");
    case DutyWindow::rolling:
        return tr("每隔若干天");
    case DutyWindow::season:
        return tr("每季节期");
    }
    return {};
}

std::string windowWord(const DutyRule& rule) {
    if (rule.window == DutyWindow::nYear) return tr("每{}年", rule.years);
    if (rule.window == DutyWindow::rolling) return tr("每{}天", rule.days);
    return word(rule.window);
}

std::string word(Sureness sure) {
    switch (sure) {
    case Sureness::confirmed:
        return tr("已核实");
    case Sureness::secondary:
        return tr("二手来源");
    case Sureness::memory:
        return tr("凭记忆未启用");
    }
    return {};
}

std::string token(DutyMode mode) { return modes[std::size_t(mode)].first; }
std::string token(DutyWindow window) { return windows[std::size_t(window)].first; }

std::optional<DutyMode> dutyModeOf(std::string_view token) {
    for (const auto& [word, mode] : modes) {
        if (token == word) return mode;
    }
    return std::nullopt;
}

std::optional<DutyWindow> dutyWindowOf(std::string_view token) {
    for (const auto& [word, window] : windows) {
        if (token == word) return window;
    }
    return std::nullopt;
}

} // namespace drills
