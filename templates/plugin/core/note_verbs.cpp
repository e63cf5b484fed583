#include "core/note_verbs.h"

#include <yanxun/text.h>

namespace notes {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::Writer;

namespace {

constexpr std::int64_t shownLimit = 1000;

Verb add(NoteService& service) {
    Verb verb{"notes.add", tr("记一笔"), {{"title", tr("事由"), true, true}, {"day", tr("日期，默认今天")}, {"body", tr("内容")}}};
    verb.run = [&service](VerbCall& call) {
        const Note note{0, 0, call.has("day") ? call.date("day") : call.clock->today(), call.text("title"), call.text("body")};
        std::int64_t id = 0;
        call.database->write([&](Writer& writer) { id = service.add(writer, note); });
        call.output->field("id", tr("编号"), id, CellKind::integer);
        call.output->say(tr("已记下。"));
        return 0;
    };
    return verb;
}

Verb edit(NoteService& service) {
    Verb verb{"notes.edit", tr("修改一条记事"), {{"id", tr("编号"), true, true}, {"title", tr("事由")}, {"day", tr("日期")}, {"body", tr("内容")}}};
    verb.run = [&service](VerbCall& call) {
        call.database->write([&](Writer& writer) {
            Note note = service.get(writer, call.integer("id"));
            if (call.has("title")) note.title = call.text("title");
            if (call.has("day")) note.day = call.date("day");
            if (call.has("body")) note.body = call.text("body");
            service.edit(writer, note);
        });
        call.output->say(tr("已修改。"));
        return 0;
    };
    return verb;
}

Verb remove(NoteService& service) {
    Verb verb{"notes.remove", tr("删除一条记事"), {{"id", tr("编号"), true, true}}};
    verb.run = [&service](VerbCall& call) {
        call.database->write([&](Writer& writer) { service.remove(writer, call.integer("id")); });
        call.output->say(tr("已删除。"));
        return 0;
    };
    return verb;
}

Verb list() {
    Verb verb{"notes.list", tr("列出记事，新的在前"), {{"find", tr("只列含有这些词的")}}};
    verb.run = [](VerbCall& call) {
        call.database->read([&](yanxun::Reader& reader) {
            std::int64_t total = 0;
            const auto ids = note_store::list(reader, call.text("find"), shownLimit, total);
            yanxun::RowSource rows;
            rows.columns = {{"id", tr("编号"), CellKind::integer}, {"day", tr("日期"), CellKind::date}, {"title", tr("事由")}, {"body", tr("内容")}};
            rows.each = [&](const yanxun::RowSink& sink) {
                for (const Note& note : note_store::get(reader, ids)) {
                    const std::vector<yanxun::Value> cells{note.id, note.day.ymd(), note.title, note.body};
                    sink(cells);
                }
            };
            call.output->table("notes", rows);
            call.output->say(tr("共 {} 条。", static_cast<long long>(total)));
        });
        return 0;
    };
    return verb;
}

} // namespace

void addVerbs(yanxun::Contributions& contributions, NoteService& service) {
    contributions.add(add(service));
    contributions.add(edit(service));
    contributions.add(remove(service));
    contributions.add(list());
}

} // namespace notes
