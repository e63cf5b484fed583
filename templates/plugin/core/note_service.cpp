#include "core/note_service.h"

#include <yanxun/text.h>

namespace notes {

using yanxun::tr;

namespace {

constexpr const char* searchKind = "notes.note";

void check(const Note& note) {
    if (const std::string wrong = whatIsWrong(note); !wrong.empty()) throw yanxun::Error(wrong);
}

void index(yanxun::Writer& writer, const Note& note, std::int64_t id) {
    writer.index({searchKind, id, note.title, note.title + "\n" + note.body, note.day.ymd()});
}

} // namespace

std::int64_t NoteService::add(yanxun::Writer& writer, const Note& note) {
    check(note);
    const std::int64_t id = note_store::add(writer, note);
    index(writer, note, id);
    return id;
}

void NoteService::edit(yanxun::Writer& writer, const Note& note) {
    check(note);
    note_store::update(writer, note);
    index(writer, note, note.id);
}

void NoteService::remove(yanxun::Writer& writer, std::int64_t id) {
    note_store::remove(writer, id, get(writer, id).revision);
    writer.unindex(searchKind, id);
}

Note NoteService::get(yanxun::Reader& reader, std::int64_t id) const {
    const auto note = note_store::get(reader, id);
    if (!note) throw yanxun::NotFound(tr("没有编号为 {} 的记事，可能已被删除。请刷新后再试。", static_cast<long long>(id)));
    return *note;
}

} // namespace notes
