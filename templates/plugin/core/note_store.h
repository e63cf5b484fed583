#pragma once
#include "core/note.h"

#include <yanxun/data/database.h>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace notes::note_store {

std::optional<Note> get(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; what is gone is left out.
std::vector<Note> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// Ids, newest day first, of the notes that contain every word of `words` ("" = all), at most `limit`; how many there
/// are in all goes to `total`.
std::vector<std::int64_t> list(yanxun::Reader& reader, const std::string& words, std::int64_t limit, std::int64_t& total);
/// Every note of the days, oldest first.
void each(yanxun::Reader& reader, const yanxun::Period& days, const std::function<void(const Note&)>& use);
/// How many notes each month has, as (yyyymm, number).
std::vector<std::pair<std::int64_t, std::int64_t>> byMonth(yanxun::Reader& reader, const yanxun::Period& days);

std::int64_t add(yanxun::Writer& writer, const Note& note);
void update(yanxun::Writer& writer, const Note& note);
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

} // namespace notes::note_store
