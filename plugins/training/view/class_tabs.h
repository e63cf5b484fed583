#pragma once
#include "view/view_context.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/grid.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

namespace training {

/// Tells the page that something of the class changed.
using Changed = std::function<void()>;

/// 课次: list, register, edit, remove.
class SessionsTab final : public wxPanel {
public:
    SessionsTab(wxWindow* parent, const ViewContext& context, Changed changed);
    void show(const TrainingClass& one);

private:
    void edit();
    void remove();
    void enable();
    const Session* selected() const;
    const ViewContext& context_;
    Changed changed_;
    TrainingClass class_;
    std::vector<Session> sessions_;
    wxDataViewListCtrl* list_;
    wxWindow* nothing_;
    wxButton *add_, *edit_, *remove_;
};

/// 名册: a line to type name after name (Enter puts one on the roster and is ready for the next), and the list.
class RosterTab final : public wxPanel {
public:
    RosterTab(wxWindow* parent, const ViewContext& context, Changed changed);
    void show(const TrainingClass& one);

private:
    wxSizer* entryLine();
    void enrol();
    void identify();
    void withdraw();
    void credit();
    void reload();
    void enable();
    const Learner* selected() const;
    const ViewContext& context_;
    Changed changed_;
    TrainingClass class_;
    std::vector<Learner> learners_;
    wxTextCtrl *name_ = nullptr, *unit_ = nullptr;
    wxChoice* category_ = nullptr;
    wxCheckBox* register_ = nullptr;
    wxStaticText* said_ = nullptr; ///< what the last entry did
    wxDataViewListCtrl* list_;
    wxWindow* nothing_;
    wxButton *add_ = nullptr, *identify_, *withdraw_, *credit_;
};

/// 考勤 of one session as a table to be filled.
class AttendanceTab final : public wxPanel {
public:
    AttendanceTab(wxWindow* parent, const ViewContext& context, Changed changed);
    void show(const TrainingClass& one);
    /// Takes what is being typed.
    void finish() { grid_->DisableCellEditControl(); }

private:
    enum Column { name, unit, presence, in, out, minutes, method, columnCount };
    void fill();
    void showRow(int row, const std::vector<Attendance>& taken);
    void onChanged(wxGridEvent& event);
    void write(int row, int column);
    void allPresent();
    const Session* session() const;
    const ViewContext& context_;
    Changed changed_;
    TrainingClass class_;
    std::vector<Session> sessions_;
    std::vector<Learner> learners_;
    wxChoice* sessionField_;
    wxButton* all_;
    wxGrid* grid_;
    wxWindow* nothing_;
};

/// 考核: one column for each sort of exam; a number or 合格 / 不合格 is a new attempt.
class ExamTab final : public wxPanel {
public:
    ExamTab(wxWindow* parent, const ViewContext& context, Changed changed);
    void show(const TrainingClass& one);
    /// Takes what is being typed.
    void finish() { grid_->DisableCellEditControl(); }

private:
    void fill();
    void showRow(int row, const std::vector<ExamResult>& results);
    void onChanged(wxGridEvent& event);
    const ViewContext& context_;
    Changed changed_;
    TrainingClass class_;
    std::vector<Learner> learners_;
    wxTextCtrl* passMark_;
    wxStaticText* sum_;
    wxGrid* grid_;
    wxWindow* nothing_;
};

/// A grid in the colours of the theme whose editor opens when a cell is reached, so that Chinese input keeps every
/// character.
wxGrid* editGrid(wxWindow* parent, const char* name, const std::vector<std::pair<std::string, int>>& columns);

/// Adds or drops rows at the end; the cursor stays where it is.
void setRowCount(wxGrid* grid, std::size_t rows);

} // namespace training
