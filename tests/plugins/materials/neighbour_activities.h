#pragma once
#include <campaigns/activities.h>

#include <yanxun/text.h>

#include <algorithm>

namespace materials::testing {

/// Stands in for the plugin that keeps activities: a list in memory that tells its watcher like the real one.
class Activities final : public campaigns::Activities {
public:
    std::int64_t add(yanxun::Writer& writer, const std::string& name, yanxun::Date day) {
        campaigns::ActivityRef made;
        made.id = std::int64_t(all.size()) + 1;
        made.name = name;
        made.date = day;
        made.isHeld = true;
        all.push_back(made);
        if (watcher.added) watcher.added(writer, made);
        return made.id;
    }
    void move(yanxun::Writer& writer, std::int64_t id, yanxun::Date day) {
        const auto before = at(id);
        at(id).date = day;
        watcher.changed(writer, before, at(id));
    }
    void remove(yanxun::Writer& writer, std::int64_t id) {
        watcher.removing(writer, at(id));
        at(id).id = -id;
    }
    campaigns::ActivityRef& at(std::int64_t id) { return all[std::size_t(id) - 1]; }

    std::optional<campaigns::ActivityRef> get(yanxun::Reader&, std::int64_t id) const override {
        for (const auto& one : all) {
            if (one.id == id) return one;
        }
        return std::nullopt;
    }
    std::vector<campaigns::ActivityRef> find(yanxun::Reader&, std::string_view name, std::optional<yanxun::Date> day) const override {
        std::vector<campaigns::ActivityRef> found;
        for (const auto& one : all) {
            if (one.id > 0 && yanxun::text::key(one.name) == yanxun::text::key(name) && (!day || *day == one.date)) found.push_back(one);
        }
        return found;
    }
    std::vector<campaigns::ActivityRef> suggest(yanxun::Reader&, std::string_view typed, std::size_t limit) const override {
        std::vector<campaigns::ActivityRef> found;
        for (const auto& one : all) {
            if (one.id > 0 && found.size() < limit && one.name.find(typed) != std::string::npos) found.push_back(one);
        }
        return found;
    }
    void between(yanxun::Reader&, const yanxun::Period& period,
                 const std::function<void(const campaigns::ActivityRef&)>& use) const override {
        for (const auto& one : all) {
            if (one.id > 0 && one.date >= period.first && one.date <= period.last) use(one);
        }
    }
    void each(yanxun::Reader&, const std::function<void(const campaigns::ActivityRef&)>& use) const override {
        for (const auto& one : all) use(one);
    }
    void setIssued(yanxun::Writer&, std::int64_t activity, std::int64_t quantity) override {
        for (auto& one : all) {
            if (one.id == activity) one.issued = quantity;
        }
    }
    void setIssueSource(campaigns::IssueSource given) override { source = std::move(given); }
    void watch(campaigns::ActivityWatcher given) override { watcher = std::move(given); }

    std::vector<campaigns::ActivityRef> all;
    campaigns::IssueSource source;
    campaigns::ActivityWatcher watcher;
};

} // namespace materials::testing
