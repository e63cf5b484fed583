#pragma once
#include "core/term.h"

#include <yanxun/data/database.h>

namespace campaigns::term_store {

Terms all(yanxun::Reader& reader);
/// Throws NotFound.
Term get(yanxun::Reader& reader, std::int64_t id);
/// Behind the others of its kind. Throws Error for a blank name, Conflict when the word is taken. Returns the id.
std::int64_t add(yanxun::Writer& writer, const Term& term);
/// All but kind and code. Throws like add, and Conflict when it was changed since. Returns the new revision.
std::int64_t update(yanxun::Writer& writer, const Term& term);
/// Throws Error when records use it: switch it off instead.
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

} // namespace campaigns::term_store
