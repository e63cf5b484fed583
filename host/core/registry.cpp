#include "core/registry.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::host {
namespace {

const std::string& idOf(const std::unique_ptr<ImportKind>& kind) { return kind->info().id; }
template <class Kind>
const std::string& idOf(const Kind& kind) {
    return kind.id;
}

/// What has an order of its own stands by it, then by id.
template <class Kind>
int orderOf(const Kind& kind) {
    if constexpr (requires { kind.order; }) return kind.order;
    else return 0;
}

template <class List>
auto find(const List& list, const std::string& id) {
    return std::find_if(list.begin(), list.end(), [&](const auto& kind) { return idOf(kind) == id; });
}

template <class List, class Kind>
void insert(List& list, const std::string& plugin, Kind kind) {
    const std::string id = idOf(kind);
    if (!id.starts_with(plugin + ".") || id.size() == plugin.size() + 1) {
        throw Error(tr("插件“{}”登记的“{}”应当以“{}.”开头。", plugin, id, plugin));
    }
    if (find(list, id) != list.end()) throw Error(tr("“{}”已经登记过，不能登记两次。", id));
    const auto place = std::find_if(list.begin(), list.end(), [&](const auto& other) {
        const int ours = orderOf(kind), theirs = orderOf(other);
        return ours != theirs ? ours < theirs : id < idOf(other);
    });
    list.insert(place, std::move(kind));
}

template <class List>
const auto& require(const List& list, const std::string& id, std::string_view what) {
    const auto found = find(list, id);
    if (found != list.end()) return *found;
    std::string all;
    for (const auto& kind : list) all += (all.empty() ? "" : "、") + idOf(kind);
    throw NotFound(all.empty() ? tr("没有“{}”这个{}；现在没有插件提供{}。请在“插件”中查看插件是否已启用。", id, what, what)
                               : tr("没有“{}”这个{}。现有：{}。", id, what, all));
}

} // namespace

class Registry::Adder final : public Contributions {
public:
    Adder(Registry& all, std::string plugin) : all_(all), plugin_(std::move(plugin)) {}
    void add(FigureKind kind) override { insert(all_.figures_, plugin_, std::move(kind)); }
    void add(ReportKind kind) override { insert(all_.reports_, plugin_, std::move(kind)); }
    void add(TableKind kind) override { insert(all_.tables_, plugin_, std::move(kind)); }
    void add(std::unique_ptr<ImportKind> kind) override { insert(all_.imports_, plugin_, std::move(kind)); }
    void add(Verb verb) override { insert(all_.verbs_, plugin_, std::move(verb)); }
    void add(CalendarKind kind) override { insert(all_.calendars_, plugin_, std::move(kind)); }
    void add(TaskKind kind) override { insert(all_.tasks_, plugin_, std::move(kind)); }
    void add(SearchKind kind) override { insert(all_.searches_, plugin_, std::move(kind)); }
    void add(DemoKind kind) override { insert(all_.demos_, plugin_, std::move(kind)); }
    void add(SummaryKind kind) override { insert(all_.summaries_, plugin_, std::move(kind)); }

private:
    Registry& all_;
    std::string plugin_;
};

const FigureKind& Registry::figure(const std::string& id) const { return require(figures_, id, tr("指标")); }
const ReportKind& Registry::report(const std::string& id) const { return require(reports_, id, tr("报表")); }
const TableKind& Registry::table(const std::string& id) const { return require(tables_, id, tr("清单")); }
ImportKind& Registry::import(const std::string& id) const { return *require(imports_, id, tr("导入种类")); }

const Verb* Registry::verb(const std::string& id) const {
    const auto found = find(verbs_, id);
    return found == verbs_.end() ? nullptr : &*found;
}

const SearchKind* Registry::search(const std::string& id) const {
    const auto found = find(searches_, id);
    return found == searches_.end() ? nullptr : &*found;
}

std::unique_ptr<Contributions> Registry::contributionsOf(const std::string& plugin) {
    return std::make_unique<Adder>(*this, plugin);
}

std::unique_ptr<Contributions> Registry::ownContributions() { return std::make_unique<Adder>(*this, kOwnRoom); }

void Registry::forget(const std::string& plugin) {
    const auto drop = [&](auto& list) {
        std::erase_if(list, [&](const auto& kind) { return idOf(kind).starts_with(plugin + "."); });
    };
    drop(figures_), drop(reports_), drop(tables_), drop(imports_), drop(verbs_);
    drop(calendars_), drop(tasks_), drop(searches_), drop(demos_), drop(summaries_);
}

} // namespace yanxun::host
