#include "bench/recorder.h"

#include "bench/scratch.h"

#include <yanxun/data/database.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace yanxun::bench {
namespace recorder {
namespace {

std::mutex guard;
std::vector<std::string>* listening = nullptr;

bool isQuery(std::string_view sql) {
    constexpr std::array words{"SELECT", "WITH", "INSERT", "UPDATE", "DELETE"};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return sql.starts_with(word); });
}

int hear(unsigned, void*, void* statement, void*) {
    const std::lock_guard lock(guard);
    if (!listening) return 0;
    char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    if (sql && isQuery(sql)) listening->push_back(sql);
    sqlite3_free(sql);
    return 0;
}

int opened(sqlite3* db, char**, const void*) { return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, hear, nullptr); }

} // namespace

void install() {
    {
        // With its first connection the layer sets SQLite up, which then forgets what was added before.
        const Scratch scratch("recorder");
        const FixedClock clock{0};
        Database::open(scratch.file("first.db").string(), clock, {.create = true, .who = "bench"});
    }
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(opened));
}

std::vector<std::string> statementsOf(const std::function<void()>& work) {
    std::vector<std::string> heard;
    {
        const std::lock_guard lock(guard);
        listening = &heard;
    }
    work();
    const std::lock_guard lock(guard);
    listening = nullptr;
    return heard;
}

} // namespace recorder

long replay(RawDatabase& raw, const std::vector<std::string>& statements) {
    raw.rows("BEGIN");
    long rows = 0;
    for (const std::string& sql : statements) rows += raw.rows(sql);
    raw.rows("COMMIT");
    return rows;
}

} // namespace yanxun::bench
