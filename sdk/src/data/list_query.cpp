#include <yanxun/data/list_query.h>
#include <yanxun/text.h>

namespace yanxun {

ListQuery::ListQuery(std::string table, std::string condition) : table_(std::move(table)), condition_(std::move(condition)) {}

void ListQuery::where(std::string_view condition, const Values& bound) {
    condition_.append(" AND ").append(condition);
    bound_.insert(bound_.end(), bound.begin(), bound.end());
}

void ListQuery::days(const std::string& column, const std::optional<Period>& period, int ym, int year) {
    const auto between = [&](std::int64_t first, std::int64_t last) { where(column + " BETWEEN ? AND ?", {first, last}); };
    if (period) between(period->first.ymd(), period->last.ymd());
    else if (ym != 0) between(ym * 100 + 1, ym * 100 + 31);
    else if (year != 0) between(year * 10000 + 101, year * 10000 + 1231);
}

void ListQuery::contains(const Reader& reader, std::string_view kind, std::string_view text) {
    if (text::key(text).empty()) return;
    const auto found = reader.searchCondition(kind, text);
    where("id IN (" + found.sql + ")", found.values);
}

SearchCondition ListQuery::statement(const std::string& order, std::int64_t limit) const {
    SearchCondition made{"SELECT id FROM " + table_ + " WHERE " + condition_ + " ORDER BY " + order + " LIMIT ?", bound_};
    made.values.push_back(limit);
    return made;
}

IdList ListQuery::ids(Reader& reader, const std::string& order, std::int64_t limit) const {
    const SearchCondition asked = statement(order, limit);
    IdList found{idsOf(reader, asked.sql, asked.values), 0};
    found.total = std::int64_t(found.ids.size()) < limit ? std::int64_t(found.ids.size()) : count(reader);
    return found;
}

std::int64_t ListQuery::count(Reader& reader) const {
    return reader.scalar("SELECT count(*) FROM " + table_ + " WHERE " + condition_, bound_);
}

std::string inOrder(const std::string& column, bool ascending) {
    const char* const way = ascending ? " ASC" : " DESC";
    return column + way + ", id" + way;
}

std::vector<std::int64_t> idsOf(Reader& reader, const std::string& sql, const Values& bound) {
    std::vector<std::int64_t> ids;
    reader.each(sql, bound, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::vector<int> yearsOf(Reader& reader, const std::string& table, const std::string& column) {
    std::vector<int> found;
    const std::string before = "SELECT max(" + column + ") FROM " + table + " WHERE " + column + " < ?";
    for (std::int64_t ymd = 99999999; (ymd = reader.scalar(before, {ymd})) != 0; ymd = ymd / 10000 * 10000) {
        found.push_back(int(ymd / 10000));
    }
    return found;
}

} // namespace yanxun
