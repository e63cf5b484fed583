#include "core/demo/demo_rooms.h"

#include <yanxun/text.h>

#include <array>

namespace drills::demo {

using yanxun::Date;

Held spread(const Held& held, std::size_t count) {
    if (count >= held.size()) return held;
    Held some;
    for (std::size_t i = 0; i < count; ++i) some.push_back(held[i * held.size() / count]);
    return some;
}

Held ofHazard(const Held& held, const std::string& hazard) {
    Held some;
    for (const DemoDrill* one : held) {
        if (one->drill.hazard == hazard) some.push_back(one);
    }
    return some;
}

Held scripted(const Held& held, const yanxun::DemoRequest& request) {
    return spread(ofHazard(held, "火灾"), std::size_t(request.scale) * 3);
}

std::string officer(std::size_t turn) {
    static constexpr std::array names{"王小培", "安小核", "方小训", "严小查", "管小复"};
    return names[turn % names.size()];
}

std::string unitPerson(std::size_t turn) {
    static constexpr std::array names{"田小防", "石小安", "林小消", "江小汛", "雷小预", "周小值", "何小守"};
    return names[turn % names.size()];
}

yanxun::Millis moment(Date day, int minutes) { return yanxun::startOf(day) + minutes * yanxun::Millis{60'000}; }

Date later(Date day, int days) { return Date::fromDays(day.days() + days); }

std::int64_t insertRows(yanxun::Writer& writer, const std::string& table, std::vector<yanxun::Fields> rows) {
    if (rows.empty()) return 0;
    const std::int64_t first = writer.reserveIds(table, std::int64_t(rows.size()));
    std::vector<yanxun::BulkColumn> columns{{"id", yanxun::ColumnType::integer}};
    for (const yanxun::Field& field : rows.front()) {
        columns.push_back({field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    std::size_t next = 0;
    writer.insertMany(table, columns, [&](yanxun::BulkRow& row) {
        if (next == rows.size()) return false;
        row.set(0, first + std::int64_t(next));
        std::size_t column = 1;
        for (const yanxun::Field& field : rows[next]) row.set(column++, field.value);
        ++next;
        return true;
    });
    return first;
}

} // namespace drills::demo
