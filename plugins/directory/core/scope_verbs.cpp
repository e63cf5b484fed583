#include "core/verbs.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

int list(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        std::vector<ScopeEntry> entries;
        parts.scope.each(reader, yearOf(call), call.text("category"),
                         [&](const ScopeEntry& entry) { entries.push_back(entry); });
        call.output->table("scope",
                           rowsOf({{"unit_id", tr("单位编号"), CellKind::integer},
                                   {"unit", tr("单位"), CellKind::text, 28},
                                   {"township", tr("所属乡镇街道")},
                                   {"in_scope", tr("应覆盖")},
                                   {"reason", tr("理由")}},
                                  entries, [](const ScopeEntry& entry) {
                                      return std::vector<Value>{entry.unitId, entry.unitName, entry.regionName,
                                                                entry.inScope ? tr("是") : tr("否"), entry.reason};
                                  }));
    });
    return 0;
}

int count(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        struct Line {
            std::string category;
            std::int64_t units;
        };
        std::vector<Line> lines;
        for (const std::string& category : scopeCategories())
            lines.push_back({category, parts.scope.count(reader, yearOf(call), category)});
        call.output->table("counts",
                           rowsOf({{"category", tr("类别")}, {"units", tr("应覆盖单位数"), CellKind::integer}}, lines,
                                  [](const Line& line) {
                                      return std::vector<Value>{line.category, line.units};
                                  }));
        call.output->say(parts.scope.isFixed(reader, yearOf(call))
                             ? tr("{} 年的名单已固定。", yearOf(call))
                             : tr("{} 年的名单未固定，按单位名录现状统计。", yearOf(call)));
    });
    return 0;
}

int fix(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        call.output->field("entries", tr("名单条数"), parts.scope.fix(writer, yearOf(call)), CellKind::integer);
    });
    return 0;
}

int set(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Unit unit = unitCalled(writer, parts, call.text("unit"));
        parts.scope.set(writer, yearOf(call), call.text("category"), unit.id, !call.has("out"), call.text("reason"));
    });
    return 0;
}

} // namespace

void addScopeVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter year{"year", tr("年度，默认今年")},
        category{"category", tr("企业、农村、社区、学校 或 家庭"), true, true};
    const auto verb = [&](const char* id, std::string title, std::vector<VerbParameter> parameters, auto run) {
        contributions.add(yanxun::Verb{id, std::move(title), std::move(parameters), true, run});
    };
    verb("directory.scope.list", tr("列出年度应覆盖名单"), {category, year},
         [parts](VerbCall& call) { return list(parts, call); });
    verb("directory.scope.count", tr("统计年度应覆盖单位数"), {year},
         [parts](VerbCall& call) { return count(parts, call); });
    verb("directory.scope.fix", tr("固定年度应覆盖名单"), {year},
         [parts](VerbCall& call) { return fix(parts, call); });
    verb("directory.scope.set", tr("把单位调入或调出名单"),
         {category,
          {"unit", tr("单位编号、名称、别名或信用代码"), true, true},
          year,
          {"reason", tr("理由"), true},
          {"out", tr("调出名单（不写为调入）"), false, false, true}},
         [parts](VerbCall& call) { return set(parts, call); });
}

} // namespace directory
