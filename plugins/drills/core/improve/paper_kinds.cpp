#include "core/drill_list_store.h"
#include "core/drill_store.h"
#include "core/improve/improve_verbs.h"
#include "core/improve/papers.h"

#include <yanxun/report/workbook.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::idParameter;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportRequest;
using yanxun::tr;
using yanxun::VerbCall;

std::vector<std::int64_t> noticed(Reader& reader, std::int64_t drill) {
    std::vector<std::int64_t> ids;
    for (const Action& action : actions::ofDrill(reader, drill)) ids.push_back(action.id);
    return ids;
}

using Fits = bool (*)(Reader&, const Drill&);

bool wasHeld(Reader&, const Drill& drill) { return tookPlace(drill.status); }
bool hasActions(Reader& reader, const Drill& drill) {
    return drill.findings > 0 && !actions::ofDrill(reader, drill.id).empty();
}

/// The drills of the period a paper can be made of, the newest first.
std::vector<Drill> drillsFor(Reader& reader, const yanxun::Period& period, Fits fits) {
    std::vector<Drill> found = lists::between(reader, period);
    std::erase_if(found, [&](const Drill& drill) { return !fits(reader, drill); });
    std::reverse(found.begin(), found.end());
    return found;
}

using Choose = std::int64_t (*)(const std::vector<Drill>&);

/// 0 when there is none.
std::int64_t newest(const std::vector<Drill>& drills) { return drills.empty() ? 0 : drills.front().id; }

std::int64_t newestRated(const std::vector<Drill>& drills) {
    const auto rated = [](const Drill& drill) { return drill.panelScore.has_value(); };
    const auto found = std::find_if(drills.begin(), drills.end(), rated);
    return found != drills.end() ? found->id : newest(drills);
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
    section.sentences = {tr("这一年没有可以写成这份材料的演练。")};
    report.sections.push_back(std::move(section));
    return report;
}

yanxun::ReportKind kindOf(const char* id, std::string title, std::string about, int order, Fits fits,
                          Choose choose, std::function<Report(Reader&, std::int64_t, const ReportRequest&)> make) {
    yanxun::ReportKind kind;
    kind.id = id;
    kind.title = title;
    kind.about = std::move(about);
    kind.order = order;
    kind.make = [id = kind.id, title, fits, choose, make = std::move(make)](Reader& reader, const ReportRequest& request) {
        const std::int64_t drill =
            request.record != 0 ? request.record : choose(drillsFor(reader, request.period, fits));
        return drill == 0 ? empty(id.c_str(), title, request) : make(reader, drill, request);
    };
    kind.records = [fits](Reader& reader, const yanxun::Period& period) {
        std::vector<yanxun::ReportRecord> records;
        for (const Drill& drill : drillsFor(reader, period, fits)) {
            records.push_back({drill.id, drill.heldOn.iso() + " " + drill.name});
        }
        return records;
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
                         tr("一场演练的得分、逐项情况、问题和整改。不选哪一场时，是最近评过分的一场。"), 30, wasHeld, newestRated,
                         [&rating](Reader& reader, std::int64_t drill, const ReportRequest& request) {
                             return evaluationPaper(reader, drill, rating, request);
                         }));
    all.push_back(kindOf("drills.closing", tr("应急演练总结报告"),
                         tr("一场演练的总结：概要、问题与原因、经验教训、改进建议。不选哪一场时，是最近评过分的一场。"), 31, wasHeld, newestRated,
                         [](Reader& reader, std::int64_t drill, const ReportRequest& request) {
                             return closingPaper(reader, drill, request);
                         }));
    all.push_back(kindOf("drills.notice", tr("应急演练整改通知单"),
                         tr("一场演练的整改，发给责任单位的通知。单条整改请在整改台账里导出。不选哪一场时，是最近的一场。"), 32, hasActions, newest,
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
