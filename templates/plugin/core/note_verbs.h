#pragma once
#include "core/note_service.h"

#include <yanxun/contributions.h>

namespace notes {

/// notes.add, notes.edit, notes.remove, notes.list. The service outlives the verbs.
void addVerbs(yanxun::Contributions& contributions, NoteService& service);

} // namespace notes
