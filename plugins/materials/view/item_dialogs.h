#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace materials {

/// Makes an item or edits one: name, unit, minimum, pack.
class ItemDialog final : public yanxun::ui::FormDialog {
public:
    /// `item.id` 0 = a new one.
    ItemDialog(wxWindow* parent, const ViewContext& context, const Item& item);
    std::int64_t id() const { return item_.id; }

private:
    void save() override;
    const ViewContext& context_;
    Item item_;
    std::vector<Pack> packs_;
};

/// What a 宣传包 holds: one component and how many of it.
class KitDialog final : public yanxun::ui::FormDialog {
public:
    KitDialog(wxWindow* parent, const ViewContext& context, const Item& kit);

private:
    void save() override;
    const ViewContext& context_;
    Item kit_;
};

/// Makes a place.
class PlaceDialog final : public yanxun::ui::FormDialog {
public:
    PlaceDialog(wxWindow* parent, const ViewContext& context);

private:
    void save() override;
    const ViewContext& context_;
};

} // namespace materials
