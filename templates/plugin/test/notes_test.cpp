// The service on a real database, without the program: exits with 0 when all is well.
#include "core/note_service.h"
#include "core/schema.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace {

void expect(bool right, const char* sentence) {
    if (right) return;
    std::cerr << "wrong: " << sentence << "\n";
    std::exit(1);
}

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const yanxun::Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

int main() {
    const auto file = std::filesystem::temp_directory_path() / "notes_test.db";
    std::filesystem::remove(file);
    const yanxun::FixedClock clock{1'620'000'000'000};
    {
        const auto database = yanxun::Database::open(file.string(), clock, {.create = true, .who = "测试员", .durable = false});
        database->migrate("notes", notes::migrations());
        notes::NoteService service;
        const auto write = [&](const std::function<void(yanxun::Writer&)>& work) { database->write(work); };

        std::int64_t id = 0, total = 0;
        write([&](auto& writer) { id = service.add(writer, {0, 0, {2021, 5, 12}, "防灾减灾日演练", "疏散用时三分钟"}); });
        expect(!refusal([&] { write([&](auto& writer) { service.add(writer, {0, 0, {2021, 5, 12}, " ", ""}); }); }).empty(),
               "a note without a title is refused");
        notes::Note note;
        database->read([&](auto& reader) {
            note = service.get(reader, id);
            expect(notes::note_store::list(reader, "疏散", 10, total).size() == 1, "a note is found by a word of its text");
            expect(notes::note_store::byMonth(reader, yanxun::Period::year(2021)) ==
                       std::vector<std::pair<std::int64_t, std::int64_t>>{{202105, 1}},
                   "notes are counted by month");
        });
        const notes::Note before = note;
        note.title = "消防演练";
        write([&](auto& writer) { service.edit(writer, note); });
        expect(!refusal([&] { write([&](auto& writer) { service.edit(writer, before); }); }).empty(),
               "what somebody else changed is not written over");
        write([&](auto& writer) { service.remove(writer, id); });
        expect(!refusal([&] { database->read([&](auto& reader) { service.get(reader, id); }); }).empty(), "a removed note is gone");
    }
    std::filesystem::remove(file);
    std::cout << "all is well\n";
}
