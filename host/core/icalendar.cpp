// The one room of libical: it escapes, folds and orders what the RFC asks for.
#include "core/icalendar.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/version.h>

#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace yanxun::host {
namespace {

constexpr int kHoursAhead = 8; // local is UTC+08:00, fixed

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype dayOf(Date day) {
    icaltimetype time = icaltime_null_date();
    time.year = day.year;
    time.month = day.month;
    time.day = day.day;
    return time;
}

icaltimetype instantOf(Date day, int minute) {
    const int seconds = (minute - kHoursAhead * 60) * 60;
    return icaltime_from_timet_with_zone(time_t(day.days() * 86400 + seconds), 0, icaltimezone_get_utc_timezone());
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

void addTimes(icalcomponent* event, const CalendarEntry& entry) {
    if (!entry.time) {
        add(event, icalproperty_new_dtstart(dayOf(entry.first)));
        // The day after the last one: DTEND is exclusive.
        add(event, icalproperty_new_dtend(dayOf(Date::fromDays(entry.last.days() + 1))));
        return;
    }
    const icaltimetype begins = instantOf(entry.first, entry.time->from);
    const icaltimetype ends = instantOf(entry.last, entry.time->to);
    add(event, icalproperty_new_dtstart(begins));
    // An end that is not after the beginning is not allowed; without one the event takes no time.
    if (icaltime_compare(ends, begins) > 0) add(event, icalproperty_new_dtend(ends));
}

void addText(icalcomponent* event, icalproperty* (*make)(const char*), const std::string& words) {
    if (const std::string clean = text::clean(words); !clean.empty()) add(event, make(clean.c_str()));
}

icalcomponent* eventOf(const KindEntry& one, icaltimetype made) {
    const CalendarEntry& entry = one.entry;
    icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    addText(event, icalproperty_new_uid, entry.uid + "@" + one.kind->id + ".yanxun");
    add(event, icalproperty_new_dtstamp(made));
    addTimes(event, entry);
    addText(event, icalproperty_new_summary, entry.title);
    addText(event, icalproperty_new_location, entry.place);
    addText(event, icalproperty_new_description, entry.detail);
    add(event, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    addText(event, icalproperty_new_categories, one.kind->title);
    // Days that something falls on are not days a person is busy.
    add(event, icalproperty_new_transp(entry.time ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return event;
}

Component calendarCalled(const std::string& name) {
    Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//Yanxun//Yanxun " YANXUN_SDK_VERSION "//ZH"));
    add(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    add(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    icalproperty* const shown = icalproperty_new_x(text::clean(name).c_str());
    icalproperty_set_x_name(shown, "X-WR-CALNAME");
    add(calendar.get(), shown);
    return calendar;
}

} // namespace

std::size_t exported(const std::vector<KindEntry>& entries) {
    return std::size_t(
        std::count_if(entries.begin(), entries.end(), [](const KindEntry& one) { return !one.entry.uid.empty(); }));
}

std::string icalendar(const std::vector<KindEntry>& entries, Millis made, const std::string& name) {
    const Component calendar = calendarCalled(name);
    const icaltimetype stamp =
        icaltime_from_timet_with_zone(time_t(made / 1000), 0, icaltimezone_get_utc_timezone());
    for (const KindEntry& one : entries)
        if (!one.entry.uid.empty()) icalcomponent_add_component(calendar.get(), eventOf(one, stamp));
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                                       &icalmemory_free_buffer);
    if (!text) throw Error(tr("日历没有生成，内存不足。请缩小日期范围再试。"));
    return text.get();
}

} // namespace yanxun::host
