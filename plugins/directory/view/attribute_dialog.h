#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace directory {

/// Tells a fact about a unit.
class AttributeDialog final : public yanxun::ui::FormDialog {
public:
    AttributeDialog(wxWindow* parent, const ViewContext& context, std::int64_t unit);

private:
    Attribute read();
    bool accept() override;
    void save() override;
    const ViewContext& context_;
    std::int64_t unit_;
};

} // namespace directory
