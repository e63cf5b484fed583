#include "core/duty/spot_check_service.h"

#include "core/drill_store.h"
#include "core/duty.h"
#include "core/duty_record_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

std::map<std::int64_t, DutyFacts> factsOf(const directory::Attributes& attributes, Reader& reader, Date day) {
    std::map<std::int64_t, DutyFacts> all;
    attributes.each(reader, day, [&](std::int64_t unit, const directory::UnitFact& fact) {
        all[unit][fact.attribute] = {fact.value, fact.confirmed && !fact.evidence.empty(), fact.since};
    });
    return all;
}

bool isSo(const DutyFacts& facts, const std::string& attribute) {
    const auto found = facts.find(attribute);
    return found != facts.end() && found->second.confirmed && found->second.value == "是";
}

void requireUnits(Writer& writer, const SpotCheck& check, std::int64_t id) {
    const auto drill = store::find(writer, id);
    if (!drill) throw yanxun::NotFound(tr("没有编号为 {} 的演练。", id));
    const auto units = duties::unitsOf(writer, id);
    const bool isTaking = std::any_of(units.begin(), units.end(), [&](const DrillUnit& u) { return u.unitId == check.unitId; });
    if (drill->unitId != check.unitId && !isTaking)
        throw Error(tr("演练“{}”不是“{}”组织或参加的。", drill->name, check.unitName));
}

void requireSound(const SpotFinding& found, const SpotCheck& check, Date today) {
    if (found.checker.empty()) throw Error(tr("请填写检查人。"));
    if (found.day < check.drawnOn) throw Error(tr("检查日期早于抽取日期 {}。", check.drawnOn.iso()));
    if (found.day > today) throw Error(tr("检查日期不能晚于今天。"));
    if (found.conforms) return;
    if (found.problem.empty()) throw Error(tr("不符合要求的，请写明问题。"));
    if (!found.due) throw Error(tr("不符合要求的，应当责令限期改正，请填写改正期限。"));
    if (*found.due <= found.day) throw Error(tr("改正期限应在检查日期之后。"));
}

} // namespace

const DutyRule* SpotCheckService::rule() const { return shipped_.spot.empty() ? nullptr : &shipped_.spot.front(); }

std::vector<SpotCandidate> SpotCheckService::candidates(Reader& reader, const SpotDraw& draw, Date day) const {
    std::vector<SpotCandidate> all;
    if (!rule()) return all;
    const auto facts = factsOf(attributes_, reader, day);
    const auto before = spots::unitsOf(reader, draw.year);
    static const DutyFacts none;
    units_.each(reader, [&](const directory::UnitRef& unit) {
        if (before.contains(unit.id) || (!draw.region.empty() && unit.regionName != draw.region)) return;
        const auto found = facts.find(unit.id);
        const DutyFacts& known = found == facts.end() ? none : found->second;
        std::string why;
        std::optional<Date> since;
        const DutyUnit one{unit.id, unit.name, unit.kind, unit.subkind, unit.regionName};
        if (fits(rule()->subject, one, known, why, since) != Fits::yes) return;
        if (!draw.attribute.empty() && !isSo(known, draw.attribute)) return;
        all.push_back({unit.id, unit.name, unit.regionName});
    });
    return all;
}

std::vector<SpotCheck> SpotCheckService::draw(Writer& writer, SpotDraw draw) const {
    const Date today = yanxun::localDay(writer.at());
    if (!rule()) throw Error(tr("规则文件里没有抽查规则（R03），不能抽取。"));
    if (draw.count < 0 || draw.share < 0 || draw.share > 100) throw Error(tr("抽取数量不能是负数，比例应在 1% 到 100% 之间。"));
    if (draw.count == 0 && draw.share == 0) throw Error(tr("请填写抽取数量或比例。"));
    if (draw.year != today.year) throw Error(tr("只能抽取本年度（{}年）的检查对象。", today.year));
    const auto all = candidates(writer, draw, today);
    if (all.empty())
        throw Error(tr("没有可抽取的单位：符合条件的单位本年度都已抽到，或其高危行业、人员密集场所属性还没有确认。"));
    draw.seed = yanxun::text::key(draw.seed);
    if (draw.seed.empty()) draw.seed = tr("{} 第{}次", today.iso(), spots::draws(writer, draw.year) + 1);
    std::vector<SpotCheck> made;
    for (const SpotCandidate& unit : drawn(all, draw)) {
        SpotCheck check;
        check.year = draw.year;
        check.rule = rule()->code;
        check.unitId = unit.unitId;
        check.unitName = unit.name;
        check.regionName = unit.region;
        check.seed = draw.seed;
        check.drawnOn = today;
        check.id = spots::add(writer, check);
        made.push_back(std::move(check));
    }
    return made;
}

SpotCheck SpotCheckService::get(Reader& reader, std::int64_t id) const {
    auto found = spots::find(reader, id);
    if (!found) throw yanxun::NotFound(tr("没有编号为 {} 的抽查记录。", id));
    return std::move(*found);
}

void SpotCheckService::conclude(Writer& writer, std::int64_t id, const SpotFinding& given) const {
    SpotCheck check = get(writer, id);
    SpotFinding found = given;
    found.checker = yanxun::text::key(found.checker);
    found.problem = yanxun::text::key(found.problem);
    if (check.closedOn) throw Error(tr("“{}”的抽查问题已改正，结论不能再改。", check.unitName));
    requireSound(found, check, yanxun::localDay(writer.at()));
    if (found.drill != 0) requireUnits(writer, check, found.drill);
    check.checkedOn = found.day;
    check.checker = found.checker;
    check.drillId = found.drill;
    check.conclusion = found.conforms ? SpotConclusion::conforms : SpotConclusion::fails;
    check.problem = found.conforms ? std::string() : found.problem;
    check.due = found.conforms ? std::nullopt : found.due;
    spots::update(writer, check);
}

void SpotCheckService::close(Writer& writer, std::int64_t id, Date day, const std::string& how) const {
    SpotCheck check = get(writer, id);
    if (check.conclusion != SpotConclusion::fails) throw Error(tr("“{}”没有需要改正的抽查问题。", check.unitName));
    if (check.closedOn) throw Error(tr("“{}”的抽查问题已于 {} 改正。", check.unitName, check.closedOn->iso()));
    if (day < *check.checkedOn) throw Error(tr("改正日期早于检查日期 {}。", check.checkedOn->iso()));
    if (day > yanxun::localDay(writer.at())) throw Error(tr("改正日期不能晚于今天。"));
    check.closing = yanxun::text::key(how);
    if (check.closing.empty()) throw Error(tr("请写明改正情况，例如“补做演练并报送”。"));
    check.closedOn = day;
    spots::update(writer, check);
}

void SpotCheckService::withdraw(Writer& writer, std::int64_t id) const {
    const SpotCheck check = get(writer, id);
    if (check.conclusion != SpotConclusion::open) throw Error(tr("“{}”已经检查过，不能撤回。", check.unitName));
    spots::remove(writer, check);
}

} // namespace drills
