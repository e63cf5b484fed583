#pragma once
#include <yanxun/ui/form.h>

#include <wx/dialog.h>

class wxScrolledWindow;

namespace yanxun::ui {

/// A dialog around one form that edits a copy of a record. Saving checks the fields; what the service refuses stands
/// above the form and the dialog stays open. Buttons: «ok», wxID_CANCEL.
class YANXUN_UI_EXPORT FormDialog : public wxDialog {
public:
    FormDialog(wxWindow* parent, const std::string& name, const std::string& title);
    ~FormDialog() override;

protected:
    Form& form() { return *form_; }
    /// Once the fields are there: lays out, sizes to the screen and centres. `deed` stands on the button; empty: «保存».
    void finish(const std::string& deed = {});
    /// Shows sentences at fields that only a look at the whole record finds; true when there are none.
    virtual bool accept();
    /// Writes; throws Error with a sentence.
    virtual void save() = 0;

private:
    void onSave();
    wxScrolledWindow* area_;
    Form* form_;
};

} // namespace yanxun::ui
