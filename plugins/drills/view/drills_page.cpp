#include "view/drills_page.h"

#include "core/drill_list_store.h"
#include "core/statistics_store.h"
#include "view/design/scenario_dialogs.h"
#include "view/drill_dialog.h"
#include "view/drill_filter_bar.h"
#include "view/drill_panel.h"

#include <yanxun/text.h>
#include <yanxun/ui/detail.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <wx/panel.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::CellKind;
using namespace yanxun::ui;

constexpr BesideSizes sizes{350, 940}; // DIP

struct OrderId {
    const char* column;
    DrillOrder order;
};
constexpr std::array orders{OrderId{"date", DrillOrder::held},     OrderId{"name", DrillOrder::name},
                            OrderId{"region", DrillOrder::region}, OrderId{"hazard", DrillOrder::hazard},
                            OrderId{"mode", DrillOrder::mode},     OrderId{"people", DrillOrder::participants},
                            OrderId{"score", DrillOrder::score},   OrderId{"stage", DrillOrder::stage}};

DrillOrder orderOf(const std::string& column) {
    for (const OrderId& known : orders) {
        if (column == known.column) return known.order;
    }
    return DrillOrder::held;
}

std::vector<RecordColumn> columns() {
    return {{"date", tr("日期"), CellKind::date, 88, true, false},
            {"name", tr("演练名称"), CellKind::text, 0, true, false},
            {"region", tr("属地"), CellKind::text, 84, true, false},
            {"hazard", tr("灾种"), CellKind::text, 96, true, false},
            {"mode", tr("形式"), CellKind::text, 56, true, false},
            {"people", tr("参演"), CellKind::integer, 60, true, false},
            {"score", tr("得分"), CellKind::hundredths, 56, true, false},
            {"stage", tr("状态"), CellKind::text, 80, true, true}};
}

std::vector<RecordCell> cellsOf(const Drill& drill) {
    if (drill.id == 0) return std::vector<RecordCell>(columns().size());
    const std::string people = (drill.participantsEstimated ? tr("约") : "") + yanxun::text::grouped(drill.participants);
    return {{drill.heldOn.iso()}, {drill.name},
            {drill.regionName},   {drill.hazard},
            {drill.modeWord},     {people},
            {shownScore(drill.score())}, {stageWord(drill), toneOf(drill)}};
}

RecordSource sourceOf(const DrillFilter& filter, const Vocabulary& words) {
    RecordSource source;
    source.ids = [filter, &words](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = lists::ids(reader, filter, words.grades(), orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const Drill& drill : lists::get(reader, ids)) rows.push_back(cellsOf(drill));
        return rows;
    };
    return source;
}

class DrillsPage final : public wxPanel, public yanxun::PageView {
public:
    DrillsPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeList();
    void filtered();
    void tellTotal();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    DrillFilterBar* bar_ = nullptr;
    RecordTable* table_ = nullptr;
    DrillPanel* detail_ = nullptr;
};

DrillsPage::DrillsPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.page");
    makeHeader();
    wxWindow* const list = makeList();
    auto* const detailCard = new Card(this);
    detail_ = new DrillPanel(detailCard, context_);
    detailCard->body()->Add(detail_, 1, wxEXPAND);
    layOutBeside(this, header_, list, detailCard, sizes);
}

void DrillsPage::makeHeader() {
    header_ = new PageHeader(this, tr("应急演练"));
    addAction(header_, "drills.import", tr("导入台账"), "import", [this] { context_.workbench.import("drills.ledger"); });
    addAction(header_, "drills.new", tr("新建演练"), "plus", [this] {
        DrillDialog dialog(this, context_, {});
        if (dialog.ShowModal() == wxID_OK) show("id=" + std::to_string(dialog.id()));
    }, true);
}

wxWindow* DrillsPage::makeList() {
    auto* const card = new Card(this);
    bar_ = new DrillFilterBar(card, context_);
    table_ = new RecordTable(card, "drills.list", context_.database, columns(), sourceOf({}, context_.words));
    table_->setTitle(tr("演练"));
    table_->setEmpty(tr("没有符合条件的演练。可以放宽筛选条件，或者导入台账、新建演练。"));
    table_->sortBy("date", false);
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { detail_->show(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] { context_.workbench.open("drills.drill", "id=" + std::to_string(id)); });
    };
    table_->loaded = [this] { tellTotal(); };
    bar_->changed = [this] { filtered(); };
    card->body()->Add(bar_, 0, wxEXPAND);
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

void DrillsPage::show(const std::string& argument) {
    DrillFilter filter = parseArgument(argument);
    const std::int64_t wanted = filter.id;
    filter.id = 0;
    // One drill asked for by number is shown among the others, whatever was filtered before.
    if (wanted != 0 || !argument.empty()) {
        bar_->set(filter);
        filtered();
    }
    if (wanted == 0) return;
    table_->select(wanted);
    detail_->show(wanted);
}

void DrillsPage::refresh() {
    bar_->refreshChoices();
    table_->reload();
    detail_->refresh();
}

void DrillsPage::filtered() { table_->setSource(sourceOf(bar_->filter(), context_.words)); }

void DrillsPage::tellTotal() {
    const DrillFilter filter = bar_->filter();
    const std::string number = yanxun::text::grouped(table_->total());
    header_->setSubtitle(filter.year != 0 && filter.ym == 0 ? tr("{} 年度 · {} 场", filter.year, number) : tr("共 {} 场", number));
}

} // namespace

yanxun::Page drillsPage(const ViewContext& context) {
    return yanxun::pageOf("drills.page", tr("应急演练"), "drill", tr("演练"), 20,
                          [&context](wxWindow* parent) { return new DrillsPage(parent, context); });
}

std::vector<yanxun::Command> drillCommands(const ViewContext& context) {
    yanxun::Command add;
    add.id = "drills.new";
    add.label = tr("新建演练…");
    add.menu = tr("演练");
    add.order = 10;
    add.shortcut = "Ctrl+N";
    add.run = [&context](wxWindow* parent) {
        DrillDialog dialog(parent, context, {});
        if (dialog.ShowModal() == wxID_OK) context.workbench.open("drills.page", "id=" + std::to_string(dialog.id()));
    };
    yanxun::Command import;
    import.id = "drills.import";
    import.label = tr("导入演练台账…");
    import.menu = tr("演练");
    import.order = 20;
    import.run = [&context](wxWindow*) { context.workbench.import("drills.ledger"); };
    yanxun::Command scenarios;
    scenarios.id = "drills.scenarios";
    scenarios.label = tr("情景模板…");
    scenarios.menu = tr("演练");
    scenarios.order = 30;
    scenarios.run = [&context](wxWindow* parent) { showScenarioTemplates(parent, context); };
    return {std::move(add), std::move(import), std::move(scenarios)};
}

} // namespace drills
