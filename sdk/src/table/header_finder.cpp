#include "table/header_finder.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

constexpr std::size_t kHeaderRows = 15; ///< the header begins in one of these
constexpr std::size_t kLevels = 3;

std::string textAt(const GridRow& row, std::size_t column) {
    if (column >= row.cells.size() || row.cells[column].filledDown) return {};
    return text::key(row.cells[column].text);
}

bool isResultHeading(const std::string& heading) { return heading == kResultHeading || heading == kReasonHeading; }

/// Headings of each column from top to bottom, blank levels left out. A heading spread over several columns stands in
/// the first of them only: it is carried to the right as long as a lower heading hangs below.
std::vector<std::vector<std::string>> flatten(const Grid& grid, std::size_t first, std::size_t depth) {
    std::size_t width = 0;
    for (std::size_t d = 0; d < depth; ++d) width = std::max(width, grid.rows[first + d].cells.size());
    std::vector<std::vector<std::string>> levels(width);
    std::vector<std::string> left(depth);
    for (std::size_t column = 0; column < width; ++column) {
        std::vector<std::string> own(depth);
        for (std::size_t d = 0; d < depth; ++d) own[d] = textAt(grid.rows[first + d], column);
        // Columns a result workbook brought stand beside the ledger: no heading of it reaches over them.
        if (std::any_of(own.begin(), own.end(), isResultHeading)) left.assign(depth, {});
        for (std::size_t d = 0; d < depth; ++d) {
            const bool below = std::any_of(own.begin() + d + 1, own.end(), [](const auto& t) { return !t.empty(); });
            const bool carried = own[d].empty() && below;
            const std::string level = carried ? left[d] : own[d];
            left[d] = below ? level : std::string();
            if (!level.empty() && (levels[column].empty() || levels[column].back() != level)) {
                levels[column].push_back(level);
            }
        }
    }
    return levels;
}

std::string joined(const std::vector<std::string>& levels, std::string_view with) {
    std::string all;
    for (const auto& level : levels) {
        if (!all.empty()) all += with;
        all += level;
    }
    return all;
}

/// The ways to read a heading, the most telling first. Units of their own («(条)» below «横幅») fall away.
std::vector<std::string> readings(const std::vector<std::string>& levels) {
    std::vector<std::string> keys;
    for (const auto& level : levels) {
        if (!bareHeading(headingKey(level)).empty()) keys.push_back(headingKey(level));
    }
    if (keys.empty()) return {};
    const std::string path = joined(keys, "/");
    return {path, bareHeading(path), joined(keys, ""), keys.back(), bareHeading(keys.back())};
}

struct Fit {
    int grade = 0; ///< higher = more telling
    std::size_t kindColumn = 0;
    int sheetColumn = 0;
};

/// 0 when the heading is not the column's. The whole path says more than its end, the title more than a synonym. Of
/// brackets one side may lack: «横幅(条)» is «横幅», but «培训(线上)» is not «培训(线下)».
int gradeOf(const std::vector<std::string>& readings, const std::vector<std::string>& names) {
    for (std::size_t r = 0; r < readings.size(); ++r) {
        const bool whole = r == 0 || r == 3;
        for (std::size_t n = 0; n < names.size(); ++n) {
            if (readings[r] != names[n] && !(whole && readings[r] == bareHeading(names[n]))) continue;
            return int(2 * (readings.size() - r)) + (n == 0 ? 1 : 0);
        }
    }
    return 0;
}

bool betterThan(const ImportMapping& a, const ImportMapping& b) {
    if (a.fits() != b.fits()) return a.fits();
    if (a.score != b.score) return a.score > b.score;
    const int depthA = a.headerLast - a.headerFirst;
    const int depthB = b.headerLast - b.headerFirst;
    return depthA != depthB ? depthA < depthB : a.headerFirst < b.headerFirst;
}

} // namespace

std::string fingerprintOf(const std::vector<std::string>& headings) {
    std::vector<std::string> keys;
    for (const auto& heading : headings) {
        if (!isResultHeading(heading)) keys.push_back(headingKey(heading));
    }
    while (!keys.empty() && keys.back().empty()) keys.pop_back();
    return text::sha256(joined(keys, "\n"));
}

HeaderFinder::HeaderFinder(const ImportInfo& info, const LedgerHeadings& headings,
                           const std::map<std::string, RememberedColumns>& remembered)
    : info_(info), headings_(headings), remembered_(remembered) {
    for (const auto& column : info.columns) {
        auto& keys = names_.emplace_back();
        for (const auto& name : headings.namesOf(column)) keys.push_back(headingKey(name));
    }
}

ImportMapping HeaderFinder::find(const Grid& grid) const {
    std::vector<ImportMapping> all;
    for (std::size_t first = 0; first < std::min(kHeaderRows, grid.rows.size()); ++first) {
        for (std::size_t depth = 1; depth <= kLevels && first + depth <= grid.rows.size(); ++depth) {
            if (grid.rows[first + depth - 1].number != grid.rows[first].number + int(depth) - 1) break;
            all.push_back(candidate(grid, first, depth));
        }
    }
    std::stable_sort(all.begin(), all.end(), betterThan);
    for (auto& mapping : all) {
        const auto known = remembered_.find(mapping.fingerprint);
        if (known == remembered_.end()) continue;
        mapping.columns = known->second;
        std::erase_if(mapping.columns, [&](const auto& c) { return c.second >= int(mapping.headings.size()); });
        judge(mapping);
        return mapping;
    }
    if (all.empty() || !all.front().columns.empty()) return all.empty() ? ImportMapping() : all.front();
    // Nothing is known: the fullest row of words is the likeliest header for a person to map by hand.
    const auto words = [](const ImportMapping& mapping) {
        const bool single = mapping.headerFirst == mapping.headerLast;
        return single ? std::count_if(mapping.headings.begin(), mapping.headings.end(), [](const auto& h) { return !h.empty(); }) : 0;
    };
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return words(a) > words(b); });
    return all.front();
}

ImportMapping HeaderFinder::candidate(const Grid& grid, std::size_t first, std::size_t depth) const {
    ImportMapping mapping;
    mapping.headerFirst = grid.rows[first].number;
    mapping.headerLast = grid.rows[first + depth - 1].number;
    const auto levels = flatten(grid, first, depth);
    for (const auto& column : levels) mapping.headings.push_back(joined(column, "/"));
    mapping.fingerprint = fingerprintOf(mapping.headings);
    assign(mapping, levels);
    judge(mapping);
    return mapping;
}

void HeaderFinder::assign(ImportMapping& mapping, const std::vector<std::vector<std::string>>& levels) const {
    std::vector<Fit> fits;
    for (std::size_t sheet = 0; sheet < levels.size(); ++sheet) {
        const auto ways = readings(levels[sheet]);
        for (std::size_t kind = 0; kind < names_.size(); ++kind) {
            if (const int grade = gradeOf(ways, names_[kind])) fits.push_back({grade, kind, int(sheet)});
        }
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        if (a.grade != b.grade) return a.grade > b.grade;
        return a.kindColumn != b.kindColumn ? a.kindColumn < b.kindColumn : a.sheetColumn < b.sheetColumn;
    });
    std::set<int> taken;
    for (const Fit& fit : fits) {
        const std::string& id = info_.columns[fit.kindColumn].id;
        if (mapping.columns.contains(id) || taken.contains(fit.sheetColumn)) continue;
        mapping.columns.emplace(id, fit.sheetColumn);
        taken.insert(fit.sheetColumn);
    }
}

void HeaderFinder::judge(ImportMapping& mapping) const {
    mapping.score = 0;
    mapping.missing.clear();
    std::set<int> taken;
    for (const auto& column : info_.columns) {
        const bool wanted = column.required || column.headingRequired;
        const auto found = mapping.columns.find(column.id);
        if (found != mapping.columns.end()) {
            mapping.score += wanted ? 3 : 2;
            taken.insert(found->second);
        } else if (wanted) {
            mapping.missing.push_back(column.title);
        }
    }
    for (std::size_t sheet = 0; sheet < mapping.headings.size(); ++sheet) {
        const std::string key = headingKey(mapping.headings[sheet]);
        const auto end = key.substr(key.rfind('/') + 1);
        const bool known = key.empty() || headings_.neutral.contains(key) || headings_.neutral.contains(end);
        if (!known && !taken.contains(int(sheet))) --mapping.score;
    }
}

} // namespace yanxun
