#include "core/class_list_store.h"
#include "view/class_dialog.h"
#include "view/class_filter_bar.h"
#include "view/class_panel.h"
#include "view/pages.h"
#include "view/programmes_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <array>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr BesideSizes sizes{320, 940}; // DIP

struct OrderId {
    const char* column;
    ClassOrder order;
};
constexpr std::array orders{OrderId{"date", ClassOrder::starts},     OrderId{"number", ClassOrder::number},
                            OrderId{"name", ClassOrder::name},       OrderId{"host", ClassOrder::unit},
                            OrderId{"mode", ClassOrder::mode},       OrderId{"hours", ClassOrder::hours},
                            OrderId{"people", ClassOrder::attended}, OrderId{"status", ClassOrder::status}};

ClassOrder orderOf(const std::string& column) {
    for (const OrderId& known : orders) {
        if (column == known.column) return known.order;
    }
    return ClassOrder::starts;
}

std::vector<RecordColumn> columns() {
    return {{"date", tr("时间"), CellKind::date, 88, true, false},
            {"number", tr("期号"), CellKind::text, 72, true, false},
            {"name", tr("培训名称"), CellKind::text, 0, true, false},
            {"host", tr("主办单位"), CellKind::text, 126, true, false},
            {"mode", tr("形式"), CellKind::text, 46, true, false},
            {"hours", tr("学时"), CellKind::hundredths, 54, true, false},
            {"people", tr("实到"), CellKind::integer, 56, true, false},
            {"status", tr("状态"), CellKind::text, 76, true, true}};
}

std::vector<RecordCell> cellsOf(const TrainingClass& one) {
    if (one.id == 0) return std::vector<RecordCell>(columns().size());
    const std::string people = (one.attendedEstimated ? tr("约") : "") + yanxun::text::grouped(one.attended);
    const auto hours = one.minutes ? std::optional(hoursOf(*one.minutes, one.minutesPerHour)) : std::nullopt;
    return {{one.startsOn.iso()},
            {one.number},
            {one.name},
            {one.unitName},
            {one.modeWord},
            {shownHundredths(hours)},
            {people},
            {word(one.status), toneOf(one.status)}};
}

RecordSource sourceOf(const ClassFilter& filter) {
    RecordSource source;
    source.ids = [filter](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = lists::ids(reader, filter, orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const TrainingClass& one : lists::get(reader, ids))
            rows.push_back(cellsOf(one));
        return rows;
    };
    return source;
}

class ClassesPage final : public wxPanel, public yanxun::PageView {
public:
    ClassesPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeList();
    void filtered() { table_->setSource(sourceOf(bar_->filter())); }
    void tellTotal();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    ClassFilterBar* bar_ = nullptr;
    RecordTable* table_ = nullptr;
    ClassPanel* detail_ = nullptr;
};

ClassesPage::ClassesPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("training.page");
    makeHeader();
    wxWindow* const list = makeList();
    auto* const detailCard = new Card(this);
    detail_ = new ClassPanel(detailCard, context_);
    detail_->changed = [this] { table_->reload(); };
    detailCard->body()->Add(detail_, 1, wxEXPAND);
    layOutBeside(this, header_, list, detailCard, sizes);
}

void ClassesPage::makeHeader() {
    header_ = new PageHeader(this, tr("培训班"));
    addAction(header_, "training.programmes_open", tr("培训项目"), "list", [this] { ProgrammesDialog(this, context_).ShowModal(); });
    addAction(header_, "training.import", tr("导入台账"), "import", [this] { context_.workbench.import("training.classes"); });
    addAction(header_, "training.new", tr("新建培训班"), "plus", [this] {
        ClassDialog dialog(this, context_, {});
        if (dialog.ShowModal() == wxID_OK) show("id=" + std::to_string(dialog.id()));
    }, true);
}

wxWindow* ClassesPage::makeList() {
    auto* const card = new Card(this);
    bar_ = new ClassFilterBar(card, context_);
    table_ = new RecordTable(card, "training.list", context_.database, columns(), sourceOf({}));
    table_->setTitle(tr("培训班"));
    table_->setEmpty(tr("没有符合条件的培训班。可以放宽筛选条件，或者导入台账、新建培训班。"));
    table_->sortBy("date", false);
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { detail_->show(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] { context_.workbench.open("training.class", "id=" + std::to_string(id)); });
    };
    table_->loaded = [this] { tellTotal(); };
    bar_->changed = [this] { filtered(); };
    card->body()->Add(bar_, 0, wxEXPAND);
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

void ClassesPage::show(const std::string& argument) {
    ClassFilter filter = parseArgument(argument);
    const std::int64_t wanted = filter.id;
    filter.id = 0;
    // One class asked for by number is shown among the others, whatever was filtered before.
    if (wanted != 0 || !argument.empty()) {
        bar_->set(filter);
        filtered();
    }
    if (wanted == 0) return;
    table_->select(wanted);
    detail_->show(wanted);
}

void ClassesPage::refresh() {
    bar_->refreshChoices();
    table_->reload();
    detail_->refresh();
}

void ClassesPage::tellTotal() {
    const ClassFilter filter = bar_->filter();
    const std::string number = yanxun::text::grouped(table_->total());
    header_->setSubtitle(filter.year != 0 && filter.ym == 0 ? tr("{} 年度 · {} 期", filter.year, number)
                                                            : tr("共 {} 期", number));
}

} // namespace

yanxun::Page classesPage(const ViewContext& context) {
    return yanxun::pageOf("training.page", tr("培训班"), "training", tr("培训"), 40,
                          [&context](wxWindow* parent) { return new ClassesPage(parent, context); });
}

std::vector<yanxun::Command> commands(const ViewContext& context) {
    const auto command = [](const char* id, std::string label, int order, std::function<void(wxWindow*)> run) {
        yanxun::Command made;
        made.id = id;
        made.label = std::move(label);
        made.menu = tr("培训");
        made.order = order;
        made.run = std::move(run);
        return made;
    };
    return {command("training.new", tr("新建培训班…"), 10,
                    [&context](wxWindow* parent) {
                        ClassDialog dialog(parent, context, {});
                        if (dialog.ShowModal() == wxID_OK)
                            context.workbench.open("training.page", "id=" + std::to_string(dialog.id()));
                    }),
            command("training.programmes", tr("培训项目…"), 20,
                    [&context](wxWindow* parent) { ProgrammesDialog(parent, context).ShowModal(); }),
            command("training.import", tr("导入培训台账…"), 30,
                    [&context](wxWindow*) { context.workbench.import("training.classes"); }),
            command("training.import_certificates", tr("导入证书台账…"), 40,
                    [&context](wxWindow*) { context.workbench.import("training.certificates"); })};
}

} // namespace training
