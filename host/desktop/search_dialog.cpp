#include "desktop/search_dialog.h"

#include "desktop/hit_groups.h"

#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

#include <optional>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kTypingPause = 200; // ms between the last key and the search
constexpr std::size_t kPerKind = 20;

/// Lines of the list; headings stand out.
class HitLines final : public wxDataViewListStore {
public:
    std::vector<bool> headings;
    bool GetAttrByRow(unsigned row, unsigned, wxDataViewItemAttr& attr) const override {
        if (row >= headings.size() || !headings[row]) return false;
        attr.SetBold(true);
        attr.SetColour(palette().muted);
        return true;
    }
};

class SearchDialog final : public wxDialog {
public:
    SearchDialog(wxWindow* parent, host::Program& program, const std::string& query);
    struct Choice {
        std::string page, argument;
    };
    const std::optional<Choice>& choice() const { return choice_; }

private:
    void layOut();
    void search();
    void show(const std::vector<HitGroup>& groups);
    void addLine(bool heading, const std::string& title, const std::string& day, std::optional<Choice> leads);
    void selectFirst();
    void move(int step);
    void choose(int row);
    void onKey(wxKeyEvent& event);

    host::Program& program_;
    wxSearchCtrl* query_ = nullptr;
    wxDataViewCtrl* list_ = nullptr;
    wxObjectDataPtr<HitLines> lines_{new HitLines};
    wxStaticText* told_ = nullptr;
    std::vector<std::optional<Choice>> leads_; ///< per line; none for headings
    std::optional<Choice> choice_;
    std::unique_ptr<ui::Task> task_;
    wxTimer typing_;
};

SearchDialog::SearchDialog(wxWindow* parent, host::Program& program, const std::string& query)
    : wxDialog(parent, wxID_ANY, wx(tr("搜索")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      program_(program), typing_(this) {
    SetName("search");
    layOut();
    SetSize(FromDIP(wxSize(640, 480)));
    CentreOnParent();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(this, [this] { search(); }); });
    query_->ChangeValue(wx(query));
    query_->SetFocus();
    search();
}

void SearchDialog::layOut() {
    query_ = new wxSearchCtrl(this, wxID_ANY);
    query_->SetName("search.query");
    query_->SetDescriptiveText(wx(tr("搜索名称、单位、人员……")));
    query_->SetMinSize(FromDIP(wxSize(-1, 32)));
    setAccessible(query_, tr("搜索"));
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER | wxDV_SINGLE);
    list_->SetName("search.hits");
    setAccessible(list_, tr("搜索结果"));
    lines_->AppendColumn("string");
    lines_->AppendColumn("string");
    list_->AssociateModel(lines_.get());
    list_->AppendTextColumn(wx(tr("名称")), 0, wxDATAVIEW_CELL_INERT, FromDIP(460));
    list_->AppendTextColumn(wx(tr("日期")), 1, wxDATAVIEW_CELL_INERT, FromDIP(110));
    told_ = label(this, {}, TextStyle::caption, true);
    told_->SetName("search.told");
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(query_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    column->Add(list_, 1, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    column->Add(told_, 0, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(padding);
    query_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(kTypingPause); });
    Bind(wxEVT_CHAR_HOOK, &SearchDialog::onKey, this);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                [this](wxDataViewEvent& event) { choose(int(lines_->GetRow(event.GetItem()))); });
}

void SearchDialog::search() {
    const std::string query = text::clean(utf8(query_->GetValue()));
    if (text::key(query).empty()) {
        task_.reset();
        return show({});
    }
    const auto found = std::make_shared<std::vector<HitGroup>>();
    task_ = std::make_unique<ui::Task>(
        [this, query, found](Progress&) {
            program_.database().read(
                [&](Reader& reader) { *found = findHits(reader, program_.registry(), query, kPerKind); });
        },
        [this, found](std::exception_ptr error) {
            if (error) return showError(this, error);
            show(*found);
        });
}

void SearchDialog::addLine(bool heading, const std::string& title, const std::string& day,
                           std::optional<Choice> leads) {
    wxVector<wxVariant> cells;
    cells.push_back(wxVariant(wx(title)));
    cells.push_back(wxVariant(wx(day)));
    lines_->headings.push_back(heading);
    leads_.push_back(std::move(leads));
    lines_->AppendItem(cells);
}

void SearchDialog::show(const std::vector<HitGroup>& groups) {
    lines_->headings.clear();
    leads_.clear();
    lines_->DeleteAllItems();
    for (const HitGroup& group : groups) {
        const auto shown = static_cast<std::int64_t>(group.hits.size());
        const std::string count = text::grouped(group.total);
        addLine(true, shown < group.total ? tr("{} · 共 {} 项，列出最近 {} 项", group.kind.title, count, shown)
                                          : tr("{} · {} 项", group.kind.title, count),
                {}, {});
        for (const SearchHit& hit : group.hits) {
            addLine(false, hit.title, hit.ymd == 0 ? std::string() : Date::fromYmd(hit.ymd).iso(),
                    Choice{group.kind.page, "id=" + std::to_string(hit.recordId)});
        }
    }
    const bool asked = !query_->GetValue().empty();
    told_->SetLabelText(wx(!groups.empty() ? tr("上下键选择，回车打开")
                           : asked         ? tr("没有找到。换一个词，或只输入名称中的两个字。")
                                           : tr("输入名称、单位或人员的一部分。")));
    selectFirst();
}

void SearchDialog::selectFirst() {
    list_->UnselectAll();
    move(1);
}

/// The next line that leads somewhere.
void SearchDialog::move(int step) {
    const wxDataViewItem now = list_->GetSelection();
    int row = now.IsOk() ? int(lines_->GetRow(now)) : -1;
    for (row += step; row >= 0 && row < int(leads_.size()); row += step) {
        if (!leads_[std::size_t(row)]) continue;
        const wxDataViewItem item = lines_->GetItem(unsigned(row));
        list_->Select(item);
        list_->EnsureVisible(item);
        return;
    }
}

void SearchDialog::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_DOWN: return move(1);
    case WXK_UP: return move(-1);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: {
        const wxDataViewItem now = list_->GetSelection();
        return choose(now.IsOk() ? int(lines_->GetRow(now)) : -1);
    }
    default: event.Skip();
    }
}

void SearchDialog::choose(int row) {
    if (row < 0 || row >= int(leads_.size()) || !leads_[std::size_t(row)]) return;
    choice_ = leads_[std::size_t(row)];
    if (IsModal()) EndModal(wxID_OK);
}

} // namespace

void showSearch(wxWindow* parent, host::Program& program, Workbench& workbench, const std::string& query) {
    SearchDialog dialog(parent, program, query);
    if (dialog.ShowModal() != wxID_OK || !dialog.choice()) return;
    workbench.open(dialog.choice()->page, dialog.choice()->argument);
}

} // namespace yanxun::desktop
