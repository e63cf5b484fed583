#include "core/plan_service.h"

#include <yanxun/text.h>

namespace campaigns {

using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

std::int64_t PlanService::addTarget(Writer& writer, Target target) const {
    findOwner(writer, target.ownerId, target.ownerName);
    requireTarget(target);
    return target_store::add(writer, target);
}

std::int64_t PlanService::editTarget(Writer& writer, Target target) const {
    findOwner(writer, target.ownerId, target.ownerName);
    requireTarget(target);
    return target_store::update(writer, target);
}

void PlanService::removeTarget(Writer& writer, std::int64_t id, std::int64_t revision) const {
    target_store::remove(writer, id, revision);
}

std::int64_t PlanService::addCampaign(Writer& writer, Campaign campaign) const {
    requireCampaign(writer, campaign);
    return campaign_store::add(writer, campaign);
}

std::int64_t PlanService::editCampaign(Writer& writer, Campaign campaign) const {
    requireCampaign(writer, campaign);
    return campaign_store::update(writer, campaign);
}

void PlanService::removeCampaign(Writer& writer, std::int64_t id, std::int64_t revision) const {
    campaign_store::remove(writer, id, revision);
}

void PlanService::setKeyDate(Writer& writer, const KeyDateYear& year) const {
    const KeyDateRule* const rule = dates_.find(year.rule);
    if (!rule) throw yanxun::NotFound(tr("没有重要节点“{}”；现有的节点见“重要节点”列表。", year.rule));
    if (!year.first.valid() || !year.last.valid()) throw Error(tr("请填写“{}”的起止日期，例如 2021-05-08。", rule->title));
    if (year.last < year.first) throw Error(tr("“{}”的结束日期早于开始日期，请改正。", rule->title));
    if (year.first.year != year.year) throw Error(tr("“{}”的开始日期不在 {} 年，请改正。", rule->title, year.year));
    KeyDateYear clean = year;
    clean.theme = yanxun::text::key(year.theme);
    clean.docNo = yanxun::text::key(year.docNo);
    campaign_store::putKeyDateYear(writer, clean);
}

void PlanService::forgetKeyDate(Writer& writer, const std::string& rule, int year) const {
    if (!campaign_store::removeKeyDateYear(writer, rule, year)) {
        throw yanxun::NotFound(tr("{} 年没有为“{}”另外登记过日期。", year, rule));
    }
}

void PlanService::findOwner(Reader& reader, std::int64_t& id, std::string& name) const {
    name = yanxun::text::key(name);
    if (name.empty()) {
        id = 0;
        return;
    }
    if (const auto same = units_.get(reader, id); same && same->name == name) return;
    const auto unit = units_.find(reader, name);
    if (!unit) throw Error(tr("单位名录中没有“{}”，请先登记该单位或改正名称。", name));
    id = unit->id;
    name = unit->name;
}

void PlanService::requireCampaign(Reader& reader, Campaign& campaign) const {
    campaign.name = yanxun::text::key(campaign.name);
    if (campaign.name.empty()) throw Error(tr("请填写宣传行动的名称，例如 2021年安全生产月。"));
    if (!campaign.first.valid() || !campaign.last.valid()) throw Error(tr("请填写宣传行动的起止日期。"));
    if (campaign.last < campaign.first) throw Error(tr("宣传行动的结束日期早于开始日期，请改正。"));
    if (campaign.budgetFen && *campaign.budgetFen < 0) throw Error(tr("经费不能小于 0。"));
    if (!campaign.keyDate.empty() && !dates_.find(campaign.keyDate)) {
        throw Error(tr("没有重要节点“{}”；现有的节点见“重要节点”列表。", campaign.keyDate));
    }
    findOwner(reader, campaign.ownerId, campaign.ownerName);
}

} // namespace campaigns
