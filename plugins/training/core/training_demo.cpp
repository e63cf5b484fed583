#include "core/training_demo.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <map>

namespace training {
namespace {

using directory::UnitRef;
using yanxun::Date;
using yanxun::tr;

constexpr int classesOfAYear = 605, offlineOfAYear = 203;
constexpr std::int64_t attendedOfAYear = 38025;
constexpr int enterprisesOfAYear = 24;

struct Course {
    const char* name;
    const char* kind;
    std::int64_t hours;
};
constexpr std::array courses{Course{"特种作业复审培训", "复审", 8},     Course{"危险化学品安全专题培训", "再训", 4},
                             Course{"应急救援队伍技能培训", "再训", 8}, Course{"网格员业务培训", "再训", 4},
                             Course{"安全生产法宣讲", "宣讲", 2},       Course{"新员工三级安全教育", "岗前", 24},
                             Course{"主要负责人安全培训", "再训", 16}};
constexpr std::array teachers{"岑老师", "柏老师", "穆老师", "褚老师", "裴老师", "蔺老师", "阮老师"};
constexpr std::array places{"区应急指挥中心一楼会议室", "区委党校报告厅", "企业培训教室", "街道办事处三楼",
                            "文化活动中心"};
constexpr std::array family{"卞", "岑", "褚", "殷", "穆", "蔺", "裴", "臧", "柏", "阮", "尹", "欧", "俞"};
constexpr std::array given{"思远", "若溪", "景行", "雨桐", "安和", "清越", "嘉言", "知秋", "云帆", "怀瑾", "以宁"};

/// The same numbers on every machine (splitmix64 of the place in the list).
std::uint64_t scattered(std::uint64_t number) {
    number = (number + 1) * 0x9E3779B97F4A7C15ULL;
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9ULL;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBULL;
    return number ^ (number >> 31);
}

/// A working day of the year.
Date dayOf(int year, std::uint64_t chance) {
    const Date first{year, 1, 1};
    const std::int64_t length = Date{year, 12, 31}.days() - first.days() + 1;
    Date day = Date::fromDays(first.days() + std::int64_t(chance % std::uint64_t(length)));
    while (day.weekday() > 5)
        day = Date::fromDays(day.days() + (day.month == 12 ? -1 : 1));
    return day;
}

std::vector<const UnitRef*> ofKind(const std::vector<UnitRef>& units, const std::string& kind) {
    std::vector<const UnitRef*> found;
    for (const UnitRef& unit : units) {
        if (unit.kind == kind) found.push_back(&unit);
    }
    return found;
}

/// The bureau holds half of the classes: the unit so called, else the first.
const UnitRef& bureauOf(const std::vector<UnitRef>& units) {
    for (const UnitRef& unit : units) {
        if (unit.name.ends_with("应急管理局")) return unit;
    }
    return units.front();
}

/// «37 of 605» are spread evenly: true for `part` of every `whole` numbers.
bool isOneOf(int number, int part, int whole) { return number % whole * part % whole < part; }

void shareHeads(std::vector<TrainingClass>& classes, std::int64_t total) {
    std::int64_t left = total;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto after = std::int64_t(classes.size() - i - 1);
        const std::int64_t fair = left / (after + 1);
        const std::int64_t luck = std::int64_t(scattered(i * 7 + 3) % 81) - 40; // per cent
        std::int64_t heads = after == 0 ? left : std::max<std::int64_t>(3, fair + fair * luck / 100);
        heads = std::min(heads, left - after * 3);
        classes[i].attended = heads;
        classes[i].invited = heads + std::int64_t(scattered(i * 11) % 7);
        classes[i].passed = heads - std::int64_t(scattered(i * 13) % 4) % heads;
        left -= heads;
    }
}

std::string digits(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

Credit creditOf(const Trainee& duty, Date day, std::int64_t hours, const char* kind, const char* reason) {
    Credit credit;
    credit.personName = duty.personName;
    credit.unitName = duty.unitName;
    credit.creditedOn = day;
    credit.minutes = hours * credit.minutesPerHour;
    credit.kind = kind;
    credit.reason = reason;
    return credit;
}

Certificate certificateOf(const Trainee& duty, const char* type, const char* operation, std::int64_t number,
                          Date issued, const Rules& rules) {
    Certificate made;
    made.personName = duty.personName;
    made.unitId = duty.unitId;
    made.unitName = duty.unitName;
    made.type = type;
    made.typeWord = rules.titleOf(type);
    made.operation = operation;
    made.number = "示" + digits(number, 10);
    made.issuer = tr("示范省应急管理厅");
    made.issuedOn = issued;
    fillClocks(made, rules);
    return made;
}

struct Post {
    const char* role;
    bool isNew, hasPaper;
};
constexpr std::array posts{Post{"主要负责人", false, true}, Post{"安全生产管理人员", false, true},
                           Post{"从业人员", false, false}, Post{"新上岗人员", true, false},
                           Post{"特种作业人员", false, true}};

DemoPerson personOf(const UnitRef& unit, const Post& post, std::uint64_t number, int year, const Rules& rules) {
    const std::uint64_t chance = scattered(number + 100'000);
    DemoPerson person;
    person.name =
        std::string(family[number % family.size()]) + given[std::size_t(scattered(number + 7) % given.size())];
    Trainee& duty = person.duty;
    duty.personName = person.name;
    duty.unitId = unit.id;
    duty.unitName = unit.name;
    duty.regionCode = unit.regionCode;
    duty.role = post.role;
    const bool risky = unit.name.find("化工") != std::string::npos || unit.name.find("加油站") != std::string::npos ||
                       unit.name.find("燃气") != std::string::npos;
    if (risky) duty.industry = "高危";
    duty.since = post.isNew ? dayOf(year, chance) : Date{year - 2 - int(chance % 9), 1 + int(chance % 12), 6};
    const bool isShort = chance % 3 == 0;
    if (post.isNew) {
        const std::int64_t asked = risky ? 72 : 24;
        person.credits.push_back(creditOf(duty, *duty.since, isShort ? asked / 2 : asked, "岗前", "三级安全教育"));
    } else {
        const std::int64_t asked = post.role == std::string("从业人员") ? 20 : risky ? 16 : 12;
        const Date first = dayOf(year, chance >> 8), second = dayOf(year, chance >> 16);
        person.credits.push_back(creditOf(duty, first, asked / 2, "再训", "年度再培训（上半期）"));
        if (!isShort)
            person.credits.push_back(creditOf(duty, second, asked - asked / 2, "再训", "年度再培训（下半期）"));
    }
    if (!post.hasPaper) return person;
    const bool special = post.role == std::string("特种作业人员");
    const int age = int(chance >> 20) % (special ? 6 : 3); // years; none is older than it may be
    const Date issued = addMonths(dayOf(year, chance >> 24), -12 * std::max(0, age));
    person.certificate = certificateOf(duty, special ? "special-operation" : "management-qualification",
                                       special ? "低压电工作业" : "", std::int64_t(number), issued, rules);
    Certificate& paper = *person.certificate;
    if (paper.reviewDue && paper.reviewDue->year < year) {
        paper.reviewedOn = paper.reviewDue;
        paper.reviewDue = nextReview(paper, rules, *paper.reviewedOn);
    }
    return person;
}

} // namespace

std::vector<TrainingClass> demoClasses(const std::vector<UnitRef>& units, const yanxun::DemoRequest& request) {
    if (units.empty()) throw yanxun::Error(tr("单位名录是空的，不能生成培训演示数据；请先生成单位。"));
    const UnitRef& bureau = bureauOf(units);
    std::vector<TrainingClass> classes(std::size_t(classesOfAYear) * std::size_t(request.scale));
    std::map<std::int64_t, int> held; // by host: its running number
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const std::uint64_t chance = scattered(i);
        TrainingClass& one = classes[i];
        const UnitRef& host = i % 2 == 0 ? bureau : units[std::size_t(chance >> 32) % units.size()];
        const Course& course = courses[std::size_t(chance % courses.size())];
        one.number = std::to_string(request.year) + "-" + digits(++held[host.id], 3);
        one.name = course.name;
        one.kind = course.kind;
        one.unitId = host.id;
        one.unitName = host.name;
        one.regionCode = host.regionCode;
        one.regionName = host.regionName;
        one.startsOn = one.endsOn = dayOf(request.year, chance >> 8);
        one.mode = isOneOf(int(i % classesOfAYear), offlineOfAYear, classesOfAYear) ? Mode::offline : Mode::online;
        one.modeWord = word(one.mode);
        one.status = Status::done;
        one.minutes = course.hours * one.minutesPerHour;
        one.teacher = teachers[std::size_t(chance >> 40) % teachers.size()];
        if (one.mode == Mode::offline) one.place = places[std::size_t(chance >> 48) % places.size()];
        one.examForm = course.hours > 2 ? "笔试" : "";
        if (i % 3 == 0) one.archiveNo = "培" + std::to_string(request.year) + digits(std::int64_t(i) + 1, 4);
        one.source = Source::demo;
    }
    shareHeads(classes, attendedOfAYear * request.scale);
    return classes;
}

std::vector<DemoPerson> demoPeople(const std::vector<UnitRef>& units, const yanxun::DemoRequest& request,
                                   const Rules& rules) {
    std::vector<DemoPerson> people;
    auto enterprises = ofKind(units, "企业");
    enterprises.resize(std::min(enterprises.size(), std::size_t(enterprisesOfAYear) * std::size_t(request.scale)));
    std::uint64_t number = 0;
    for (const UnitRef* const unit : enterprises) {
        for (const Post& post : posts)
            people.push_back(personOf(*unit, post, number++, request.year, rules));
    }
    return people;
}

} // namespace training
