#include "core/duty_record_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <map>
#include <sstream>

namespace drills::duties {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

std::string lines(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : "\n") + part;
    return all;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part);)
        parts.push_back(part);
    return parts;
}

std::string attributeLines(const DutySubject& subject) {
    std::vector<std::string> all;
    for (const AttributeTest& one : subject.all)
        all.push_back(one.attribute + "=" + one.value);
    return lines(all);
}

std::vector<AttributeTest> attributesOf(const std::string& text) {
    std::vector<AttributeTest> all;
    for (const std::string& line : split(text)) {
        const std::size_t at = line.find('=');
        if (at != std::string::npos) all.push_back({line.substr(0, at), line.substr(at + 1), false});
    }
    return all;
}

DutyRule ownRuleOf(const Row& row) {
    DutyRule rule;
    rule.own = true;
    rule.id = row.integer(0);
    rule.revision = row.integer(1);
    rule.code = row.str(2);
    rule.title = row.str(3);
    rule.basis = row.str(4);
    rule.quote = row.str(5);
    rule.subject.kinds = split(row.str(6));
    rule.subject.all = attributesOf(row.str(7));
    rule.hazards = split(row.str(8));
    rule.planKinds = split(row.str(9));
    rule.each = split(row.str(10));
    rule.mode = dutyModeOf(row.text(11)).value_or(DutyMode::count);
    rule.n = int(row.integer(12));
    rule.window = dutyWindowOf(row.text(13)).value_or(DutyWindow::year);
    rule.years = int(row.integer(14));
    rule.days = int(row.integer(15));
    rule.seasonFrom = int(row.integer(16));
    rule.seasonTo = int(row.integer(17));
    rule.live = row.flag(18);
    rule.tabletop = row.flag(19);
    rule.schoolMonths = row.flag(20);
    rule.submit = row.flag(21);
    rule.multi = row.flag(22);
    rule.floor = row.str(23);
    rule.on = row.flag(24);
    rule.sure = Sureness::confirmed;
    return rule;
}

yanxun::Fields fieldsOf(const DutyRule& rule) {
    return {{"code", rule.code},
            {"title", rule.title},
            {"basis", rule.basis},
            {"quote", rule.quote},
            {"kinds", lines(rule.subject.kinds)},
            {"attributes", attributeLines(rule.subject)},
            {"hazards", lines(rule.hazards)},
            {"plan_kinds", lines(rule.planKinds)},
            {"parts", lines(rule.each)},
            {"mode", token(rule.mode)},
            {"n", rule.n},
            {"span", token(rule.window)},
            {"years", rule.years},
            {"days", rule.days},
            {"season_from", rule.seasonFrom},
            {"season_to", rule.seasonTo},
            {"live", rule.live},
            {"tabletop", rule.tabletop},
            {"school_months", rule.schoolMonths},
            {"submit", rule.submit},
            {"multi", rule.multi},
            {"floor", rule.floor},
            {"is_on", rule.on}};
}

} // namespace

void putChoice(Writer& writer, const std::string& rule, bool on) {
    std::int64_t id = 0, revision = 0;
    writer.one("SELECT id, revision FROM drills_rule_choice WHERE code = ?", {rule}, [&](const Row& row) {
        id = row.integer(0);
        revision = row.integer(1);
    });
    const yanxun::Fields fields{{"code", rule}, {"is_on", on}};
    if (id == 0) {
        writer.insert("drills_rule_choice", fields);
    } else {
        writer.update("drills_rule_choice", id, revision, fields);
    }
}

std::vector<DutyRule> withChoices(Reader& reader, const std::vector<DutyRule>& shipped) {
    std::map<std::string, bool, std::less<>> choices;
    reader.each("SELECT code, is_on FROM drills_rule_choice",
                [&](const Row& row) { choices[row.str(0)] = row.flag(1); });
    std::vector<DutyRule> rules = shipped;
    for (DutyRule& rule : rules) {
        const auto found = choices.find(rule.code);
        if (found != choices.end()) rule.on = found->second;
    }
    reader.each("SELECT id, revision, code, title, basis, quote, kinds, attributes, hazards, plan_kinds, parts, "
                "mode, n, span,"
                " years, days, season_from, season_to, live, tabletop, school_months, submit, multi, floor, is_on"
                " FROM drills_own_rule ORDER BY code",
                [&](const Row& row) { rules.push_back(ownRuleOf(row)); });
    return rules;
}

void putOwnRule(Writer& writer, const DutyRule& rule) {
    auto fields = fieldsOf(rule);
    if (rule.id != 0) {
        writer.update("drills_own_rule", rule.id, rule.revision, fields);
        return;
    }
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    writer.insert("drills_own_rule", fields);
}

void removeOwnRule(Writer& writer, std::int64_t id, std::int64_t revision) {
    writer.remove("drills_own_rule", id, revision);
}

} // namespace drills::duties
