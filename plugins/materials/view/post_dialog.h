#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace materials {

/// One slip with one item: 入库, 退回, 调拨, 领用, 报损, 期初. What the service refuses stands below its field.
class PostDialog final : public yanxun::ui::FormDialog {
public:
    PostDialog(wxWindow* parent, const ViewContext& context, DocumentType type, const std::string& item);
    std::int64_t id() const { return id_; }

private:
    void addFields(const std::string& item);
    Draft read();
    void save() override;
    const ViewContext& context_;
    DocumentType type_;
    std::int64_t id_ = 0;
};

} // namespace materials
