#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace training {

/// Registers a class or edits one.
class ClassDialog final : public yanxun::ui::FormDialog {
public:
    /// `one.id` 0 = a new one.
    ClassDialog(wxWindow* parent, const ViewContext& context, const TrainingClass& one);
    /// Of the class that was saved.
    std::int64_t id() const { return class_.id; }

private:
    void addFields();
    void addNumbers();
    void fill();
    ClassDraft read();
    void save() override;

    const ViewContext& context_;
    TrainingClass class_;
    std::vector<Programme> programmes_;
};

/// The next state and, where it is needed, the reason.
class StepDialog final : public yanxun::ui::FormDialog {
public:
    StepDialog(wxWindow* parent, const ViewContext& context, const TrainingClass& one);

private:
    void save() override;
    const ViewContext& context_;
    TrainingClass class_;
};

/// Registers or edits one session of a class.
class SessionDialog final : public yanxun::ui::FormDialog {
public:
    /// `session.id` 0 = a new one of the class.
    SessionDialog(wxWindow* parent, const ViewContext& context, const Session& session);

private:
    void save() override;
    const ViewContext& context_;
    Session session_;
};

/// Registers or edits a programme.
class ProgrammeDialog final : public yanxun::ui::FormDialog {
public:
    ProgrammeDialog(wxWindow* parent, const ViewContext& context, const Programme& programme);

private:
    void save() override;
    const ViewContext& context_;
    Programme programme_;
};

} // namespace training
