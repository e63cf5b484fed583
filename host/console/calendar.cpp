#include "console/output.h"
#include "console/words.h"
#include "core/calendar_entries.h"
#include "core/icalendar.h"

#include <yanxun/file.h>
#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

struct Choice {
    std::string from, to, kind, out;
    bool json = false, ics = false;
};

Date dayOf(const std::string& written, const char* option, Date otherwise) {
    if (written.empty()) return otherwise;
    if (const auto day = Date::fromIso(written)) return *day;
    throw UsageError(tr("参数 {} 应当是日期，写成 2021-05-12 这样，收到的是“{}”。", option, written));
}

Period daysOf(const Choice& choice, Date today) {
    const Period year = Period::year(today.year);
    const Period days{dayOf(choice.from, "--from", year.first), dayOf(choice.to, "--to", year.last)};
    if (days.last < days.first)
        throw UsageError(tr("--to 的日期 {} 早于 --from 的日期 {}。", days.last.iso(), days.first.iso()));
    return days;
}

const char* wordOf(Tone tone) {
    switch (tone) {
    case Tone::good: return "good";
    case Tone::warning: return "warning";
    case Tone::bad: return "bad";
    case Tone::accent: return "accent";
    case Tone::neutral: break;
    }
    return "neutral";
}

std::string clock(int minute) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / 60) + ":" + two(minute % 60);
}

Json asJson(const host::KindEntry& one) {
    const CalendarEntry& entry = one.entry;
    Json json{{"kind", one.kind->id}, {"first", entry.first.iso()}, {"last", entry.last.iso()}};
    if (entry.time) {
        json["from"] = clock(entry.time->from);
        json["to"] = clock(entry.time->to);
    }
    json["title"] = entry.title;
    json["detail"] = entry.detail;
    json["place"] = entry.place;
    json["tone"] = wordOf(entry.tone);
    json["cancelled"] = entry.cancelled;
    json["movable"] = entry.movable;
    json["uid"] = entry.uid;
    json["page"] = one.kind->page;
    json["argument"] = entry.argument;
    return json;
}

std::string daysText(const CalendarEntry& entry) {
    std::string text = entry.first.iso();
    if (entry.last != entry.first) text += " — " + entry.last.iso();
    if (entry.time) text += " " + clock(entry.time->from) + "–" + clock(entry.time->to);
    return text;
}

void printText(const std::vector<host::KindEntry>& entries) {
    for (const host::KindEntry& one : entries) {
        const std::string cancelled = one.entry.cancelled ? tr("（已取消）") : std::string();
        std::cout << padded(daysText(one.entry), 26) << padded(one.kind->title, 14) << one.entry.title << cancelled;
        if (!one.entry.detail.empty()) std::cout << "  " << one.entry.detail;
        std::cout << "\n";
    }
    if (entries.empty()) std::cout << tr("这段时间没有安排。") << "\n";
}

void writeIcs(host::Program& program, const Choice& choice, const std::vector<host::KindEntry>& entries) {
    const std::string bureau = program.profile("name");
    const std::string name = bureau.empty() ? tr("演训宣日历") : bureau;
    writeFile(choice.out, host::icalendar(entries, program.clock().now(), name));
    const std::size_t count = host::exported(entries);
    std::cerr << tr("日历共 {} 项，已写到 {}。", count, choice.out) << "\n";
    if (count < entries.size()) std::cerr << tr("另有 {} 项没有固定标识，没有写入。", entries.size() - count) << "\n";
}

int run(Console& console, const Choice& choice) {
    if (choice.ics && choice.out.empty()) throw UsageError(tr("请用 -o 写明日历写到哪个文件，如 -o 日历.ics。"));
    if (!choice.ics && !choice.out.empty()) throw UsageError(tr("-o 要与 --ics 一起使用。"));
    host::Program& program = console.open();
    const Period days = daysOf(choice, program.clock().today());
    if (!choice.kind.empty()) named([&]() -> const CalendarKind& { return host::calendarKind(program.registry(), choice.kind); });
    std::vector<host::KindEntry> entries;
    program.database().read([&](Reader& reader) {
        entries = host::calendarEntries(program.registry(), reader, days, choice.kind);
    });
    if (choice.ics) {
        writeIcs(program, choice, entries);
    } else if (choice.json) {
        Json all = Json::array();
        for (const host::KindEntry& one : entries) all.push_back(asJson(one));
        print(all);
    } else {
        printText(entries);
    }
    return done;
}

} // namespace

void addCalendar(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "calendar", tr("一段时间里各插件的日程；--ics 写成其他日历软件能打开的文件"));
    const auto choice = std::make_shared<Choice>();
    verb.add_option("--from", choice->from, tr("从哪一天，如 2021-01-01，默认今年第一天"))->type_name(tr("日期"));
    verb.add_option("--to", choice->to, tr("到哪一天，默认今年最后一天"))->type_name(tr("日期"));
    verb.add_option("--kind", choice->kind, tr("只要这个类别"))->type_name(tr("类别"));
    CLI::Option* const json = verb.add_flag("--json", choice->json, tr("输出 JSON"));
    verb.add_flag("--ics", choice->ics, tr("写成 iCalendar 文件（.ics）"))->excludes(json);
    verb.add_option("-o,--output", choice->out, tr("写到这个文件"))->type_name(tr("文件"));
    verb.callback([&console, choice] { console.run = [&console, choice] { return run(console, *choice); }; });
}

} // namespace yanxun::console
