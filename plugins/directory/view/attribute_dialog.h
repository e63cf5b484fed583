#pragma once
#include "view/record_dialog.h"
#include "view/view_context.h"

namespace directory {

/// Tells a fact about a unit.
class AttributeDialog final : public RecordDialog {
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
