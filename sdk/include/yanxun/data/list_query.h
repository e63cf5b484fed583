#pragma once
#include <yanxun/data/database.h>
#include <yanxun/date.h>

namespace yanxun {

/// What a list shows of a table, in its order.
struct IdList {
    std::vector<std::int64_t> ids;
    std::int64_t total = 0; ///< also beyond the limit
};

/// Rows of one table that a filter lets through: conditions joined by AND, then their ids in an order.
class YANXUN_EXPORT ListQuery {
public:
    /// `condition` holds for every row of the list («merged_into = 0»).
    explicit ListQuery(std::string table, std::string condition = "1 = 1");

    void where(std::string_view condition, const Values& bound = {});
    /// `column` holds days (yyyymmdd): those of the period, else of the month (yyyymm), else of the year; all without any.
    void days(const std::string& column, const std::optional<Period>& period, int ym, int year);
    /// Rows the search index knows as `kind` that contain every word of `text`; a blank text asks nothing.
    void contains(const Reader& reader, std::string_view kind, std::string_view text);

    /// `order`: columns as SQL writes them.
    SearchCondition statement(const std::string& order, std::int64_t limit) const;
    IdList ids(Reader& reader, const std::string& order, std::int64_t limit) const;
    std::int64_t count(Reader& reader) const;

private:
    std::string table_, condition_;
    Values bound_;
};

/// «column ASC, id ASC»: an order in which no two rows are equal.
YANXUN_EXPORT std::string inOrder(const std::string& column, bool ascending);
/// The first column of a statement's rows.
YANXUN_EXPORT std::vector<std::int64_t> idsOf(Reader& reader, const std::string& sql, const Values& bound);
/// Years that stand in a column of days (yyyymmdd), newest first: one look into its index a year, however many rows.
YANXUN_EXPORT std::vector<int> yearsOf(Reader& reader, const std::string& table, const std::string& column);

} // namespace yanxun
