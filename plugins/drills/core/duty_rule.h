#pragma once
#include "core/drill.h"

#include <filesystem>

namespace drills {

/// What has to be done in a window (domain rule §3.3): so many drills; every plan of a kind; every category; every
/// variant.
/// `spotCheck` asks supervisors to look, not units to drill.
enum class DutyMode { count, coverEachPlan, coverEachCategory, variantSet, spotCheck };
enum class DutyWindow { month, quarter, half, year, term, nYear, rolling, season };
/// How sure a rule is: read in the law's text, in a secondary source only, from memory.
enum class Sureness { confirmed, secondary, memory };

/// One condition on a unit's attribute. `silent`: a unit nobody told the attribute of does not have it.
struct AttributeTest {
    std::string attribute, value;
    bool silent = false;
};

/// Which units a rule is about: one of the kinds, all of `all`, at least one of `any` (when there are some), none of
/// `none`.
struct DutySubject {
    std::vector<std::string> kinds;
    std::vector<AttributeTest> all, any, none;
};

/// A duty rule (templates/rules/drill_duties.xml), or one the bureau added.
struct DutyRule {
    std::string code, title;
    std::string basis; ///< law and clause
    std::string quote; ///< the sentence itself
    Sureness sure = Sureness::memory;
    std::string region;                      ///< 行政区划代码 of a local rule; "" = the whole country
    std::optional<yanxun::Date> from, until; ///< in force
    std::string checkedOn, checkedBy;
    bool onByDefault = false;
    bool on = false;                   ///< after the bureau's choice
    bool own = false;                  ///< the bureau's own
    std::int64_t id = 0, revision = 0; ///< of an own one
    DutySubject subject;
    DutyMode mode = DutyMode::count;
    int n = 1;
    DutyWindow window = DutyWindow::year;
    int years = 2;                                     ///< nYear
    int days = 180;                                    ///< rolling
    int seasonFrom = 101, seasonTo = 1231;             ///< month and day, 531
    std::vector<std::string> hazards, planKinds, each; ///< empty = any
    bool live = true, tabletop = false;                ///< forms that count
    bool schoolMonths = false;                         ///< months in which schools are closed are exempt
    bool multi = false;                                ///< a drill that names its plan may count for other rules too
    bool submit = false;                               ///< 报送
    std::string floor;                                 ///< code of the legal minimum an own rule may tighten only

    bool isInForce(const yanxun::Period& period) const;
};

struct SchoolTerm {
    std::string name;
    int from = 901, to = 120; ///< month and day; `to` before `from` lies in the next year
};

/// The rules file: rules, months without school, terms. What the bureau changed stands in the database.
struct DutyRules {
    std::vector<DutyRule> rules;
    std::vector<DutyRule> spot;    ///< 抽查: tasks of the supervisor; nobody owes a drill by them
    std::vector<int> exemptMonths; ///< of schools
    std::vector<SchoolTerm> terms;
    std::string fingerprint; ///< of the file: duties computed from another one are not current

    const DutyRule* find(std::string_view code) const;
};

/// The first drill_duties.xml in the folders. Throws Unavailable or Error naming the file.
DutyRules readDutyRules(const std::vector<std::filesystem::path>& folders);
/// Throws Error with a sentence when an own rule is incomplete, or looser than the legal minimum it names.
void requireTightening(const DutyRule& own, const DutyRules& rules);

std::string word(DutyMode mode);
std::string word(DutyWindow window);
std::string word(Sureness sure);
/// «每2年», «每90天»; of the others the window's own word.
std::string windowWord(const DutyRule& rule);
/// Tokens of files and verbs: COUNT, HALF …
std::string token(DutyMode mode);
std::string token(DutyWindow window);
std::optional<DutyMode> dutyModeOf(std::string_view token);
std::optional<DutyWindow> dutyWindowOf(std::string_view token);

} // namespace drills
