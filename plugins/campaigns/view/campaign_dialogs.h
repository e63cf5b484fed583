#pragma once
#include "core/plan_service.h"
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace campaigns {

/// What the bureau says of a key date in one year.
class KeyDateDialog final : public yanxun::ui::FormDialog {
public:
    KeyDateDialog(wxWindow* parent, const ViewContext& context, const KeyDate& date);

private:
    void save() override;
    const ViewContext& context_;
    KeyDate date_;
};

/// One campaign, new or as it stands.
class CampaignDialog final : public yanxun::ui::FormDialog {
public:
    CampaignDialog(wxWindow* parent, const ViewContext& context, const Campaign& campaign);

private:
    void save() override;
    const ViewContext& context_;
    Campaign campaign_;
};

/// One entry of the dictionary, new or as it stands.
class TermDialog final : public yanxun::ui::FormDialog {
public:
    TermDialog(wxWindow* parent, const ViewContext& context, const Term& term);

private:
    void save() override;
    const ViewContext& context_;
    Term term_;
};

} // namespace campaigns
