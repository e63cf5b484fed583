#include "data/change_log.h"
#include "data/session.h"

namespace yanxun {

Reader::Reader(Session& session) : session_(session) {}
Reader::~Reader() = default;

void Reader::each(std::string_view sql, const Values& values, const std::function<void(const Row&)>& use) {
    session_.stream(sql, values, use);
}

bool Reader::one(std::string_view sql, const Values& values, const std::function<void(const Row&)>& use) {
    bool found = false;
    session_.query(sql, values, [&](const Row& row) {
        found = true;
        use(row);
        return false;
    });
    return found;
}

std::int64_t Reader::scalar(std::string_view sql, const Values& values) {
    std::int64_t value = 0;
    one(sql, values, [&](const Row& row) { value = row.integer(0); });
    return value;
}

std::string Reader::scalarText(std::string_view sql, const Values& values) {
    std::string value;
    one(sql, values, [&](const Row& row) { value = row.str(0); });
    return value;
}

Engine Reader::engine() const { return session_.engine; }

std::int64_t Reader::changeNumber() {
    const std::int64_t committed = scalar("SELECT last_seq FROM change_link ORDER BY number DESC LIMIT 1");
    return committed + (session_.log ? session_.log->pending() : 0);
}

} // namespace yanxun
