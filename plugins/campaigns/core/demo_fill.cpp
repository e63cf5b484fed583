#include "core/activity_service.h"
#include "core/activity_store.h"
#include "core/demo.h"
#include "core/post_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

#include <array>

namespace campaigns {
namespace {

using yanxun::tr;
using yanxun::Writer;

struct DemoCampaign {
    const char* name;
    const char* keyDate;
    int firstMonth, firstDay, lastMonth, lastDay;
};
constexpr std::array demoCampaignList{DemoCampaign{"防灾减灾宣传周", "disaster_week", 5, 8, 5, 14},
                                      DemoCampaign{"安全生产月", "safety_month", 6, 1, 6, 30},
                                      DemoCampaign{"消防宣传月", "fire_month", 11, 1, 11, 30}};

struct DemoTarget {
    const char* category;
    TargetKind kind;
    TargetMeasure measure;
    std::int64_t wanted;
    const char* words;
};
constexpr std::array demoTargets{
    DemoTarget{"enterprise", TargetKind::rate, TargetMeasure::units, 8000, "企业覆盖率不低于80%"},
    DemoTarget{"village", TargetKind::all, TargetMeasure::units, 0, "行政村全覆盖"},
    DemoTarget{"community", TargetKind::count, TargetMeasure::activities, 30, "进社区活动不少于30场"},
    DemoTarget{"school", TargetKind::all, TargetMeasure::units, 0, "学校全覆盖"},
    DemoTarget{"family", TargetKind::count, TargetMeasure::people, 10000, "进家庭受教育不少于1万人次"}};

void addCampaigns(Writer& writer, const PlanService& plans, int year, std::vector<Activity>& activities) {
    for (const DemoCampaign& made : demoCampaignList) {
        Campaign campaign;
        campaign.name = tr("{}年{}", year, made.name);
        campaign.keyDate = made.keyDate;
        campaign.first = {year, made.firstMonth, made.firstDay};
        campaign.last = {year, made.lastMonth, made.lastDay};
        campaign.id = plans.addCampaign(writer, campaign);
        for (Activity& activity : activities) {
            if (activity.heldOn >= campaign.first && activity.heldOn <= campaign.last) activity.campaignId = campaign.id;
        }
    }
}

void addTargets(Writer& writer, const PlanService& plans, int year, const Terms& terms) {
    for (const DemoTarget& made : demoTargets) {
        const Term* const category = terms.coded(TermKind::category, made.category);
        if (!category) continue;
        Target target;
        target.year = year;
        target.categoryId = category->id;
        target.kind = made.kind;
        target.measure = made.measure;
        target.wanted = made.wanted;
        target.words = made.words;
        target.due = yanxun::Date{year, 12, 31};
        target.basis = tr("演示方案");
        plans.addTarget(writer, target);
    }
}

void addAttendance(Writer& writer, participation::Records& records, const std::vector<Activity>& activities) {
    std::size_t next = 0;
    records.addMany(writer, activityKind, [&](std::int64_t& subject, participation::Entry& entry) {
        if (next == activities.size()) return false;
        const Activity& activity = activities[next++];
        subject = activity.id;
        entry.unitId = activity.unitId;
        entry.unitName = activity.unitName;
        entry.audience = activityAudience;
        entry.counted = activity.attendance;
        entry.estimated = activity.attendanceEstimated;
        return true;
    });
}

void fill(Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress, const directory::Units& units,
          participation::Records& records, const PlanService& plans) {
    std::vector<directory::UnitRef> known;
    units.each(writer, [&](const directory::UnitRef& unit) { known.push_back(unit); });
    const Terms terms = term_store::all(writer);
    DemoYear year = demoYear(known, terms, request);
    const auto total = std::int64_t(year.activities.size());
    progress.step(0, total, tr("生成宣传活动"));
    std::int64_t id = store::reserveIds(writer, total);
    for (Activity& activity : year.activities) activity.id = id++;
    addCampaigns(writer, plans, request.year, year.activities);
    addTargets(writer, plans, request.year, terms);
    store::addMany(writer, year.activities);
    addAttendance(writer, records, year.activities);

    id = post_store::reserveIds(writer, std::int64_t(year.posts.size()));
    for (Post& post : year.posts) post.id = id++;
    post_store::addMany(writer, year.posts);
    for (const Post& post : year.posts) post_store::index(writer, post, terms);

    std::size_t next = 0;
    store::indexMany(writer, terms, [&]() -> const Activity* {
        if (next == year.activities.size()) return nullptr;
        if (next % 1000 == 0) {
            progress.check();
            progress.step(std::int64_t(next), total, tr("建立检索"));
        }
        return &year.activities[next++];
    });
    progress.step(total, total, tr("宣传活动"));
}

} // namespace

yanxun::DemoKind demoCampaigns(directory::Units& units, participation::Records& records, const PlanService& plans) {
    yanxun::DemoKind kind;
    kind.id = "campaigns.demo";
    kind.order = 40;
    kind.fill = [&units, &records, &plans](Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress) {
        fill(writer, request, progress, units, records, plans);
    };
    return kind;
}

} // namespace campaigns
