#include "view/design/quick_form.h"

#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::ui::Form;

class QuickForm final : public yanxun::ui::FormDialog {
public:
    QuickForm(wxWindow* parent, const char* name, const std::string& title, const std::function<void(Form&)>& build,
              const std::function<void(Form&)>& save)
        : FormDialog(parent, name, title), save_(save) {
        build(form());
        finish();
    }

private:
    void save() override { save_(form()); }
    const std::function<void(Form&)>& save_;
};

} // namespace

bool askForm(wxWindow* parent, const char* name, const std::string& title, const std::function<void(Form&)>& build,
             const std::function<void(Form&)>& save) {
    QuickForm dialog(parent, name, title, build, save);
    return dialog.ShowModal() == wxID_OK;
}

void addReason(Form& form, bool needed) {
    if (needed) form.multiline("why", tr("更正原因"), 2);
}

std::string reasonIn(Form& form, bool needed) { return needed ? form.get("why") : std::string(); }

} // namespace drills
