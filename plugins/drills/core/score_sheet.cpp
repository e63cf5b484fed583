#include "core/score_sheet.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace drills {
namespace {

using yanxun::tr;
using LevelSets = std::map<std::string, std::vector<ScoreLevel>, std::less<>>;

[[noreturn]] void wrong(const std::filesystem::path& file, const std::string& what) {
    throw yanxun::Error(tr("评分表 {} 有误：{}", file.filename().string(), what));
}

/// «3», «2.5» → 300, 250.
std::int64_t hundredths(const pugi::xml_attribute& attribute) {
    return std::int64_t(attribute.as_double() * 100 + 0.5);
}

LevelSets readLevelSets(const pugi::xml_node& root) {
    LevelSets sets;
    for (const auto& set : root.children("levels")) {
        auto& levels = sets[set.attribute("id").value()];
        for (const auto& level : set.children("level")) {
            levels.push_back({level.attribute("name").value(), level.attribute("percent").as_llong() * 100});
        }
    }
    return sets;
}

ScoreItem readItem(const pugi::xml_node& node, const LevelSets& sets, const std::filesystem::path& file) {
    ScoreItem item;
    item.no = node.attribute("no").value();
    item.text = node.child_value("text");
    item.standard = node.child_value("standard");
    item.method = node.attribute("method").value();
    item.full = hundredths(node.attribute("points"));
    item.critical = node.attribute("critical").as_bool();
    item.naAllowed = node.attribute("na").as_bool();
    const std::string style = node.attribute("style").value();
    if (style == "yes-no") {
        item.style = ScoreStyle::yesNo;
    } else if (style == "points") {
        item.style = ScoreStyle::points;
    } else if (style == "level") {
        item.style = ScoreStyle::level;
        const auto set = sets.find(node.attribute("levels").value());
        if (set == sets.end()) wrong(file, tr("第 {} 项没有指明已定义的等级（levels）。", item.no));
        item.levels = set->second;
    } else {
        wrong(file, tr("第 {} 项的计分法“{}”不是 yes-no、level 或 points。", item.no, style));
    }
    if (item.no.empty() || item.text.empty()) wrong(file, tr("有评估项缺少编号或内容。"));
    if (item.full <= 0 || item.full % 50 != 0) wrong(file, tr("第 {} 项的分值应大于 0，且为 0.5 的倍数。", item.no));
    if (item.critical && item.naAllowed) wrong(file, tr("第 {} 项是否决项，不能允许“不适用”。", item.no));
    return item;
}

void check(const ScoreSheet& sheet, const std::filesystem::path& file) {
    std::set<std::string> numbers;
    for (const auto& section : sheet.sections) {
        if (section.items.empty()) wrong(file, tr("分部“{}”没有评估项。", section.title));
        for (const auto& item : section.items) {
            if (!numbers.insert(item.no).second) wrong(file, tr("编号 {} 出现了两次。", item.no));
        }
    }
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
}

} // namespace

std::int64_t ScoreSection::full() const {
    std::int64_t sum = 0;
    for (const auto& item : items) sum += item.full;
    return sum;
}

std::int64_t ScoreSheet::full() const {
    std::int64_t sum = 0;
    for (const auto& section : sections) sum += section.full();
    return sum;
}

const ScoreItem* ScoreSheet::item(std::string_view no) const {
    for (const auto& section : sections) {
        for (const auto& item : section.items) {
            if (item.no == no) return &item;
        }
    }
    return nullptr;
}

ScoreSheet readScoreSheet(const std::filesystem::path& file) {
    pugi::xml_document document;
    if (const auto read = document.load_file(file.c_str()); !read) {
        throw yanxun::Unavailable(tr("评分表 {} 无法读取：不是完整的 XML 文件。", file.string()));
    }
    const pugi::xml_node root = document.child("scoresheet");
    ScoreSheet sheet;
    sheet.id = root.attribute("id").value();
    sheet.version = root.attribute("version").as_int();
    sheet.title = root.child_value("title");
    sheet.note = root.child_value("note");
    sheet.reference = root.child_value("reference");
    sheet.coverageMin = root.attribute("coverage-min").as_llong(80) * 100;
    sheet.naMax = root.attribute("na-max").as_llong(30) * 100;
    for (const auto& grade : root.children("grade")) {
        sheet.grades.push_back({grade.attribute("name").value(), hundredths(grade.attribute("from"))});
    }
    const LevelSets sets = readLevelSets(root);
    for (const auto& node : root.children("section")) {
        ScoreSection section{node.attribute("title").value(), node.attribute("reference").value(), {}};
        for (const auto& item : node.children("item")) section.items.push_back(readItem(item, sets, file));
        sheet.sections.push_back(std::move(section));
    }
    check(sheet, file);
    return sheet;
}

std::vector<ScoreSheet> loadScoreSheets(const std::vector<std::filesystem::path>& folders) {
    std::map<std::pair<std::string, int>, ScoreSheet> byId;
    for (const auto& folder : folders) {
        if (!std::filesystem::is_directory(folder)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".xml") continue;
            ScoreSheet sheet = readScoreSheet(entry.path());
            byId.try_emplace({sheet.id, sheet.version}, std::move(sheet));
        }
    }
    std::vector<ScoreSheet> all;
    for (auto& [key, sheet] : byId) all.push_back(std::move(sheet));
    std::stable_sort(all.begin(), all.end(), [](const ScoreSheet& a, const ScoreSheet& b) {
        return std::pair(yanxun::text::sortKey(a.title), -a.version) < std::pair(yanxun::text::sortKey(b.title), -b.version);
    });
    return all;
}

} // namespace drills
