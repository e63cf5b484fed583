#pragma once
#include <yanxun/ui/record_table.h>

#include <memory>
#include <mutex>
#include <vector>

namespace yanxun::desktop {

/// Things that are few and have no id of their own, shown in a RecordTable: a worker collects them, the main thread shows
/// what was collected last. Their ids are 1, 2, 3 … in that order.
template <class Thing>
class Collected {
public:
    using Things = std::vector<Thing>;

    /// `collect` runs on a worker; `cells` on the main thread.
    ui::RecordSource source(std::function<Things(Reader&, const ui::RecordQuery&)> collect,
                            std::function<std::vector<ui::RecordCell>(const Thing&)> cells) const {
        ui::RecordSource source;
        source.ids = [state = state_, collect = std::move(collect)](Reader& reader, const ui::RecordQuery& query) {
            auto things = std::make_shared<const Things>(collect(reader, query));
            ui::RecordIds ids;
            for (std::size_t i = 1; i <= things->size(); ++i) ids.ids.push_back(static_cast<std::int64_t>(i));
            ids.total = static_cast<std::int64_t>(things->size());
            state->set(std::move(things));
            return ids;
        };
        source.rows = [state = state_, cells = std::move(cells)](Reader&, std::span<const std::int64_t> ids) {
            const auto things = state->get();
            std::vector<std::vector<ui::RecordCell>> rows;
            for (const std::int64_t id : ids) {
                const auto at = static_cast<std::size_t>(id - 1);
                rows.push_back(at < things->size() ? cells((*things)[at]) : std::vector<ui::RecordCell>{});
            }
            return rows;
        };
        return source;
    }

    /// For what a worker finds out beside. Any thread.
    void put(Things things) { state_->set(std::make_shared<const Things>(std::move(things))); }
    /// What was collected last; never null.
    std::shared_ptr<const Things> things() const { return state_->get(); }
    /// Null when there is none of that id.
    const Thing* at(std::int64_t id) const {
        held_ = state_->get();
        const auto place = static_cast<std::size_t>(id - 1);
        return place < held_->size() ? &(*held_)[place] : nullptr;
    }

private:
    struct State {
        std::mutex guard;
        std::shared_ptr<const Things> things = std::make_shared<const Things>();
        void set(std::shared_ptr<const Things> fresh) {
            const std::lock_guard lock(guard);
            things = std::move(fresh);
        }
        std::shared_ptr<const Things> get() {
            const std::lock_guard lock(guard);
            return things;
        }
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
    mutable std::shared_ptr<const Things> held_; ///< keeps what at() returned
};

} // namespace yanxun::desktop
