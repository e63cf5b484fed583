#include "view/drill_filter_bar.h"

#include "core/drill_lines.h"
#include "core/drill_list_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/wrapsizer.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;
using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr int typingPause = 250; // ms
constexpr int fieldHeight = 32, searchWidth = 230;

/// «=» stands before a word that is chosen, so that «not told» differs from «all».
std::string valueOf(const std::optional<std::string>& word) { return word ? "=" + *word : std::string(); }

std::optional<std::string> wordOf(const std::string& value) {
    if (value.empty()) return std::nullopt;
    return value.substr(1);
}

Choices wordChoices(std::string all, const std::vector<std::string>& words, const std::optional<std::string>& chosen) {
    Choices choices{{"", std::move(all)}};
    for (const std::string& word : words) choices.emplace_back("=" + word, word);
    if (chosen && chosen->empty()) choices.emplace_back("=", shownKey({}));
    return choices;
}

} // namespace

DrillFilterBar::DrillFilterBar(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), search_(new wxSearchCtrl(this, wxID_ANY)), typing_(this) {
    search_->SetName("drills.search");
    search_->SetDescriptiveText(wx(tr("检索名称、单位、问题")));
    search_->ShowCancelButton(true);
    search_->SetMinSize(FromDIP(wxSize(searchWidth, fieldHeight)));
    setAccessible(search_, tr("检索演练"));
    year_ = pick("drills.year", tr("年份"));
    month_ = pick("drills.month", tr("月份"));
    hazard_ = pick("drills.hazard", tr("灾种"));
    region_ = pick("drills.region", tr("乡镇街道"));
    mode_ = pick("drills.mode", tr("形式"));
    stage_ = pick("drills.stage", tr("状态"));
    extra_ = button(this, " ", "close"); // a label from the beginning: an icon alone cannot get one later
    extra_->SetName("drills.extra");
    extra_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        filter_.grade.clear();
        filter_.unit = 0;
        filter_.period.reset();
        tell();
    });
    layOut();
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { tell(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell(); });
    refreshChoices();
}

DrillFilterBar::Pick DrillFilterBar::pick(const char* name, const std::string& title) {
    Pick made;
    made.field = new wxChoice(this, wxID_ANY);
    made.field->SetName(name);
    made.field->SetMinSize(FromDIP(wxSize(-1, fieldHeight)));
    setAccessible(made.field, title);
    made.field->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { tell(); });
    return made;
}

void DrillFilterBar::layOut() {
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto put = [&](wxWindow* field) { line->Add(field, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s)); };
    put(search_);
    for (const Pick* pick : {&year_, &month_, &hazard_, &region_, &mode_, &stage_}) put(pick->field);
    put(extra_);
    SetSizer(line);
}

void DrillFilterBar::offer(Pick& pick, Choices choices, const std::string& chosen) {
    pick.values.clear();
    wxArrayString shown;
    int selected = 0;
    for (const auto& [value, text] : choices) {
        if (value == chosen) selected = int(pick.values.size());
        pick.values.push_back(value);
        shown.Add(wx(text));
    }
    pick.field->Set(shown);
    pick.field->SetSelection(selected);
}

std::string DrillFilterBar::chosen(const Pick& pick) {
    const int at = pick.field->GetSelection();
    return at == wxNOT_FOUND ? std::string() : pick.values[std::size_t(at)];
}

void DrillFilterBar::refreshChoices() {
    std::vector<int> years;
    std::vector<std::string> hazards, regions, modes;
    context_.database.read([&](yanxun::Reader& reader) {
        years = lists::years(reader);
        hazards = lists::hazards(reader);
        regions = lists::regions(reader);
        modes = lists::modes(reader);
    });
    Choices yearChoices{{"", tr("全部年份")}}, monthChoices{{"", tr("全年")}}, stageChoices{{"0", word(Stage::any)}};
    for (const int year : years) yearChoices.emplace_back(std::to_string(year), tr("{}年", year));
    for (int month = 1; month <= 12; ++month) monthChoices.emplace_back(std::to_string(month), tr("{}月", month));
    for (const Stage stage : {Stage::planned, Stage::unscored, Stage::scored, Stage::rectifying, Stage::archived, Stage::dropped}) {
        stageChoices.emplace_back(std::to_string(int(stage)), word(stage));
    }
    const int year = filter_.ym != 0 ? int(filter_.ym / 100) : filter_.year;
    if (year != 0 && std::find(years.begin(), years.end(), year) == years.end()) {
        yearChoices.emplace_back(std::to_string(year), tr("{}年", year));
    }
    offer(year_, yearChoices, year != 0 ? std::to_string(year) : "");
    offer(month_, monthChoices, filter_.ym != 0 ? std::to_string(filter_.ym % 100) : "");
    offer(hazard_, wordChoices(tr("全部灾种"), hazards, filter_.hazard), valueOf(filter_.hazard));
    offer(region_, wordChoices(tr("全部乡镇街道"), regions, filter_.region), valueOf(filter_.region));
    offer(mode_, wordChoices(tr("全部形式"), modes, filter_.mode), valueOf(filter_.mode));
    offer(stage_, stageChoices, std::to_string(int(filter_.stage)));
    month_.field->Enable(year != 0);
    showExtra();
}

void DrillFilterBar::showExtra() {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "，") + part; };
    if (!filter_.grade.empty()) add(tr("等级：{}", filter_.grade));
    if (filter_.period) add(tr("{} 至 {}", filter_.period->first.iso(), filter_.period->last.iso()));
    if (filter_.unit != 0) add(tr("同一单位"));
    extra_->SetLabel(wx(text));
    extra_->Show(!text.empty());
    GetParent()->Layout();
}

void DrillFilterBar::set(const DrillFilter& filter) {
    filter_ = filter;
    search_->ChangeValue(wx(filter.text));
    refreshChoices();
}

void DrillFilterBar::focusSearch() { search_->SetFocus(); }

void DrillFilterBar::read() {
    const std::string year = chosen(year_), month = chosen(month_);
    DrillFilter read;
    read.year = year.empty() ? 0 : std::stoi(year);
    if (!year.empty() && !month.empty()) read.ym = read.year * 100 + std::stoi(month);
    read.hazard = wordOf(chosen(hazard_));
    read.region = wordOf(chosen(region_));
    read.mode = wordOf(chosen(mode_));
    read.stage = Stage(std::stoi(chosen(stage_)));
    read.text = utf8(search_->GetValue());
    month_.field->Enable(!year.empty());
    if (year.empty()) month_.field->SetSelection(0);
    if (year.empty()) read.period = filter_.period;
    read.grade = filter_.grade;
    read.unit = filter_.unit;
    filter_ = read;
    showExtra();
}

void DrillFilterBar::tell() {
    typing_.Stop();
    guarded(this, [this] {
        read();
        if (changed) changed();
    });
}

} // namespace drills
