#include "view/class_filter_bar.h"

#include "core/class_list_store.h"

#include <yanxun/text.h>

namespace training {

using yanxun::tr;
using yanxun::ui::Choices;

ClassFilterBar::ClassFilterBar(wxWindow* parent, const ViewContext& context)
    : FilterBar(parent, "training", tr("检索名称、期号、单位、授课人"), tr("检索培训班")), context_(context) {
    addMonths();
    mode_ = add("mode", tr("形式"));
    kind_ = add("kind", tr("类别"));
    status_ = add("status", tr("状态"));
    finish();
    refreshChoices();
}

void ClassFilterBar::refreshChoices() {
    std::vector<int> years;
    std::vector<std::string> kinds;
    context_.database.read([&](yanxun::Reader& reader) {
        years = lists::years(reader);
        kinds = lists::kinds(reader);
    });
    Choices modes{{"", tr("全部形式")}}, statuses{{"", tr("全部状态")}};
    for (const Mode mode : {Mode::offline, Mode::online, Mode::mixed}) {
        modes.emplace_back(std::to_string(int(mode)), mode == Mode::offline ? tr("线下（含混合）") : word(mode));
    }
    for (const Status status : allStatuses()) statuses.emplace_back(std::to_string(int(status)), word(status));
    offerMonths(years, {filter_.year, filter_.ym});
    mode_->offer(modes, filter_.mode == Mode::unknown ? "" : std::to_string(int(filter_.mode)));
    kind_->offer(choicesOf(tr("全部类别"), kinds), filter_.kind);
    status_->offer(statuses, filter_.status ? std::to_string(int(*filter_.status)) : "");
    tellExtra();
}

void ClassFilterBar::tellExtra() {
    std::vector<std::string> parts;
    if (filter_.countedOnly) parts.push_back(tr("只看计入统计的"));
    if (!filter_.region.empty()) parts.push_back(filter_.region);
    if (filter_.period) parts.push_back(tr("{} 至 {}", filter_.period->first.iso(), filter_.period->last.iso()));
    if (filter_.unit != 0) parts.push_back(tr("同一单位"));
    showExtra(parts);
}

void ClassFilterBar::dropExtra() {
    filter_.region.clear();
    filter_.unit = 0;
    filter_.countedOnly = false;
    filter_.period.reset();
}

void ClassFilterBar::set(const ClassFilter& filter) {
    filter_ = filter;
    setSearched(filter.text);
    refreshChoices();
}

void ClassFilterBar::read() {
    const auto [year, ym] = chosenMonth();
    ClassFilter read;
    read.year = year;
    read.ym = ym;
    read.mode = Mode(mode_->number());
    if (!status_->value().empty()) read.status = Status(status_->number());
    read.kind = kind_->value();
    read.text = searched();
    if (year == 0) read.period = filter_.period;
    read.region = filter_.region;
    read.unit = filter_.unit;
    read.countedOnly = filter_.countedOnly;
    filter_ = read;
    tellExtra();
}

} // namespace training
