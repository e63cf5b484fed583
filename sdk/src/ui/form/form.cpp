// Building a form. Reading and checking it: form_values.cpp.
#include "../platform/platform.h"
#include "form_line.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace yanxun::ui {

namespace {

constexpr int kFieldHeight = 32, kLineHeight = 20, kTitleWidth = 72, kFieldWidth = 160; // DIP

/// Stands in more than one column of a grid, which would tell its paragraph the width of the first one.
class Spanning final : public wxPanel {
public:
    using wxPanel::wxPanel;
    bool InformFirstDirection(int, int, int) override { return false; }
};

std::vector<std::string> ask(const std::function<std::vector<std::string>(const std::string&)>& suggestions,
                             const std::string& written) {
    return suggestions ? suggestions(written) : std::vector<std::string>();
}

} // namespace

Form::Form(wxWindow* parent) : wxPanel(parent) {
    auto* const sentence = new Paragraph(this, {}, TextStyle::body);
    followTheme(sentence, [sentence] { sentence->SetForegroundColour(palette().bad); });
    sentence->Hide();
    general_ = sentence;
    grid_ = new wxGridBagSizer(FromDIP(space::s), FromDIP(space::m));
    grid_->SetEmptyCellSize(wxSize(0, 0));
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(sentence, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    column->Add(grid_, 1, wxEXPAND);
    SetSizer(column);
}

void Form::heading(const std::string& title) {
    auto* const words = new Spanning(this);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(paragraph(words, title, TextStyle::subtitle), 0, wxEXPAND);
    words->SetSizer(column);
    grid_->Add(words, {row_, 0}, {1, 2}, wxEXPAND | wxTOP, row_ > 0 ? FromDIP(space::s) : 0);
    ++row_;
}

Form::Line& Form::line(const std::string& id, const std::string& title, wxWindow* field, Reads reads, bool required) {
    auto made = std::make_shared<Line>();
    made->id = id;
    made->title = title;
    made->field = field;
    made->reads = reads;
    made->required = required;
    made->sentence = new Paragraph(this, {}, TextStyle::caption);
    made->sentence->SetName(id + ".wrong");
    followTheme(made->sentence, [text = made->sentence] { text->SetForegroundColour(palette().bad); });
    made->sentence->Hide();
    field->SetName(wx(id));
    platform::setAccessibleId(field, id);
    platform::setAccessible(field, required ? tr("{}，必填", title) : title, nullptr);

    if (reads != Reads::flag) {
        auto* const words = label(this, required ? title + " *" : title, TextStyle::body, true);
        auto* const cell = new wxBoxSizer(wxHORIZONTAL);
        cell->SetMinSize(FromDIP(kTitleWidth), FromDIP(kFieldHeight));
        cell->Add(words, 0, wxALIGN_CENTRE_VERTICAL);
        grid_->Add(cell, {row_, 0}, {1, 1}, wxALIGN_TOP);
    }
    auto* const cell = new wxBoxSizer(wxVERTICAL);
    cell->Add(field, 1, wxEXPAND);
    cell->Add(made->sentence, 0, wxEXPAND | wxTOP, FromDIP(2));
    grid_->Add(cell, {row_, 1}, {1, 1}, wxEXPAND);
    if (row_ == 0 || !grid_->IsColGrowable(1)) grid_->AddGrowableCol(1);
    ++row_;
    order_.push_back(id);
    return *(lines_[id] = std::move(made));
}

wxTextCtrl* Form::entry(const std::string& id, const std::string& title, Reads reads, bool required) {
    auto* const field = new wxTextCtrl(this, wxID_ANY);
    field->SetMinSize(FromDIP(wxSize(kFieldWidth, kFieldHeight)));
    Line& made = line(id, title, field, reads, required);
    field->Bind(wxEVT_TEXT, [this, &made](wxCommandEvent& event) {
        event.Skip();
        edited(made);
    });
    return field;
}

wxTextCtrl* Form::text(const std::string& id, const std::string& title, bool required) {
    return entry(id, title, Reads::text, required);
}

wxTextCtrl* Form::multiline(const std::string& id, const std::string& title, int lines) {
    auto* const field = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
    field->SetMinSize(FromDIP(wxSize(kFieldWidth, lines * kLineHeight + space::m)));
    platform::setTextMargins(field, space::s, 6);
    Line& made = line(id, title, field, Reads::text, false);
    field->Bind(wxEVT_TEXT, [this, &made](wxCommandEvent& event) {
        event.Skip();
        edited(made);
    });
    return field;
}

wxTextCtrl* Form::number(const std::string& id, const std::string& title, bool required) {
    return entry(id, title, Reads::number, required);
}

wxTextCtrl* Form::hundredths(const std::string& id, const std::string& title) {
    return entry(id, title, Reads::hundredths, false);
}

wxTextCtrl* Form::date(const std::string& id, const std::string& title, bool required) {
    auto* const field = entry(id, title, Reads::date, required);
    field->SetHint(wx(tr("如 2021-05-03")));
    // The day as it was understood, for the person to see.
    field->Bind(wxEVT_KILL_FOCUS, [this, id, field](wxFocusEvent& event) {
        event.Skip();
        if (const auto read = day(id); read && field->GetValue() != wx(read->iso())) field->ChangeValue(wx(read->iso()));
    });
    return field;
}

wxChoice* Form::choice(const std::string& id, const std::string& title,
                       const std::vector<std::pair<std::string, std::string>>& choices) {
    auto* const field = new wxChoice(this, wxID_ANY);
    field->SetMinSize(FromDIP(wxSize(kFieldWidth, kFieldHeight)));
    Line& made = line(id, title, field, Reads::choice, false);
    for (const auto& [value, shown] : choices) {
        made.values.push_back(value);
        field->Append(wx(shown));
    }
    field->Bind(wxEVT_CHOICE, [this, &made](wxCommandEvent& event) {
        event.Skip();
        edited(made);
    });
    return field;
}

wxCheckBox* Form::check(const std::string& id, const std::string& title) {
    auto* const field = new wxCheckBox(this, wxID_ANY, wxControl::EscapeMnemonics(wx(title)));
    Line& made = line(id, title, field, Reads::flag, false);
    field->Bind(wxEVT_CHECKBOX, [this, &made](wxCommandEvent& event) {
        event.Skip();
        edited(made);
    });
    return field;
}

wxComboBox* Form::suggest(const std::string& id, const std::string& title,
                          std::function<std::vector<std::string>(const std::string&)> suggestions, bool required) {
    auto* const field = new wxComboBox(this, wxID_ANY);
    field->SetMinSize(FromDIP(wxSize(kFieldWidth, kFieldHeight)));
    Line& made = line(id, title, field, Reads::text, required);
    const auto offer = [this, field, suggestions = std::move(suggestions)] {
        guarded(this, [&] { platform::setSuggestions(field, ask(suggestions, utf8(field->GetValue()))); });
    };
    field->Bind(wxEVT_TEXT, [this, &made, offer](wxCommandEvent& event) {
        event.Skip();
        offer();
        edited(made);
    });
    field->Bind(wxEVT_COMBOBOX, [this, &made](wxCommandEvent& event) {
        event.Skip();
        edited(made);
    });
    // Once the page is made: an empty list would look like a field out of use.
    field->CallAfter(offer);
    return field;
}

void Form::custom(const std::string& title, wxWindow* field) {
    line(utf8(field->GetName()), title, field, Reads::other, false);
}

void Form::edited(Line& line) {
    show(line, {});
    if (changed) guarded(this, changed);
}

} // namespace yanxun::ui
