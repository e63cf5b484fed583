#include "core/score_sheet.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

namespace drills {
namespace {

using yanxun::tr;
using LevelSets = std::map<std::string, std::vector<ScoreLevel>, std::less<>>;

[[noreturn]] void wrong(const std::filesystem::path& file, const std::string& what) {
    throw yanxun::Error(tr("评分表 {} 有误：{}", file.filename().string(), what));
}

/// «3», «2.5» → 300, 250; «0.95» of a ratio → 9500 with `scale` 10000.
std::int64_t scaled(const pugi::xml_attribute& attribute, double scale = 100) {
    return std::int64_t(std::llround(attribute.as_double() * scale));
}

template <class Enum, std::size_t n>
Enum chosen(const pugi::xml_attribute& attribute, Enum otherwise,
            const std::array<std::pair<const char*, Enum>, n>& words, const std::filesystem::path& file) {
    if (!attribute) return otherwise;
    std::string known;
    for (const auto& [word, value] : words) {
        if (std::string_view(attribute.value()) == word) return value;
        known += (known.empty() ? "" : "、") + std::string(word);
    }
    wrong(file, tr("{}=“{}”不是 {} 之一。", attribute.name(), attribute.value(), known));
}

constexpr std::array styles{std::pair{"yes-no", ScoreStyle::yesNo},  std::pair{"level", ScoreStyle::level},
                            std::pair{"points", ScoreStyle::points}, std::pair{"deduct", ScoreStyle::deduct},
                            std::pair{"time", ScoreStyle::time},     std::pair{"ratio", ScoreStyle::ratio},
                            std::pair{"text", ScoreStyle::text}};
constexpr std::array criticals{std::pair{"false", Critical::none}, std::pair{"true", Critical::veto},
                               std::pair{"veto", Critical::veto}, std::pair{"cap", Critical::cap}};
constexpr std::array aggregates{std::pair{"auto", Aggregate::automatic},    std::pair{"mean", Aggregate::mean},
                                std::pair{"trim", Aggregate::trimmed},      std::pair{"median", Aggregate::median},
                                std::pair{"weighted", Aggregate::weighted}, std::pair{"leader", Aggregate::leader}};
constexpr std::array totals{std::pair{"sections", TotalMode::sections}, std::pair{"pooled", TotalMode::pooled}};
constexpr std::array effects{std::pair{"fail", VetoEffect::fail}, std::pair{"cap", VetoEffect::cap},
                             std::pair{"zero-section", VetoEffect::zeroSection}};

constexpr std::array forms{std::pair{"live", OrgForm::live}, std::pair{"tabletop", OrgForm::tabletop}};

std::vector<std::string> words(const pugi::xml_attribute& attribute) {
    std::istringstream text(attribute.value());
    return {std::istream_iterator<std::string>(text), {}};
}

LevelSets readLevelSets(const pugi::xml_node& root) {
    LevelSets sets;
    for (const auto& set : root.children("levels")) {
        auto& levels = sets[set.attribute("id").value()];
        for (const auto& level : set.children("level")) {
            levels.push_back({level.attribute("name").value(), level.attribute("percent").as_llong() * 100,
                              level.attribute("needs-reason").as_bool(), level.attribute("veto").as_bool()});
        }
    }
    return sets;
}

void readTime(const pugi::xml_node& node, ScoreItem& item, const std::filesystem::path& file) {
    item.minutes = std::string_view(node.attribute("unit").as_string("s")) == "min";
    item.planTarget = std::string_view(node.attribute("target").value()) == "plan";
    if (node.attribute("zero-times")) item.zeroTimes = scaled(node.attribute("zero-times"));
    const double scale = item.minutes ? 60'000 : 1'000;
    item.fullAt = scaled(node.attribute("full-at"), scale);
    item.zeroAt = scaled(node.attribute("zero-at"), scale);
    for (const auto& step : node.children("step")) {
        item.steps.push_back({scaled(step.attribute("to"), scale), scaled(step.attribute("points"))});
    }
    if (item.planTarget && item.zeroTimes <= 100) wrong(file, tr("第 {} 项的 zero-times 应大于 1。", item.no));
    if (!item.planTarget && item.steps.empty() && item.zeroAt <= item.fullAt) {
        wrong(file, tr("第 {} 项的 zero-at 应大于 full-at。", item.no));
    }
    const auto later = [](const TimeStep& a, const TimeStep& b) { return a.limit >= b.limit || a.points < b.points; };
    if (std::adjacent_find(item.steps.begin(), item.steps.end(), later) != item.steps.end()) {
        wrong(file, tr("第 {} 项的各档（step）应从快到慢排列，分值不能升高。", item.no));
    }
}

void readStyle(const pugi::xml_node& node, ScoreItem& item, const LevelSets& sets,
               const std::filesystem::path& file) {
    if (!node.attribute("style")) wrong(file, tr("第 {} 项没有写明计分法（style）。", item.no));
    item.style = chosen(node.attribute("style"), ScoreStyle::points, styles, file);
    if (item.style == ScoreStyle::level) {
        const auto set = sets.find(node.attribute("levels").value());
        if (set == sets.end()) wrong(file, tr("第 {} 项没有指明已定义的等级（levels）。", item.no));
        item.levels = set->second;
    }
    if (item.style == ScoreStyle::time) readTime(node, item, file);
    if (item.style == ScoreStyle::ratio) {
        item.fullAt = scaled(node.attribute("full-at"), 10000);
        item.zeroAt = scaled(node.attribute("zero-at"), 10000);
        if (item.fullAt <= item.zeroAt) wrong(file, tr("第 {} 项的 full-at 应大于 zero-at。", item.no));
    }
}

ScoreItem readItem(const pugi::xml_node& node, const LevelSets& sets, const std::filesystem::path& file) {
    ScoreItem item;
    item.no = node.attribute("no").value();
    item.text = node.child_value("text");
    item.standard = node.child_value("standard");
    item.evidence = node.child_value("evidence");
    item.method = node.attribute("method").value();
    item.full = scaled(node.attribute("points"));
    item.critical = chosen(node.attribute("critical"), Critical::none, criticals, file);
    item.naAllowed = node.attribute("na").as_bool();
    readStyle(node, item, sets, file);
    const bool byItself = item.style == ScoreStyle::yesNo || item.style == ScoreStyle::level;
    if (item.critical != Critical::none && byItself) item.vetoAt = 0;
    if (node.attribute("veto-at")) item.vetoAt = scaled(node.attribute("veto-at"));
    if (item.no.empty() || item.text.empty()) wrong(file, tr("有评估项缺少编号或内容。"));
    if (item.style == ScoreStyle::text) {
        if (item.full != 0) wrong(file, tr("第 {} 项是描述项，分值应为 0。", item.no));
    } else if (item.full <= 0 || item.full % 50 != 0) {
        wrong(file, tr("第 {} 项的分值应大于 0，且为 0.5 的倍数。", item.no));
    }
    if (item.critical == Critical::none && item.vetoAt)
        wrong(file, tr("第 {} 项不是否决项，不能有 veto-at。", item.no));
    return item;
}

ScoreSection readSection(const pugi::xml_node& node, const LevelSets& sets, const std::filesystem::path& file) {
    ScoreSection section;
    section.title = node.attribute("title").value();
    section.reference = node.attribute("reference").value();
    section.extra = node.attribute("extra").as_bool();
    if (node.attribute("weight")) section.ownWeight = scaled(node.attribute("weight"));
    for (const auto& item : node.children("item"))
        section.items.push_back(readItem(item, sets, file));
    return section;
}

void checkSections(const ScoreSheet& sheet, const std::filesystem::path& file) {
    std::set<std::string> numbers;
    for (const auto& section : sheet.sections) {
        if (section.items.empty()) wrong(file, tr("分部“{}”没有评估项。", section.title));
        for (const auto& item : section.items) {
            if (!numbers.insert(item.no).second) wrong(file, tr("编号 {} 出现了两次。", item.no));
            const bool counts = item.style == ScoreStyle::points || item.style == ScoreStyle::deduct;
            if (section.extra && (!counts || item.critical != Critical::none)) {
                wrong(file, tr("第 {} 项在附加分部，只能是打分或扣分，不能是否决项。", item.no));
            }
        }
    }
}

void check(const ScoreSheet& sheet, const std::filesystem::path& file) {
    checkSections(sheet, file);
    if (sheet.id.empty() || sheet.title.empty()) wrong(file, tr("缺少 id 或标题。"));
    if (sheet.full() != 10000) {
        const std::string sum = yanxun::cellText(sheet.full(), yanxun::CellKind::hundredths);
        wrong(file, tr("分值合计应为 100 分，现为 {} 分。", sum));
    }
    const auto worse = [](const GradeBand& a, const GradeBand& b) { return a.from <= b.from; };
    if (sheet.grades.empty() || sheet.grades.back().from != 0 ||
        std::adjacent_find(sheet.grades.begin(), sheet.grades.end(), worse) != sheet.grades.end()) {
        wrong(file, tr("等级应从高到低排列，最低一级从 0 分起。"));
    }
    const auto named = [&](const GradeBand& band) { return band.name == sheet.capGrade; };
    if (!sheet.capGrade.empty() && std::none_of(sheet.grades.begin(), sheet.grades.end(), named)) {
        wrong(file, tr("cap-grade 指的等级“{}”没有定义。", sheet.capGrade));
    }
}

void readHead(const pugi::xml_node& root, ScoreSheet& sheet, const std::filesystem::path& file) {
    sheet.id = root.attribute("id").value();
    sheet.version = root.attribute("version").as_int();
    sheet.title = root.child_value("title");
    sheet.note = root.child_value("note");
    sheet.reference = root.child_value("reference");
    sheet.coverageMin = root.attribute("coverage-min").as_llong(80) * 100;
    sheet.naMax = root.attribute("na-max").as_llong(30) * 100;
    sheet.aggregate = chosen(root.attribute("aggregate"), Aggregate::automatic, aggregates, file);
    sheet.totalMode = chosen(root.attribute("total"), TotalMode::sections, totals, file);
    sheet.vetoEffect = chosen(root.attribute("veto-effect"), VetoEffect::fail, effects, file);
    sheet.minSingle = root.attribute("min-evaluators-single").as_int(1);
    sheet.minCombined = root.attribute("min-evaluators-combined").as_int(3);
    sheet.capGrade = root.attribute("cap-grade").value();
    sheet.form = chosen(root.attribute("form"), OrgForm::unknown, forms, file);
    sheet.hazards = words(root.attribute("hazards"));
    sheet.units = words(root.attribute("units"));
    for (const auto& grade : root.children("grade")) {
        sheet.grades.push_back({grade.attribute("name").value(), scaled(grade.attribute("from"))});
    }
    for (const auto& event : root.children("drill-veto")) {
        sheet.drillVetoes.push_back({event.attribute("code").value(), event.child_value()});
    }
}

} // namespace

ScoreSheet readScoreSheet(const std::filesystem::path& file) {
    pugi::xml_document document;
    if (const auto read = document.load_file(file.c_str()); !read) {
        throw yanxun::Unavailable(tr("评分表 {} 无法读取：不是完整的 XML 文件。", file.string()));
    }
    const pugi::xml_node root = document.child("scoresheet");
    if (!root) wrong(file, tr("根元素应当是 scoresheet。"));
    ScoreSheet sheet;
    readHead(root, sheet, file);
    const LevelSets sets = readLevelSets(root);
    for (const auto& node : root.children("section"))
        sheet.sections.push_back(readSection(node, sets, file));
    check(sheet, file);
    return sheet;
}

} // namespace drills
