#include "core/demo.h"

#include "core/attribute_store.h"
#include "core/region_store.h"
#include "core/uscc.h"

#include <yanxun/text.h>

#include <array>
#include <cmath>

namespace directory {

using yanxun::tr;
using yanxun::Writer;

namespace {

struct Township {
    std::string_view code, name;
};
constexpr std::array townships{Township{"990101001", "望川街道"}, Township{"990101002", "澄湖街道"},
                               Township{"990101003", "柳堤街道"}, Township{"990101004", "星桥街道"},
                               Township{"990101100", "青岭镇"},   Township{"990101101", "白石坡镇"},
                               Township{"990101200", "南屏乡"},   Township{"990101400", "禾丰农场"}};

/// One of many, the same for the same number.
std::uint64_t scattered(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15;
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9;
    number = (number ^ number >> 27) * 0x94D049BB133111EB;
    return number ^ number >> 31;
}

template <std::size_t A, std::size_t B>
std::string pair(const std::array<std::string_view, A>& first, const std::array<std::string_view, B>& second,
                 int number) {
    const auto i = static_cast<std::size_t>(number);
    std::string words(first[i % A]);
    words += second[i / A % B];
    if (const auto round = i / (A * B); round > 0) words += std::to_string(round + 1);
    return words;
}

constexpr std::array<std::string_view, 10> sides{"上", "下", "东", "西", "前", "后", "大", "小", "新", "老"};
constexpr std::array<std::string_view, 8> places{"槐坡", "石塘", "柳湾", "杏岗", "枣林", "竹溪", "麦场", "芦滩"};
constexpr std::array<std::string_view, 11> gardens{"云锦", "澄园", "星河", "柳浦", "望江", "梧桐",
                                                   "晴川", "锦和", "书香", "安澜", "翠屏"};
constexpr std::array<std::string_view, 7> courts{"苑", "花园", "新城", "里", "家园", "雅居", "名邸"};
constexpr std::array<std::string_view, 10> schoolWords{"启航", "明德", "育新", "晨曦", "弘文",
                                                       "星光", "知行", "春晖", "博雅", "青禾"};
constexpr std::array<std::string_view, 7> schoolSorts{"小学",     "中学",     "幼儿园",    "实验小学",
                                                      "中心小学", "初级中学", "中心幼儿园"};
constexpr std::array<std::string_view, 23> firmWords{"澜", "旭", "鼎", "禾", "岳", "铭", "拓", "峻",
                                                     "卓", "谦", "朗", "沛", "骏", "航", "炬", "衡",
                                                     "晟", "凯", "璟", "致", "弘", "锐", "森"};
constexpr std::array<std::string_view, 17> firmSorts{"川机械", "远化工", "源食品", "通物流", "丰加油站", "和商贸",
                                                     "成建材", "新电子", "达包装", "兴纺织", "安制药",   "盛酒店",
                                                     "利燃气", "嘉家具", "泰汽修", "顺仓储", "美印刷"};

struct Sort {
    std::string_view kind;
    int number; ///< at scale 1
};
constexpr std::array sorts{Sort{kind::village, 40},     Sort{kind::community, 65}, Sort{kind::school, 66},
                           Sort{kind::enterprise, 351}, Sort{kind::government, 9}, Sort{kind::hospital, 5},
                           Sort{kind::carehome, 4}};

std::string nameOf(std::string_view kind, int number) {
    if (kind == kind::village) return pair(sides, places, number) + "村";
    if (kind == kind::community) return pair(gardens, courts, number) + "社区";
    if (kind == kind::school) return pair(schoolWords, schoolSorts, number);
    if (kind == kind::enterprise) return "云溪" + pair(firmWords, firmSorts, number) + "有限公司";
    // Eight of each, one a township; the ninth office of the government is the bureau itself.
    const int each = kind == kind::government ? 9 : 8;
    const std::string round = number >= each ? std::to_string(number / each + 1) : std::string();
    if (kind == kind::government && number % each == 8) return "云溪区应急管理局" + round;
    const std::string place(townships[static_cast<std::size_t>(number % each)].name);
    if (kind == kind::government) return place + "办事处" + round;
    return place + (kind == kind::hospital ? "卫生院" : "颐养院") + round;
}

std::int64_t peopleOf(std::string_view kind, std::uint64_t chance) {
    const auto between = [&](std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(chance % static_cast<std::uint64_t>(most - least + 1));
    };
    if (kind == kind::village) return between(680, 3200);
    if (kind == kind::community) return between(1800, 8600);
    if (kind == kind::school) return between(160, 2100);
    return between(8, 620);
}

std::string codeOf(int number) {
    std::string code = "91990101MA" + std::string(7, '0');
    const std::string digits = std::to_string(number);
    code.replace(17 - digits.size(), digits.size(), digits);
    return code + usccCheckCharacter(code);
}

std::string personName(std::uint64_t chance) {
    constexpr std::array<std::string_view, 12> family{"岑", "柏", "穆", "褚", "卞", "臧",
                                                      "欧", "殷", "裴", "蔺", "尹", "阮"};
    constexpr std::array<std::string_view, 16> given{"思远", "若溪", "景行", "雨桐", "子墨", "安和", "清越", "嘉言",
                                                     "望舒", "知秋", "云帆", "书瑶", "一鸣", "怀瑾", "南星", "以宁"};
    return std::string(family[chance % family.size()]) + std::string(given[chance / 16 % given.size()]);
}

std::string phoneOf(std::uint64_t chance) {
    const std::string digits = std::to_string(chance % 100'000'000);
    return "100" + std::string(8 - digits.size(), '0') + digits; // no telephone number begins so
}

std::string uidOf(std::string_view name) {
    std::string uid = yanxun::text::sha256("directory.demo/" + std::string(name)).substr(0, 32);
    uid[12] = '7';
    uid[16] = '8';
    for (const std::size_t at : {20, 16, 12, 8})
        uid.insert(at, "-");
    return uid;
}

Unit unitOf(std::string_view kind, int number, int running) {
    const std::uint64_t chance = scattered(static_cast<std::uint64_t>(running));
    Unit unit;
    unit.name = nameOf(kind, number);
    unit.uid = uidOf(unit.name);
    unit.kind = kind;
    unit.regionName = townships[(static_cast<std::size_t>(number) + chance % 3) % townships.size()].name;
    unit.people() = peopleOf(kind, chance >> 8);
    unit.contact = personName(chance >> 16);
    unit.phone = phoneOf(chance >> 24);
    unit.source = source::demo;
    if (kind == kind::enterprise) unit.uscc = codeOf(number + 1);
    if (kind == kind::school)
        unit.subkind = unit.name.find("幼儿园") != std::string::npos ? "幼儿园"
                       : unit.name.find("中学") != std::string::npos ? "中学"
                                                                     : "小学";
    return unit;
}

std::vector<Attribute> factsOf(const Unit& unit, const yanxun::DemoRequest& request, const std::string& who) {
    std::vector<Attribute> facts;
    const auto tell = [&](std::string_view attribute, std::string_view value) {
        Attribute fact;
        fact.unitId = unit.id;
        fact.attribute = attribute;
        fact.value = value;
        fact.confirmedOn = yanxun::Date{request.year, 1, 15};
        fact.confirmedBy = who;
        fact.evidence = tr("演示名录");
        facts.push_back(std::move(fact));
    };
    if (!unit.subkind.empty()) tell(attribute::subkind, unit.subkind);
    if (unit.kind == kind::enterprise) {
        const bool risky = unit.name.find("化工") != std::string::npos ||
                           unit.name.find("加油站") != std::string::npos ||
                           unit.name.find("燃气") != std::string::npos;
        tell(attribute::highRisk, risky ? attribute::yes : attribute::no);
        if (unit.name.find("酒店") != std::string::npos || unit.name.find("商贸") != std::string::npos)
            tell(attribute::crowded, attribute::yes);
    }
    return facts;
}

void fillRegions(Writer& writer, const Parts& parts) {
    parts.regions.add(writer, "99", "示范省");
    parts.regions.add(writer, "9901", "青澜市");
    parts.regions.add(writer, "990101", "云溪区");
    for (const Township& township : townships)
        parts.regions.add(writer, township.code, township.name);
}

std::vector<Unit> fillUnits(Writer& writer, const Parts& parts, int factor, yanxun::Progress& progress) {
    std::vector<Unit> units;
    for (const Sort& sort : sorts)
        for (int number = 0; number < sort.number * factor; ++number)
            units.push_back(unitOf(sort.kind, number, static_cast<int>(units.size())));
    const std::int64_t firstId = unit_store::reserve(writer, static_cast<std::int64_t>(units.size()));
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].id = firstId + static_cast<std::int64_t>(i);
        tidy(units[i]);
    }
    unit_store::addMany(writer, units);
    parts.regions.relinkUnits(writer);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (i % 100 == 0)
            progress.step(static_cast<std::int64_t>(i), static_cast<std::int64_t>(units.size()), tr("单位"));
        progress.check();
        unit_store::index(writer, units[i]);
    }
    return units;
}

void fillPeople(Writer& writer, const Parts& parts, const std::vector<Unit>& units) {
    std::size_t teams = 0;
    for (const Unit& unit : units) {
        if (unit.kind != kind::government) continue;
        Team team;
        team.name = unit.name + "应急救援队";
        team.unitId = unit.id;
        team.kind = "应急救援队";
        team.members = 12 + static_cast<std::int64_t>(scattered(teams) % 9);
        team.leader = unit.contact;
        team.phone = unit.phone;
        const Team added = parts.people.addTeam(writer, team);
        std::vector<TeamMember> members;
        for (const char* post : {"队长", "安全员", "联络员"}) {
            Person person;
            person.name = personName(scattered(1000 + teams * 7 + members.size()));
            person.unitId = unit.id;
            person.post = post;
            person.phone = phoneOf(scattered(2000 + teams * 7 + members.size()));
            members.push_back({parts.people.add(writer, person).id, {}, post});
        }
        parts.people.setMembers(writer, added.id, members);
        ++teams;
    }
}

} // namespace

yanxun::DemoKind demoDistrict(const Parts& parts) {
    return {"directory.district", 0,
            [parts](Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress) {
                const int factor = std::max(1, static_cast<int>(std::lround(std::sqrt(request.scale))));
                fillRegions(writer, parts);
                const std::vector<Unit> units = fillUnits(writer, parts, factor, progress);
                std::vector<Attribute> facts;
                for (const Unit& unit : units)
                    for (Attribute& fact : factsOf(unit, request, writer.who()))
                        facts.push_back(std::move(fact));
                attribute_store::addMany(writer, facts);
                fillPeople(writer, parts, units);
            }};
}

} // namespace directory
