#pragma once
#include <yanxun/date.h>
#include <yanxun/ui/theme.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/gbsizer.h>
#include <wx/textctrl.h>

#include <map>
#include <memory>
#include <optional>

namespace yanxun::ui {

using Choices = std::vector<std::pair<std::string, std::string>>; ///< (value, shown)

/// A two-column form: label at the left, field at the right, a sentence in red below a wrong field. Fields are named
/// by id, so that tests and screen readers find them.
class YANXUN_UI_EXPORT Form : public wxPanel {
public:
    explicit Form(wxWindow* parent);

    void heading(const std::string& title);
    wxTextCtrl* text(const std::string& id, const std::string& title, bool required = false);
    wxTextCtrl* multiline(const std::string& id, const std::string& title, int lines = 3);
    wxTextCtrl* number(const std::string& id, const std::string& title, bool required = false); ///< whole, ≥ 0
    wxTextCtrl* hundredths(const std::string& id, const std::string& title); ///< «85.3» ↔ 8530
    wxTextCtrl* date(const std::string& id, const std::string& title, bool required = false);   ///< what parseDate reads
    wxChoice* choice(const std::string& id, const std::string& title,
                     const Choices& choices);
    wxCheckBox* check(const std::string& id, const std::string& title);
    /// Free text with suggestions asked for while typing (main thread; keep it short).
    wxComboBox* suggest(const std::string& id, const std::string& title,
                        std::function<std::vector<std::string>(const std::string&)> suggestions, bool required = false);
    /// Any window of yours, a child of the form, in the right column; its wx name is its id.
    void custom(const std::string& title, wxWindow* field);

    /// The text as a person would write it; a choice by its value (one not offered is added, so that nothing is lost).
    void set(const std::string& id, const std::string& value);
    void setInteger(const std::string& id, std::optional<std::int64_t> value); ///< 8530 shows «85.3» in hundredths
    void setDay(const std::string& id, std::optional<Date> day);
    void setFlag(const std::string& id, bool on);
    std::string get(const std::string& id) const; ///< clean, trimmed; a choice's value
    std::optional<std::int64_t> integer(const std::string& id) const; ///< 8530 for «85.3» in hundredths
    std::optional<Date> day(const std::string& id) const;
    bool flag(const std::string& id) const;
    /// Called after every change by the person.
    std::function<void()> changed;

    /// Adds a rule: returns a sentence when the field is wrong, "" when right.
    void rule(const std::string& id, std::function<std::string()> wrong);
    /// Checks all fields, shows sentences below the wrong ones, puts the focus on the first. True when all are right.
    bool validate();
    /// Shows a sentence below a field, or above the form when the id is unknown.
    void showError(const std::string& id, const std::string& sentence);

private:
    struct Line;
    enum class Reads { text, number, hundredths, date, choice, flag, other };
    Line& line(const std::string& id, const std::string& title, wxWindow* field, Reads reads, bool required);
    wxTextCtrl* entry(const std::string& id, const std::string& title, Reads reads, bool required);
    Line& at(const std::string& id) const;
    std::string wrong(const Line& line) const;
    void show(Line& line, const std::string& sentence);
    void edited(Line& line);
    std::map<std::string, std::shared_ptr<Line>> lines_;
    std::vector<std::string> order_;
    wxGridBagSizer* grid_ = nullptr;
    wxWindow* general_ = nullptr; ///< the sentence above the form
    int row_ = 0;
};

} // namespace yanxun::ui
