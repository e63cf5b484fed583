#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace directory {

/// Adds a person, or edits a copy of one.
class PersonDialog final : public yanxun::ui::FormDialog {
public:
    PersonDialog(wxWindow* parent, const ViewContext& context, const Person& person);

private:
    void save() override;
    const ViewContext& context_;
    Person person_;
};

/// Adds a team, or edits a copy of one.
class TeamDialog final : public yanxun::ui::FormDialog {
public:
    TeamDialog(wxWindow* parent, const ViewContext& context, const Team& team);

private:
    void save() override;
    const ViewContext& context_;
    Team team_;
};

} // namespace directory
