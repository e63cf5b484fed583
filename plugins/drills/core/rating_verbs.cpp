#include "core/answer_text.h"
#include "core/drill_store.h"
#include "core/drill_verbs.h"
#include "core/verb_values.h"

#include <yanxun/text.h>

#include <fstream>
#include <sstream>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;

std::string styleWord(const ScoreItem& item) {
    switch (item.style) {
    case ScoreStyle::yesNo: return tr("是/否");
    case ScoreStyle::points: return tr("打分");
    case ScoreStyle::level: break;
    }
    std::string names;
    for (const ScoreLevel& level : item.levels) names += (names.empty() ? "" : "/") + level.name;
    return names;
}

int sheets(const RatingService& service, VerbCall& call) {
    yanxun::RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::text, 16},
                      {"version", tr("版本"), CellKind::integer, 6},
                      {"title", tr("评分表"), CellKind::text, 24},
                      {"note", tr("说明"), CellKind::text, 40}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const ScoreSheet& sheet : service.sheets()) {
            const std::vector<Value> cells{sheet.id, sheet.version, sheet.title, sheet.note};
            sink(cells);
        }
    };
    call.output->table("sheets", source);
    return 0;
}

int sheet(const RatingService& service, VerbCall& call) {
    const ScoreSheet& shown = service.sheet(call.text("id"));
    yanxun::RowSource source;
    source.columns = {{"section", tr("分部"), CellKind::text, 16}, {"no", tr("编号"), CellKind::text, 6},
                      {"text", tr("评估内容"), CellKind::text, 40}, {"points", tr("分值"), CellKind::hundredths, 6},
                      {"style", tr("填写"), CellKind::text, 24},    {"critical", tr("否决项"), CellKind::text, 6},
                      {"na", tr("可不适用"), CellKind::text, 8}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const ScoreSection& section : shown.sections) {
            for (const ScoreItem& item : section.items) {
                const std::vector<Value> cells{section.title,          item.no,
                                               item.text,              item.full,
                                               styleWord(item),        item.critical ? "★" : "",
                                               item.naAllowed ? tr("是") : std::string()};
                sink(cells);
            }
        }
    };
    call.output->table("items", source);
    return 0;
}

void put(VerbCall& call, const StoredResult& stored) {
    yanxun::VerbOutput& out = *call.output;
    const ScoreResult& result = stored.result;
    out.field("version", tr("版次"), stored.version, CellKind::integer);
    out.field("sheet", tr("评分表"), stored.sheetId);
    out.field("sheet_version", tr("评分表版本"), stored.sheetVersion, CellKind::integer);
    out.field("evaluator", tr("评估人员"), stored.evaluator);
    out.field("date", tr("评估日期"), stored.scoredOn.ymd(), CellKind::date);
    out.field("total", tr("总分"), result.total, CellKind::hundredths);
    out.field("grade", tr("等级"), result.grade);
    out.field("coverage", tr("覆盖率（%）"), result.coverage, CellKind::hundredths);
    out.field("verdict", tr("结论"), word(result.verdict));
    std::string vetoed;
    for (const auto& no : result.vetoed) vetoed += (vetoed.empty() ? "" : "、") + no;
    out.field("veto", tr("否决项"), vetoed);
    out.field("remark", tr("总体意见"), stored.remark);
    yanxun::RowSource source;
    source.columns = {{"no", tr("编号"), CellKind::text, 6},
                      {"state", tr("情况"), CellKind::text, 8},
                      {"answer", tr("填写"), CellKind::text, 12},
                      {"points", tr("得分"), CellKind::hundredths, 6},
                      {"full", tr("分值"), CellKind::hundredths, 6},
                      {"reason", tr("说明"), CellKind::text, 30}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const ItemResult& item : result.items) {
            const std::vector<Value> cells{item.no,     word(item.answer.state), item.answer.given,
                                           item.points, item.full,               item.answer.reason};
            sink(cells);
        }
    };
    out.table("items", source);
}

std::string answersOf(const VerbCall& call) {
    if (!call.has("file")) return call.text("answers");
    std::ifstream in(call.text("file"), std::ios::binary);
    if (!in) throw yanxun::Unavailable(tr("打不开文件 {}。", call.text("file")));
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

int rate(RatingService& service, VerbCall& call) {
    const ScoreSheet& used = service.sheet(call.text("sheet"), int(call.integer("sheet-version")));
    const Answers answers = readAnswers(used, answersOf(call));
    call.database->write([&](yanxun::Writer& writer) {
        const Drill drill = store::get(writer, idOf(call));
        const std::string evaluator = call.has("evaluator") ? call.text("evaluator") : writer.who();
        put(call, service.rate(writer, drill.id, drill.revision, used, answers, evaluator, call.text("remark")));
    });
    return 0;
}

int result(VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) {
        const Drill drill = store::get(reader, idOf(call));
        const auto newest = results::newest(reader, drill.id);
        if (!newest) throw yanxun::NotFound(tr("演练“{}”还没有评分表结果。", drill.name));
        put(call, *newest);
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> ratingVerbs(RatingService& service) {
    const VerbParameter drill = idParameter(tr("演练编号"));
    const auto option = [](const char* id, std::string title, bool required = false) {
        return VerbParameter{id, std::move(title), required, false, false};
    };
    return {{"drills.sheets", tr("列出评分表"), {}, false,
             [&service](VerbCall& call) { return sheets(service, call); }},
            {"drills.sheet", tr("查看评分表的评估项"), {idParameter(tr("评分表编号"))}, false,
             [&service](VerbCall& call) { return sheet(service, call); }},
            {"drills.rate", tr("录入评分表"),
             {drill, option("sheet", tr("评分表编号"), true), option("sheet-version", tr("评分表版本，不填取最新")),
              option("answers", tr("各项评分，如 1.1=符合;1.2=4.5;2.3=不适用|理由")), option("file", tr("各项评分的文本文件，一行一项")),
              option("evaluator", tr("评估人员，不填为操作人")), option("remark", tr("总体意见"))},
             true, [&service](VerbCall& call) { return rate(service, call); }},
            {"drills.result", tr("查看最新评分结果"), {drill}, true, result}};
}

} // namespace drills
