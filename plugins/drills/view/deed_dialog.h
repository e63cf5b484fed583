#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

#include <functional>

namespace drills {

/// A small form whose deed is given by whoever asks.
class DeedDialog final : public yanxun::ui::FormDialog {
public:
    DeedDialog(wxWindow* parent, const char* name, const std::string& title) : FormDialog(parent, name, title) {}

    /// Once the fields are there: `deed` stands on the button, `act` runs in one write and may refuse with a sentence.
    /// True when it was done.
    bool ask(const ViewContext& context, const std::string& deed, std::function<void(yanxun::Writer&, yanxun::ui::Form&)> act);
    using FormDialog::form;

private:
    void save() override;
    const ViewContext* context_ = nullptr;
    std::function<void(yanxun::Writer&, yanxun::ui::Form&)> act_;
};

} // namespace drills
