#include "table/ledger_headings.h"
#include "table/workbook_copy.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

std::string outcomeOf(const ImportRow& row) {
    std::string outcome;
    switch (row.action) {
    case ImportAction::create: outcome = tr("新建"); break;
    case ImportAction::update: outcome = tr("更新"); break;
    case ImportAction::skip: outcome = tr("跳过"); break;
    case ImportAction::error: return tr("错误");
    }
    const bool warned = std::any_of(row.messages.begin(), row.messages.end(),
                                    [](const ImportMessage& m) { return m.level == ImportLevel::warning; });
    return warned && row.doubleOf == 0 ? outcome + tr("（有警告）") : outcome;
}

std::string reasonOf(const ImportRow& row, const ImportPlan& plan) {
    std::vector<std::string> reasons;
    for (const auto& message : row.messages) reasons.push_back(message.text);
    if (row.action == ImportAction::skip && row.doubleOf == 0) {
        reasons.push_back(plan.options.mode == ImportMode::add ? tr("已有相同的记录。") : tr("已有相同的记录，没有需要改动的内容。"));
    }
    for (auto fix = plan.fixes.lower_bound({row.number, ""}); fix != plan.fixes.end() && fix->first.first == row.number; ++fix) {
        reasons.push_back(tr("预览时已改为“{}”。", fix->second));
    }
    std::string all;
    for (const auto& reason : reasons) all += reason;
    return all;
}

} // namespace

void Importer::writeResult(const ImportPlan& plan, const std::filesystem::path& out, Progress& progress) {
    if (TableFile::open(plan.grid.file)->sha256() != plan.grid.fileSha256) {
        throw Conflict(tr("“{}”在预览之后被改动过，请重新导入。", plan.grid.file.filename().string()));
    }
    std::map<int, std::vector<std::string>> texts;
    for (const ImportRow& row : plan.rows) texts[row.number] = {outcomeOf(row), reasonOf(row, plan)};
    copyWithColumns(plan.grid.file, plan.grid.sheetIndex, {kResultHeading, kReasonHeading}, plan.mapping.headerLast, texts,
                    out, progress);
}

} // namespace yanxun
