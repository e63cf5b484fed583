#include "core/answer_text.h"
#include "core/drill_store.h"
#include "core/drill_verbs.h"
#include "core/result_output.h"
#include "core/text_file.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::idParameter;
using yanxun::option;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;

std::string fillWord(const ScoreItem& item) {
    switch (item.style) {
    case ScoreStyle::yesNo:
        return tr("是/否");
    case ScoreStyle::level: {
        std::string names;
        for (const ScoreLevel& level : item.levels)
            names += (names.empty() ? "" : "/") + level.name;
        return names;
    }
    default:
        return word(item.style);
    }
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
    source.columns = {{"section", tr("分部"), CellKind::text, 16},  {"no", tr("编号"), CellKind::text, 6},
                      {"text", tr("评估内容"), CellKind::text, 40}, {"points", tr("分值"), CellKind::hundredths, 6},
                      {"style", tr("填写"), CellKind::text, 24},    {"critical", tr("否决项"), CellKind::text, 6},
                      {"na", tr("可不适用"), CellKind::text, 8}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const ScoreSection& section : shown.sections) {
            for (const ScoreItem& item : section.items) {
                const std::vector<Value> cells{section.title,
                                               item.no,
                                               item.text,
                                               item.full,
                                               fillWord(item),
                                               item.critical != Critical::none ? "★" : "",
                                               item.naAllowed ? tr("是") : std::string()};
                sink(cells);
            }
        }
    };
    call.output->table("items", source);
    return 0;
}

int rate(RatingService& service, VerbCall& call) {
    const ScoreSheet& used = service.sheet(call.text("sheet"), int(call.integer("sheet-version")));
    const Answers answers =
        readAnswers(used, call.has("file") ? readTextFile(call.text("file")) : call.text("answers"));
    call.database->write([&](yanxun::Writer& writer) {
        const Drill drill = store::get(writer, idOf(call));
        const std::string evaluator = call.has("evaluator") ? call.text("evaluator") : writer.who();
        putStored(*call.output,
                  service.rate(writer, drill.id, drill.revision, used, answers, evaluator, call.text("remark")));
    });
    return 0;
}

int result(const RatingService& service, VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) {
        const Drill drill = store::get(reader, idOf(call));
        const auto wanted = int(call.integer("version"));
        const auto found =
            wanted == 0 ? results::newest(reader, drill.id) : results::version(reader, drill.id, wanted);
        if (!found) throw yanxun::NotFound(tr("演练“{}”还没有评分表结果。", drill.name));
        putStored(*call.output, *found);
        if (!found->inputs.empty()) {
            call.output->field("reproduced", tr("重算一致"), service.reproduces(*found) ? tr("是") : tr("否"));
        }
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> ratingVerbs(RatingService& service) {
    const VerbParameter drill = idParameter(tr("演练编号"));
    const auto option = [](const char* id, std::string title, bool required = false) {
        return VerbParameter{id, std::move(title), required, false, false};
    };
    std::vector<yanxun::Verb> verbs{
        {"drills.sheets", tr("列出评分表"), {}, false, [&service](VerbCall& call) { return sheets(service, call); }},
        {"drills.sheet",
         tr("查看评分表的评估项"),
         {idParameter(tr("评分表编号"))},
         false,
         [&service](VerbCall& call) { return sheet(service, call); }},
        {"drills.rate",
         tr("由一名评估人员录入评分表并定稿"),
         {drill, option("sheet", tr("评分表编号"), true), option("sheet-version", tr("评分表版本，不填取最新")),
          option("answers", tr("各项评分，如 1.1=符合;1.2=4.5;2.3=不适用|理由")),
          option("file", tr("各项评分的文本文件，一行一项")), option("evaluator", tr("评估人员，不填为操作人")),
          option("remark", tr("总体意见"))},
         true,
         [&service](VerbCall& call) { return rate(service, call); }},
        {"drills.result",
         tr("查看定稿的评分结果"),
         {drill, option("version", tr("版次，不填取最新"))},
         true,
         [&service](VerbCall& call) { return result(service, call); }}};
    verbs.push_back(scoreVerb());
    for (auto& verb : panelVerbs(service))
        verbs.push_back(std::move(verb));
    return verbs;
}

} // namespace drills
