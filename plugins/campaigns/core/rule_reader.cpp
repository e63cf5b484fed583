#include "core/key_dates.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

namespace campaigns {
namespace {

using yanxun::Date;
using yanxun::tr;

constexpr auto fileName = "key_dates.xml";

/// «05-12» → month and day.
void readDay(const std::string& text, int& month, int& day) {
    const auto read = Date::fromIso("2000-" + text);
    if (!read) throw yanxun::Unavailable(tr("重要节点规则 {} 中的日期“{}”不对，应写成 05-12。", fileName, text));
    month = read->month;
    day = read->day;
}

Date dayOf(const pugi::xml_node& node, const char* attribute) {
    const std::string text = node.attribute(attribute).as_string();
    const auto day = Date::fromIso(text);
    if (!day) throw yanxun::Unavailable(tr("重要节点规则 {} 中的日期“{}”不对，应写成 2021-05-08。", fileName, text));
    return *day;
}

KeyDateRule ruleOf(const pugi::xml_node& node) {
    KeyDateRule rule;
    rule.id = node.attribute("id").as_string();
    rule.title = node.attribute("title").as_string();
    rule.basis = node.attribute("basis").as_string();
    rule.mark = node.attribute("mark").as_string();
    rule.checked = node.attribute("checked").as_string();
    rule.on = node.attribute("on").as_bool(true);
    rule.from = node.attribute("since").as_int();
    rule.moves = node.attribute("moves").as_bool(false);
    if (node.attribute("weekday")) {
        rule.shape = KeyDateRule::Shape::lastWeekday;
        rule.month = node.attribute("month").as_int();
        rule.weekday = node.attribute("weekday").as_int();
    } else if (node.attribute("month")) {
        rule.shape = KeyDateRule::Shape::month;
        rule.month = node.attribute("month").as_int();
    } else {
        readDay(node.attribute("first").as_string(), rule.firstMonth, rule.firstDay);
        readDay(node.attribute("last").as_string(node.attribute("first").as_string()), rule.lastMonth, rule.lastDay);
    }
    for (const auto& year : node.children("year")) {
        rule.years.push_back({year.attribute("year").as_int(), dayOf(year, "first"), dayOf(year, "last"),
                              year.attribute("theme").as_string()});
    }
    return rule;
}

} // namespace

KeyDates KeyDates::load(const std::vector<std::filesystem::path>& folders) {
    for (const auto& folder : folders) {
        const std::filesystem::path path = folder / fileName;
        if (!std::filesystem::exists(path)) continue;
        pugi::xml_document document;
        if (!document.load_file(path.c_str())) {
            throw yanxun::Unavailable(tr("重要节点规则 {} 无法读取，请重新安装或恢复该文件。", path.string()));
        }
        std::vector<KeyDateRule> rules;
        for (const auto& node : document.document_element().children("date")) rules.push_back(ruleOf(node));
        return KeyDates(std::move(rules));
    }
    throw yanxun::Unavailable(tr("缺少重要节点规则 {}，请重新安装。", fileName));
}

} // namespace campaigns
