#include "../platform/platform.h"
#include "form_line.h"
#include "read_field.h"

#include <yanxun/text.h>

#include <algorithm>
#include <stdexcept>

namespace yanxun::ui {

namespace {

std::string trimmed(std::string text) {
    const auto blank = [](unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && blank(text.back()))
        text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
    return text;
}

wxTextEntry* textOf(wxWindow* field) {
    if (auto* const text = dynamic_cast<wxTextCtrl*>(field)) return text;
    return dynamic_cast<wxComboBox*>(field);
}

} // namespace

Form::Line& Form::at(const std::string& id) const {
    const auto found = lines_.find(id);
    if (found == lines_.end()) throw std::logic_error("no such field: " + id);
    return *found->second;
}

void Form::set(const std::string& id, const std::string& value) {
    Line& line = at(id);
    if (line.reads == Reads::flag) return static_cast<wxCheckBox*>(line.field)->SetValue(!value.empty() && value != "0");
    if (line.reads != Reads::choice) {
        if (wxTextEntry* const entry = textOf(line.field)) entry->ChangeValue(wx(value));
        return;
    }
    auto* const field = static_cast<wxChoice*>(line.field);
    auto found = std::find(line.values.begin(), line.values.end(), value);
    if (found == line.values.end() && value.empty()) return field->SetSelection(wxNOT_FOUND);
    if (found == line.values.end()) {
        field->Append(wx(value));
        found = line.values.insert(line.values.end(), value);
    }
    field->SetSelection(static_cast<int>(found - line.values.begin()));
}

void Form::setInteger(const std::string& id, std::optional<std::int64_t> value) {
    if (!value) return set(id, {});
    set(id, at(id).reads == Reads::hundredths ? writeHundredths(*value) : std::to_string(*value));
}

void Form::setDay(const std::string& id, std::optional<Date> day) { set(id, day ? day->iso() : std::string()); }

void Form::setFlag(const std::string& id, bool on) { set(id, on ? "1" : ""); }

std::string Form::get(const std::string& id) const {
    const Line& line = at(id);
    if (line.reads == Reads::flag) return flag(id) ? "1" : "";
    if (line.reads == Reads::choice) {
        const int chosen = static_cast<wxChoice*>(line.field)->GetSelection();
        return chosen < 0 ? std::string() : line.values[std::size_t(chosen)];
    }
    const wxTextEntry* const entry = textOf(line.field);
    return entry ? trimmed(text::clean(utf8(entry->GetValue()))) : std::string();
}

std::optional<std::int64_t> Form::integer(const std::string& id) const {
    return at(id).reads == Reads::hundredths ? readHundredths(get(id)) : readNumber(get(id));
}

std::optional<Date> Form::day(const std::string& id) const { return readDay(get(id)); }

bool Form::flag(const std::string& id) const {
    const auto* const box = dynamic_cast<const wxCheckBox*>(at(id).field);
    return box && box->GetValue();
}

void Form::rule(const std::string& id, std::function<std::string()> wrong) {
    at(id).rules.push_back(std::move(wrong));
}

std::string Form::wrong(const Line& line) const {
    const std::string written = get(line.id);
    if (written.empty() && line.required) return tr("请填写{}。", line.title);
    if (!written.empty() && line.reads == Reads::number && !readNumber(written))
        return tr("{}请填写整数，如 120。", line.title);
    if (!written.empty() && line.reads == Reads::hundredths && !readHundredths(written))
        return tr("{}请填写数字，最多两位小数，如 85.3。", line.title);
    if (!written.empty() && line.reads == Reads::date && !readDay(written))
        return tr("{}请按年月日填写，如 2021-05-03 或 2021年5月3日。", line.title);
    for (const auto& rule : line.rules)
        if (const std::string sentence = rule(); !sentence.empty()) return sentence;
    return {};
}

bool Form::validate() {
    static_cast<Paragraph*>(general_)->Hide();
    Line* first = nullptr;
    for (const std::string& id : order_) {
        Line& line = *lines_[id];
        const std::string sentence = wrong(line);
        show(line, sentence);
        if (!sentence.empty() && !first) first = &line;
    }
    if (first) first->field->SetFocus();
    return !first;
}

void Form::showError(const std::string& id, const std::string& sentence) {
    if (const auto found = lines_.find(id); found != lines_.end()) {
        show(*found->second, sentence);
        if (!sentence.empty()) found->second->field->SetFocus();
        return;
    }
    auto* const above = static_cast<Paragraph*>(general_);
    above->Show(!sentence.empty());
    above->setText(sentence);
    relayout(this);
}

void Form::show(Line& line, const std::string& sentence) {
    const bool visible = !sentence.empty();
    if (!visible && !line.sentence->IsShown()) return;
    platform::setStyleClass(line.field, "wrong", visible);
    const std::string title = line.required ? tr("{}，必填", line.title) : line.title;
    platform::setAccessible(line.field, visible ? tr("{}：{}", title, sentence) : title, nullptr);
    line.sentence->Show(visible);
    line.sentence->setText(sentence);
    relayout(this);
}

} // namespace yanxun::ui
