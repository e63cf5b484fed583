#pragma once
#include <yanxun/table/value.h>
#include <yanxun/verb.h>

#include <optional>

namespace yanxun {

// What the verbs of every plugin need: parameters in a word, the values people write in them, rows of a list. The
// readers of values may be called on the thread that runs the verb; they touch nothing but the call.

/// An option with a value: «--name 值».
YANXUN_EXPORT VerbParameter option(const char* id, std::string title, bool required = false);
/// An option without a value.
YANXUN_EXPORT VerbParameter flag(const char* id, std::string title);
/// A value given by its place instead of a name; required.
YANXUN_EXPORT VerbParameter positional(const char* id, std::string title);
/// The number of the record, positional «id»; idOf() reads it.
YANXUN_EXPORT VerbParameter idParameter(std::string title);
/// A verb that needs the database.
YANXUN_EXPORT Verb makeVerb(const char* id, std::string title, std::vector<VerbParameter> parameters,
                            std::function<int(VerbCall&)> run);

/// The record's number, > 0. Throws Error when it is none.
YANXUN_EXPORT std::int64_t idOf(const VerbCall& call);
/// «120», «约300人», «3.4万»; empty when not given. Throws Error when it is no number of things.
YANXUN_EXPORT std::optional<Count> countOf(const VerbCall& call, std::string_view id);
/// «4», «88.5» in 1/100; empty when not given. Throws Error when it is none.
YANXUN_EXPORT std::optional<std::int64_t> hundredthsOf(const VerbCall& call, std::string_view id);
/// A day as VerbCall::date reads it; empty when not given. Throws Error when it is none.
YANXUN_EXPORT std::optional<Date> dayOf(const VerbCall& call, std::string_view id);
/// --year, else the year of the call's clock.
YANXUN_EXPORT int yearOf(const VerbCall& call);

/// Rows pushed one by one from a list of records, which the source keeps; `cells` gives the cells of one record.
template <class Records, class Cells>
RowSource rowsOf(std::vector<Column> columns, Records records, Cells cells) {
    return {std::move(columns), [records = std::move(records), cells](const RowSink& sink) {
                for (const auto& record : records) {
                    const std::vector<Value> row = cells(record);
                    sink(row);
                }
            }};
}

} // namespace yanxun
