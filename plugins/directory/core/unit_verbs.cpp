#include "core/unit_table.h"
#include "core/verbs.h"

#include "core/attribute_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && text.size() < 19 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int list(VerbCall& call) {
    UnitFilter filter{call.text("kind"), call.text("township"), call.text("search"), call.has("incomplete"),
                      call.has("active")};
    call.database->read([&](Reader& reader) {
        const auto found = unit_store::list(reader, filter, {}, call.integer("limit", INT64_MAX));
        auto columns = unitColumns();
        columns.insert(columns.begin(), {"id", tr("编号"), CellKind::integer});
        call.output->table("units", {columns, [&](const yanxun::RowSink& sink) {
                                         constexpr std::size_t page = 200;
                                         for (std::size_t first = 0; first < found.ids.size(); first += page) {
                                             const auto ids = std::span(found.ids).subspan(
                                                 first, std::min(page, found.ids.size() - first));
                                             for (const Unit& unit : unit_store::get(reader, ids)) {
                                                 auto cells = unitCells(unit);
                                                 cells.insert(cells.begin(), Value(unit.id));
                                                 sink(cells);
                                             }
                                         }
                                     }});
        call.output->say(tr("共 {} 个单位。", found.total));
    });
    return 0;
}

void showFacts(Reader& reader, VerbCall& call, const Unit& unit) {
    call.output->table("attributes", rowsOf({{"id", tr("编号"), CellKind::integer},
                                             {"attribute", tr("属性")},
                                             {"title", tr("名称")},
                                             {"value", tr("值")},
                                             {"from", tr("生效"), CellKind::date},
                                             {"to", tr("失效"), CellKind::date},
                                             {"confirmed", tr("核实日期"), CellKind::date},
                                             {"by", tr("核实人")},
                                             {"evidence", tr("依据")}},
                                            attribute_store::of(reader, unit.id), [](const Attribute& fact) {
                                                const auto ymd = [](const auto& day) {
                                                    return day ? Value(day->ymd()) : Value();
                                                };
                                                return std::vector<Value>{fact.id,
                                                                          fact.attribute,
                                                                          attributeTitle(fact.attribute),
                                                                          fact.value,
                                                                          ymd(fact.validFrom),
                                                                          ymd(fact.validTo),
                                                                          ymd(fact.confirmedOn),
                                                                          fact.confirmedBy,
                                                                          fact.evidence};
                                            }));
}

int show(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const Unit unit = unitCalled(reader, parts, call.text("unit"));
        const auto columns = unitColumns();
        const auto cells = unitCells(unit);
        call.output->field("id", tr("编号"), unit.id, CellKind::integer);
        for (std::size_t i = 0; i < columns.size(); ++i)
            call.output->field(columns[i].id, columns[i].title, cells[i], columns[i].kind);
        call.output->field("note", tr("备注"), unit.note);
        call.output->field("source", tr("来源"), unit.source);
        call.output->table(
            "aliases", rowsOf({{"id", tr("编号"), CellKind::integer}, {"name", tr("别名")}, {"source", tr("来源")}},
                              unit_store::aliases(reader, unit.id), [](const Alias& alias) {
                                  return std::vector<Value>{alias.id, alias.name, alias.source};
                              }));
        showFacts(reader, call, unit);
    });
    return 0;
}

int candidates(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const auto found = parts.directory.candidates(reader, call.text("name"),
                                                      static_cast<std::size_t>(call.integer("limit", 10)));
        call.output->table("candidates", rowsOf({{"id", tr("编号"), CellKind::integer},
                                                 {"name", tr("单位名称")},
                                                 {"township", tr("所属乡镇街道")},
                                                 {"likeness", tr("相似度"), CellKind::hundredths}},
                                                found, [](const UnitMatch& match) {
                                                    return std::vector<Value>{
                                                        match.unit.id, match.unit.name, match.unit.regionName,
                                                        static_cast<std::int64_t>(match.likeness * 100 + 0.5)};
                                                }));
    });
    return 0;
}

int merge(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Unit kept = unitCalled(writer, parts, call.text("kept")),
                   merged = unitCalled(writer, parts, call.text("merged"));
        call.output->field("merge", tr("合并编号"), parts.merges.merge(writer, kept.id, merged.id),
                           CellKind::integer);
        call.output->say(tr("“{}”已并入“{}”。", merged.name, kept.name));
    });
    return 0;
}

int unmerge(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) { parts.merges.undo(writer, call.integer("merge")); });
    call.output->say(tr("已撤销合并 {}。", call.integer("merge")));
    return 0;
}

int merges(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        call.output->table(
            "merges", rowsOf({{"id", tr("合并编号"), CellKind::integer},
                              {"kept", tr("保留单位")},
                              {"merged", tr("并入单位")},
                              {"at", tr("时间")},
                              {"who", tr("操作员")},
                              {"undone", tr("撤销时间")}},
                             merge_store::list(reader, 0, static_cast<std::size_t>(call.integer("limit", 100))),
                             [](const Merge& merge) {
                                 return std::vector<Value>{
                                     merge.id,         merge.keptName,
                                     merge.mergedName, yanxun::isoInstant(merge.at),
                                     merge.who,        merge.undoneAt ? yanxun::isoInstant(*merge.undoneAt) : ""};
                             }));
    });
    return 0;
}

} // namespace

Unit unitCalled(Reader& reader, const Parts& parts, std::string_view called) {
    if (isNumber(called))
        if (const auto unit = unit_store::get(reader, std::stoll(std::string(called)))) return *unit;
    if (const auto ref = parts.directory.find(reader, called)) return parts.units.require(reader, ref->id);
    std::string alike;
    for (const UnitMatch& match : parts.directory.candidates(reader, called, 3))
        alike += (alike.empty() ? "" : "、") + match.unit.name;
    if (alike.empty()) throw yanxun::NotFound(tr("没有叫“{}”的单位，请检查名称。", called));
    throw yanxun::NotFound(tr("没有叫“{}”的单位，相近的有：{}。", called, alike));
}

void addUnitVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter unit{"unit", tr("单位编号、名称、别名或信用代码"), true, true};
    const VerbParameter limit{"limit", tr("最多列出的条数")};
    contributions.add(yanxun::Verb{"directory.units.list",
                                   tr("列出单位"),
                                   {{"kind", tr("类别")},
                                    {"township", tr("乡镇街道")},
                                    {"search", tr("查找的词")},
                                    {"incomplete", tr("只看待完善的"), false, false, true},
                                    {"active", tr("只看未停用的"), false, false, true},
                                    limit},
                                   true,
                                   list});
    contributions.add(yanxun::Verb{"directory.units.show", tr("查看一个单位"), {unit}, true, [parts](VerbCall& call) {
                                       return show(parts, call);
                                   }});
    contributions.add(yanxun::Verb{"directory.units.candidates",
                                   tr("列出名称相近的单位"),
                                   {{"name", tr("名称"), true, true}, limit},
                                   true,
                                   [parts](VerbCall& call) { return candidates(parts, call); }});
    contributions.add(yanxun::Verb{"directory.units.merge",
                                   tr("把重复单位并入另一单位"),
                                   {{"kept", tr("保留的单位"), true, true}, {"merged", tr("并入的单位"), true, true}},
                                   true,
                                   [parts](VerbCall& call) { return merge(parts, call); }});
    contributions.add(yanxun::Verb{"directory.units.unmerge",
                                   tr("撤销一次合并"),
                                   {{"merge", tr("合并编号"), true, true}},
                                   true,
                                   [parts](VerbCall& call) { return unmerge(parts, call); }});
    contributions.add(yanxun::Verb{"directory.units.merges", tr("列出合并记录"), {limit}, true, merges});
}

} // namespace directory
