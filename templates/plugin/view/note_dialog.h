#pragma once
#include "core/note_service.h"

#include <yanxun/ui/form.h>

#include <wx/dialog.h>

namespace notes {

/// Edits one copy of a note; saves it by the service and says in a sentence what it refuses.
class NoteDialog final : public wxDialog {
public:
    /// `note.id` 0 = a new one.
    NoteDialog(wxWindow* parent, yanxun::Database& database, NoteService& service, Note note);

private:
    void save();
    yanxun::Database& database_;
    NoteService& service_;
    Note note_;
    yanxun::ui::Form* form_;
};

} // namespace notes
