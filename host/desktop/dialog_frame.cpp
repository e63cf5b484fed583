#include "desktop/dialog_frame.h"

#include <yanxun/text.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

DialogButtons dialogButtons(wxDialog* dialog, const std::string& deed, const std::string& leave) {
    DialogButtons made;
    made.cancel = button(dialog, leave.empty() ? tr("取消") : leave);
    made.cancel->SetId(wxID_CANCEL);
    made.cancel->SetName("cancel");
    made.ok = button(dialog, deed, {}, true);
    made.ok->SetId(wxID_OK);
    made.ok->SetName("ok");
    made.ok->SetDefault();
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->AddStretchSpacer();
    line->Add(made.cancel, 0, wxRIGHT, dialog->FromDIP(space::s));
    line->Add(made.ok);
    made.sizer = line;
    return made;
}

void layOutDialog(wxDialog* dialog, wxSizer* content, wxSizer* buttons, wxSize leastDip) {
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(content, 1, wxEXPAND | wxBOTTOM, dialog->FromDIP(space::l));
    column->Add(buttons, 0, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, dialog->FromDIP(space::xl));
    padding->SetMinSize(dialog->FromDIP(leastDip));
    dialog->SetSizerAndFit(padding);
    dialog->CentreOnParent();
}

} // namespace yanxun::desktop
