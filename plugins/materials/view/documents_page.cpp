#include "core/document_store.h"
#include "core/statistics_store.h"
#include "view/document_panel.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int narrow = 1040, detailWidth = 360, fieldHeight = 32; // DIP
constexpr int typingPause = 250;                                  // ms

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
    void makeFilters(wxWindow* card, wxSizer* line);
    void offerYears();
    DocumentFilter filter() const;
    void filtered();
    void acceptOffers();
    void tellTotal();

    const ViewContext& context_;
    DocumentFilter extra_; ///< what an argument asked for beside the fields
    std::vector<int> years_;
    wxTimer typing_;
    PageHeader* header_ = nullptr;
    wxButton* accept_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    wxChoice *year_ = nullptr, *type_ = nullptr;
    wxCheckBox* reversed_ = nullptr;
    RecordTable* table_ = nullptr;
    Card* card_ = nullptr;
    DocumentPanel* panel_ = nullptr;
};

DocumentsPage::DocumentsPage(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), typing_(this) {
    SetName("materials.documents");
    makeHeader();
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeList(), 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    card_ = new Card(this);
    panel_ = new DocumentPanel(card_, context_);
    card_->body()->Add(panel_, 1, wxEXPAND);
    card_->SetMinSize(FromDIP(wxSize(detailWidth, -1)));
    row->Add(card_, 0, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { filtered(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const bool wide = ToDIP(GetClientSize()).x >= narrow;
        if (card_->IsShown() == wide) return;
        card_->Show(wide);
        Layout();
    });
    offerYears();
}

void DocumentsPage::makeHeader() {
    header_ = new PageHeader(this, tr("物资单据"));
    accept_ = deedButton(header_, "materials.accept_offers", tr("确认活动关联"), "check", [this] { acceptOffers(); });
    header_->actions()->Add(accept_, 0, wxRIGHT, FromDIP(space::s));
    header_->actions()->Add(deedButton(header_, "materials.import_issues", tr("导入发放台账"), "import",
                                       [this] { context_.workbench.import("materials.issues"); }),
                            0, wxRIGHT, FromDIP(space::s));
    header_->actions()->Add(deedButton(header_, "materials.to_issue", tr("发放"), "export",
                                       [this] { context_.workbench.open("materials.issue"); }, true));
}

wxWindow* DocumentsPage::makeList() {
    auto* const card = new Card(this);
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    makeFilters(card, line);
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
    card->body()->Add(line, 0, wxEXPAND);
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

void DocumentsPage::makeFilters(wxWindow* card, wxSizer* line) {
    const auto put = [&](wxWindow* field, const char* name, const std::string& title, int width) {
        field->SetName(name);
        field->SetMinSize(FromDIP(wxSize(width, fieldHeight)));
        setAccessible(field, title);
        line->Add(field, 0, wxRIGHT | wxBOTTOM | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
    };
    search_ = new wxSearchCtrl(card, wxID_ANY);
    search_->SetDescriptiveText(wx(tr("单号、单位、物品、活动")));
    search_->ShowCancelButton(true);
    put(search_, "materials.document_search", tr("检索单据"), 220);
    year_ = new wxChoice(card, wxID_ANY);
    put(year_, "materials.document_year", tr("年份"), 100);
    type_ = new wxChoice(card, wxID_ANY);
    type_->Append(wx(tr("全部类型")));
    for (int type = int(DocumentType::opening); type <= int(DocumentType::reversal); ++type) type_->Append(wx(word(DocumentType(type))));
    type_->SetSelection(0);
    put(type_, "materials.document_type", tr("类型"), 110);
    reversed_ = new wxCheckBox(card, wxID_ANY, wx(tr("包括已冲销的")));
    put(reversed_, "materials.with_reversed", tr("包括已冲销的"), -1);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { filtered(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    year_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { filtered(); });
    type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { filtered(); });
    reversed_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { filtered(); });
}

void DocumentsPage::offerYears() {
    const int chosen = filter().year;
    context_.database.read([&](yanxun::Reader& reader) { years_ = lists::years(reader); });
    years_.insert(years_.begin(), 0);
    wxArrayString shown;
    for (const int year : years_) shown.Add(wx(year == 0 ? tr("全部年份") : tr("{}年", year)));
    year_->Set(shown);
    year_->SetSelection(int(std::find(years_.begin(), years_.end(), chosen) - years_.begin()) % int(years_.size()));
    std::int64_t offered = 0;
    context_.database.read([&](yanxun::Reader& reader) { offered = links::count(reader, LinkState::offered); });
    accept_->SetLabel(wx(tr("确认活动关联（{}）", offered)));
    accept_->Show(offered > 0);
    header_->Layout();
}

DocumentFilter DocumentsPage::filter() const {
    DocumentFilter filter = extra_;
    filter.text = yanxun::text::key(utf8(search_->GetValue()));
    if (year_->GetSelection() > 0) filter.year = years_[std::size_t(year_->GetSelection())];
    if (filter.ym != 0 && filter.ym / 100 != filter.year) filter.ym = 0;
    if (type_->GetSelection() > 0) filter.type = DocumentType(type_->GetSelection());
    filter.withReversed = reversed_->GetValue() || filter.type == DocumentType::reversal;
    return filter;
}

void DocumentsPage::filtered() { table_->setSource(sourceOf(filter())); }

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
    extra_ = wanted;
    extra_.year = 0;
    extra_.type.reset();
    search_->ChangeValue(wx(wanted.text));
    type_->SetSelection(wanted.type ? int(*wanted.type) : 0);
    offerYears();
    const auto year = std::find(years_.begin(), years_.end(), wanted.year);
    year_->SetSelection(year == years_.end() ? 0 : int(year - years_.begin()));
    filtered();
    if (id == 0) return;
    table_->select(id);
    panel_->show(id);
}

void DocumentsPage::refresh() {
    offerYears();
    table_->reload();
    panel_->refresh();
}

void DocumentsPage::tellTotal() { header_->setSubtitle(tr("共 {} 张单据", yanxun::text::grouped(table_->total()))); }

} // namespace

yanxun::Page documentsPage(const ViewContext& context) {
    yanxun::Page page;
    page.id = "materials.documents";
    page.title = tr("物资单据");
    page.icon = "file";
    page.group = tr("物资");
    page.order = 52;
    page.make = [&context](wxWindow* parent) {
        auto* const made = new DocumentsPage(parent, context);
        return yanxun::Page::Made{made, made};
    };
    return page;
}

} // namespace materials
