#include "view/deed_dialog.h"

namespace drills {

bool DeedDialog::ask(const ViewContext& context, const std::string& deed, std::function<void(yanxun::Writer&, yanxun::ui::Form&)> act) {
    context_ = &context;
    act_ = std::move(act);
    finish(deed);
    return ShowModal() == wxID_OK;
}

void DeedDialog::save() {
    context_->database.write([this](yanxun::Writer& writer) { act_(writer, form()); });
}

} // namespace drills
