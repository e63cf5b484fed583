// 评估报告, 总结报告 and 整改通知单 of one drill or action: what is handed out and filed. «演练» stands in each title, and with it
// in the head of every page, so that no paper is taken for a real incident's; the reports bear it across the page too.
#include "core/drill_store.h"
#include "core/finding_store.h"
#include "core/improve/improve_verbs.h"
#include "core/improve/lesson.h"
#include "core/improve/papers.h"
#include "core/rating_service.h"
#include "core/result_output.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportRequest;
using yanxun::ReportSection;
using yanxun::tr;
using yanxun::Value;

Report begun(const char* kind, std::string title, const Drill& drill, const ReportRequest& request) {
    Report report;
    report.kind = kind;
    report.title = std::move(title);
    report.issuer = request.issuer;
    report.scope = tr("本件记录的是演练，不是真实事件。");
    report.mark = tr("演练");
    report.period = {drill.heldOn, drill.heldOn};
    report.madeAt = request.madeAt;
    const auto fact = [&](const char* id, std::string name, Value value, CellKind how = CellKind::text, std::string unit = {}) {
        report.fields.push_back({id, std::move(name), std::move(value), how, std::move(unit)});
    };
    fact("name", tr("演练名称"), drill.name);
    fact("unit", tr("组织单位"), drill.unitName);
    fact("held", tr("演练日期"), drill.heldOn.ymd(), CellKind::date);
    fact("hazard", tr("灾种"), drill.hazard);
    fact("axes", tr("演练类型"), words(drill.axes));
    fact("participants", tr("参演人数"), drill.participants, CellKind::integer, tr("人"));
    return report;
}

ReportSection section(const char* id, std::string title) {
    ReportSection made;
    made.id = id;
    made.title = std::move(title);
    return made;
}

void addTable(ReportSection& into, const char* id, std::string title, yanxun::RowSource rows) {
    into.tables.push_back({id, std::move(title), std::move(rows), {}});
}

ReportSection ratingSection(const StoredResult& stored, const std::string& sheet, const RatingService& rating) {
    ReportSection made = section("rating", tr("评估结果"));
    const ScoreResult& result = stored.result;
    made.fields.push_back({"sheet", tr("评估表"), sheet, CellKind::text, {}});
    made.fields.push_back({"total", tr("总分"), result.total, CellKind::hundredths, tr("分")});
    made.fields.push_back({"coverage", tr("覆盖率"), result.coverage, CellKind::hundredths, "%"});
    made.fields.push_back({"grade", tr("等级"), result.grade, CellKind::text, {}});
    made.fields.push_back({"evaluators", tr("评估人员"), stored.evaluator, CellKind::text, {}});
    made.sentences.push_back(tr("应评 {} 人，实评 {} 人。", result.expected, result.submitted));
    if (result.veto == VetoState::confirmed) {
        made.sentences.push_back(tr("因一票否决项 {} 判定为“{}”，计算得分不变。", joined(result.vetoed), result.grade));
    }
    for (const std::string& note : result.notes) made.sentences.push_back(note);
    if (!stored.remark.empty()) made.sentences.push_back(stored.remark);
    yanxun::RowSource items;
    items.columns = {{"no", tr("编号"), CellKind::text, 6},
                     {"text", tr("评估内容"), CellKind::text, 40},
                     {"full", tr("分值"), CellKind::hundredths, 8},
                     {"points", tr("得分"), CellKind::hundredths, 8},
                     {"state", tr("情况"), CellKind::text, 10}};
    const ScoreSheet* found = nullptr;
    for (const ScoreSheet& one : rating.sheets()) {
        if (one.id == stored.sheetId && one.version == stored.sheetVersion) found = &one;
    }
    items.each = [result, found](const yanxun::RowSink& sink) {
        for (const ItemResult& item : result.items) {
            std::string text;
            for (const ScoreSection& part : found ? found->sections : std::vector<ScoreSection>{}) {
                for (const ScoreItem& one : part.items) {
                    if (one.no == item.no) text = one.text;
                }
            }
            const std::string state = item.state == ItemState::notApplicable ? tr("不适用")
                                      : item.points                          ? std::string()
                                                                             : tr("未观察");
            sink(std::vector<Value>{item.no, text, item.full, item.points, state});
        }
    };
    addTable(made, "items", tr("逐项得分"), std::move(items));
    return made;
}

ReportSection findingSection(Reader& reader, const Drill& drill) {
    ReportSection made = section("findings", tr("发现的问题"));
    const std::vector<Finding> all = findings::of(reader, drill.id);
    if (all.empty()) made.sentences.push_back(tr("本次演练没有登记问题。"));
    yanxun::RowSource rows;
    rows.columns = {{"no", tr("序号"), CellKind::integer, 6},     {"severity", tr("分级"), CellKind::text, 8},
                    {"text", tr("存在问题"), CellKind::text, 32},  {"item", tr("评估项"), CellKind::text, 8},
                    {"category", tr("类别"), CellKind::text, 8},   {"cause", tr("原因"), CellKind::text, 16},
                    {"state", tr("整改情况"), CellKind::text, 10}};
    rows.each = [all](const yanxun::RowSink& sink) {
        std::int64_t no = 0;
        for (const Finding& f : all) {
            sink(std::vector<Value>{++no, word(f.severity), f.description, f.itemNo, f.category, f.cause, word(f.state)});
        }
    };
    if (!all.empty()) addTable(made, "findings", tr("问题清单"), std::move(rows));
    return made;
}

std::vector<std::int64_t> idsOf(const std::vector<Action>& all) {
    std::vector<std::int64_t> ids;
    for (const Action& action : all) ids.push_back(action.id);
    return ids;
}

ReportSection actionSection(Reader& reader, const std::vector<std::int64_t>& ids) {
    ReportSection made = section("actions", tr("整改措施"));
    if (ids.empty()) made.sentences.push_back(tr("没有整改措施。"));
    yanxun::RowSource rows;
    rows.columns = {{"no", tr("通知单号"), CellKind::text, 14},     {"problem", tr("存在问题"), CellKind::text, 28},
                    {"measure", tr("整改措施"), CellKind::text, 28}, {"unit", tr("责任单位"), CellKind::text, 16},
                    {"person", tr("责任人"), CellKind::text, 8},     {"due", tr("期限"), CellKind::date, 10},
                    {"status", tr("状态"), CellKind::text, 8}};
    rows.each = [&reader, ids](const yanxun::RowSink& sink) {
        for (const ActionLine& line : actions::lines(reader, ids)) {
            const Action& a = line.action;
            sink(std::vector<Value>{a.no, line.problem, a.measure, a.dutyUnit, a.dutyPerson, a.due.ymd(), word(a.status)});
        }
    };
    if (!ids.empty()) addTable(made, "actions", tr("整改清单"), std::move(rows));
    return made;
}

ReportSection lessonSection(Reader& reader, const Drill& drill) {
    ReportSection made = section("lessons", tr("经验、教训和改进建议"));
    for (const Lesson& lesson : lessons::ofDrill(reader, drill.id)) {
        made.sentences.push_back(tr("{}：{}", word(lesson.kind), lesson.text));
    }
    for (const PlanRevision& r : revisions::ofDrill(reader, drill.id)) {
        made.sentences.push_back(tr("预案修订建议（{}）：“{}”{} {}", word(r.state), r.plan, r.clause, r.suggestion));
    }
    if (made.sentences.empty()) made.sentences.push_back(tr("没有登记经验和教训。"));
    return made;
}

} // namespace

Report evaluationPaper(Reader& reader, std::int64_t id, const RatingService& rating, const ReportRequest& request) {
    const Drill drill = store::get(reader, id);
    Report report = begun("drills.evaluation", tr("应急演练评估报告"), drill, request);
    if (const auto stored = results::newest(reader, id)) {
        report.sections.push_back(ratingSection(*stored, rating.titleOf(*stored), rating));
    } else {
        report.sections.push_back(section("rating", tr("评估结果")));
        report.sections.back().sentences.push_back(tr("评估未完成：还没有定稿的评分结果。"));
    }
    report.sections.push_back(findingSection(reader, drill));
    report.sections.push_back(actionSection(reader, idsOf(actions::ofDrill(reader, id))));
    report.sections.push_back(lessonSection(reader, drill));
    return report;
}

Report closingPaper(Reader& reader, std::int64_t id, const ReportRequest& request) {
    const Drill drill = store::get(reader, id);
    Report report = begun("drills.closing", tr("应急演练总结报告"), drill, request);
    report.sections.push_back(section("course", tr("演练概要")));
    report.sections.back().sentences.push_back(drill.summary.empty() ? tr("{}于{}组织“{}”，参演 {} 人。", drill.unitName,
                                                                          drill.heldOn.chinese(), drill.name, drill.participants)
                                                                     : drill.summary);
    if (drill.score()) {
        report.sections.back().fields.push_back({"score", tr("评估得分"), drill.score(), CellKind::hundredths, tr("分")});
        report.sections.back().fields.push_back({"grade", tr("等级"), drill.panelGrade, CellKind::text, {}});
    }
    report.sections.push_back(findingSection(reader, drill));
    report.sections.push_back(lessonSection(reader, drill));
    report.sections.push_back(actionSection(reader, idsOf(actions::ofDrill(reader, id))));
    return report;
}

Report noticePaper(Reader& reader, std::int64_t drillId, const std::vector<std::int64_t>& ids, const ReportRequest& request) {
    const Drill drill = store::get(reader, drillId);
    Report report = begun("drills.notice", tr("应急演练整改通知单"), drill, request);
    report.mark.clear(); // what it orders is no exercise
    report.sections.push_back(section("order", tr("整改要求")));
    ReportSection& order = report.sections.back();
    for (const ActionLine& line : actions::lines(reader, ids)) {
        const Action& a = line.action;
        order.sentences.push_back(tr("{}：“{}”演练中发现“{}”。请于 {} 前完成：{}", a.dutyUnit, line.drillName, line.problem,
                                     a.due.chinese(), a.measure));
    }
    if (ids.empty()) order.sentences.push_back(tr("本次演练没有需要整改的问题。"));
    else order.sentences.push_back(tr("完成后请报送整改情况和佐证材料，由本单位复查销号；下次演练将复验（回头看）。"));
    report.sections.push_back(actionSection(reader, ids));
    return report;
}

} // namespace drills
