#include "core/drill_demo.h"

#include "core/vocabulary.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace drills {
namespace {

using directory::UnitRef;
using yanxun::tr;

constexpr int drillsOfAYear = 529;
constexpr std::int64_t participantsOfAYear = 11046;
constexpr std::int64_t fewestParticipants = 5;

struct HazardShare {
    const char* hazard;
    int drills;
    std::array<const char*, 2> kinds;   ///< of units that hold such drills
    std::array<const char*, 2> phrases; ///< what they are called, by kind
};
constexpr std::array hazardShares{
    HazardShare{"火灾", 122, {"企业", "学校"}, {"防火救援演练", "校园防火疏散演练"}},
    HazardShare{"洪涝", 104, {"村", "村"}, {"防汛应急救援队伍拉练", "迁安救护演练"}},
    HazardShare{"道路交通", 57, {"社区", "社区"}, {"道路交通事故救援演练", "道路交通事故救援演练"}},
    HazardShare{"地震", 55, {"学校", "学校"}, {"地震应急避险演练", "地震应急避险演练"}},
    HazardShare{"工贸", 52, {"企业", "企业"}, {"有限空间作业救援演练", "有限空间作业救援演练"}},
    HazardShare{"人员密集场所", 51, {"企业", "企业"}, {"人员密集场所疏散演练", "人员密集场所疏散演练"}},
    HazardShare{"电梯事故", 44, {"社区", "社区"}, {"电梯救援演练", "电梯救援演练"}},
    HazardShare{"危险化学品", 44, {"企业", "企业"}, {"危险化学品泄漏处置演练", "危险化学品泄漏处置演练"}}};

struct ModeShare {
    const char* word;
    int drills;
    Axes axes;
};
constexpr std::array modeShares{
    ModeShare{"实战", 269, {OrgForm::live, Content::unknown, Purpose::unknown, Notice::unknown}},
    ModeShare{"示范", 96, {OrgForm::live, Content::unknown, Purpose::demonstration, Notice::unknown}},
    ModeShare{"双盲", 87, {OrgForm::live, Content::unknown, Purpose::unknown, Notice::doubleBlind}},
    ModeShare{"桌面", 77, {OrgForm::tabletop, Content::unknown, Purpose::unknown, Notice::unknown}}};

constexpr std::array monthShares{24, 21, 44, 42, 68, 85, 58, 35, 47, 40, 46, 19};
constexpr std::array regionShares{74, 72, 65, 65, 64, 64, 63, 62};
constexpr std::array findingShares{253, 103, 173}; ///< 已整改, 整改中, none
constexpr std::array problems{"疏散路线标识不清", "集合点清点缓慢", "通信不畅", "物资准备不足"};
constexpr std::array watcherCounts{5, 12, 30};

/// The same numbers on every machine (splitmix64).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t limit) { return std::size_t(next() % limit); }

private:
    std::uint64_t state_;
};

/// Every index as often as its share says, times the scale, in a shuffled order.
std::vector<std::size_t> dealt(const std::vector<int>& shares, int scale, Chance& chance) {
    std::vector<std::size_t> hand;
    for (std::size_t i = 0; i < shares.size(); ++i) hand.insert(hand.end(), std::size_t(shares[i]) * scale, i);
    for (std::size_t i = hand.size(); i > 1; --i) std::swap(hand[i - 1], hand[chance.below(i)]);
    return hand;
}

/// The shares of a district with another number of townships: the known ones in turn, then made to fit.
std::vector<int> sharesOf(std::size_t regions) {
    std::vector<int> shares(regions, 0);
    for (int left = drillsOfAYear, i = 0; left > 0; ++i) {
        const auto region = std::size_t(i) % regions;
        const int known = regions == regionShares.size() ? regionShares[region] : 1;
        const int taken = std::min(left, known);
        shares[region] += taken;
        left -= taken;
    }
    return shares;
}

/// Units of one sort, handed out in turn.
struct Pool {
    std::vector<const UnitRef*> units;
    std::size_t turn = 0;
    const UnitRef& next() { return *units[turn++ % units.size()]; }
};

/// Who holds a drill: a unit of the township and kind, else of the kind, else anyone.
class Hosts {
public:
    explicit Hosts(const std::vector<UnitRef>& units) {
        for (const UnitRef& unit : units) {
            all_.units.push_back(&unit);
            byPlace_[{unit.regionName, unit.kind}].units.push_back(&unit);
            byKind_[unit.kind].units.push_back(&unit);
            regions_.insert(unit.regionName);
        }
    }
    std::vector<std::string> regions() const { return {regions_.begin(), regions_.end()}; }

    const UnitRef& next(const std::string& region, const std::string& kind) {
        if (const auto pool = byPlace_.find({region, kind}); pool != byPlace_.end()) return pool->second.next();
        if (const auto pool = byKind_.find(kind); pool != byKind_.end()) return pool->second.next();
        return all_.next();
    }

private:
    Pool all_;
    std::map<std::pair<std::string, std::string>, Pool> byPlace_;
    std::map<std::string, Pool> byKind_;
    std::set<std::string> regions_;
};

/// Gives each drill a headcount so that the sum is exactly `total`.
void shareParticipants(std::vector<DemoDrill>& year, std::int64_t total, Chance& chance) {
    std::int64_t given = 0;
    for (DemoDrill& one : year) {
        const std::size_t luck = chance.below(100);
        const std::int64_t extra = luck < 70 ? std::int64_t(chance.below(12))
                                   : luck < 94 ? std::int64_t(chance.below(40))
                                               : std::int64_t(chance.below(160));
        one.drill.participants = fewestParticipants + 3 + extra;
        given += one.drill.participants;
    }
    for (std::size_t i = 0; given != total; i = (i + 1) % year.size()) {
        std::int64_t& count = year[i].drill.participants;
        if (given < total) {
            ++count;
            ++given;
        } else if (count > fewestParticipants) {
            --count;
            --given;
        }
    }
}

} // namespace

std::string demoUid(const std::string& what, std::size_t number) {
    std::string uid = yanxun::text::sha256("drills.demo/" + what + std::to_string(number)).substr(0, 32);
    uid[12] = '7';
    uid[16] = '8';
    for (const std::size_t at : {20, 16, 12, 8}) uid.insert(at, "-");
    return uid;
}

std::vector<DemoDrill> demoYear(const std::vector<UnitRef>& units, const yanxun::DemoRequest& request) {
    if (units.empty()) throw yanxun::Error(tr("演示数据需要先有单位：请启用“单位与人员”插件。"));
    Chance chance(0x5eed + std::uint64_t(request.year));
    Hosts hosts(units);
    const std::vector<std::string> regionNames = hosts.regions();
    std::vector<int> hazardParts, modeParts;
    for (const auto& share : hazardShares) hazardParts.push_back(share.drills);
    for (const auto& share : modeShares) modeParts.push_back(share.drills);
    const auto hazards = dealt(hazardParts, request.scale, chance);
    const auto modes = dealt(modeParts, request.scale, chance);
    const auto regions = dealt(sharesOf(regionNames.size()), request.scale, chance);
    const auto months = dealt({monthShares.begin(), monthShares.end()}, request.scale, chance);
    const auto findings = dealt({findingShares.begin(), findingShares.end()}, request.scale, chance);

    std::vector<DemoDrill> year(hazards.size());
    std::map<std::string, int> heldBefore;
    for (std::size_t i = 0; i < year.size(); ++i) {
        const HazardShare& hazard = hazardShares[hazards[i]];
        const ModeShare& mode = modeShares[modes[i]];
        const std::size_t sort = chance.below(2);
        const UnitRef& unit = hosts.next(regionNames[regions[i]], hazard.kinds[sort]);
        Drill& drill = year[i].drill;
        drill.uid = demoUid("drill", i);
        const int month = int(months[i]) + 1;
        drill.heldOn = {request.year, month, 1 + int(chance.below(std::size_t(yanxun::daysInMonth(request.year, month))))};
        drill.name = unit.name + hazard.phrases[sort];
        if (const int before = heldBefore[drill.name + std::to_string(drill.heldOn.ymd())]++; before > 0) {
            drill.name += tr("（第{}场）", before + 1);
        }
        drill.unitId = unit.id;
        drill.unitName = unit.name;
        drill.regionCode = unit.regionCode;
        drill.regionName = unit.regionName;
        drill.hazard = drill.hazardWord = hazard.hazard;
        drill.modeWord = mode.word;
        drill.axes = mode.axes;
        drill.participantsEstimated = chance.below(30) == 0;
        if (chance.below(100) < 45) drill.watchers = watcherCounts[chance.below(watcherCounts.size())];
        const std::int64_t score = 7000 + 10 * std::int64_t(chance.below(150) + chance.below(150));
        if (i % drillsOfAYear % 48 != 47) drill.ledgerScore = score;
        drill.status = Status::ended;
        drill.source = Source::demo;
        if (findings[i] == 2) continue;
        const bool rectified = findings[i] == 0;
        Finding& finding = year[i].finding.emplace();
        finding.uid = demoUid("finding", i);
        finding.source = FindingSource::ledger;
        finding.description = problems[chance.below(problems.size())];
        finding.state = rectified ? Rectification::closed : Rectification::open;
        finding.stateWord = rectified ? "已整改" : "整改中";
        drill.findings = 1;
        drill.openFindings = rectified ? 0 : 1;
    }
    shareParticipants(year, participantsOfAYear * request.scale, chance);
    return year;
}

} // namespace drills
