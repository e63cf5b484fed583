#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace drills {

/// Registers a drill or edits one.
class DrillDialog final : public yanxun::ui::FormDialog {
public:
    /// `drill.id` 0 = a new one.
    DrillDialog(wxWindow* parent, const ViewContext& context, const Drill& drill);
    /// Of the drill that was saved.
    std::int64_t id() const { return drill_.id; }

private:
    void addFields();
    void addAxes();
    void addDesign();
    void fill();
    void fillDesign();
    void saveDesign(yanxun::Writer& writer, yanxun::Date day, const std::string& why);
    DrillDraft read();
    Axes readAxes();
    void save() override;
    const ViewContext& context_;
    Drill drill_;
    DrillDesign design_;
    bool locked_ = false; ///< facts ask for a reason
};

} // namespace drills
