#include "core/demo.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <map>

namespace campaigns {
namespace {

using directory::UnitRef;
using yanxun::tr;

constexpr std::int64_t peopleOfAYear = 85966;
constexpr int filmsOfAYear = 37;
constexpr std::int64_t fewestPeople = 20;

struct CategoryShare {
    const char* code;
    int activities;
    std::array<const char*, 2> kinds; ///< of the units it goes to
    std::array<int, 2> units;         ///< least and most one activity reaches
};
constexpr std::array categoryShares{
    CategoryShare{"enterprise", 28, {"企业", "企业"}, {6, 14}}, CategoryShare{"village", 44, {"村", "村"}, {1, 2}},
    CategoryShare{"community", 43, {"社区", "社区"}, {1, 2}},   CategoryShare{"school", 45, {"学校", "学校"}, {1, 2}},
    CategoryShare{"family", 37, {"村", "社区"}, {1, 3}},
};
constexpr std::array<int, 12> monthShares{9, 7, 14, 15, 31, 42, 15, 11, 14, 12, 18, 9};
constexpr std::array<const char*, 8> subjects{"防灾减灾日", "安全生产月",     "119消防宣传月", "安全生产法宣传周",
                                              "防溺水",     "燃气安全",       "森林防火",      "居家安全"};
constexpr std::array<const char*, 5> forms{"咨询台", "讲座", "入户", "文艺演出", "展板巡展"};
constexpr std::array<const char*, 3> platforms{"微信公众号", "抖音", "视频号"};

/// One of many, in a fixed order for a fixed beginning.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t limit) {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return std::size_t((z ^ (z >> 31)) % limit);
    }
    int between(int least, int most) { return least + int(below(std::size_t(most - least + 1))); }
    template <class Word, std::size_t N>
    const Word& of(const std::array<Word, N>& words) {
        return words[below(N)];
    }

private:
    std::uint64_t state_;
};

template <class Shares>
std::vector<std::size_t> dealt(const Shares& shares, int scale, Chance& chance) {
    std::vector<std::size_t> hand;
    for (std::size_t i = 0; i < shares.size(); ++i) hand.insert(hand.end(), std::size_t(shares[i]) * std::size_t(scale), i);
    for (std::size_t i = hand.size(); i > 1; --i) std::swap(hand[i - 1], hand[chance.below(i)]);
    return hand;
}

std::string uidOf(const std::string& what, std::size_t number) {
    std::string uid = yanxun::text::sha256("campaigns.demo/" + what + std::to_string(number)).substr(0, 32);
    uid[12] = '7';
    uid[16] = '8';
    for (const std::size_t at : {20, 16, 12, 8}) uid.insert(at, "-");
    return uid;
}

/// Units by kind, then by township.
class Places {
public:
    explicit Places(const std::vector<UnitRef>& units) {
        for (const UnitRef& unit : units) byKind_[unit.kind][unit.regionName].push_back(&unit);
        for (const UnitRef& unit : units) everyone_.push_back(&unit);
    }
    /// Some neighbours of one kind in one township.
    std::vector<const UnitRef*> some(const std::string& kind, int number, Chance& chance) const {
        const auto found = byKind_.find(kind);
        if (found == byKind_.end()) return {everyone_[chance.below(everyone_.size())]};
        auto region = found->second.begin();
        std::advance(region, long(chance.below(found->second.size())));
        const auto& there = region->second;
        std::vector<const UnitRef*> chosen;
        const std::size_t first = chance.below(there.size());
        for (std::size_t i = 0; i < std::min(there.size(), std::size_t(number)); ++i) {
            chosen.push_back(there[(first + i) % there.size()]);
        }
        return chosen;
    }

private:
    std::map<std::string, std::map<std::string, std::vector<const UnitRef*>>> byKind_;
    std::vector<const UnitRef*> everyone_;
};

/// Gives each activity its people so that the sum is exactly `total`.
void sharePeople(std::vector<Activity>& year, std::int64_t total, Chance& chance) {
    std::int64_t given = 0;
    for (Activity& activity : year) {
        activity.attendance = fewestPeople + std::int64_t(chance.below(830));
        given += activity.attendance;
    }
    for (std::size_t i = 0; given != total; i = (i + 1) % year.size()) {
        std::int64_t& count = year[i].attendance;
        const std::int64_t step = std::max<std::int64_t>(1, std::abs(total - given) / std::int64_t(year.size()));
        if (given < total) {
            count += step;
            given += step;
        } else if (count - step >= fewestPeople) {
            count -= step;
            given -= step;
        } else if (count > fewestPeople) {
            --count;
            --given;
        }
    }
}

void putMetrics(Activity& activity, const Terms& terms, Chance& chance) {
    const auto put = [&](const char* code, int value) {
        if (const Term* term = terms.coded(TermKind::metric, code)) {
            activity.metrics.push_back({0, 0, term->id, value, Precision::exact, {}});
        }
    };
    put("banner", chance.between(1, 8));
    put("board", chance.between(1, 12));
    if (chance.below(4) == 0) put("consult", chance.between(20, 160));
    std::sort(activity.metrics.begin(), activity.metrics.end(),
              [](const Metric& a, const Metric& b) { return a.termId < b.termId; });
}

std::vector<Activity> activitiesOf(const std::vector<UnitRef>& units, const Terms& terms,
                                   const yanxun::DemoRequest& request, Chance& chance) {
    const Places places(units);
    std::array<int, categoryShares.size()> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = categoryShares[i].activities;
    const auto categories = dealt(parts, request.scale, chance);
    const auto months = dealt(monthShares, request.scale, chance);
    const std::vector<const Term*> themes = terms.of(TermKind::theme);
    std::vector<Activity> year(categories.size());
    std::map<std::string, int> heldBefore;
    for (std::size_t i = 0; i < year.size(); ++i) {
        const CategoryShare& share = categoryShares[categories[i]];
        Activity& activity = year[i];
        activity.uid = uidOf("activity", i);
        const int month = int(months[i]) + 1;
        activity.heldOn = {request.year, month, chance.between(1, yanxun::daysInMonth(request.year, month))};
        for (const UnitRef* unit : places.some(chance.of(share.kinds), chance.between(share.units[0], share.units[1]), chance)) {
            activity.reach.push_back({0, 0, unit->id, unit->name, unit->regionCode, unit->regionName});
        }
        const Reach& first = activity.reach.front();
        activity.unitId = first.unitId;
        activity.unitName = first.unitName;
        activity.regionCode = first.regionCode;
        activity.regionName = activity.place = first.regionName;
        activity.name = first.unitName + chance.of(subjects) + "宣传活动";
        if (const int before = heldBefore[activity.name + std::to_string(activity.heldOn.ymd())]++; before > 0) {
            activity.name += tr("（第{}场）", before + 1);
        }
        if (const Term* category = terms.coded(TermKind::category, share.code)) activity.categories = {category->id};
        if (!themes.empty()) activity.themes = {themes[chance.below(themes.size())]->id};
        activity.form = chance.of(forms);
        activity.attendanceEstimated = chance.below(40) == 0;
        activity.photos = chance.between(2, 9);
        putMetrics(activity, terms, chance);
        activity.status = ActivityStatus::held;
        activity.source = Source::demo;
    }
    sharePeople(year, peopleOfAYear * request.scale, chance);
    return year;
}

std::vector<Post> postsOf(const Terms& terms, const yanxun::DemoRequest& request, Chance& chance) {
    const Term* const video = terms.coded(TermKind::channel, "video");
    std::vector<Post> posts(video ? std::size_t(filmsOfAYear * request.scale) : 0);
    for (std::size_t i = 0; i < posts.size(); ++i) {
        Post& post = posts[i];
        post.uid = uidOf("post", i);
        post.channelId = video->id;
        post.title = tr("应急微课堂第{}期", i + 1);
        post.platform = chance.of(platforms);
        const int month = chance.between(1, 12);
        post.publishedOn = {request.year, month, chance.between(1, yanxun::daysInMonth(request.year, month))};
        post.viewsEstimated = chance.below(2) == 0;
        post.views = post.viewsEstimated ? 1000 * chance.between(10, 98) : chance.between(600, 9900);
        post.countedOn = yanxun::Date{request.year, 12, 31};
        post.source = Source::demo;
    }
    return posts;
}

} // namespace

DemoYear demoYear(const std::vector<UnitRef>& units, const Terms& terms, const yanxun::DemoRequest& request) {
    if (units.empty()) throw yanxun::Error(tr("演示数据需要先有单位：请启用“单位与人员”插件。"));
    Chance chance(0xca3a16 + std::uint64_t(request.year));
    DemoYear year;
    year.activities = activitiesOf(units, terms, request, chance);
    year.posts = postsOf(terms, request, chance);
    return year;
}

} // namespace campaigns
