#include "core/design/verb_parts.h"

namespace drills {

using yanxun::idParameter;
using yanxun::option;
using yanxun::tr;
using yanxun::VerbCall;

yanxun::Verb writing(const char* id, std::string title, std::vector<yanxun::VerbParameter> more, bool why,
                     std::function<void(VerbCall&, yanxun::Writer&)> act) {
    yanxun::Verb verb;
    verb.id = id;
    verb.title = std::move(title);
    verb.parameters = std::move(more);
    verb.parameters.insert(verb.parameters.begin(), idParameter(tr("演练编号")));
    if (why) verb.parameters.push_back(option("why", tr("更正原因（演练结束后才需要）")));
    verb.run = [act = std::move(act)](VerbCall& call) {
        call.database->write([&](yanxun::Writer& writer) { act(call, writer); });
        call.output->field("drill", tr("演练"), idOf(call), yanxun::CellKind::integer);
        call.output->say(tr("已保存。"));
        return 0;
    };
    return verb;
}

yanxun::Verb showing(const char* id, std::string title, std::string table, std::vector<yanxun::Column> columns,
                     std::function<void(yanxun::Reader&, std::int64_t, const yanxun::RowSink&)> rows) {
    yanxun::Verb verb;
    verb.id = id;
    verb.title = std::move(title);
    verb.parameters = {idParameter(tr("演练编号"))};
    verb.run = [table = std::move(table), columns = std::move(columns), rows = std::move(rows)](VerbCall& call) {
        call.database->read([&](yanxun::Reader& reader) {
            yanxun::RowSource source;
            source.columns = columns;
            source.each = [&](const yanxun::RowSink& sink) { rows(reader, idOf(call), sink); };
            call.output->table(table, source);
        });
        return 0;
    };
    return verb;
}

std::optional<std::int64_t> maybeInteger(const VerbCall& call, const char* id) {
    if (!call.has(id)) return std::nullopt;
    return call.integer(id);
}

} // namespace drills
