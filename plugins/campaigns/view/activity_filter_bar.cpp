#include "view/activity_filter_bar.h"

#include "core/activity_list_store.h"
#include "core/campaign_store.h"
#include "core/coverage.h"
#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {

using yanxun::tr;
using yanxun::ui::Choices;

ActivityFilterBar::ActivityFilterBar(wxWindow* parent, const ViewContext& context)
    : FilterBar(parent, "campaigns", tr("检索名称、单位、地点"), tr("检索宣传活动")), context_(context) {
    addMonths();
    category_ = add("category", tr("类别"));
    region_ = add("region", tr("乡镇街道"));
    status_ = add("status", tr("状态"));
    finish();
    refreshChoices();
}

void ActivityFilterBar::refreshChoices() {
    std::vector<int> years;
    std::vector<std::string> regions;
    Terms terms;
    context_.database.read([&](yanxun::Reader& reader) {
        years = lists::years(reader);
        regions = lists::regions(reader);
        terms = term_store::all(reader);
    });
    Choices categories{{"", tr("全部类别")}}, statuses{{"", tr("全部状态")}};
    for (const Term* term : terms.of(TermKind::category)) categories.emplace_back(std::to_string(term->id), term->name);
    for (const ActivityStatus status :
         {ActivityStatus::planned, ActivityStatus::held, ActivityStatus::archived, ActivityStatus::cancelled}) {
        statuses.emplace_back(std::to_string(int(status)), word(status));
    }
    offerMonths(years, {filter_.year, filter_.ym});
    category_->offer(categories, filter_.category != 0 ? std::to_string(filter_.category) : "");
    region_->offerWords(tr("全部乡镇街道"), regions, filter_.region, shownRegion({}));
    status_->offer(statuses, filter_.status ? std::to_string(int(*filter_.status)) : "");
    tellExtra(terms);
}

void ActivityFilterBar::tellExtra(const Terms& terms) {
    std::vector<std::string> parts;
    if (filter_.primary != 0) {
        parts.push_back(tr("主要类别：{}", filter_.primary > 0 ? terms.name(filter_.primary) : tr("未填写")));
    }
    if (filter_.period) parts.push_back(tr("{} 至 {}", filter_.period->first.iso(), filter_.period->last.iso()));
    if (filter_.unit != 0) parts.push_back(tr("同一单位"));
    if (filter_.countedOnly) parts.push_back(tr("只看已开展"));
    if (filter_.campaign != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            if (campaign_store::exists(reader, filter_.campaign)) {
                parts.push_back(campaign_store::get(reader, filter_.campaign).name);
            }
        });
    }
    showExtra(parts);
}

void ActivityFilterBar::dropExtra() {
    filter_.unit = filter_.campaign = filter_.primary = 0;
    filter_.period.reset();
    filter_.countedOnly = false;
}

void ActivityFilterBar::set(const ActivityFilter& filter) {
    filter_ = filter;
    setSearched(filter.text);
    refreshChoices();
}

void ActivityFilterBar::read() {
    const auto [year, ym] = chosenMonth();
    ActivityFilter read;
    read.year = year;
    read.ym = ym;
    read.category = category_->number();
    read.region = region_->word();
    if (status_->number() != 0) read.status = ActivityStatus(status_->number());
    read.text = searched();
    read.primary = filter_.primary;
    read.unit = filter_.unit;
    read.campaign = filter_.campaign;
    read.countedOnly = filter_.countedOnly && !read.status;
    if (year == 0) read.period = filter_.period;
    filter_ = read;
    tellExtra(termsOf(context_));
}

} // namespace campaigns
