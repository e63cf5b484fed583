#include "core/activity_links.h"

#include <yanxun/text.h>

namespace materials::links {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Writer;

constexpr std::string_view selectLink =
    "SELECT k.id, k.revision, k.document_id, k.written, k.state, k.activity_id, k.activity_name, k.activity_ymd, d.number,"
    " d.unit_name, d.day_ymd, d.total FROM materials_link k JOIN materials_document d ON d.id = k.document_id WHERE ";

std::vector<Link> several(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<Link> found;
    reader.each(std::string(selectLink) + condition, values, [&](const Row& row) {
        Link link;
        link.id = row.integer(0);
        link.revision = row.integer(1);
        link.documentId = row.integer(2);
        link.written = row.str(3);
        link.state = LinkState(row.integer(4));
        link.activityId = row.integer(5);
        link.activityName = row.str(6);
        if (const auto day = row.maybeInteger(7)) link.activityDay = yanxun::Date::fromYmd(*day);
        link.number = row.str(8);
        link.unitName = row.str(9);
        link.day = yanxun::Date::fromYmd(row.integer(10));
        link.total = row.integer(11);
        found.push_back(std::move(link));
    });
    return found;
}

yanxun::Fields fieldsOf(const Link& link) {
    return {{"document_id", link.documentId},
            {"written", link.written},
            {"written_key", yanxun::text::key(link.written)},
            {"state", int(link.state)},
            {"activity_id", link.activityId},
            {"activity_name", link.activityName},
            {"activity_ymd", link.activityDay ? Value(link.activityDay->ymd()) : Value()}};
}

} // namespace

std::optional<Link> of(Reader& reader, std::int64_t document) {
    const auto found = several(reader, "k.document_id = ?", {document});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Link> inState(Reader& reader, LinkState state, std::size_t limit) {
    return several(reader, "k.state = ? AND d.live = 1 ORDER BY k.document_id LIMIT ?", {int(state), std::int64_t(limit)});
}

std::int64_t count(Reader& reader, LinkState state) {
    return reader.scalar("SELECT count(*) FROM materials_link k JOIN materials_document d ON d.id = k.document_id"
                         " WHERE k.state = ? AND d.live = 1",
                         {int(state)});
}

std::vector<Link> written(Reader& reader, const std::string& name) {
    return several(reader, "k.written_key = ? AND d.live = 1 ORDER BY k.document_id", {yanxun::text::key(name)});
}

std::vector<Link> toActivity(Reader& reader, std::int64_t activity) {
    return several(reader, "k.activity_id = ? ORDER BY k.document_id", {activity});
}

std::int64_t add(Writer& writer, const Link& link) { return writer.insert("materials_link", fieldsOf(link)); }

void addMany(Writer& writer, const std::vector<Link>& all) {
    std::vector<yanxun::BulkColumn> columns;
    for (const auto& field : fieldsOf({})) {
        columns.push_back({field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    std::size_t next = 0;
    writer.insertMany("materials_link", columns, [&](yanxun::BulkRow& row) {
        if (next == all.size()) return false;
        std::size_t column = 0;
        for (const auto& field : fieldsOf(all[next])) row.set(column++, field.value);
        ++next;
        return true;
    });
}

void update(Writer& writer, const Link& link) { writer.update("materials_link", link.id, link.revision, fieldsOf(link)); }
void remove(Writer& writer, const Link& link) { writer.remove("materials_link", link.id, link.revision); }

std::int64_t issued(Reader& reader, std::int64_t activity) {
    return reader.scalar("SELECT CAST(coalesce(sum(-m.physical_change * m.quantity), 0) AS bigint) FROM materials_link k"
                         " JOIN materials_document d ON d.id = k.document_id AND d.live = 1"
                         " JOIN materials_move m ON m.document_id = d.id AND m.kind IN (?, ?)"
                         " WHERE k.activity_id = ? AND k.state = ?",
                         {int(DocumentType::issue), int(DocumentType::giveBack), activity, int(LinkState::linked)});
}

void lines(Reader& reader, std::int64_t activity, const std::function<void(const campaigns::IssuedLine&)>& use) {
    reader.each("SELECT d.day_ymd, d.number, i.name, CAST(sum(-m.physical_change * m.quantity) AS bigint), i.base_unit,"
                " d.unit_name, d.id FROM materials_link k JOIN materials_document d ON d.id = k.document_id AND d.live = 1"
                " JOIN materials_move m ON m.document_id = d.id AND m.kind IN (?, ?) AND m.physical_change <> 0"
                " JOIN materials_item i ON i.id = m.item_id WHERE k.activity_id = ? AND k.state = ?"
                " GROUP BY d.day_ymd, d.number, d.unit_name, d.id, m.place, i.name, i.base_unit"
                " ORDER BY d.day_ymd, d.number, m.place",
                {int(DocumentType::issue), int(DocumentType::giveBack), activity, int(LinkState::linked)},
                [&](const Row& row) {
                    campaigns::IssuedLine line;
                    line.date = yanxun::Date::fromYmd(row.integer(0));
                    line.document = row.str(1);
                    line.item = row.str(2);
                    line.quantity = row.integer(3);
                    line.unit = row.str(4);
                    line.receiver = row.str(5);
                    line.argument = "id=" + std::to_string(row.integer(6));
                    use(line);
                });
}

} // namespace materials::links
