#include "core/activity_list_store.h"
#include "core/activity_store.h"
#include "core/term_store.h"
#include "view/activity_dialog.h"
#include "view/activity_filter_bar.h"
#include "view/activity_panel.h"
#include "view/pages.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <array>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr BesideSizes sizes{390, 940}; // DIP

struct OrderId {
    const char* column;
    ActivityOrder order;
};
constexpr std::array orders{OrderId{"date", ActivityOrder::held},         OrderId{"name", ActivityOrder::name},
                            OrderId{"region", ActivityOrder::region},     OrderId{"category", ActivityOrder::category},
                            OrderId{"people", ActivityOrder::attendance}, OrderId{"issued", ActivityOrder::issued},
                            OrderId{"status", ActivityOrder::status}};

ActivityOrder orderOf(const std::string& column) {
    for (const OrderId& known : orders) {
        if (column == known.column) return known.order;
    }
    return ActivityOrder::held;
}

std::vector<RecordColumn> columns() {
    return {{"date", tr("日期"), CellKind::date, 88, true, false},
            {"name", tr("活动名称"), CellKind::text, 0, true, false},
            {"category", tr("类别"), CellKind::text, 72, true, false},
            {"region", tr("属地"), CellKind::text, 80, true, false},
            {"people", tr("人次"), CellKind::integer, 64, true, false},
            {"issued", tr("发放"), CellKind::integer, 56, true, false},
            {"status", tr("状态"), CellKind::text, 80, true, true}};
}

std::vector<RecordCell> cellsOf(const Activity& activity, const Terms& terms) {
    if (activity.id == 0) return std::vector<RecordCell>(columns().size());
    return {{activity.heldOn.iso()},
            {activity.name},
            {joined(namesOf(terms, activity.categories))},
            {activity.regionName},
            {shownNumber(activity.attendance, activity.attendanceEstimated)},
            {activity.issued == 0 ? "" : yanxun::text::grouped(activity.issued)},
            {word(activity.status), toneOf(activity.status)}};
}

RecordSource sourceOf(const ActivityFilter& filter) {
    RecordSource source;
    source.ids = [filter](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = lists::ids(reader, filter, orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        const Terms terms = term_store::all(reader);
        std::vector<std::vector<RecordCell>> rows;
        for (const Activity& activity : store::get(reader, ids)) rows.push_back(cellsOf(activity, terms));
        return rows;
    };
    return source;
}

class ActivitiesPage final : public wxPanel, public yanxun::PageView {
public:
    ActivitiesPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeList();
    void add();
    void filtered() { table_->setSource(sourceOf(bar_->filter())); }
    void tellTotal();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    ActivityFilterBar* bar_ = nullptr;
    RecordTable* table_ = nullptr;
    ActivityPanel* detail_ = nullptr;
};

ActivitiesPage::ActivitiesPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("campaigns.activities");
    makeHeader();
    wxWindow* const list = makeList();
    auto* const detailCard = new Card(this);
    detail_ = new ActivityPanel(detailCard, context_);
    detailCard->body()->Add(detail_, 1, wxEXPAND);
    layOutBeside(this, header_, list, detailCard, sizes);
}

void ActivitiesPage::makeHeader() {
    header_ = new PageHeader(this, tr("宣传活动"));
    addAction(header_, "campaigns.import", tr("导入台账"), "import", [this] { context_.workbench.import("campaigns.activities"); });
    addAction(header_, "campaigns.new", tr("新建活动"), "plus", [this] { add(); }, true);
}

wxWindow* ActivitiesPage::makeList() {
    auto* const card = new Card(this);
    bar_ = new ActivityFilterBar(card, context_);
    table_ = new RecordTable(card, "campaigns.list", context_.database, columns(), sourceOf({}));
    table_->setTitle(tr("宣传活动"));
    table_->setEmpty(tr("没有符合条件的宣传活动。可以放宽筛选条件，或者导入台账、新建活动。"));
    table_->sortBy("date", false);
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { detail_->show(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] {
            detail_->show(id);
            detail_->edit();
        });
    };
    table_->loaded = [this] { tellTotal(); };
    bar_->changed = [this] { filtered(); };
    card->body()->Add(bar_, 0, wxEXPAND);
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

void ActivitiesPage::add() {
    ActivityDialog dialog(this, context_, {});
    if (dialog.ShowModal() == wxID_OK) show("id=" + std::to_string(dialog.id()));
}

void ActivitiesPage::show(const std::string& argument) {
    if (argument.empty()) return;
    ActivityFilter filter = parseArgument(argument);
    if (const std::string name = yanxun::argumentPart(argument, "primary_name"); !name.empty()) {
        const Terms terms = termsOf(context_);
        const Term* const term = terms.find(TermKind::category, name);
        filter.primary = term ? term->id : -1;
    }
    const std::int64_t wanted = filter.id;
    filter.id = 0;
    // One activity asked for by number is shown among the others, whatever was filtered before.
    bar_->set(filter);
    filtered();
    if (wanted == 0) return;
    table_->select(wanted);
    detail_->show(wanted);
}

void ActivitiesPage::refresh() {
    bar_->refreshChoices();
    table_->reload();
    detail_->refresh();
}

void ActivitiesPage::tellTotal() {
    const ActivityFilter& filter = bar_->filter();
    const std::string number = yanxun::text::grouped(table_->total());
    header_->setSubtitle(filter.year != 0 && filter.ym == 0 ? tr("{} 年度 · {} 场", filter.year, number) : tr("共 {} 场", number));
}

} // namespace

yanxun::Page activitiesPage(const ViewContext& context) {
    return yanxun::pageOf("campaigns.activities", tr("宣传活动"), "campaign", tr("宣教"), 40,
                          [&context](wxWindow* parent) { return new ActivitiesPage(parent, context); });
}

void addPages(yanxun::Workbench& workbench, const ViewContext& context) {
    for (const auto make :
         {activitiesPage, postsPage, coveragePage, notReachedPage, targetsPage, plansPage, termsPage}) {
        workbench.add(make(context));
    }
    yanxun::Command add;
    add.id = "campaigns.new";
    add.label = tr("新建宣传活动…");
    add.menu = tr("宣传");
    add.order = 10;
    add.run = [&context](wxWindow* parent) {
        ActivityDialog dialog(parent, context, {});
        if (dialog.ShowModal() == wxID_OK) {
            context.workbench.open("campaigns.activities", "id=" + std::to_string(dialog.id()));
        }
    };
    workbench.add(std::move(add));
    const auto import = [&](const char* id, std::string label, int order) {
        yanxun::Command command;
        command.id = std::string(id) + ".import";
        command.label = std::move(label);
        command.menu = tr("宣传");
        command.order = order;
        command.run = [&context, kind = std::string(id)](wxWindow*) { context.workbench.import(kind); };
        workbench.add(std::move(command));
    };
    import("campaigns.activities", tr("导入宣传活动台账…"), 20);
    import("campaigns.videos", tr("导入微视频台账…"), 21);
}

} // namespace campaigns
