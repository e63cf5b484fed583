#pragma once
#include <yanxun/ui/form.h>

#include <wx/choice.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace yanxun::ui {

/// «2021年» for each, newest first, and for `wanted` (0 = none) when it is not among them.
YANXUN_UI_EXPORT Choices yearChoices(std::vector<int> years, int wanted);

/// A choice above a list: values beside what is shown. Owns nothing; its field belongs to `parent`. Main thread.
class YANXUN_UI_EXPORT Pick {
public:
    /// `changed` runs when the person chose, with what goes wrong shown.
    Pick(wxWindow* parent, const std::string& name, const std::string& title, std::function<void()> changed);
    void offer(const Choices& choices, const std::string& chosen);
    /// `all`, then words as people wrote them. `nothing` stands for the empty word, offered only while it is chosen:
    /// no choice is «all», an empty one «those that do not tell».
    void offerWords(const std::string& all, const std::vector<std::string>& words,
                    const std::optional<std::string>& chosen, const std::string& nothing);
    std::string value() const;
    std::int64_t number() const;             ///< of the value; 0 when it is none
    std::optional<std::string> word() const; ///< after offerWords
    void choose(const std::string& value);   ///< the first when it is not offered
    wxChoice* field() { return field_; }

private:
    wxChoice* field_;
    std::vector<std::string> values_;
};

/// A year and perhaps a month of it.
struct YearMonth {
    int year = 0;        ///< 0 = all
    std::int64_t ym = 0; ///< 202105; 0 = the whole year. Given alone it tells the year too
};

/// Search box, choices and a button with what narrows the list beside them («城西街道 ×»; pressed, it goes). Derive, add
/// the choices, call finish(), and keep the filter. Main thread.
class YANXUN_UI_EXPORT FilterBar : public wxPanel {
public:
    ~FilterBar() override;
    /// The person changed something and read() has run; typing tells after a pause.
    std::function<void()> changed;

protected:
    /// Fields are named `prefix`.search, `prefix`.extra and, by add(), `prefix`.`id`.
    FilterBar(wxWindow* parent, std::string prefix, const std::string& hint, const std::string& title);
    Pick* add(const std::string& id, const std::string& title); ///< owned by the bar
    void addMonths();                                           ///< two choices: «year» and «month»
    void finish();
    std::string searched() const;
    void setSearched(const std::string& text); ///< does not tell
    /// After addMonths(): the years there are, newest first, the chosen one among them.
    void offerMonths(std::vector<int> years, YearMonth chosen);
    YearMonth chosenMonth() const;
    /// What narrows and has no choice here; empty hides the button.
    void showExtra(const std::vector<std::string>& parts);
    void tell(); ///< a field of the deriving bar changed

private:
    virtual void read() = 0;      ///< fields → filter
    virtual void dropExtra() = 0; ///< the extra button was pressed

    std::string prefix_;
    wxSearchCtrl* search_;
    wxTimer typing_;
    std::vector<std::unique_ptr<Pick>> picks_;
    Pick *year_ = nullptr, *month_ = nullptr;
    wxButton* extra_ = nullptr;
};

} // namespace yanxun::ui
