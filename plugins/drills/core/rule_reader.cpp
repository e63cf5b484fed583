#include "core/duty_rule.h"
#include "core/text_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <set>
#include <sstream>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

std::vector<std::string> words(const char* text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; in >> part;)
        parts.push_back(part);
    return parts;
}

/// «03-01» → 301.
int monthDay(const pugi::xml_attribute& attribute, int otherwise) {
    const std::string text = attribute.value();
    if (text.size() != 5) return otherwise;
    return std::stoi(text.substr(0, 2)) * 100 + std::stoi(text.substr(3, 2));
}

AttributeTest testOf(const pugi::xml_node& node) {
    return {node.attribute("id").value(), node.attribute("value").as_string("是"),
            node.attribute("silent").as_bool()};
}

DutySubject subjectOf(const pugi::xml_node& node) {
    DutySubject subject;
    for (const auto& kind : node.children("kind"))
        subject.kinds.push_back(kind.attribute("name").value());
    for (const auto& one : node.children("attribute"))
        subject.all.push_back(testOf(one));
    for (const auto& one : node.child("any").children("attribute"))
        subject.any.push_back(testOf(one));
    for (const auto& one : node.child("not").children("attribute"))
        subject.none.push_back(testOf(one));
    return subject;
}

Sureness surenessOf(std::string_view mark) {
    if (mark == "C") return Sureness::confirmed;
    return mark == "S" ? Sureness::secondary : Sureness::memory;
}

void readWindow(const pugi::xml_node& node, DutyRule& rule) {
    const auto window = dutyWindowOf(node.attribute("window").value());
    if (!window) throw Error(tr("规则 {} 的窗口“{}”不认识。", rule.code, node.attribute("window").value()));
    rule.window = *window;
    rule.years = node.attribute("years").as_int(2);
    rule.days = node.attribute("days").as_int(180);
    rule.seasonFrom = monthDay(node.attribute("season-from"), 101);
    rule.seasonTo = monthDay(node.attribute("season-to"), 1231);
    if (rule.years < 1 || rule.days < 1 || rule.n < 1)
        throw Error(tr("规则 {} 的次数、年数或天数不能小于 1。", rule.code));
}

DutyRule ruleOf(const pugi::xml_node& node, DutyMode mode) {
    DutyRule rule;
    rule.code = node.attribute("id").value();
    rule.title = node.attribute("title").value();
    rule.basis = node.attribute("basis").value();
    rule.quote = node.child_value("quote");
    rule.sure = surenessOf(node.attribute("sure").value());
    rule.region = node.attribute("region").value();
    rule.from = yanxun::Date::fromIso(node.attribute("from").value());
    rule.until = yanxun::Date::fromIso(node.attribute("until").value());
    rule.checkedOn = node.attribute("checked").value();
    rule.checkedBy = node.attribute("checked-by").value();
    rule.onByDefault = rule.on = node.attribute("on").as_bool();
    rule.subject = subjectOf(node.child("subject"));
    rule.mode = mode;
    rule.n = node.attribute("n").as_int(1);
    readWindow(node, rule);
    rule.hazards = words(node.attribute("hazards").value());
    rule.planKinds = words(node.attribute("plans").value());
    for (const auto& one : node.children("each"))
        rule.each.push_back(one.attribute("name").value());
    const std::string forms = node.attribute("forms").as_string("实战");
    rule.live = forms.find("实战") != std::string::npos;
    rule.tabletop = forms.find("桌面") != std::string::npos;
    rule.schoolMonths = std::string_view(node.attribute("exempt-months").value()) == "school";
    rule.multi = node.attribute("multi").as_bool();
    rule.submit = node.attribute("submit").as_bool();
    rule.floor = node.attribute("floor").value();
    if (rule.quote.empty() || rule.basis.empty()) throw Error(tr("规则 {} 缺少原文或依据。", rule.code));
    return rule;
}

DutyRules readRoot(const pugi::xml_node& root) {
    DutyRules all;
    std::set<std::string> codes;
    for (const auto& node : root.children("rule")) {
        const auto mode = dutyModeOf(node.attribute("mode").value());
        if (!mode)
            throw Error(
                tr("规则 {} 的方式“{}”不认识。", node.attribute("id").value(), node.attribute("mode").value()));
        auto& list = *mode == DutyMode::spotCheck ? all.spot : all.rules;
        list.push_back(ruleOf(node, *mode));
        if (!codes.insert(list.back().code).second) throw Error(tr("规则 {} 写了两次。", list.back().code));
    }
    for (const std::string& month : words(root.child("school-exempt").attribute("months").value())) {
        all.exemptMonths.push_back(std::stoi(month));
    }
    for (const auto& term : root.children("term")) {
        all.terms.push_back({term.attribute("name").value(), monthDay(term.attribute("from"), 901),
                             monthDay(term.attribute("to"), 120)});
    }
    return all;
}

} // namespace

DutyRules readDutyRules(const std::vector<std::filesystem::path>& folders) {
    for (const auto& folder : folders) {
        const auto file = folder / "drill_duties.xml";
        if (!std::filesystem::exists(file)) continue;
        const std::string text = readTextFile(file);
        pugi::xml_document document;
        if (!document.load_string(text.c_str())) {
            throw yanxun::Unavailable(tr("规则文件 {} 已损坏，无法读取。请恢复这个文件。", file.string()));
        }
        try {
            DutyRules rules = readRoot(document.child("rules"));
            rules.fingerprint = yanxun::text::sha256(text);
            return rules;
        } catch (const Error& wrong) {
            throw Error(tr("规则文件 {} 有误：{}", file.string(), wrong.what()));
        }
    }
    return {};
}

} // namespace drills
