#include "core/score_sheet.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills {

std::int64_t ScoreSection::full() const {
    std::int64_t sum = 0;
    for (const auto& item : items)
        sum += item.full;
    return sum;
}

std::int64_t ScoreSheet::full() const {
    std::int64_t sum = 0;
    for (const auto& section : sections)
        sum += section.extra ? 0 : section.full();
    return sum;
}

int ScoreSheet::fit(const Drill& drill, std::string_view unitKind) const {
    const auto madeFor = [](const std::vector<std::string>& words, std::string_view word) {
        return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
    };
    // 双盲, 示范 and what nobody told are held in the field.
    const OrgForm held = drill.axes.form == OrgForm::tabletop ? OrgForm::tabletop : OrgForm::live;
    if (form != OrgForm::unknown && form != held) return -1;
    if (!madeFor(hazards, drill.hazard)) return -1;
    if (!madeFor(units, unitKind)) return unitKind.empty() ? 0 : -1;
    return int(form != OrgForm::unknown) + int(!hazards.empty()) + int(!units.empty());
}

const ScoreItem* ScoreSheet::item(std::string_view no) const {
    for (const auto& section : sections) {
        for (const auto& item : section.items) {
            if (item.no == no) return &item;
        }
    }
    return nullptr;
}

const ScoreSection* ScoreSheet::sectionOf(std::string_view no) const {
    for (const auto& section : sections) {
        const auto named = [&](const ScoreItem& item) { return item.no == no; };
        if (std::any_of(section.items.begin(), section.items.end(), named)) return &section;
    }
    return nullptr;
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
    for (auto& [key, sheet] : byId)
        all.push_back(std::move(sheet));
    std::stable_sort(all.begin(), all.end(), [](const ScoreSheet& a, const ScoreSheet& b) {
        return std::pair(yanxun::text::sortKey(a.title), -a.version) <
               std::pair(yanxun::text::sortKey(b.title), -b.version);
    });
    return all;
}

std::size_t bestSheet(const std::vector<ScoreSheet>& sheets, const Drill& drill, std::string_view unitKind) {
    const auto worse = [&](const ScoreSheet& a, const ScoreSheet& b) {
        return a.fit(drill, unitKind) < b.fit(drill, unitKind);
    };
    return std::size_t(std::max_element(sheets.begin(), sheets.end(), worse) - sheets.begin());
}

} // namespace drills
