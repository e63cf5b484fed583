#pragma once
#include <yanxun/contributions.h>

#include <memory>
#include <string>
#include <vector>

namespace yanxun::host {

/// All that plugins and the host itself contributed, in their order. Filled while plugins start, then read only.
class Registry {
public:
    /// What the ids of the host's own contributions begin with; no plugin may be called so.
    static constexpr const char* kOwnRoom = "summary";

    const std::vector<FigureKind>& figures() const { return figures_; }   ///< by order, then id
    const std::vector<ReportKind>& reports() const { return reports_; }
    const std::vector<TableKind>& tables() const { return tables_; }
    const std::vector<std::unique_ptr<ImportKind>>& imports() const { return imports_; }
    const std::vector<Verb>& verbs() const { return verbs_; }
    const std::vector<CalendarKind>& calendars() const { return calendars_; }
    const std::vector<TaskKind>& tasks() const { return tasks_; }
    const std::vector<SearchKind>& searches() const { return searches_; }
    const std::vector<DemoKind>& demos() const { return demos_; }
    const std::vector<SummaryKind>& summaries() const { return summaries_; } ///< by order, then id

    /// Each throws NotFound with a sentence that lists what there is.
    const FigureKind& figure(const std::string& id) const;
    const ReportKind& report(const std::string& id) const;
    const TableKind& table(const std::string& id) const;
    ImportKind& import(const std::string& id) const;
    const Verb* verb(const std::string& id) const; ///< null when unknown
    const SearchKind* search(const std::string& id) const;

    /// What one plugin adds; an id taken, or not beginning with the plugin's, throws Error.
    std::unique_ptr<Contributions> contributionsOf(const std::string& plugin);
    /// What the host adds: kept when plugins go.
    std::unique_ptr<Contributions> ownContributions();
    /// Drops everything the plugin added.
    void forget(const std::string& plugin);

private:
    class Adder;
    std::vector<FigureKind> figures_;
    std::vector<ReportKind> reports_;
    std::vector<TableKind> tables_;
    std::vector<std::unique_ptr<ImportKind>> imports_;
    std::vector<Verb> verbs_;
    std::vector<CalendarKind> calendars_;
    std::vector<TaskKind> tasks_;
    std::vector<SearchKind> searches_;
    std::vector<DemoKind> demos_;
    std::vector<SummaryKind> summaries_;
};

} // namespace yanxun::host
