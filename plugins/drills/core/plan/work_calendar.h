#pragma once
#include "core/duty_rule.h"

#include <filesystem>
#include <map>
#include <set>

namespace drills {

/// Working days of China: weekends, days off by law, and 调休 (a weekend that is worked for a holiday). From
/// templates/rules/holidays*.xml; of a year nobody told only weekends are known.
class WorkCalendar {
public:
    /// Reads every holidays*.xml of the folders; of a year told twice the first found holds. Throws Error naming the file.
    static WorkCalendar load(const std::vector<std::filesystem::path>& folders);

    void addOff(yanxun::Date day, const std::string& name) { off_[day.ymd()] = name; }
    void addWork(yanxun::Date day, const std::string& name) { work_[day.ymd()] = name; }
    void addYear(int year) { years_.insert(year); }

    bool knows(int year) const { return years_.contains(year); }
    bool isWorkday(yanxun::Date day) const;
    /// Why nobody works: «国庆节», «周六»; "" on a working day.
    std::string whyOff(yanxun::Date day) const;
    /// «春节调休» on a weekend that is worked; "" on others.
    std::string whyWorked(yanxun::Date day) const;

private:
    std::map<std::int64_t, std::string> off_, work_;
    std::set<int> years_;
};

/// One 学期 as it lies in the calendar.
struct TermSpan {
    std::string name;
    yanxun::Period days;
};
/// The terms that touch the year, in order: that of the autumn before too.
std::vector<TermSpan> termsOfYear(const std::vector<SchoolTerm>& terms, int year);

/// True on 高考 and 中考 (June 6–9), when no siren may sound near schools.
bool isExamDay(yanxun::Date day);
/// «周三»
std::string weekdayWord(yanxun::Date day);
yanxun::Date addDays(yanxun::Date day, std::int64_t days);

} // namespace drills
