#pragma once
#include "core/verbs.h"

#include <yanxun/ui/detail.h>
#include <yanxun/ui/filter_bar.h>
#include <yanxun/ui/record_table.h>
#include <yanxun/ui/workbench.h>

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace campaigns {

/// What every page and dialog of this plugin works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    const yanxun::Clock& clock;
    yanxun::Workbench& workbench;
    Parts parts;
    directory::Units& units;
    participation::Records& records;
};

/// «约 320 人次»
std::string shownPeople(std::int64_t people, bool estimated);
/// «约 34,000»
std::string shownNumber(std::int64_t number, bool estimated);
Terms termsOf(const ViewContext& context);
/// Names of units for a field that suggests: what stands before the last 顿号 is kept.
std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed);
/// A list whose rows are worked out whole: at most a few thousand. `load` runs on a worker and numbers its records.
template <class Record>
yanxun::ui::RecordSource listSource(
    std::function<std::vector<std::pair<std::int64_t, Record>>(yanxun::Reader&, const yanxun::ui::RecordQuery&)> load,
    std::function<std::vector<yanxun::ui::RecordCell>(const Record&)> cells) {
    struct Kept {
        std::mutex mutex;
        std::unordered_map<std::int64_t, Record> records;
    };
    const auto kept = std::make_shared<Kept>();
    yanxun::ui::RecordSource source;
    source.ids = [kept, load](yanxun::Reader& reader, const yanxun::ui::RecordQuery& query) {
        yanxun::ui::RecordIds found;
        std::unordered_map<std::int64_t, Record> records;
        for (auto& [id, record] : load(reader, query)) {
            found.ids.push_back(id);
            records.emplace(id, std::move(record));
        }
        found.total = std::int64_t(found.ids.size());
        const std::lock_guard lock(kept->mutex);
        kept->records = std::move(records);
        return found;
    };
    source.rows = [kept, cells](yanxun::Reader&, std::span<const std::int64_t> ids) {
        const std::lock_guard lock(kept->mutex);
        std::vector<std::vector<yanxun::ui::RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto found = kept->records.find(id);
            rows.push_back(found == kept->records.end() ? cells(Record{}) : cells(found->second));
        }
        return rows;
    };
    return source;
}

} // namespace campaigns
