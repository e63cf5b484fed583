#include "core/plan/work_calendar.h"

#include "core/text_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::tr;

constexpr int saturday = 6;

Date dayOf(const pugi::xml_node& node, const char* attribute) {
    const auto day = Date::fromIso(node.attribute(attribute).value());
    if (!day) throw Error(tr("日期“{}”写得不对，应当像 2021-05-01。", node.attribute(attribute).value()));
    return *day;
}

void readYear(const pugi::xml_node& node, WorkCalendar& calendar) {
    const int year = node.attribute("id").as_int();
    if (year < 1900 || year > 2200) throw Error(tr("年份“{}”写得不对。", node.attribute("id").value()));
    if (calendar.knows(year)) return;
    calendar.addYear(year);
    for (const auto& off : node.children("off")) {
        const Date last = dayOf(off, "to");
        for (Date day = dayOf(off, "from"); day <= last; day = addDays(day, 1))
            calendar.addOff(day, off.attribute("name").value());
    }
    for (const auto& work : node.children("work"))
        calendar.addWork(dayOf(work, "date"), work.attribute("name").value());
}

void readFile(const std::filesystem::path& file, WorkCalendar& calendar) {
    const std::string text = readTextFile(file);
    pugi::xml_document document;
    if (!document.load_string(text.c_str()))
        throw yanxun::Unavailable(tr("节假日文件 {} 已损坏，无法读取。请恢复这个文件。", file.string()));
    try {
        for (const auto& year : document.document_element().children("year"))
            readYear(year, calendar);
    } catch (const Error& wrong) {
        throw Error(tr("节假日文件 {} 有误：{}", file.string(), wrong.what()));
    }
}

Date dayIn(int year, int monthDay) {
    const int month = monthDay / 100;
    return {year, month, std::min(monthDay % 100, yanxun::daysInMonth(year, month))};
}

} // namespace

WorkCalendar WorkCalendar::load(const std::vector<std::filesystem::path>& folders) {
    WorkCalendar calendar;
    for (const auto& folder : folders) {
        if (!std::filesystem::is_directory(folder)) continue;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with("holidays") && name.ends_with(".xml")) files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            readFile(file, calendar);
    }
    return calendar;
}

bool WorkCalendar::isWorkday(Date day) const {
    if (work_.contains(day.ymd())) return true;
    return !off_.contains(day.ymd()) && day.weekday() < saturday;
}

std::string WorkCalendar::whyOff(Date day) const {
    if (isWorkday(day)) return {};
    const auto found = off_.find(day.ymd());
    if (found != off_.end()) return tr("{}放假", found->second);
    return weekdayWord(day);
}

std::string WorkCalendar::whyWorked(Date day) const {
    const auto found = work_.find(day.ymd());
    return found == work_.end() ? std::string() : tr("{}调休上班", found->second);
}

std::vector<TermSpan> termsOfYear(const std::vector<SchoolTerm>& terms, int year) {
    std::vector<TermSpan> spans;
    for (const int begins : {year - 1, year}) {
        for (const SchoolTerm& term : terms) {
            const int ends = term.to < term.from ? begins + 1 : begins;
            if (ends < year) continue;
            spans.push_back({term.name, {dayIn(begins, term.from), dayIn(ends, term.to)}});
        }
    }
    std::sort(spans.begin(), spans.end(),
              [](const TermSpan& a, const TermSpan& b) { return a.days.first < b.days.first; });
    return spans;
}

bool isExamDay(Date day) { return day.month == 6 && day.day >= 6 && day.day <= 9; }

std::string weekdayWord(Date day) {
    static constexpr std::array words{"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
    return tr(words[std::size_t(day.weekday()) - 1]);
}

Date addDays(Date day, std::int64_t days) { return Date::fromDays(day.days() + days); }

} // namespace drills
