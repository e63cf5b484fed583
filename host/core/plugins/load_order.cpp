#include "core/plugins/load_order.h"

#include <algorithm>
#include <iterator>

namespace yanxun::host {
namespace {

enum class Mark { fresh, open, done };

class Walk {
public:
    Walk(const std::map<std::string, std::vector<std::string>>& needs, LoadOrder& result)
        : needs_(needs), result_(result) {}

    void visit(const std::string& id) {
        Mark& mark = marks_[id];
        if (mark == Mark::done) return;
        mark = Mark::open;
        path_.push_back(id);
        for (const std::string& needed : needs_.at(id)) look(id, needed);
        path_.pop_back();
        marks_[id] = Mark::done;
        if (!result_.circles.contains(id) && !result_.missing.contains(id)) result_.order.push_back(id);
    }

private:
    void look(const std::string& id, const std::string& needed) {
        if (!needs_.contains(needed)) {
            result_.missing.emplace(id, needed);
            return;
        }
        if (marks_[needed] == Mark::open) {
            noteCircle(needed);
            return;
        }
        visit(needed);
        const bool runs = !result_.circles.contains(needed) && !result_.missing.contains(needed);
        if (!runs && !result_.circles.contains(id)) result_.missing.emplace(id, needed);
    }

    void noteCircle(const std::string& from) {
        const auto first = std::find(path_.begin(), path_.end(), from);
        std::vector<std::string> circle(first, path_.end());
        for (auto id = first; id != path_.end(); ++id) {
            circle.push_back(circle.front());
            result_.circles.emplace(*id, circle);
            result_.missing.erase(*id);
            circle.pop_back();
            std::rotate(circle.begin(), circle.begin() + 1, circle.end());
        }
    }

    const std::map<std::string, std::vector<std::string>>& needs_;
    LoadOrder& result_;
    std::map<std::string, Mark> marks_;
    std::vector<std::string> path_;
};

} // namespace

LoadOrder loadOrder(const PluginIds& needs, const PluginIds& wishes) {
    LoadOrder result;
    Walk walk(needs, result);
    for (const auto& [id, needed] : needs) walk.visit(id);
    if (wishes.empty()) return result;

    PluginIds all;
    const auto runs = [&](const std::string& id) { return std::find(result.order.begin(), result.order.end(), id) != result.order.end(); };
    for (const std::string& id : result.order) all[id] = needs.at(id);
    for (const auto& [id, wished] : wishes) {
        if (!runs(id)) continue;
        std::copy_if(wished.begin(), wished.end(), std::back_inserter(all[id]), runs);
    }
    LoadOrder wishful;
    Walk again(all, wishful);
    for (const auto& [id, needed] : all) again.visit(id);
    if (wishful.circles.empty()) result.order = std::move(wishful.order);
    return result;
}

} // namespace yanxun::host
