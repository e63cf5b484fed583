#pragma once
#include "core/activity.h"

#include <yanxun/table/value.h>
#include <yanxun/verb.h>

namespace campaigns {

yanxun::VerbParameter option(const char* id, std::string title, bool required = false);
yanxun::VerbParameter flag(const char* id, std::string title);
/// The record's number, the first positional parameter.
yanxun::VerbParameter numberParameter(std::string title);
/// Throws Error when it is none.
std::int64_t numberOf(const yanxun::VerbCall& call);
/// «120», «约300人», «3.4万»; empty when not given. Throws Error when it is no number of things.
std::optional<yanxun::Count> quantityOf(const yanxun::VerbCall& call, std::string_view id);
/// A year from --year, else the clock's.
int yearOf(const yanxun::VerbCall& call);
/// Any day people write; empty when not given. Throws Error when it is none.
std::optional<yanxun::Date> dayOf(const yanxun::VerbCall& call, std::string_view id);
yanxun::Verb makeVerb(const char* id, std::string title, std::vector<yanxun::VerbParameter> parameters,
                      std::function<int(yanxun::VerbCall&)> run);
/// «横幅=5；展板=约3» in the dictionary's words. Throws Error naming what it does not understand.
std::vector<Metric> readMetrics(const Terms& terms, const std::string& written);
std::string metricsText(const Terms& terms, const std::vector<Metric>& metrics);

/// Rows pushed one by one from a list; `cells` gives the cells of one.
template <class Record, class Cells>
yanxun::RowSource tableOf(std::vector<yanxun::Column> columns, std::vector<Record> records, Cells cells) {
    return {std::move(columns), [records = std::move(records), cells](const yanxun::RowSink& sink) {
                for (const Record& record : records) {
                    const std::vector<yanxun::Value> row = cells(record);
                    sink(row);
                }
            }};
}

} // namespace campaigns
