#include "core/result_output.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::RowSink;
using yanxun::tr;
using yanxun::Value;

std::string disputesOf(const ItemResult& item) {
    std::vector<std::string> words;
    for (const Dispute dispute : item.disputes)
        words.push_back(word(dispute));
    return joined(words);
}

yanxun::RowSource disputedRows(const ScoreResult& result) {
    yanxun::RowSource source;
    source.columns = {{"no", tr("编号"), CellKind::text, 6},
                      {"why", tr("分歧"), CellKind::text, 16},
                      {"spread", tr("分差（%）"), CellKind::hundredths, 8}};
    source.each = [&result](const RowSink& sink) {
        for (const ItemResult& item : result.items) {
            if (!item.disputed) continue;
            const std::vector<Value> cells{item.no, disputesOf(item), item.spread};
            sink(cells);
        }
    };
    return source;
}

yanxun::RowSource noteRows(const ScoreResult& result) {
    yanxun::RowSource source;
    source.columns = {{"text", tr("说明"), CellKind::text, 60}};
    source.each = [&result](const RowSink& sink) {
        for (const std::string& note : result.notes) {
            const std::vector<Value> cells{note};
            sink(cells);
        }
    };
    return source;
}

yanxun::RowSource itemRows(const ScoreResult& result) {
    yanxun::RowSource source;
    source.columns = {{"no", tr("编号"), CellKind::text, 6},
                      {"state", tr("情况"), CellKind::text, 8},
                      {"answer", tr("填写"), CellKind::text, 12},
                      {"points", tr("得分"), CellKind::hundredths, 6},
                      {"full", tr("分值"), CellKind::hundredths, 6},
                      {"scored", tr("评分人数"), CellKind::integer, 8},
                      {"na", tr("不适用人数"), CellKind::integer, 8},
                      {"not_observed", tr("未观察人数"), CellKind::integer, 8},
                      {"low", tr("最低"), CellKind::hundredths, 6},
                      {"high", tr("最高"), CellKind::hundredths, 6},
                      {"spread", tr("分差（%）"), CellKind::hundredths, 8},
                      {"veto", tr("否决"), CellKind::text, 8},
                      {"dispute", tr("分歧"), CellKind::text, 12},
                      {"settlement", tr("合议"), CellKind::text, 10},
                      {"reason", tr("说明"), CellKind::text, 30}};
    source.each = [&result](const RowSink& sink) {
        for (const ItemResult& item : result.items) {
            const std::vector<Value> cells{item.no,
                                           word(item.state),
                                           item.answer.given,
                                           item.points,
                                           item.full,
                                           item.scored,
                                           item.notApplicable,
                                           item.notObserved,
                                           item.low,
                                           item.high,
                                           item.spread,
                                           item.veto == VetoState::none ? std::string() : word(item.veto),
                                           disputesOf(item),
                                           word(item.settlement),
                                           item.answer.reason};
            sink(cells);
        }
    };
    return source;
}

} // namespace

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : "、") + word;
    return all;
}

void putResult(yanxun::VerbOutput& out, const ScoreResult& result) {
    out.field("total", tr("总分"), result.total, CellKind::hundredths);
    out.field("coverage", tr("覆盖率（%）"), result.coverage, CellKind::hundredths);
    out.field("grade", tr("等级"), result.grade);
    out.field("grade_computed", tr("计算等级"), result.gradeComputed);
    out.field("verdict", tr("结论"), word(result.verdict));
    out.field("veto", tr("一票否决"), word(result.veto));
    out.field("vetoed_items", tr("否决项"), joined(result.vetoed));
    out.field("expected", tr("应评"), result.expected, CellKind::integer);
    out.field("submitted", tr("实评"), result.submitted, CellKind::integer);
    out.field("aggregate", tr("汇总方式"), word(result.aggregate));
    out.field("total_mode", tr("总分算法"), word(result.totalMode));
    out.field("extra", tr("附加分"), result.extra, CellKind::hundredths);
    out.table("disputed", disputedRows(result));
    out.table("notes", noteRows(result));
    out.table("items", itemRows(result));
}

void putStored(yanxun::VerbOutput& out, const StoredResult& stored) {
    out.field("version", tr("版次"), stored.version, CellKind::integer);
    out.field("sheet", tr("评分表"), stored.sheetId);
    out.field("sheet_version", tr("评分表版本"), stored.sheetVersion, CellKind::integer);
    out.field("evaluator", tr("评估人员"), stored.evaluator);
    out.field("date", tr("评估日期"), stored.scoredOn.ymd(), CellKind::date);
    out.field("remark", tr("总体意见"), stored.remark);
    out.field("inputs_hash", tr("输入校验值"), stored.inputsHash);
    putResult(out, stored.result);
}

} // namespace drills
