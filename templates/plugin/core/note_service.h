#pragma once
#include "core/note_store.h"

namespace notes {

/// What a person can do with notes. Each takes the caller's Writer, so that several deeds can be one write.
class NoteService {
public:
    /// Returns the new note's id. Throws Error with a sentence when something is wrong with it.
    std::int64_t add(yanxun::Writer& writer, const Note& note);
    /// Throws Conflict when somebody else changed it since it was read.
    void edit(yanxun::Writer& writer, const Note& note);
    /// Throws NotFound.
    void remove(yanxun::Writer& writer, std::int64_t id);
    /// Throws NotFound.
    Note get(yanxun::Reader& reader, std::int64_t id) const;
};

} // namespace notes
