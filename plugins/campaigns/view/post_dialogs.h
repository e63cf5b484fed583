#pragma once
#include "core/post_service.h"
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace campaigns {

/// One post, new or as it stands.
class PostDialog final : public yanxun::ui::FormDialog {
public:
    PostDialog(wxWindow* parent, const ViewContext& context, const Post& post);
    std::int64_t id() const { return post_.id; }

private:
    void save() override;
    const ViewContext& context_;
    Post post_;
    Terms terms_;
};

/// What a post had reached in all by the end of a day.
class CountDialog final : public yanxun::ui::FormDialog {
public:
    CountDialog(wxWindow* parent, const ViewContext& context, const Post& post);

private:
    void save() override;
    const ViewContext& context_;
    Post post_;
};

} // namespace campaigns
