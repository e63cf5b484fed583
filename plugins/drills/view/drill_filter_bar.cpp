#include "view/drill_filter_bar.h"

#include "core/drill_lines.h"
#include "core/drill_list_store.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

DrillFilterBar::DrillFilterBar(wxWindow* parent, const ViewContext& context)
    : FilterBar(parent, "drills", tr("检索名称、单位、问题"), tr("检索演练")), context_(context) {
    addMonths();
    hazard_ = add("hazard", tr("灾种"));
    region_ = add("region", tr("乡镇街道"));
    mode_ = add("mode", tr("形式"));
    stage_ = add("stage", tr("状态"));
    finish();
    refreshChoices();
}

void DrillFilterBar::refreshChoices() {
    std::vector<int> years;
    std::vector<std::string> hazards, regions, modes;
    context_.database.read([&](yanxun::Reader& reader) {
        years = lists::years(reader);
        hazards = lists::hazards(reader);
        regions = lists::regions(reader);
        modes = lists::modes(reader);
    });
    yanxun::ui::Choices stages;
    for (const Stage stage : {Stage::any, Stage::planned, Stage::unscored, Stage::scored, Stage::rectifying, Stage::archived,
                              Stage::dropped}) {
        stages.emplace_back(std::to_string(int(stage)), word(stage));
    }
    offerMonths(years, {filter_.year, filter_.ym});
    hazard_->offerWords(tr("全部灾种"), hazards, filter_.hazard, shownKey({}));
    region_->offerWords(tr("全部乡镇街道"), regions, filter_.region, shownKey({}));
    mode_->offerWords(tr("全部形式"), modes, filter_.mode, shownKey({}));
    stage_->offer(stages, std::to_string(int(filter_.stage)));
    tellExtra();
}

void DrillFilterBar::tellExtra() {
    std::vector<std::string> parts;
    if (!filter_.grade.empty()) parts.push_back(tr("等级：{}", filter_.grade));
    if (filter_.period) parts.push_back(tr("{} 至 {}", filter_.period->first.iso(), filter_.period->last.iso()));
    if (filter_.unit != 0) parts.push_back(tr("同一单位"));
    showExtra(parts);
}

void DrillFilterBar::dropExtra() {
    filter_.grade.clear();
    filter_.unit = 0;
    filter_.period.reset();
}

void DrillFilterBar::set(const DrillFilter& filter) {
    filter_ = filter;
    setSearched(filter.text);
    refreshChoices();
}

void DrillFilterBar::read() {
    const auto [year, ym] = chosenMonth();
    DrillFilter read;
    read.year = year;
    read.ym = ym;
    read.hazard = hazard_->word();
    read.region = region_->word();
    read.mode = mode_->word();
    read.stage = Stage(stage_->number());
    read.text = searched();
    if (year == 0) read.period = filter_.period;
    read.grade = filter_.grade;
    read.unit = filter_.unit;
    filter_ = read;
    tellExtra();
}

} // namespace drills
