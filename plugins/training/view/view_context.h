#pragma once
#include "core/archive_service.h"
#include "core/certificate_service.h"
#include "core/hours_service.h"
#include "core/roster_service.h"

#include <yanxun/ui/detail.h>
#include <yanxun/ui/workbench.h>

#include <wx/dataview.h>

#include <string>
#include <vector>

namespace training {

/// What every page and dialog of this plugin works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    const yanxun::Clock& clock;
    yanxun::Workbench& workbench;
    ClassService& classes;
    RosterService& roster;
    HoursService& hours;
    CertificateService& certificates;
    ArchiveService& archives;
    const Vocabulary& words;
    const Rules& rules;
    directory::Units& units;
    directory::People& people;
    participation::Records& records;

    yanxun::Date today() const;
};

/// «4.5», «—» when there is none.
std::string shownHundredths(const std::optional<std::int64_t>& value);
std::string shownDay(const std::optional<yanxun::Date>& day);
/// «约 320 人»
std::string shownPeople(std::int64_t people, bool estimated);
/// Names of units, of people of a unit (0 = of any), for a field that suggests.
std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed);
std::vector<std::string> suggestPeople(const ViewContext& context, const std::string& typed, std::int64_t unit);
/// Those of `words` that contain what was typed.
std::vector<std::string> matching(const std::vector<std::string>& words, const std::string& typed);
/// (value, shown) of a choice whose values are its words, the first one blank.
std::vector<std::pair<std::string, std::string>> choicesOf(const std::string& blank,
                                                           const std::vector<std::string>& words);
/// A plain list of few rows.
wxDataViewListCtrl* smallList(wxWindow* parent, const char* name,
                              const std::vector<std::pair<std::string, int>>& columns);
void addRow(wxDataViewListCtrl* list, const std::vector<std::string>& cells);

} // namespace training
