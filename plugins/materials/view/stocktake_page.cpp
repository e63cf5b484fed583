#include "core/document_store.h"
#include "core/item_store.h"
#include "core/statistics_store.h"
#include "view/print_dialog.h"
#include "view/stocktake_grid.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/form_dialog.h>
#include <yanxun/ui/theme.h>

#include <wx/dataview.h>

namespace materials {
namespace {

using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

constexpr int listWidth = 300; // DIP
constexpr std::size_t shownAtMost = 500;

/// Where to count, and whether the books are hidden meanwhile.
class BeginDialog final : public FormDialog {
public:
    BeginDialog(wxWindow* parent, const ViewContext& context)
        : FormDialog(parent, "materials.begin_stocktake", tr("开始盘点")), context_(context) {
        std::vector<std::pair<std::string, std::string>> places;
        for (const std::string& name : placeNames(context_)) places.emplace_back(name, name);
        form().choice("place", tr("库位"), places);
        form().check("blind", tr("盲盘：盘点时不显示账面数量"));
        form().text("note", tr("备注"));
        if (!places.empty()) form().set("place", places.front().first);
        form().rule("place", [this] { return form().get("place").empty() ? tr("还没有库位；先登记入库，仓库会自动建立。") : std::string(); });
        finish(tr("开始"));
    }
    std::int64_t id() const { return id_; }

private:
    void save() override {
        context_.database.write([&](Writer& writer) {
            const auto place = locations::findPhysical(writer, form().get("place"));
            if (!place) throw yanxun::NotFound(tr("这个库位已不存在，请刷新后重新选择。"));
            id_ = context_.stocktakes.begin(writer, place->id, form().flag("blind"), form().get("note"));
        });
    }
    const ViewContext& context_;
    std::int64_t id_ = 0;
};

/// An item that the list of the stocktake does not have.
class FoundDialog final : public FormDialog {
public:
    FoundDialog(wxWindow* parent, const ViewContext& context, std::int64_t stocktake)
        : FormDialog(parent, "materials.found_dialog", tr("盘到表外物品")), context_(context), stocktake_(stocktake) {
        form().suggest("item", tr("物品"), [this](const std::string& typed) { return suggestItems(context_, typed); }, true);
        form().number("counted", tr("实盘数量"), true);
        form().text("reason", tr("原因"));
        finish(tr("登记"));
    }

private:
    void save() override {
        context_.database.write([&](Writer& writer) {
            const auto item = items::findByName(writer, form().get("item"));
            if (!item) throw yanxun::NotFound(tr("没有叫“{}”的物品，请先在库存页新建。", form().get("item")));
            context_.stocktakes.count(writer, stocktake_, item->id, 0, form().integer("counted").value_or(0), {}, form().get("reason"));
        });
    }
    const ViewContext& context_;
    std::int64_t stocktake_;
};

class StocktakePage final : public wxPanel, public yanxun::PageView {
public:
    StocktakePage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override { reload(); }

private:
    void makeHeader();
    wxWindow* makeList();
    wxWindow* makeSheet();
    void reload();
    void showChosen();
    void begin();
    void post();
    void cancel();
    void print();

    const ViewContext& context_;
    std::int64_t id_ = 0;
    std::vector<Stocktake> all_;
    PageHeader* header_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxWindow* empty_ = nullptr;
    Card* sheet_ = nullptr;
    StocktakeGrid* grid_ = nullptr;
    wxStaticText* title_ = nullptr;
    Pill* state_ = nullptr;
    wxButton *post_ = nullptr, *cancel_ = nullptr, *found_ = nullptr, *print_ = nullptr;
};

StocktakePage::StocktakePage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("materials.stocktake");
    makeHeader();
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeList(), 0, wxEXPAND | wxRIGHT, FromDIP(space::l));
    empty_ = emptyState(this, "box", tr("还没有盘点。点“开始盘点”选择一个库位，逐项填写实盘数量，差异会按盘点时刻过账。"));
    row->Add(empty_, 1, wxEXPAND);
    row->Add(makeSheet(), 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    reload();
}

void StocktakePage::makeHeader() {
    header_ = new PageHeader(this, tr("盘点"), tr("盘点期间可以照常收发，差异按盘点时刻计算"));
    header_->actions()->Add(deedButton(header_, "materials.stocktake_begin", tr("开始盘点"), "plus", [this] { begin(); }, true));
}

wxWindow* StocktakePage::makeList() {
    auto* const card = new Card(this, tr("历次盘点"));
    card->SetMinSize(FromDIP(wxSize(listWidth, -1)));
    list_ = new wxDataViewListCtrl(card, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    list_->SetName("materials.stocktake_list");
    list_->AppendTextColumn(wx(tr("日期")), wxDATAVIEW_CELL_INERT, FromDIP(88));
    list_->AppendTextColumn(wx(tr("库位")), wxDATAVIEW_CELL_INERT, FromDIP(104));
    list_->AppendTextColumn(wx(tr("状态")), wxDATAVIEW_CELL_INERT, FromDIP(64));
    setAccessible(list_, tr("历次盘点"));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = list_->GetSelectedRow();
        if (row == wxNOT_FOUND || all_[std::size_t(row)].id == id_) return;
        id_ = all_[std::size_t(row)].id;
        guarded(this, [this] { showChosen(); });
    });
    card->body()->Add(list_, 1, wxEXPAND);
    return card;
}

wxWindow* StocktakePage::makeSheet() {
    sheet_ = new Card(this);
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    title_ = label(sheet_, {}, TextStyle::subtitle);
    title_->SetName("materials.stocktake_title");
    state_ = new Pill(sheet_, word(StocktakeState::counting), yanxun::Tone::warning);
    head->Add(title_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    head->Add(state_, 0, wxALIGN_CENTRE_VERTICAL);
    head->AddStretchSpacer();
    const auto put = [&](wxButton* made) {
        head->Add(made, 0, wxLEFT, FromDIP(space::s));
        return made;
    };
    found_ = put(deedButton(sheet_, "materials.stocktake_found", tr("表外物品"), "plus", [this] {
        FoundDialog dialog(this, context_, id_);
        if (dialog.ShowModal() == wxID_OK) reload();
    }));
    print_ = put(deedButton(sheet_, "materials.stocktake_print", tr("盘点表"), "print", [this] { print(); }));
    cancel_ = put(deedButton(sheet_, "materials.stocktake_cancel", tr("取消盘点"), "close", [this] { cancel(); }));
    post_ = put(deedButton(sheet_, "materials.stocktake_post", tr("差异过账"), "check", [this] { post(); }));
    grid_ = new StocktakeGrid(sheet_);
    grid_->counted = [this](const StocktakeLine& line, std::int64_t counted, const std::string& reason) {
        context_.database.write([&](Writer& writer) {
            context_.stocktakes.count(writer, line.stocktakeId, line.itemId, line.batchId, counted, {}, reason);
        });
        // After the event: the grid is still writing its cell.
        CallAfter([this] { guarded(this, [this] { showChosen(); }); });
    };
    sheet_->body()->Add(head, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    sheet_->body()->Add(grid_, 1, wxEXPAND);
    return sheet_;
}

void StocktakePage::reload() {
    context_.database.read([&](yanxun::Reader& reader) { all_ = stocktakes::all(reader, shownAtMost); });
    list_->DeleteAllItems();
    int chosen = wxNOT_FOUND;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        wxVector<wxVariant> cells;
        cells.push_back(wx(yanxun::localDay(all_[i].begunAt).iso()));
        cells.push_back(wx(all_[i].locationName));
        cells.push_back(wx(word(all_[i].state)));
        list_->AppendItem(cells);
        if (all_[i].id == id_) chosen = int(i);
    }
    if (chosen == wxNOT_FOUND && !all_.empty()) {
        chosen = 0;
        id_ = all_.front().id;
    }
    if (chosen != wxNOT_FOUND) list_->SelectRow(unsigned(chosen));
    if (!grid_->IsCellEditControlShown()) showChosen();
}

void StocktakePage::showChosen() {
    std::optional<Stocktake> chosen;
    std::vector<StocktakeLine> lines;
    context_.database.read([&](yanxun::Reader& reader) {
        if (id_ != 0) chosen = stocktakes::find(reader, id_);
        if (chosen) lines = stocktakes::lines(reader, id_);
    });
    empty_->Show(!chosen);
    sheet_->Show(chosen.has_value());
    if (chosen) {
        const bool isOpen = chosen->state == StocktakeState::counting;
        title_->SetLabel(wx(tr("{} {}{}（已盘 {}/{}）", chosen->locationName, yanxun::localDay(chosen->begunAt).iso(),
                               chosen->isBlind ? tr(" 盲盘") : std::string(), chosen->counted, chosen->lines)));
        state_->set(word(chosen->state), isOpen ? yanxun::Tone::warning
                                         : chosen->state == StocktakeState::posted ? yanxun::Tone::good : yanxun::Tone::neutral);
        for (wxButton* one : {post_, cancel_, found_}) one->Enable(isOpen);
        grid_->show(*chosen, lines);
    }
    sheet_->Layout();
    Layout();
}

void StocktakePage::begin() {
    BeginDialog dialog(this, context_);
    if (dialog.ShowModal() != wxID_OK) return;
    id_ = dialog.id();
    reload();
}

void StocktakePage::post() {
    if (grid_->IsCellEditControlShown()) grid_->DisableCellEditControl();
    std::int64_t document = 0;
    std::string number;
    context_.database.write([&](Writer& writer) {
        document = context_.stocktakes.post(writer, id_);
        if (document != 0) number = documents::get(writer, document).number;
    });
    context_.workbench.notify(document == 0 ? tr("账实相符，没有差异。") : tr("差异已过账：盘点调整单 {}。", number));
    reload();
}

void StocktakePage::cancel() {
    if (!confirm(this, tr("取消这次盘点？已填写的实盘数量保留，但不会过账。"), tr("取消盘点"))) return;
    context_.database.write([&](Writer& writer) { context_.stocktakes.cancel(writer, id_); });
    reload();
}

void StocktakePage::print() {
    PrintDialog dialog(this, context_, tr("盘点表"), [this](yanxun::Reader& reader) {
        return stocktakeReport(reader, id_, paperRequest(context_));
    });
    dialog.ShowModal();
}

void StocktakePage::show(const std::string& argument) {
    const std::int64_t wanted = parseArgument(argument).id;
    if (wanted == 0) return;
    id_ = wanted;
    reload();
}

} // namespace

yanxun::Page stocktakePage(const ViewContext& context) {
    return yanxun::pageOf("materials.stocktake", tr("盘点"), "check-circle", tr("物资"), 54,
                          [&context](wxWindow* parent) { return new StocktakePage(parent, context); });
}

} // namespace materials
