#include "core/document_store.h"
#include "core/statistics_store.h"
#include "view/document_filter_bar.h"
#include "view/document_panel.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr BesideSizes sizes{360, 1040}; // DIP

std::vector<RecordColumn> columns() {
    return {{"date", tr("日期"), CellKind::date, 86, true, false},     {"number", tr("单号"), CellKind::text, 102, true, false},
            {"type", tr("类型"), CellKind::text, 52, false, false},    {"items", tr("物品"), CellKind::text, 118, false, false},
            {"total", tr("数量"), CellKind::integer, 58, true, false}, {"unit", tr("单位"), CellKind::text, 0, true, false},
            {"state", tr("状态"), CellKind::text, 80, false, true}};
}

lists::Order orderOf(const std::string& column) {
    if (column == "number") return lists::Order::number;
    if (column == "unit") return lists::Order::unit;
    return column == "total" ? lists::Order::total : lists::Order::day;
}

RecordSource sourceOf(const DocumentFilter& filter) {
    RecordSource source;
    source.ids = [filter](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = lists::ids(reader, filter, orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const Document& d : lists::get(reader, ids)) {
            if (d.id == 0) {
                rows.emplace_back(columns().size());
                continue;
            }
            const std::string who = d.unitName.empty() ? d.supplier : d.unitName;
            rows.push_back({RecordCell{d.day.iso()}, RecordCell{d.number}, RecordCell{word(d.type)}, RecordCell{d.itemNames},
                            RecordCell{yanxun::text::grouped(d.total)}, RecordCell{who}, RecordCell{stateWord(d), toneOf(d)}});
        }
        return rows;
    };
    return source;
}

class DocumentsPage final : public wxPanel, public yanxun::PageView {
public:
    DocumentsPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeList();
    void tellOffers();
    void filtered();
    void acceptOffers();
    void tellTotal();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    wxButton* accept_ = nullptr;
    DocumentFilterBar* bar_ = nullptr;
    RecordTable* table_ = nullptr;
    DocumentPanel* panel_ = nullptr;
};

DocumentsPage::DocumentsPage(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context) {
    SetName("materials.documents");
    makeHeader();
    wxWindow* const list = makeList();
    auto* const card = new Card(this);
    panel_ = new DocumentPanel(card, context_);
    card->body()->Add(panel_, 1, wxEXPAND);
    layOutBeside(this, header_, list, card, sizes);
    tellOffers();
}

void DocumentsPage::makeHeader() {
    header_ = new PageHeader(this, tr("物资单据"));
    accept_ = addAction(header_, "materials.accept_offers", tr("确认活动关联"), "check", [this] { acceptOffers(); });
    addAction(header_, "materials.import_issues", tr("导入发放台账"), "import", [this] { context_.workbench.import("materials.issues"); });
    addAction(header_, "materials.to_issue", tr("发放"), "export", [this] { context_.workbench.open("materials.issue"); }, true);
}

wxWindow* DocumentsPage::makeList() {
    auto* const card = new Card(this);
    bar_ = new DocumentFilterBar(card, context_);
    bar_->changed = [this] { filtered(); };
    table_ = new RecordTable(card, "materials.document_list", context_.database, columns(), sourceOf({}));
    table_->setTitle(tr("单据"));
    table_->setEmpty(tr("没有符合条件的单据。可以放宽筛选条件，或者导入收发台账、登记发放。"));
    table_->sortBy("date", false);
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { panel_->show(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] {
            panel_->show(id);
            panel_->print();
        });
    };
    table_->loaded = [this] { tellTotal(); };
    card->body()->Add(bar_, 0, wxEXPAND);
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

void DocumentsPage::tellOffers() {
    std::int64_t offered = 0;
    context_.database.read([&](yanxun::Reader& reader) { offered = links::count(reader, LinkState::offered); });
    accept_->SetLabel(wx(tr("确认活动关联（{}）", offered)));
    accept_->Show(offered > 0);
    header_->Layout();
}

void DocumentsPage::filtered() { table_->setSource(sourceOf(bar_->filter())); }

void DocumentsPage::acceptOffers() {
    std::int64_t offered = 0;
    context_.database.read([&](yanxun::Reader& reader) { offered = links::count(reader, LinkState::offered); });
    if (!confirm(this, tr("有 {} 张单据写的活动只有别的日期的同名活动。要全部关联到日期最近的那个吗？", offered), tr("全部关联"))) return;
    context_.database.write([&](yanxun::Writer& writer) { offered = context_.links.acceptOffers(writer); });
    context_.workbench.notify(tr("已关联 {} 张单据。", offered));
    refresh();
}

void DocumentsPage::show(const std::string& argument) {
    DocumentFilter wanted = parseArgument(argument);
    if (argument.empty()) return;
    const std::int64_t id = wanted.id;
    wanted.id = 0;
    bar_->set(wanted);
    filtered();
    if (id == 0) return;
    table_->select(id);
    panel_->show(id);
}

void DocumentsPage::refresh() {
    bar_->refreshChoices();
    tellOffers();
    table_->reload();
    panel_->refresh();
}

void DocumentsPage::tellTotal() { header_->setSubtitle(tr("共 {} 张单据", yanxun::text::grouped(table_->total()))); }

} // namespace

yanxun::Page documentsPage(const ViewContext& context) {
    return yanxun::pageOf("materials.documents", tr("物资单据"), "file", tr("物资"), 52,
                          [&context](wxWindow* parent) { return new DocumentsPage(parent, context); });
}

} // namespace materials
