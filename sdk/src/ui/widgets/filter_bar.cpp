#include <yanxun/ui/filter_bar.h>

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/wrapsizer.h>

#include <algorithm>
#include <cstdlib>

namespace yanxun::ui {

namespace {

constexpr int typingPause = 250;                   // ms
constexpr int fieldHeight = 32, searchWidth = 220; // DIP
constexpr char isWord = '=';                       // before a word that is chosen: «not told» differs from «all»

std::string numbered(std::int64_t number) { return number == 0 ? std::string() : std::to_string(number); }

} // namespace

Choices yearChoices(std::vector<int> years, int wanted) {
    if (wanted != 0) years.push_back(wanted);
    std::sort(years.rbegin(), years.rend());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    Choices choices;
    for (const int year : years) choices.emplace_back(std::to_string(year), tr("{}年", year));
    return choices;
}

Pick::Pick(wxWindow* parent, const std::string& name, const std::string& title, std::function<void()> changed)
    : field_(new wxChoice(parent, wxID_ANY)) {
    field_->SetName(wx(name));
    field_->SetMinSize(parent->FromDIP(wxSize(-1, fieldHeight)));
    setAccessible(field_, title);
    field_->Bind(wxEVT_CHOICE, [parent, changed = std::move(changed)](wxCommandEvent&) { guarded(parent, changed); });
}

void Pick::offer(const Choices& choices, const std::string& chosen) {
    values_.clear();
    wxArrayString shown;
    for (const auto& [value, text] : choices) {
        values_.push_back(value);
        shown.Add(wx(text));
    }
    field_->Set(shown);
    choose(chosen);
}

void Pick::offerWords(const std::string& all, const std::vector<std::string>& words,
                      const std::optional<std::string>& chosen, const std::string& nothing) {
    Choices choices{{"", all}};
    for (const std::string& word : words) choices.emplace_back(isWord + word, word);
    if (chosen && chosen->empty()) choices.emplace_back(std::string(1, isWord), nothing);
    offer(choices, chosen ? isWord + *chosen : std::string());
}

std::string Pick::value() const {
    const int at = field_->GetSelection();
    return at == wxNOT_FOUND ? std::string() : values_[std::size_t(at)];
}

std::int64_t Pick::number() const { return std::strtoll(value().c_str(), nullptr, 10); }

std::optional<std::string> Pick::word() const {
    const std::string chosen = value();
    return chosen.empty() ? std::nullopt : std::optional(chosen.substr(1));
}

void Pick::choose(const std::string& value) {
    const auto found = std::find(values_.begin(), values_.end(), value);
    field_->SetSelection(found == values_.end() ? 0 : int(found - values_.begin()));
}

FilterBar::FilterBar(wxWindow* parent, std::string prefix, const std::string& hint, const std::string& title)
    : wxPanel(parent), prefix_(std::move(prefix)), search_(new wxSearchCtrl(this, wxID_ANY)), typing_(this) {
    search_->SetName(wx(prefix_ + ".search"));
    search_->SetDescriptiveText(wx(hint));
    search_->ShowCancelButton(true);
    search_->SetMinSize(FromDIP(wxSize(searchWidth, fieldHeight)));
    setAccessible(search_, title);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { tell(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell(); });
}

FilterBar::~FilterBar() = default;

Pick* FilterBar::add(const std::string& id, const std::string& title) {
    picks_.push_back(std::make_unique<Pick>(this, prefix_ + "." + id, title, [this] { tell(); }));
    return picks_.back().get();
}

void FilterBar::addMonths() {
    year_ = add("year", tr("年份"));
    month_ = add("month", tr("月份"));
}

void FilterBar::finish() {
    extra_ = button(this, " ", "close"); // a label from the beginning: an icon alone cannot get one later
    extra_->SetName(wx(prefix_ + ".extra"));
    extra_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        dropExtra();
        tell();
    });
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (wxWindow* field : GetChildren()) {
        line->Add(field, 0, wxRIGHT | wxBOTTOM | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
    }
    SetSizer(line);
}

std::string FilterBar::searched() const { return utf8(search_->GetValue()); }

void FilterBar::setSearched(const std::string& text) { search_->ChangeValue(wx(text)); }

void FilterBar::offerMonths(std::vector<int> years, YearMonth chosen) {
    const int year = chosen.ym != 0 ? int(chosen.ym / 100) : chosen.year;
    Choices yearList = yearChoices(std::move(years), year), months{{"", tr("全年")}};
    yearList.insert(yearList.begin(), {"", tr("全部年份")});
    for (int month = 1; month <= 12; ++month) months.emplace_back(std::to_string(month), tr("{}月", month));
    year_->offer(yearList, numbered(year));
    month_->offer(months, numbered(chosen.ym % 100));
    month_->field()->Enable(year != 0);
}

YearMonth FilterBar::chosenMonth() const {
    YearMonth chosen{int(year_->number()), 0};
    if (chosen.year != 0 && month_->number() != 0) chosen.ym = chosen.year * 100 + month_->number();
    return chosen;
}

void FilterBar::showExtra(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "，") + part;
    extra_->SetLabel(wx(text));
    extra_->Show(!text.empty());
    GetParent()->Layout();
}

void FilterBar::tell() {
    typing_.Stop();
    guarded(this, [this] {
        if (month_) { // only within a year
            month_->field()->Enable(year_->number() != 0);
            if (year_->number() == 0) month_->choose({});
        }
        read();
        if (changed) changed();
    });
}

} // namespace yanxun::ui
