#include "core/item_store.h"
#include "core/statistics_store.h"
#include "core/stock_store.h"
#include "view/issue_grid.h"
#include "view/view_context.h"

#include <yanxun/table/value.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>


namespace materials {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int fieldHeight = 32; // DIP

std::optional<yanxun::Date> dayOf(const std::string& text) {
    yanxun::Cell cell;
    cell.kind = yanxun::Cell::Kind::text;
    cell.text = text;
    const auto written = yanxun::parseDate(cell, false);
    if (!written || written->yearMissing || written->orderUnknown) return std::nullopt;
    return written->day;
}

class IssuePage final : public wxPanel, public yanxun::PageView {
public:
    IssuePage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override { offerPlaces(); }

private:
    void makeHeader();
    wxWindow* makeSheet();
    void offerPlaces();
    void tellStock();
    void offer(const std::vector<std::string>& names, std::size_t chosen);
    std::vector<std::string> suggest(IssueGrid::Column column, const std::string& typed);
    /// One slip for each run of lines with the same unit, activity and person.
    std::vector<Draft> drafts(const std::vector<IssueGrid::Row>& rows, yanxun::Date day) const;
    void post();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    wxTextCtrl *date_ = nullptr, *keeper_ = nullptr;
    wxChoice* from_ = nullptr;
    wxCheckBox *createUnit_ = nullptr, *superseded_ = nullptr;
    IssueGrid* grid_ = nullptr;
    wxStaticText* hint_ = nullptr;
    wxWindow* message_ = nullptr; ///< why nothing was posted
};

IssuePage::IssuePage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("materials.issue");
    makeHeader();
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(makeSheet(), 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    offerPlaces();
    offer({}, 0);
}

void IssuePage::makeHeader() {
    header_ = new PageHeader(this, tr("物资发放"), tr("回车到下一格，Ctrl+回车过账；物品和单位可以打拼音首字母"));
    header_->actions()->Add(deedButton(header_, "materials.issue_clear", tr("清空"), "close",
                                       [this] {
                                           bool wrong = false;
                                           if (!grid_->rows(wrong).empty() && !confirm(this, tr("清空已填写的发放明细？"), tr("清空"))) return;
                                           grid_->clear();
                                           grid_->begin();
                                       }),
                            0, wxRIGHT, FromDIP(space::s));
    header_->actions()->Add(deedButton(header_, "materials.issue_post", tr("全部过账"), "check", [this] { post(); }, true));
}

wxWindow* IssuePage::makeSheet() {
    auto* const card = new Card(this);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto put = [&](const std::string& title, wxWindow* field, const char* name, int width) {
        field->SetName(name);
        field->SetMinSize(FromDIP(wxSize(width, fieldHeight)));
        setAccessible(field, title);
        line->Add(label(card, title, TextStyle::body, true), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::xs));
        line->Add(field, 0, wxRIGHT, FromDIP(space::l));
    };
    date_ = new wxTextCtrl(card, wxID_ANY, wx(context_.clock.today().iso()));
    put(tr("日期"), date_, "materials.issue_date", 110);
    from_ = new wxChoice(card, wxID_ANY);
    put(tr("从"), from_, "materials.issue_from", 150);
    keeper_ = new wxTextCtrl(card, wxID_ANY, wx(context_.database.who()));
    put(tr("经办"), keeper_, "materials.issue_keeper", 90);
    createUnit_ = new wxCheckBox(card, wxID_ANY, wx(tr("名录中没有的单位新建")));
    createUnit_->SetName("materials.issue_create_unit");
    superseded_ = new wxCheckBox(card, wxID_ANY, wx(tr("内容过时也发放")));
    superseded_->SetName("materials.issue_superseded");
    line->Add(createUnit_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::l));
    line->Add(superseded_, 0, wxALIGN_CENTRE_VERTICAL);

    message_ = paragraph(card, {});
    message_->SetName("materials.issue_message");
    followTheme(message_, [this] { message_->SetForegroundColour(palette().bad); });
    message_->Hide();
    grid_ = new IssueGrid(card);
    grid_->suggestions = [this](IssueGrid::Column column, const std::string& typed) { return suggest(column, typed); };
    grid_->offered = [this](const std::vector<std::string>& names, std::size_t chosen) { offer(names, chosen); };
    grid_->finished = [this] { guarded(this, [this] { post(); }); };
    hint_ = label(card, {}, TextStyle::body, true);
    hint_->SetName("materials.issue_hint");
    card->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    card->body()->Add(message_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    card->body()->Add(grid_, 1, wxEXPAND);
    card->body()->Add(hint_, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    return card;
}

void IssuePage::show(const std::string& argument) {
    const DocumentFilter filter = parseArgument(argument);
    if (filter.itemId != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            if (const auto item = items::find(reader, filter.itemId)) grid_->SetCellValue(0, IssueGrid::item, wx(item->name));
        });
    }
    grid_->begin();
}

void IssuePage::offerPlaces() {
    const wxString chosen = from_->GetStringSelection();
    wxArrayString names;
    for (const std::string& name : placeNames(context_)) names.Add(wx(name));
    if (names.empty()) names.Add(wx(tr("宣传品仓库")));
    from_->Set(names);
    if (!from_->SetStringSelection(chosen)) from_->SetSelection(0);
}

std::vector<std::string> IssuePage::suggest(IssueGrid::Column column, const std::string& typed) {
    if (column == IssueGrid::item) return suggestItems(context_, typed);
    return column == IssueGrid::unit ? suggestUnits(context_, typed) : suggestActivities(context_, typed);
}

void IssuePage::offer(const std::vector<std::string>& names, std::size_t chosen) {
    if (names.empty()) return tellStock();
    std::string line;
    for (std::size_t i = 0; i < names.size() && i < 6; ++i) line += (i == chosen ? "▸ " : "　") + names[i] + "　";
    hint_->SetLabel(wx(line));
}

/// What is there of the item in the current line.
void IssuePage::tellStock() {
    std::string line = tr("空行不计。相邻的行领取单位、活动和领取人相同，合成一张发放单。");
    const int row = grid_->GetGridCursorRow();
    const std::string name = row < 0 ? std::string() : yanxun::text::key(utf8(grid_->GetCellValue(row, IssueGrid::item)));
    if (!name.empty()) {
        context_.database.read([&](yanxun::Reader& reader) {
            const auto item = items::findByName(reader, name);
            const auto place = locations::findPhysical(reader, utf8(from_->GetStringSelection()));
            if (!item || !place) return;
            std::int64_t held = 0;
            for (const auto& one : stock::heldAt(reader, item->id, place->id)) held += one.quantity;
            line = tr("“{}”在“{}”现存 {}。", item->name, place->name, shownQuantity(held, item->baseUnit));
        });
    }
    hint_->SetLabel(wx(line));
}

std::vector<Draft> IssuePage::drafts(const std::vector<IssueGrid::Row>& rows, yanxun::Date day) const {
    std::vector<Draft> all;
    for (const IssueGrid::Row& row : rows) {
        const bool goesOn = !all.empty() && all.back().unitName == row.unit && all.back().activity == row.activity &&
                            all.back().receiver == row.person;
        if (!goesOn) {
            Draft draft;
            draft.day = day;
            draft.from = utf8(from_->GetStringSelection());
            draft.unitName = row.unit;
            draft.activity = row.activity;
            draft.receiver = row.person;
            draft.keeper = utf8(keeper_->GetValue());
            draft.createUnit = createUnit_->GetValue();
            draft.allowSuperseded = superseded_->GetValue();
            all.push_back(std::move(draft));
        }
        DraftLine line;
        line.item = row.item;
        line.entered = row.quantity;
        line.measure = row.measure;
        line.row = row.row;
        all.back().lines.push_back(std::move(line));
    }
    // The place is made with the first receipt: without one nothing is there to be given out anyway.
    bool isThere = false;
    context_.database.read([&](yanxun::Reader& reader) { isThere = locations::firstWarehouse(reader).has_value(); });
    for (Draft& draft : all) {
        if (!isThere) draft.from.clear();
    }
    return all;
}

void IssuePage::post() {
    const auto tell = [this](const std::string& sentence) {
        message_->SetLabel(wx(sentence));
        message_->InvalidateBestSize();
        message_->Show(!sentence.empty());
        message_->GetParent()->Layout();
    };
    tell({});
    bool wrong = false;
    const auto rows = grid_->rows(wrong);
    if (rows.empty()) return tell(tr("还没有填写任何一行；先写物品和数量。"));
    if (wrong) return tell(tr("有的行没有写全，已在表中标出；没有过账任何一行。"));
    const auto day = dayOf(utf8(date_->GetValue()));
    if (!day) {
        date_->SetFocus();
        return tell(tr("日期“{}”看不懂，请写成 2021-05-12 这样。", utf8(date_->GetValue())));
    }
    const std::vector<Draft> all = drafts(rows, *day);
    try {
        context_.database.write([&](yanxun::Writer& writer) { context_.stock.postAll(writer, all); });
    } catch (const Refused& refused) {
        grid_->showProblems(refused.problems());
        const Problem& first = refused.problems().front();
        return tell(tr("有 {} 处不对，没有过账任何一行。{}", refused.problems().size(),
                       first.row == 0 ? first.sentence : tr("第 {} 行：{}", first.row, first.sentence)));
    }
    std::int64_t total = 0;
    for (const IssueGrid::Row& row : rows) total += row.quantity;
    context_.workbench.notify(tr("已过账 {} 张发放单，{} 行，合计 {}。", all.size(), rows.size(), yanxun::text::grouped(total)));
    grid_->clear();
    grid_->begin();
}

} // namespace

yanxun::Page issuePage(const ViewContext& context) {
    return yanxun::pageOf("materials.issue", tr("物资发放"), "export", tr("物资"), 51,
                          [&context](wxWindow* parent) { return new IssuePage(parent, context); });
}

} // namespace materials
