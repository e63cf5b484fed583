#include "core/note_store.h"

#include <unordered_map>

namespace notes::note_store {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;
using yanxun::Writer;

namespace {

const std::string columns = "SELECT id, revision, day_ymd, title, body FROM notes_note ";

Note read(const Row& row) {
    return {row.integer(0), row.integer(1), yanxun::Date::fromYmd(row.integer(2)), row.str(3), row.str(4)};
}

yanxun::Fields fields(const Note& note) {
    return {{"day_ymd", note.day.ymd()}, {"title", note.title}, {"body", note.body}};
}

} // namespace

std::optional<Note> get(Reader& reader, std::int64_t id) {
    std::optional<Note> note;
    reader.one(columns + "WHERE id = ?", {id}, [&](const Row& row) { note = read(row); });
    return note;
}

std::vector<Note> get(Reader& reader, std::span<const std::int64_t> ids) {
    if (ids.empty()) return {};
    std::string places = "?";
    for (std::size_t i = 1; i < ids.size(); ++i) places += ", ?";
    std::unordered_map<std::int64_t, Note> found;
    reader.each(columns + "WHERE id IN (" + places + ")", Values(ids.begin(), ids.end()),
                [&](const Row& row) { found.emplace(row.integer(0), read(row)); });
    std::vector<Note> notes;
    for (const std::int64_t id : ids) {
        if (const auto note = found.find(id); note != found.end()) notes.push_back(note->second);
    }
    return notes;
}

std::vector<std::int64_t> list(Reader& reader, const std::string& words, std::int64_t limit, std::int64_t& total) {
    const auto hit = reader.searchCondition("notes.note", words);
    const std::string where = "FROM notes_note WHERE id IN (" + hit.sql + ")";
    total = reader.scalar("SELECT count(*) " + where, hit.values);
    Values values = hit.values;
    values.push_back(limit);
    std::vector<std::int64_t> ids;
    reader.each("SELECT id " + where + " ORDER BY day_ymd DESC, id DESC LIMIT ?", values,
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void each(Reader& reader, const yanxun::Period& days, const std::function<void(const Note&)>& use) {
    reader.each(columns + "WHERE day_ymd BETWEEN ? AND ? ORDER BY day_ymd, id", {days.first.ymd(), days.last.ymd()},
                [&](const Row& row) { use(read(row)); });
}

std::vector<std::pair<std::int64_t, std::int64_t>> byMonth(Reader& reader, const yanxun::Period& days) {
    std::vector<std::pair<std::int64_t, std::int64_t>> months;
    reader.each("SELECT day_ymd / 100, count(*) FROM notes_note WHERE day_ymd BETWEEN ? AND ? "
                "GROUP BY day_ymd / 100 ORDER BY 1",
                {days.first.ymd(), days.last.ymd()},
                [&](const Row& row) { months.emplace_back(row.integer(0), row.integer(1)); });
    return months;
}

std::int64_t add(Writer& writer, const Note& note) { return writer.insert("notes_note", fields(note)); }

void update(Writer& writer, const Note& note) { writer.update("notes_note", note.id, note.revision, fields(note)); }

void remove(Writer& writer, std::int64_t id, std::int64_t revision) { writer.remove("notes_note", id, revision); }

} // namespace notes::note_store
