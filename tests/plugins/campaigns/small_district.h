#pragma once
#include "campaigns_fixture.h"

namespace campaigns::testing {

/// Two townships whose coverage of 2021 is worked out by hand: a village merged away in the year, an activity of several
/// categories, a joint one, a unit out of the list, a plan, one called off, one for a township as a whole, one of 2020.
///
///            进企业      进农村      进社区      进学校      进家庭        (应覆盖/已覆盖)
/// 青岭镇     2/1 甲 乙   2/1 东 南   —           —           2/1 东 南
/// 望川街道   1/1 丁      —           2/1 云 锦   1/0 明德    2/1 云 锦
///
/// 丙厂 is out of the list; 西村 went into 东村, so that 东村 was reached; 明德小学 is in no list of 进家庭.
class SmallDistrict : public CampaignsTest {
protected:
    void SetUp() override {
        for (const auto& [name, kind, township] :
             {std::tuple{"甲厂", "企业", "青岭镇"}, {"乙厂", "企业", "青岭镇"}, {"丙厂", "企业", "望川街道"},
              {"丁厂", "企业", "望川街道"}, {"东村", "村", "青岭镇"}, {"西村", "村", "青岭镇"}, {"南村", "村", "青岭镇"},
              {"云社区", "社区", "望川街道"}, {"锦社区", "社区", "望川街道"}, {"明德小学", "学校", "望川街道"}}) {
            units[name] = unit(name, kind, township);
        }
        add(draft("企业宣讲", {2021, 3, 1}, {"甲厂"}, {"进企业"}));
        add(draft("联合宣讲", {2021, 4, 1}, {"甲厂", "丁厂"}, {"进企业"}));
        add(draft("院坝会", {2021, 5, 1}, {"西村"}, {"进农村", "进家庭"}));
        add(draft("社区展板", {2021, 6, 1}, {"云社区"}, {"进社区"}));
        add(draft("入户宣传", {2021, 6, 10}, {"云社区", "明德小学"}, {"进家庭"}));
        ActivityDraft plan = draft("安全第一课", {2021, 8, 1}, {"明德小学"}, {"进学校"});
        plan.isPlan = true;
        add(plan);
        const std::int64_t off = [&] {
            ActivityDraft one = draft("取消的", {2021, 2, 1}, {"锦社区"}, {"进社区"});
            one.isPlan = true;
            return add(one);
        }();
        add(draft("去年的", {2020, 5, 1}, {"锦社区"}, {"进社区"}));
        add(draft("集中宣传", {2021, 6, 20}, {"青岭镇"}, {"进农村"}));
        add(draft("调出的", {2021, 7, 1}, {"丙厂"}, {"进企业"}));
        db().write([&](yanxun::Writer& writer) {
            service.step(writer, off, 1, ActivityStatus::cancelled, "高温");
            neighbour->exclude(writer, 2021, "企业", units.at("丙厂"));
            merged = neighbour->merge(writer, units.at("西村"), units.at("东村"));
        });
    }

    /// «青岭镇 进企业 2/1», the cells where something is expected.
    std::vector<std::string> table(const yanxun::Period& period = yanxun::Period::year(2021)) {
        std::vector<std::string> lines;
        db().read([&](yanxun::Reader& reader) {
            const CoverageTable all = coverage.table(reader, period);
            for (std::size_t region = 0; region < all.regions.size(); ++region) {
                for (std::size_t column = 0; column < all.categories.size(); ++column) {
                    const auto& cell = all.at(region, column);
                    if (cell.expected == 0) continue;
                    lines.push_back(all.regions[region].name + ' ' + all.categories[column].name + ' ' +
                                    std::to_string(cell.expected) + '/' + std::to_string(cell.reached));
                }
            }
        });
        return lines;
    }
    const std::vector<std::string> byHand{"青岭镇 进企业 2/1",   "青岭镇 进农村 2/1",   "青岭镇 进家庭 2/1",
                                          "望川街道 进企业 1/1", "望川街道 进社区 2/1", "望川街道 进学校 1/0",
                                          "望川街道 进家庭 2/1"};

    std::map<std::string, std::int64_t> units;
    std::int64_t merged = 0;
};

} // namespace campaigns::testing
