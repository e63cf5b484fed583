#include "view/view_context.h"

#include "core/term_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace campaigns {

using yanxun::tr;
using namespace yanxun::ui;

std::string orDash(const std::string& text) { return text.empty() ? "—" : text; }

std::string shownNumber(std::int64_t number, bool estimated) {
    const std::string grouped = yanxun::text::grouped(number);
    return estimated ? tr("约 {}", grouped) : grouped;
}

std::string shownPeople(std::int64_t people, bool estimated) { return tr("{} 人次", shownNumber(people, estimated)); }

Terms termsOf(const ViewContext& context) {
    Terms terms;
    context.database.read([&](yanxun::Reader& reader) { terms = term_store::all(reader); });
    return terms;
}

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    static constexpr std::string_view sign = "、";
    const std::size_t at = typed.rfind(sign);
    const std::string before = at == std::string::npos ? std::string() : typed.substr(0, at + sign.size());
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& unit : context.units.suggest(reader, typed.substr(before.size()), 12)) {
            names.push_back(before + unit.name);
        }
    });
    return names;
}

void addFact(wxWindow* parent, wxSizer* grid, const std::string& title, const std::string& value) {
    grid->Add(label(parent, title, TextStyle::body, true), 0, wxALIGN_TOP);
    grid->Add(paragraph(parent, orDash(value)), 1, wxEXPAND);
}

Pick::Pick(wxWindow* parent, const std::string& name, const std::string& title, std::function<void()> changed)
    : field_(new wxChoice(parent, wxID_ANY)) {
    field_->SetName(name);
    field_->SetMinSize(parent->FromDIP(wxSize(-1, 32)));
    setAccessible(field_, title);
    field_->Bind(wxEVT_CHOICE, [parent, changed = std::move(changed)](wxCommandEvent&) { guarded(parent, changed); });
}

void Pick::offer(const Choices& choices, const std::string& chosen) {
    values_.clear();
    wxArrayString shown;
    int selected = 0;
    for (const auto& [value, text] : choices) {
        if (value == chosen) selected = int(values_.size());
        values_.push_back(value);
        shown.Add(wx(text));
    }
    field_->Set(shown);
    field_->SetSelection(selected);
}

std::string Pick::value() const {
    const int at = field_->GetSelection();
    return at == wxNOT_FOUND ? std::string() : values_[std::size_t(at)];
}

void Pick::choose(const std::string& value) {
    const auto found = std::find(values_.begin(), values_.end(), value);
    field_->SetSelection(found == values_.end() ? 0 : int(found - values_.begin()));
}

Choices yearChoices(std::vector<int> years, int wanted) {
    years.push_back(wanted);
    std::sort(years.rbegin(), years.rend());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    Choices choices;
    for (const int year : years) choices.emplace_back(std::to_string(year), tr("{}年", year));
    return choices;
}

} // namespace campaigns
