#include "core/record_verbs.h"

#include <directory/units.h>
#include <yanxun/text.h>

namespace participation {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

namespace {

Subject subjectOf(const VerbCall& call) {
    const std::string written = call.text("subject");
    const auto colon = written.rfind(':');
    std::int64_t id = 0;
    if (colon != std::string::npos) id = std::strtoll(written.c_str() + colon + 1, nullptr, 10);
    if (id <= 0) throw yanxun::Error(tr("请按“类别:编号”填写参与对象，例如 drills.drill:12。"));
    return {written.substr(0, colon), id};
}

yanxun::RowSource source(const RecordService& records, Reader& reader, std::vector<std::int64_t> ids) {
    yanxun::RowSource rows;
    rows.columns = {{"id", tr("编号"), CellKind::integer},
                    {"subject_kind", tr("类别")},
                    {"subject_id", tr("对象编号"), CellKind::integer},
                    {"subject", tr("参与对象"), CellKind::text, 30},
                    {"unit", tr("单位"), CellKind::text, 24},
                    {"audience", tr("人员类别")},
                    {"counted", tr("清点人数"), CellKind::integer},
                    {"estimated", tr("约数")},
                    {"named", tr("名单人数"), CellKind::integer},
                    {"reported", tr("上报人数"), CellKind::integer},
                    {"difference", tr("核对")}};
    rows.each = [&records, &reader, ids = std::move(ids)](const yanxun::RowSink& sink) {
        constexpr std::size_t page = 200;
        for (std::size_t first = 0; first < ids.size(); first += page) {
            const auto count = std::min(page, ids.size() - first);
            for (const Record& record : record_store::get(reader, std::span(ids).subspan(first, count))) {
                const Entry& entry = record.entry;
                const std::vector<Value> cells{entry.id,
                                               record.subject.kind,
                                               record.subject.id,
                                               records.kinds().describe(reader, record.subject),
                                               entry.unitName,
                                               entry.audience,
                                               entry.counted,
                                               entry.estimated ? tr("是") : std::string(),
                                               entry.named,
                                               entry.reported(),
                                               differenceTitle(record.difference)};
                sink(cells);
            }
        }
    };
    return rows;
}

int list(const RecordService& records, VerbCall& call, bool differencesOnly) {
    RecordFilter filter;
    filter.differencesOnly = differencesOnly;
    if (call.has("subject")) {
        const Subject subject = subjectOf(call);
        filter.subjectKind = subject.kind;
        filter.subjectId = subject.id;
    }
    call.database->read([&](Reader& reader) {
        const auto found = record_store::list(reader, filter, call.integer("limit", 1000));
        call.output->table("records", source(records, reader, found.ids));
        call.output->say(tr("共 {} 条参与记录。", found.total));
    });
    return 0;
}

int put(RecordService& records, directory::Units& units, VerbCall& call) {
    const Subject subject = subjectOf(call);
    Entry entry;
    entry.audience = call.text("audience");
    entry.unitName = call.text("unit");
    if (call.has("counted")) entry.counted = call.integer("counted");
    entry.estimated = call.has("estimated");
    call.database->write([&](Writer& writer) {
        if (const auto unit = units.find(writer, entry.unitName)) {
            entry.unitId = unit->id;
            entry.unitName = unit->name;
        }
        const std::int64_t id = records.put(writer, subject, entry);
        call.output->field("id", tr("编号"), id, CellKind::integer);
        call.output->field("reported", tr("上报人数"), records.reported(writer, subject), CellKind::integer);
    });
    return 0;
}

/// «张三:讲师、李四» is two names, one with a role.
std::vector<Named> parseNames(const std::string& written) {
    std::string text = written;
    for (const std::string_view mark : {"、", "，", "；", ",", ";"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), "\n");
    for (auto at = text.find("："); at != std::string::npos; at = text.find("："))
        text.replace(at, 3, ":");
    std::vector<Named> names;
    for (std::size_t first = 0; first <= text.size();) {
        const auto last = std::min(text.find('\n', first), text.size());
        const std::string one = yanxun::text::key(text.substr(first, last - first));
        const auto colon = std::min(one.find(':'), one.size());
        if (!one.empty())
            names.push_back({one.substr(0, colon), 0, colon < one.size() ? one.substr(colon + 1) : tr("参加")});
        first = last + 1;
    }
    return names;
}

int names(RecordService& records, VerbCall& call) {
    const std::int64_t id = call.integer("id");
    if (call.has("set"))
        call.database->write([&](Writer& writer) { records.putNames(writer, id, parseNames(call.text("set"))); });
    call.database->read([&](Reader& reader) {
        if (!record_store::get(reader, id)) throw yanxun::NotFound(tr("没有编号为 {} 的参与记录。", id));
        yanxun::RowSource rows{{{"name", tr("姓名")}, {"role", tr("角色")}}, {}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const Named& name : records.names(reader, id)) {
                const std::vector<Value> cells{name.name, name.role};
                sink(cells);
            }
        };
        call.output->table("names", rows);
    });
    return 0;
}

int remove(RecordService& records, VerbCall& call) {
    const std::int64_t id = call.integer("id");
    call.database->write([&](Writer& writer) {
        const auto record = record_store::get(writer, id);
        if (!record) throw yanxun::NotFound(tr("没有编号为 {} 的参与记录。", id));
        records.remove(writer, id, record->entry.revision);
    });
    call.output->say(tr("已删除参与记录 {}。", id));
    return 0;
}

} // namespace

void addVerbs(yanxun::Contributions& contributions, RecordService& records, directory::Units& units) {
    const yanxun::VerbParameter subject{"subject", tr("参与对象，“类别:编号”"), true, true};
    const yanxun::VerbParameter someSubject{"subject", tr("只看一个参与对象，“类别:编号”")};
    const yanxun::VerbParameter id{"id", tr("参与记录编号"), true, true};
    const yanxun::VerbParameter limit{"limit", tr("最多列出的条数")};
    contributions.add(yanxun::Verb{
        "participation.list", tr("列出参与记录"), {someSubject, limit}, true, [&records](VerbCall& call) {
            return list(records, call, false);
        }});
    contributions.add(yanxun::Verb{"participation.differences",
                                   tr("列出人数与名单不一致的记录"),
                                   {someSubject, limit},
                                   true,
                                   [&records](VerbCall& call) { return list(records, call, true); }});
    contributions.add(yanxun::Verb{"participation.put",
                                   tr("登记一个单位参与的人数"),
                                   {subject,
                                    {"unit", tr("单位名称、别名或信用代码"), true},
                                    {"audience", tr("人员类别，如 职工、学生、居民"), true},
                                    {"counted", tr("清点人数")},
                                    {"estimated", tr("人数是约数"), false, false, true}},
                                   true,
                                   [&records, &units](VerbCall& call) { return put(records, units, call); }});
    contributions.add(yanxun::Verb{"participation.names",
                                   tr("查看或整体替换一条记录的名单"),
                                   {id, {"set", tr("新名单，用顿号分隔，角色写在冒号后，如 张三:讲师、李四")}},
                                   true,
                                   [&records](VerbCall& call) { return names(records, call); }});
    contributions.add(
        yanxun::Verb{"participation.remove", tr("删除一条参与记录及其名单"), {id}, true, [&records](VerbCall& call) {
                         return remove(records, call);
                     }});
}

yanxun::TaskKind differenceTasks(const RecordService& records) {
    const RecordFilter filter{{}, 0, true};
    return {"participation.differences", tr("人数与名单不一致"), "participation.records",
            [filter](Reader& reader, yanxun::Date) { return record_store::count(reader, filter); },
            [filter, &records](Reader& reader, yanxun::Date, std::size_t limit) {
                std::vector<yanxun::Task> tasks;
                const auto found = record_store::list(reader, filter, static_cast<std::int64_t>(limit));
                for (const Record& record : record_store::get(reader, found.ids)) {
                    yanxun::Task task;
                    task.title = records.kinds().describe(reader, record.subject);
                    task.detail = tr("{}：清点 {} 人，名单 {} 人", record.entry.unitName, *record.entry.counted,
                                     record.entry.named);
                    task.tone = record.difference == Difference::excess ? yanxun::Tone::bad : yanxun::Tone::warning;
                    task.argument = "id=" + std::to_string(record.entry.id);
                    tasks.push_back(std::move(task));
                }
                return tasks;
            }};
}

} // namespace participation
