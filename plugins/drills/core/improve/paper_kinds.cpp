#include "core/drill_list_store.h"
#include "core/drill_store.h"
#include "core/improve/improve_verbs.h"
#include "core/improve/papers.h"

#include <yanxun/report/workbook.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::idParameter;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportRequest;
using yanxun::tr;
using yanxun::VerbCall;

/// The last drill of the period that took place, preferring one that was rated; 0 when there is none.
std::int64_t lastDrill(Reader& reader, const yanxun::Period& period) {
    std::int64_t last = 0, rated = 0;
    for (const Drill& drill : lists::between(reader, period)) {
        if (!tookPlace(drill.status)) continue;
        last = drill.id;
        if (drill.panelScore) rated = drill.id;
    }
    return rated != 0 ? rated : last;
}

std::vector<std::int64_t> noticed(Reader& reader, std::int64_t drill) {
    std::vector<std::int64_t> ids;
    for (const Action& action : actions::ofDrill(reader, drill)) ids.push_back(action.id);
    return ids;
}

/// The last action's drill of the period, for the notice; else the last drill.
std::int64_t lastNoticed(Reader& reader, const yanxun::Period& period) {
    std::int64_t last = 0;
    for (const Drill& drill : lists::between(reader, period)) {
        if (drill.findings > 0 && !actions::ofDrill(reader, drill.id).empty()) last = drill.id;
    }
    return last != 0 ? last : lastDrill(reader, period);
}

Report empty(const char* kind, std::string title, const ReportRequest& request) {
    Report report;
    report.kind = kind;
    report.title = std::move(title);
    report.issuer = request.issuer;
    report.period = request.period;
    report.madeAt = request.madeAt;
    yanxun::ReportSection section;
    section.id = "nothing";
    section.title = tr("没有演练");
    section.sentences = {tr("这一年没有演练记录。")};
    report.sections.push_back(std::move(section));
    return report;
}

yanxun::ReportKind kindOf(const char* id, std::string title, std::string about, int order,
                          std::int64_t (*choose)(Reader&, const yanxun::Period&),
                          std::function<Report(Reader&, std::int64_t, const ReportRequest&)> make) {
    yanxun::ReportKind kind;
    kind.id = id;
    kind.title = title;
    kind.about = std::move(about);
    kind.order = order;
    kind.make = [id = kind.id, title, choose, make = std::move(make)](Reader& reader, const ReportRequest& request) {
        const std::int64_t drill = choose(reader, request.period);
        return drill == 0 ? empty(id.c_str(), title, request) : make(reader, drill, request);
    };
    return kind;
}

int run(const RatingService& rating, const std::vector<std::filesystem::path>& styles, VerbCall& call) {
    const std::string kind = call.text("kind");
    const std::int64_t id = idOf(call);
    call.database->read([&](Reader& reader) {
        ReportRequest request{yanxun::Period::year(call.clock->today().year), call.clock->now(), call.text("issuer")};
        Report report;
        if (kind == "evaluation") report = evaluationPaper(reader, id, rating, request);
        else if (kind == "closing") report = closingPaper(reader, id, request);
        else if (kind == "notice") report = noticePaper(reader, id, noticed(reader, id), request);
        else if (kind == "action") report = noticePaper(reader, actions::get(reader, id).drillId, {id}, request);
        else {
            throw yanxun::Error(tr("--kind 可以是 evaluation（评估报告）、closing（总结报告）、notice（一场演练的整改通知单）、"
                                   "action（一条整改的通知单），收到的是“{}”。", kind));
        }
        savePaper(report, styles, call.text("file"));
    });
    call.output->field("saved", tr("已保存"), call.text("file"));
    return 0;
}

} // namespace

std::vector<yanxun::ReportKind> improveReports(const RatingService& rating) {
    std::vector<yanxun::ReportKind> all;
    all.push_back(kindOf("drills.evaluation", tr("应急演练评估报告"),
                         tr("最近一场评过分的演练：得分、逐项情况、问题和整改。其他演练请在演练详情里导出。"), 30, lastDrill,
                         [&rating](Reader& reader, std::int64_t drill, const ReportRequest& request) {
                             return evaluationPaper(reader, drill, rating, request);
                         }));
    all.push_back(kindOf("drills.closing", tr("应急演练总结报告"),
                         tr("最近一场演练的总结：概要、问题与原因、经验教训、改进建议。其他演练请在演练详情里导出。"), 31, lastDrill,
                         [](Reader& reader, std::int64_t drill, const ReportRequest& request) {
                             return closingPaper(reader, drill, request);
                         }));
    all.push_back(kindOf("drills.notice", tr("应急演练整改通知单"),
                         tr("最近一场有整改的演练：发给责任单位的通知。单条整改请在整改台账里导出。"), 32, lastNoticed,
                         [](Reader& reader, std::int64_t drill, const ReportRequest& request) {
                             return noticePaper(reader, drill, noticed(reader, drill), request);
                         }));
    return all;
}

void savePaper(const Report& report, const std::vector<std::filesystem::path>& styles, const std::filesystem::path& path) {
    const std::string ending = path.extension().string();
    if (ending == ".xml") yanxun::saveXml(report, path);
    else if (ending == ".html") yanxun::saveHtml(report, styles, path);
    else if (ending == ".pdf") yanxun::savePdf(report, styles, path);
    else if (ending == ".xlsx") yanxun::saveXlsx(report, path);
    else throw yanxun::Error(tr("文件名要以 .pdf、.html、.xlsx 或 .xml 结尾，收到的是“{}”。", path.filename().string()));
}

yanxun::Verb paperVerb(const RatingService& rating, std::vector<std::filesystem::path> styles) {
    return {"drills.paper",
            tr("把一场演练的评估报告、总结报告或整改通知单写成文件"),
            {idParameter(tr("演练编号；--kind action 时是整改编号")),
             {"kind", tr("evaluation、closing、notice 或 action"), true, false, false},
             {"file", tr("写到这个文件，格式由结尾 .pdf .html .xlsx .xml 决定"), true, false, false},
             {"issuer", tr("填报单位"), false, false, false}},
            true,
            [&rating, styles = std::move(styles)](VerbCall& call) { return run(rating, styles, call); }};
}

} // namespace drills
