#pragma once
#include <yanxun/ui/form.h>

#include <wx/dialog.h>

namespace directory {

/// A dialog around one form that edits a copy of a record. OK checks the fields and saves; what the service refuses
/// stands above the form and the dialog stays open.
class RecordDialog : public wxDialog {
public:
    RecordDialog(wxWindow* parent, const std::string& title);

protected:
    yanxun::ui::Form& form() { return *form_; }
    /// After the fields were added: lays out and centres. `deed` stands on the button («保存»).
    void finish(const std::string& deed);
    /// Shows sentences at fields that only a look at the whole record finds; true when there are none.
    virtual bool accept() { return true; }
    /// Writes; throws Error with a sentence.
    virtual void save() = 0;

private:
    void onOk();
    yanxun::ui::Form* form_;
    wxScrolledWindow* area_;
};

} // namespace directory
