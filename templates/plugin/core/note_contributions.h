#pragma once
#include <yanxun/contributions.h>

namespace notes {

/// Figure notes.written, export notes.records, search kind notes.note.
void addContributions(yanxun::Contributions& contributions);

} // namespace notes
