#pragma once
#include <yanxun/ui/form.h>

#include <wx/dialog.h>

class wxScrolledWindow;

namespace campaigns {

/// A dialog around one form that edits a copy of a record. Saving checks the fields; what the service refuses stands
/// above the form and the dialog stays open.
class EditDialog : public wxDialog {
public:
    EditDialog(wxWindow* parent, const std::string& title);

protected:
    yanxun::ui::Form& form() { return *form_; }
    /// Once the fields are there: lays out, sizes to the screen and centres. `deed` stands on the button.
    void finish(const std::string& deed);
    /// Writes; throws Error with a sentence.
    virtual void save() = 0;

private:
    void onSave();
    wxScrolledWindow* area_;
    yanxun::ui::Form* form_;
};

} // namespace campaigns
