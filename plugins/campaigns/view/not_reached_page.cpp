#include "core/activity_filter.h"
#include "core/activity_list_store.h"
#include "core/term_store.h"
#include "view/pages.h"
#include "view/unit_list.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/srchctrl.h>
#include <wx/timer.h>
#include <wx/wrapsizer.h>

namespace campaigns {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int typingPause = 250;

/// 未覆盖清单: units of the yearly list nobody reached, and one click from the chosen ones to a planned activity.
class NotReachedPage final : public wxPanel, public yanxun::PageView {
public:
    NotReachedPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxSizer* makeFilters(wxWindow* parent);
    void offerChoices(int year, std::int64_t category, const std::string& region);
    CoverageFilter filter() const;
    void load();
    void plan();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    std::unique_ptr<Pick> year_, category_, region_;
    wxSearchCtrl* search_ = nullptr;
    wxTimer typing_;
    RecordTable* table_ = nullptr;
};

NotReachedPage::NotReachedPage(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), typing_(this) {
    SetName("campaigns.not_reached");
    makeHeader();
    auto* const card = new Card(this);
    card->body()->Add(makeFilters(card), 0, wxEXPAND);
    std::vector<int> years;
    context_.database.read([&](yanxun::Reader& reader) { years = lists::years(reader); });
    offerChoices(years.empty() ? context_.clock.today().year : years.front(), 0, {});
    table_ = new RecordTable(card, "campaigns.not_reached_list", context_.database, unitColumns(true),
                             unitSource(context_, filter(), true));
    table_->setTitle(tr("未覆盖单位"));
    table_->setEmpty(tr("没有未覆盖的单位。应覆盖的单位取自单位名录和年度应覆盖名单。"));
    table_->loaded = [this] { header_->setSubtitle(tr("共 {} 个次", yanxun::text::grouped(table_->total()))); };
    table_->activated = [this](std::int64_t) { guarded(this, [this] { plan(); }); };
    card->body()->Add(table_, 1, wxEXPAND);
    card->body()->Add(label(card, tr("选择一个或几个同类别的单位（按住 Ctrl 或 Shift），点“安排活动”登记为计划。"),
                            TextStyle::caption, true),
                      0, wxTOP, FromDIP(space::s));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(this, [this] { load(); }); });
}

void NotReachedPage::makeHeader() {
    header_ = new PageHeader(this, tr("未覆盖清单"));
    wxButton* const planned = button(header_, tr("安排活动"), "plus", true);
    planned->SetName("campaigns.plan");
    planned->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { plan(); }); });
    header_->actions()->Add(planned);
}

wxSizer* NotReachedPage::makeFilters(wxWindow* parent) {
    search_ = new wxSearchCtrl(parent, wxID_ANY);
    search_->SetName("campaigns.not_reached_search");
    search_->SetDescriptiveText(wx(tr("单位名称")));
    search_->SetMinSize(FromDIP(wxSize(200, 32)));
    setAccessible(search_, tr("按单位名称查找"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    const auto told = [this] { load(); };
    year_ = std::make_unique<Pick>(parent, "campaigns.not_reached_year", tr("年度"), told);
    category_ = std::make_unique<Pick>(parent, "campaigns.not_reached_category", tr("类别"), told);
    region_ = std::make_unique<Pick>(parent, "campaigns.not_reached_region", tr("乡镇街道"), told);
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (wxWindow* field : {static_cast<wxWindow*>(year_->field()), static_cast<wxWindow*>(category_->field()),
                            static_cast<wxWindow*>(region_->field()), static_cast<wxWindow*>(search_)}) {
        line->Add(field, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s));
    }
    return line;
}

void NotReachedPage::offerChoices(int year, std::int64_t category, const std::string& region) {
    Choices categories{{"0", tr("全部类别")}}, regions{{"", tr("全部乡镇街道")}};
    std::vector<int> years;
    context_.database.read([&](yanxun::Reader& reader) {
        years = lists::years(reader);
        const Terms terms = term_store::all(reader);
        for (const Term* term : terms.counted()) categories.emplace_back(std::to_string(term->id), term->name);
        for (const auto& place : context_.parts.coverage.table(reader, yanxun::Period::year(year)).regions) {
            regions.emplace_back("=" + place.name, shownRegion(place.name));
        }
    });
    year_->offer(yearChoices(years, year), std::to_string(year));
    category_->offer(categories, std::to_string(category));
    region_->offer(regions, region);
}

CoverageFilter NotReachedPage::filter() const {
    CoverageFilter filter;
    filter.period = yanxun::Period::year(int(year_->number()));
    filter.category = category_->number();
    if (const std::string region = region_->value(); !region.empty()) filter.region = region.substr(1);
    filter.reached = false;
    return filter;
}

void NotReachedPage::load() {
    typing_.Stop();
    table_->setSource(unitSource(context_, filter(), true, utf8(search_->GetValue())));
}

void NotReachedPage::show(const std::string& argument) {
    if (argument.empty()) return;
    const std::string cell = yanxun::argumentPart(argument, "cell");
    const std::size_t bar = cell.find('|');
    std::int64_t category = 0;
    std::string region;
    if (bar != std::string::npos) {
        const Terms terms = termsOf(context_);
        const Term* const term = terms.find(TermKind::category, cell.substr(bar + 1));
        category = term ? term->id : 0;
        region = "=" + (cell.substr(0, bar) == "-" ? std::string() : cell.substr(0, bar));
    }
    const ActivityFilter asked = parseArgument(argument);
    offerChoices(asked.year != 0 ? asked.year : context_.clock.today().year, category, region);
    load();
}

void NotReachedPage::refresh() {
    const CoverageFilter now = filter();
    offerChoices(now.period.first.year, now.category, now.region ? "=" + *now.region : "");
    table_->reload();
}

void NotReachedPage::plan() {
    const std::int64_t id = planVisit(this, context_, linesOf(context_, filter(), table_->selection()));
    if (id == 0) return;
    refresh();
    context_.workbench.notify(tr("已登记计划，可以在“宣传活动”里修改。"));
}

} // namespace

yanxun::Page notReachedPage(const ViewContext& context) {
    return yanxun::pageOf("campaigns.not_reached", tr("未覆盖清单"), "list", tr("宣教"), 43,
                          [&context](wxWindow* parent) { return new NotReachedPage(parent, context); });
}

} // namespace campaigns
