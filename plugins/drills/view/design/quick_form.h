#pragma once
#include <yanxun/ui/form.h>

#include <functional>

namespace drills {

/// A dialog of a few fields: `build` makes and fills them, `save` reads and writes them. True when it was saved.
bool askForm(wxWindow* parent, const char* name, const std::string& title,
             const std::function<void(yanxun::ui::Form&)>& build, const std::function<void(yanxun::ui::Form&)>& save);
/// The field for the reason of a correction, where the state asks for one; read it with reasonIn().
void addReason(yanxun::ui::Form& form, bool needed);
std::string reasonIn(yanxun::ui::Form& form, bool needed);

} // namespace drills
