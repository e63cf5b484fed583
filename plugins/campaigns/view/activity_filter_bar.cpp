#include "view/activity_filter_bar.h"

#include "core/activity_list_store.h"
#include "core/campaign_store.h"
#include "core/coverage.h"
#include "core/term_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/wrapsizer.h>

namespace campaigns {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int typingPause = 250; // ms
constexpr int fieldHeight = 32, searchWidth = 220;

} // namespace

ActivityFilterBar::ActivityFilterBar(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), search_(new wxSearchCtrl(this, wxID_ANY)), typing_(this) {
    search_->SetName("campaigns.search");
    search_->SetDescriptiveText(wx(tr("检索名称、单位、地点")));
    search_->ShowCancelButton(true);
    search_->SetMinSize(FromDIP(wxSize(searchWidth, fieldHeight)));
    setAccessible(search_, tr("检索宣传活动"));
    const auto told = [this] { tell(); };
    year_ = std::make_unique<Pick>(this, "campaigns.year", tr("年份"), told);
    month_ = std::make_unique<Pick>(this, "campaigns.month", tr("月份"), told);
    category_ = std::make_unique<Pick>(this, "campaigns.category", tr("类别"), told);
    region_ = std::make_unique<Pick>(this, "campaigns.region", tr("乡镇街道"), told);
    status_ = std::make_unique<Pick>(this, "campaigns.status", tr("状态"), told);
    extra_ = button(this, " ", "close"); // a label from the beginning: an icon alone cannot get one later
    extra_->SetName("campaigns.extra");
    extra_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        filter_.unit = filter_.campaign = filter_.primary = 0;
        filter_.period.reset();
        filter_.countedOnly = false;
        tell();
    });
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto put = [&](wxWindow* field) { line->Add(field, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s)); };
    put(search_);
    for (const auto* pick : {&year_, &month_, &category_, &region_, &status_}) put((*pick)->field());
    put(extra_);
    SetSizer(line);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { tell(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell(); });
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
    const int year = filter_.ym != 0 ? int(filter_.ym / 100) : filter_.year;
    Choices yearList = year != 0 ? yearChoices(years, year) : Choices{}, months{{"", tr("全年")}},
            categories{{"", tr("全部类别")}}, regionList{{"", tr("全部乡镇街道")}}, statuses{{"", tr("全部状态")}};
    if (year == 0) {
        for (const int one : years) yearList.emplace_back(std::to_string(one), tr("{}年", one));
    }
    yearList.insert(yearList.begin(), {"", tr("全部年份")});
    for (int month = 1; month <= 12; ++month) months.emplace_back(std::to_string(month), tr("{}月", month));
    for (const Term* term : terms.of(TermKind::category)) categories.emplace_back(std::to_string(term->id), term->name);
    // «=» stands before a word that is chosen, so that «not told» differs from «all».
    for (const std::string& region : regions) regionList.emplace_back("=" + region, region);
    if (filter_.region && filter_.region->empty()) regionList.emplace_back("=", shownRegion({}));
    for (const ActivityStatus status :
         {ActivityStatus::planned, ActivityStatus::held, ActivityStatus::archived, ActivityStatus::cancelled}) {
        statuses.emplace_back(std::to_string(int(status)), word(status));
    }
    year_->offer(yearList, year != 0 ? std::to_string(year) : "");
    month_->offer(months, filter_.ym != 0 ? std::to_string(filter_.ym % 100) : "");
    category_->offer(categories, filter_.category != 0 ? std::to_string(filter_.category) : "");
    region_->offer(regionList, filter_.region ? "=" + *filter_.region : "");
    status_->offer(statuses, filter_.status ? std::to_string(int(*filter_.status)) : "");
    month_->field()->Enable(year != 0);
    showExtra(terms);
}

void ActivityFilterBar::showExtra(const Terms& terms) {
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
    const std::string text = joined(parts, "，");
    extra_->SetLabel(wx(text));
    extra_->Show(!text.empty());
    GetParent()->Layout();
}

void ActivityFilterBar::set(const ActivityFilter& filter) {
    filter_ = filter;
    search_->ChangeValue(wx(filter.text));
    refreshChoices();
}

void ActivityFilterBar::read() {
    const auto number = [](const std::string& value) { return value.empty() ? 0 : std::stoll(value); };
    ActivityFilter read;
    read.year = int(number(year_->value()));
    if (read.year != 0 && !month_->value().empty()) read.ym = read.year * 100 + number(month_->value());
    read.category = number(category_->value());
    if (const std::string region = region_->value(); !region.empty()) read.region = region.substr(1);
    if (const auto status = number(status_->value()); status != 0) read.status = ActivityStatus(status);
    read.text = utf8(search_->GetValue());
    read.primary = filter_.primary;
    read.unit = filter_.unit;
    read.campaign = filter_.campaign;
    read.countedOnly = filter_.countedOnly && !read.status;
    if (read.year == 0) read.period = filter_.period;
    month_->field()->Enable(read.year != 0);
    if (read.year == 0) month_->field()->SetSelection(0);
    filter_ = read;
    showExtra(termsOf(context_));
}

void ActivityFilterBar::tell() {
    typing_.Stop();
    guarded(this, [this] {
        read();
        if (changed) changed();
    });
}

} // namespace campaigns
