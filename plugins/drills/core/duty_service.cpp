#include "core/duty_service.h"

#include "core/drill_store.h"
#include "core/duty_record_store.h"
#include "core/duty_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

/// The longest window of a rule reaches so far back.
constexpr int yearsBack = 5;

constexpr std::array planKinds{"总体", "综合", "专项", "部门", "现场处置方案"};

std::string monthDayText(int monthDay) {
    const std::string text = std::to_string(10'000 + monthDay).substr(1);
    return text.substr(0, 2) + "-" + text.substr(2);
}

std::optional<int> monthDayOf(const std::string& text) {
    const auto day = Date::fromIso("2024-" + text); // a leap year: 02-29 is a day
    return day ? std::optional(day->month * 100 + day->day) : std::nullopt;
}

std::optional<SchoolTerm> termOf(const std::string& line) {
    std::istringstream in(line);
    std::string name, from, to, more;
    if (!(in >> name >> from >> to) || (in >> more)) return std::nullopt;
    const auto first = monthDayOf(from), last = monthDayOf(to);
    if (!first || !last) return std::nullopt;
    return SchoolTerm{name, *first, *last};
}

std::vector<SchoolTerm> termsOf(const std::string& lines) {
    std::vector<SchoolTerm> terms;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        if (yanxun::text::key(line).empty()) continue;
        const auto term = termOf(yanxun::text::key(line));
        if (!term) throw Error(tr("学期“{}”看不懂，请写成“春季学期 02-20 07-10”。", line));
        terms.push_back(*term);
    }
    return terms;
}

std::vector<int> numbersOf(const std::string& text) {
    std::vector<int> numbers;
    std::istringstream in(text);
    for (int number = 0; in >> number;)
        numbers.push_back(number);
    return numbers;
}

std::string textOf(const std::vector<int>& numbers) {
    std::string text;
    for (const int number : numbers)
        text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

/// Facts of all units on a day, read once a day that is asked for.
class FactBook {
public:
    FactBook(const directory::Attributes& attributes, Reader& reader) : attributes_(attributes), reader_(reader) {}

    const DutyFacts& of(std::int64_t unit, Date day) {
        static const DutyFacts none;
        auto [page, isNew] = pages_.try_emplace(day.ymd());
        if (isNew) read(page->second, day);
        const auto found = page->second.find(unit);
        return found == page->second.end() ? none : found->second;
    }

private:
    void read(std::map<std::int64_t, DutyFacts>& page, Date day) {
        attributes_.each(reader_, day, [&](std::int64_t unit, const directory::UnitFact& fact) {
            // Confirmed means: with its day and what it was confirmed on.
            page[unit][fact.attribute] = {fact.value, fact.confirmed && !fact.evidence.empty(), fact.since};
        });
    }
    const directory::Attributes& attributes_;
    Reader& reader_;
    std::map<std::int64_t, std::map<std::int64_t, DutyFacts>> pages_;
};

template <class Map> auto take(Map& map, std::int64_t unit) {
    const auto found = map.find(unit);
    return found == map.end() ? typename Map::mapped_type() : std::move(found->second);
}

} // namespace

std::vector<DutyRule> DutyService::rules(Reader& reader) const { return duties::withChoices(reader, shipped_.rules); }

DutySettings DutyService::settings(Reader& reader) const {
    DutySettings settings;
    settings.exemptMonths = numbersOf(duties::setting(reader, "exempt_months", textOf(shipped_.exemptMonths)));
    settings.terms = termsOf(termLines(reader));
    settings.soonDays = std::stoi(duties::setting(reader, "soon_days", std::to_string(settings.soonDays)));
    settings.graceDays = std::stoi(duties::setting(reader, "grace_days", std::to_string(settings.graceDays)));
    return settings;
}

std::string DutyService::termLines(Reader& reader) const {
    std::string shipped;
    for (const SchoolTerm& term : shipped_.terms) {
        shipped += term.name + " " + monthDayText(term.from) + " " + monthDayText(term.to) + "\n";
    }
    return duties::setting(reader, "terms", shipped);
}

std::vector<Duty> DutyService::compute(Reader& reader, int year, Date today) const {
    const auto all = rules(reader);
    const DutySettings how = settings(reader);
    auto inputs = duties::inputs(reader, {{year - yearsBack, 1, 1}, {year + 1, 12, 31}});
    FactBook facts(attributes_, reader);
    std::vector<Duty> duties;
    units_.each(reader, [&](const directory::UnitRef& unit) {
        DutyCase one;
        one.unit = {unit.id, unit.name, unit.kind, unit.subkind, unit.regionName};
        one.facts = [&facts, id = unit.id](Date day) -> const DutyFacts& { return facts.of(id, day); };
        one.drills = take(inputs.drills, unit.id);
        one.plans = take(inputs.plans, unit.id);
        one.exemptions = take(inputs.exemptions, unit.id);
        one.submitted = take(inputs.submitted, unit.id);
        for (Duty& duty : dutiesOf(one, all, how, year, today)) {
            // The engine knows attributes by id.
            for (const auto& kind :
                 {"high_risk", "crowded", "key_fire_unit", "subkind", "script_venue", "elevator_service"}) {
                const std::size_t at = duty.reason.find("“" + std::string(kind) + "”");
                if (at != std::string::npos)
                    duty.reason.replace(at + 3, std::string_view(kind).size(), attributes_.title(kind));
            }
            duties.push_back(std::move(duty));
        }
    });
    return duties;
}

std::shared_ptr<const std::vector<Duty>> DutyService::known(Reader& reader, int year, Date today) const {
    constexpr std::size_t mostKept = 3;
    const std::int64_t change = reader.changeNumber();
    {
        const std::lock_guard guard(lock_);
        for (const Known& one : known_) {
            const bool same = one.change == change && one.year == year && one.day == today;
            if (same && one.rules == shipped_.fingerprint) return one.duties;
        }
    }
    auto duties = std::make_shared<const std::vector<Duty>>(compute(reader, year, today));
    const std::lock_guard guard(lock_);
    std::erase_if(known_, [&](const Known& one) { return one.change != change || one.year == year; });
    if (known_.size() == mostKept) known_.erase(known_.begin());
    known_.push_back({change, year, today, shipped_.fingerprint, duties});
    return duties;
}

bool DutyService::isCurrent(Reader& reader, int year, Date today) const {
    return duties::isCurrent(reader, year, {reader.changeNumber(), today, shipped_.fingerprint});
}

void DutyService::refresh(yanxun::Database& database, int year, Date today) const {
    std::vector<Duty> all;
    duties::AsOf asOf{0, today, shipped_.fingerprint};
    bool current = false;
    database.read([&](Reader& reader) {
        asOf.change = reader.changeNumber();
        current = isCurrent(reader, year, today);
        if (!current) all = compute(reader, year, today);
    });
    if (current) return;
    database.write([&](Writer& writer) { duties::store(writer, year, asOf, all); });
}

void DutyService::switchRule(Writer& writer, const std::string& code, bool on) const {
    for (DutyRule rule : rules(writer)) {
        if (rule.code != code) continue;
        if (rule.own) {
            rule.on = on;
            duties::putOwnRule(writer, rule);
            return;
        }
        if (!on && rule.onByDefault) {
            throw Error(
                tr("规则 {} 是法定要求（{}），不能关闭；确有依据不适用的单位，请登记豁免。", code, rule.basis));
        }
        if (on && rule.until && *rule.until < yanxun::localDay(writer.at())) {
            throw Error(tr("规则 {} 已于 {} 废止，不能启用。", code, rule.until->iso()));
        }
        duties::putChoice(writer, code, on);
        return;
    }
    for (const DutyRule& rule : shipped_.spot) {
        if (rule.code == code) throw Error(tr("规则 {} 是监管部门的法定任务（{}），不能关闭。", code, rule.basis));
    }
    throw yanxun::NotFound(tr("没有规则“{}”。", code));
}

void DutyService::putOwnRule(Writer& writer, DutyRule rule) const {
    rule.code = yanxun::text::key(rule.code);
    rule.own = true;
    requireTightening(rule, shipped_);
    for (const DutyRule& other : rules(writer)) {
        if (other.code == rule.code && (!other.own || other.id != rule.id)) {
            throw yanxun::Conflict(tr("已有编号为“{}”的规则。", rule.code));
        }
    }
    duties::putOwnRule(writer, rule);
}

void DutyService::removeOwnRule(Writer& writer, const std::string& code) const {
    for (const DutyRule& rule : rules(writer)) {
        if (rule.own && rule.code == code) return duties::removeOwnRule(writer, rule.id, rule.revision);
    }
    throw yanxun::NotFound(tr("没有本局规则“{}”。", code));
}

void DutyService::setExemptMonths(Writer& writer, const std::vector<int>& months) const {
    for (const int month : months) {
        if (month < 1 || month > 12) throw Error(tr("月份应在 1 到 12 之间，收到的是 {}。", month));
    }
    duties::putSetting(writer, "exempt_months", textOf(months));
}

void DutyService::setTerms(Writer& writer, const std::string& lines) const {
    if (termsOf(lines).empty()) throw Error(tr("请至少写一个学期，例如“春季学期 02-20 07-10”。"));
    duties::putSetting(writer, "terms", lines);
}

void DutyService::setDays(Writer& writer, std::optional<int> soon, std::optional<int> grace) const {
    const auto put = [&](const char* name, std::optional<int> days) {
        if (!days) return;
        if (*days < 0 || *days > 366) throw Error(tr("天数应在 0 到 366 之间。"));
        duties::putSetting(writer, name, std::to_string(*days));
    };
    put("soon_days", soon);
    put("grace_days", grace);
}

directory::UnitRef DutyService::unitOf(Reader& reader, const std::string& name) const {
    const auto unit = units_.find(reader, yanxun::text::key(name));
    if (!unit) throw yanxun::NotFound(tr("单位名录中没有“{}”，请先登记该单位。", name));
    return *unit;
}

std::int64_t DutyService::addPlan(Writer& writer, const std::string& unit, const std::string& kind,
                                  const std::string& title, const std::string& edition) const {
    if (std::find(planKinds.begin(), planKinds.end(), kind) == planKinds.end()) {
        throw Error(tr("预案类别应当是 总体、综合、专项、部门 或 现场处置方案，收到的是“{}”。", kind));
    }
    if (yanxun::text::key(title).empty()) throw Error(tr("请填写预案名称。"));
    const directory::UnitRef owner = unitOf(writer, unit);
    return duties::addPlan(writer, {0, 0, owner.id, owner.name, kind, title, edition});
}

void DutyService::link(Writer& writer, std::int64_t drill, std::int64_t plan, bool on) const {
    store::get(writer, drill);
    if (!duties::plan(writer, plan)) throw yanxun::NotFound(tr("没有编号为 {} 的预案。", plan));
    if (on) {
        duties::link(writer, drill, plan);
    } else {
        duties::unlink(writer, drill, plan);
    }
}

void DutyService::mark(Writer& writer, std::int64_t drill, const std::string& mark, bool on) const {
    store::get(writer, drill);
    const std::string word = yanxun::text::key(mark);
    if (word.empty()) throw Error(tr("请写明标记，例如 白天、夜间 或 自动扶梯与自动人行道。"));
    duties::mark(writer, drill, word, on);
}

void DutyService::putUnit(Writer& writer, std::int64_t drill, const std::string& unit, DrillRole role) const {
    store::get(writer, drill);
    const directory::UnitRef found = unitOf(writer, unit);
    duties::putUnit(writer, {0, 0, drill, found.id, found.name, role});
}

void DutyService::removeUnit(Writer& writer, std::int64_t drill, const std::string& unit) const {
    duties::removeUnit(writer, drill, unitOf(writer, unit).id);
}

std::int64_t DutyService::exempt(Writer& writer, const std::string& unit, const std::string& rule,
                                 const yanxun::Period& days, const std::string& reason) const {
    if (yanxun::text::key(reason).empty()) throw Error(tr("豁免要写明依据，例如文件名称和文号。"));
    if (days.last < days.first) throw Error(tr("豁免的截止日期早于开始日期。"));
    const auto all = rules(writer);
    const auto coded = [&](const DutyRule& one) { return one.code == rule; };
    if (!rule.empty() && std::none_of(all.begin(), all.end(), coded))
        throw yanxun::NotFound(tr("没有规则“{}”。", rule));
    const directory::UnitRef found = unitOf(writer, unit);
    return duties::addExemption(writer, {0, 0, found.id, found.name, rule, days, yanxun::text::key(reason)});
}

void DutyService::submit(Writer& writer, const Submission& submission) const {
    duties::putSubmission(writer, submission);
}

Date DutyService::proposedDay(const Duty& duty, Date today) {
    const Date inAWeek = Date::fromDays(today.days() + 7);
    if (duty.span.days.last <= today) return inAWeek;
    return std::max(duty.span.days.first, std::min(inAWeek, duty.span.days.last));
}

std::int64_t DutyService::schedule(Writer& writer, const Duty& duty, Date day) const {
    if (day <= yanxun::localDay(writer.at())) throw Error(tr("安排的日期应在今天之后。"));
    const auto unit = units_.get(writer, duty.unitId);
    if (!unit) throw yanxun::NotFound(tr("该单位已不存在，请刷新后再试。"));
    DrillDraft draft;
    draft.unitName = unit->name;
    draft.heldOn = day;
    draft.mode = "实战";
    for (const DutyRule& rule : rules(writer)) {
        if (rule.code == duty.rule && !rule.hazards.empty()) draft.hazard = rule.hazards.front();
    }
    const std::string what = duty.part.empty() ? draft.hazard : duty.part;
    draft.name = tr("{}{}应急演练（{}）", unit->name, what, duty.span.label);
    const std::int64_t drill = drills_.add(writer, draft);
    if (duty.planId != 0) {
        duties::link(writer, drill, duty.planId);
    } else if (!duty.part.empty()) {
        duties::mark(writer, drill, duty.part, true);
    }
    return drill;
}

} // namespace drills
