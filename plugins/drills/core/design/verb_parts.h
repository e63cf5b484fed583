#pragma once
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

#include <initializer_list>

namespace drills {

/// A verb that writes something of one drill: first parameter «id». With `why`, it takes the reason of a correction.
yanxun::Verb writing(const char* id, std::string title, std::vector<yanxun::VerbParameter> more, bool why,
                     std::function<void(yanxun::VerbCall&, yanxun::Writer&)> act);
/// A verb that shows rows of one drill.
yanxun::Verb showing(const char* id, std::string title, std::string table, std::vector<yanxun::Column> columns,
                     std::function<void(yanxun::Reader&, std::int64_t drill, const yanxun::RowSink&)> rows);
/// A row of cells into a sink.
inline void cells(const yanxun::RowSink& sink, std::initializer_list<yanxun::Value> values) {
    const std::vector<yanxun::Value> row(values);
    sink(row);
}
std::optional<std::int64_t> maybeInteger(const yanxun::VerbCall& call, const char* id);

} // namespace drills
