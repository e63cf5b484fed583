#include "core/activity_filter.h"
#include "core/activity_list_store.h"
#include "view/heat_map.h"
#include "view/pages.h"
#include "view/unit_list.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/scrolwin.h>

namespace campaigns {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int leastList = 280; // DIP

/// 覆盖情况: township × category as a heat map above, the units of the chosen cell below.
class CoveragePage final : public wxPanel, public yanxun::PageView {
public:
    CoveragePage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    void load();
    void showCell();
    void plan();
    int year() const { return int(year_->number()); }
    CoverageFilter filter() const;

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    std::unique_ptr<Pick> year_, which_;
    CoverageTable coverage_;
    HeatMap* map_ = nullptr;
    wxStaticText* cellTitle_ = nullptr;
    RecordTable* units_ = nullptr;
};

CoveragePage::CoveragePage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("campaigns.coverage");
    makeHeader();
    // On a low screen both cards keep their height and the page scrolls.
    auto* const area = new wxScrolledWindow(this);
    area->SetScrollRate(0, FromDIP(space::l));
    auto* const matrix = new Card(area, tr("五进覆盖率（乡镇街道 × 五进）"));
    map_ = new HeatMap(matrix, "campaigns.heat_map");
    map_->chosen = [this] { guarded(this, [this] { showCell(); }); };
    matrix->body()->Add(map_, 0, wxEXPAND);
    auto* const list = new Card(area);
    list->SetMinSize(FromDIP(wxSize(-1, leastList)));
    cellTitle_ = label(list, {}, TextStyle::strong);
    which_ = std::make_unique<Pick>(list, "campaigns.coverage_which", tr("覆盖与否"), [this] { showCell(); });
    which_->offer({{"", tr("全部单位")}, {"no", tr("未覆盖")}, {"yes", tr("已覆盖")}}, "");
    wxButton* const planned = button(list, tr("安排活动"), "plus");
    planned->SetName("campaigns.coverage_plan");
    planned->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { plan(); }); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(cellTitle_, 1, wxALIGN_CENTRE_VERTICAL);
    line->Add(which_->field(), 0, wxRIGHT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
    line->Add(planned, 0, wxALIGN_CENTRE_VERTICAL);
    list->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    CoverageFilter none;
    none.category = -1;
    units_ = new RecordTable(list, "campaigns.coverage_units", context_.database, unitColumns(true),
                             unitSource(context_, none, true));
    units_->setTitle(tr("单位"));
    units_->setEmpty(tr("在上面选择一格，这里列出这个乡镇街道、这个类别的单位。"));
    list->body()->Add(units_, 1, wxEXPAND);
    auto* const cards = new wxBoxSizer(wxVERTICAL);
    cards->Add(matrix, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    cards->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    area->SetSizer(cards);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(area, 1, wxEXPAND);
    SetSizer(all);
    load();
}

void CoveragePage::makeHeader() {
    header_ = new PageHeader(this, tr("覆盖情况"));
    year_ = std::make_unique<Pick>(header_, "campaigns.coverage_year", tr("年度"), [this] { load(); });
    std::vector<int> years;
    context_.database.read([&](yanxun::Reader& reader) { years = lists::years(reader); });
    const int wanted = years.empty() ? context_.clock.today().year : years.front();
    year_->offer(yearChoices(years, wanted), std::to_string(wanted));
    wxButton* const missing = button(header_, tr("未覆盖清单"), "list");
    missing->SetName("campaigns.coverage_missing");
    missing->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] { context_.workbench.open("campaigns.not_reached", "year=" + std::to_string(year())); });
    });
    header_->actions()->Add(year_->field(), 0, wxRIGHT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
    header_->actions()->Add(missing);
}

void CoveragePage::load() {
    const yanxun::Period period = yanxun::Period::year(year());
    bool fixed = false;
    context_.database.read([&](yanxun::Reader& reader) {
        coverage_ = context_.parts.coverage.table(reader, period);
        fixed = context_.parts.coverage.scope().isFixed(reader, year());
    });
    map_->set(heatTable(coverage_));
    const CoverageTable::Cell all = coverage_.total();
    header_->setSubtitle(tr("{} 年度 · 应覆盖 {} · 已覆盖 {} · {} · 名单{}", year(), all.expected, all.reached,
                            percentText(all.rate()), fixed ? tr("已固定") : tr("随单位名录")));
    showCell();
    map_->GetParent()->GetParent()->FitInside();
    map_->GetParent()->GetParent()->Layout();
    Layout();
}

CoverageFilter CoveragePage::filter() const {
    CoverageFilter filter;
    filter.period = yanxun::Period::year(year());
    filter.category = -1;
    if (map_->row() < 0) return filter;
    filter.region = coverage_.regions[std::size_t(map_->row())].name;
    filter.category = coverage_.categories[std::size_t(map_->column())].id;
    if (const std::string which = which_->value(); !which.empty()) filter.reached = which == "yes";
    return filter;
}

void CoveragePage::showCell() {
    const CoverageFilter wanted = filter();
    if (wanted.category < 0) {
        cellTitle_->SetLabel(wx(tr("请选择一格")));
    } else {
        const CoverageTable::Cell& cell = coverage_.at(std::size_t(map_->row()), std::size_t(map_->column()));
        cellTitle_->SetLabel(wx(tr("{} · {}：应覆盖 {}，已覆盖 {}", shownRegion(*wanted.region),
                                   coverage_.categories[std::size_t(map_->column())].name, cell.expected, cell.reached)));
    }
    units_->setEmpty(wanted.category < 0 ? tr("在上面选择一格，这里列出这个乡镇街道、这个类别的单位。")
                                         : tr("这一格没有符合条件的单位。"));
    units_->setSource(unitSource(context_, wanted, true));
    cellTitle_->GetParent()->Layout();
}

void CoveragePage::plan() {
    const std::int64_t id = planVisit(this, context_, linesOf(context_, filter(), units_->selection()));
    if (id == 0) return;
    context_.workbench.notify(tr("已登记计划，可以在“宣传活动”里修改。"));
    refresh();
}

void CoveragePage::show(const std::string& argument) {
    if (argument.empty()) return;
    if (const int wanted = int(yanxun::argumentNumber(argument, "year")); wanted != 0) {
        std::vector<int> years;
        context_.database.read([&](yanxun::Reader& reader) { years = lists::years(reader); });
        year_->offer(yearChoices(years, wanted), std::to_string(wanted));
    }
    load();
    const std::string cell = yanxun::argumentPart(argument, "cell");
    const std::size_t bar = cell.find('|');
    if (bar == std::string::npos) return;
    const std::string region = cell.substr(0, bar) == "-" ? std::string() : cell.substr(0, bar);
    for (std::size_t row = 0; row < coverage_.regions.size(); ++row) {
        for (std::size_t column = 0; column < coverage_.categories.size(); ++column) {
            if (coverage_.regions[row].name == region && coverage_.categories[column].name == cell.substr(bar + 1)) {
                map_->choose(int(row), int(column));
            }
        }
    }
}

void CoveragePage::refresh() { load(); }

} // namespace

yanxun::Page coveragePage(const ViewContext& context) {
    return yanxun::pageOf("campaigns.coverage", tr("覆盖情况"), "map", tr("宣教"), 42,
                          [&context](wxWindow* parent) { return new CoveragePage(parent, context); });
}

} // namespace campaigns
