#include "view/class_filter_bar.h"

#include "core/class_list_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/wrapsizer.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::tr;
using namespace yanxun::ui;
using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr int typingPause = 250; // ms
constexpr int fieldHeight = 32, searchWidth = 230;

} // namespace

ClassFilterBar::ClassFilterBar(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), search_(new wxSearchCtrl(this, wxID_ANY)), typing_(this) {
    search_->SetName("training.search");
    search_->SetDescriptiveText(wx(tr("检索名称、期号、单位、授课人")));
    search_->ShowCancelButton(true);
    search_->SetMinSize(FromDIP(wxSize(searchWidth, fieldHeight)));
    setAccessible(search_, tr("检索培训班"));
    year_ = pick("training.year", tr("年份"));
    month_ = pick("training.month", tr("月份"));
    mode_ = pick("training.mode", tr("形式"));
    kind_ = pick("training.kind", tr("类别"));
    status_ = pick("training.status", tr("状态"));
    extra_ = button(this, " ", "close"); // a label from the beginning: an icon alone cannot get one later
    extra_->SetName("training.extra");
    extra_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        filter_.region.clear();
        filter_.unit = 0;
        filter_.countedOnly = false;
        filter_.period.reset();
        tell();
    });
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto put = [&](wxWindow* field) { line->Add(field, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s)); };
    put(search_);
    for (const Pick* one : {&year_, &month_, &mode_, &kind_, &status_})
        put(one->field);
    put(extra_);
    SetSizer(line);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { tell(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell(); });
    refreshChoices();
}

ClassFilterBar::Pick ClassFilterBar::pick(const char* name, const std::string& title) {
    Pick made;
    made.field = new wxChoice(this, wxID_ANY);
    made.field->SetName(name);
    made.field->SetMinSize(FromDIP(wxSize(-1, fieldHeight)));
    setAccessible(made.field, title);
    made.field->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { tell(); });
    return made;
}

void ClassFilterBar::offer(Pick& pick, const Choices& choices, const std::string& chosen) {
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

std::string ClassFilterBar::chosen(const Pick& pick) {
    const int at = pick.field->GetSelection();
    return at == wxNOT_FOUND ? std::string() : pick.values[std::size_t(at)];
}

void ClassFilterBar::refreshChoices() {
    std::vector<int> years;
    std::vector<std::string> kinds;
    context_.database.read([&](yanxun::Reader& reader) {
        years = lists::years(reader);
        kinds = lists::kinds(reader);
    });
    Choices yearChoices{{"", tr("全部年份")}}, monthChoices{{"", tr("全年")}}, statusChoices{{"", tr("全部状态")}};
    const int year = filter_.ym != 0 ? int(filter_.ym / 100) : filter_.year;
    if (year != 0 && std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
    for (const int known : years)
        yearChoices.emplace_back(std::to_string(known), tr("{}年", known));
    for (int month = 1; month <= 12; ++month)
        monthChoices.emplace_back(std::to_string(month), tr("{}月", month));
    for (const Status status : allStatuses())
        statusChoices.emplace_back(std::to_string(int(status)), word(status));
    Choices modeChoices{{"", tr("全部形式")}};
    for (const Mode mode : {Mode::offline, Mode::online, Mode::mixed}) {
        modeChoices.emplace_back(std::to_string(int(mode)),
                                 mode == Mode::offline ? tr("线下（含混合）") : word(mode));
    }
    Choices kindChoices{{"", tr("全部类别")}};
    for (const std::string& kind : kinds)
        kindChoices.emplace_back(kind, kind);
    offer(year_, yearChoices, year != 0 ? std::to_string(year) : "");
    offer(month_, monthChoices, filter_.ym != 0 ? std::to_string(filter_.ym % 100) : "");
    offer(mode_, modeChoices, filter_.mode == Mode::unknown ? "" : std::to_string(int(filter_.mode)));
    offer(kind_, kindChoices, filter_.kind);
    offer(status_, statusChoices, filter_.status ? std::to_string(int(*filter_.status)) : "");
    month_.field->Enable(year != 0);
    showExtra();
}

void ClassFilterBar::showExtra() {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "，") + part; };
    if (filter_.countedOnly) add(tr("只看计入统计的"));
    if (!filter_.region.empty()) add(filter_.region);
    if (filter_.period) add(tr("{} 至 {}", filter_.period->first.iso(), filter_.period->last.iso()));
    if (filter_.unit != 0) add(tr("同一单位"));
    extra_->SetLabel(wx(text));
    extra_->Show(!text.empty());
    GetParent()->Layout();
}

void ClassFilterBar::set(const ClassFilter& filter) {
    filter_ = filter;
    search_->ChangeValue(wx(filter.text));
    refreshChoices();
}

void ClassFilterBar::read() {
    const std::string year = chosen(year_), month = chosen(month_), mode = chosen(mode_), status = chosen(status_);
    ClassFilter read;
    read.year = year.empty() ? 0 : std::stoi(year);
    if (!year.empty() && !month.empty()) read.ym = read.year * 100 + std::stoi(month);
    if (!mode.empty()) read.mode = Mode(std::stoi(mode));
    if (!status.empty()) read.status = Status(std::stoi(status));
    read.kind = chosen(kind_);
    read.text = utf8(search_->GetValue());
    month_.field->Enable(!year.empty());
    if (year.empty()) month_.field->SetSelection(0);
    if (year.empty()) read.period = filter_.period;
    read.region = filter_.region;
    read.unit = filter_.unit;
    read.countedOnly = filter_.countedOnly;
    filter_ = read;
    showExtra();
}

void ClassFilterBar::tell() {
    typing_.Stop();
    guarded(this, [this] {
        read();
        if (changed) changed();
    });
}

} // namespace training
