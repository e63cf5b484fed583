#include "statement_ear.h"

#include <mutex>

#include <sqlite3.h>

namespace drills::testing {
namespace {

std::mutex guard;
std::vector<std::string>* heard = nullptr;

int hear(unsigned, void*, void* statement, void*) {
    const std::lock_guard lock(guard);
    if (!heard) return 0;
    char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    if (sql && std::string_view(sql).starts_with("SELECT")) heard->emplace_back(sql);
    sqlite3_free(sql);
    return 0;
}

int opened(sqlite3* connection, char**, const void*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, hear, nullptr);
}

} // namespace

void listen() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(opened)); }

std::vector<std::string> heardIn(const std::function<void()>& work) {
    std::vector<std::string> all;
    {
        const std::lock_guard lock(guard);
        heard = &all;
    }
    work();
    const std::lock_guard lock(guard);
    heard = nullptr;
    return all;
}

} // namespace drills::testing
