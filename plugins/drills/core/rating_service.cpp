#include "core/rating_service.h"

#include "core/drill_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

void requireRateable(const Drill& drill) {
    if (drill.status == Status::archived) throw Error(tr("演练“{}”已归档，不能再评分。", drill.name));
    if (!tookPlace(drill.status)) {
        throw Error(tr("演练“{}”现在是“{}”，结束后才能评分。", drill.name, word(drill.status)));
    }
}

void requireComplete(const ScoreSheet& sheet, const Answers& answers) {
    for (const auto& [no, answer] : answers) {
        if (!sheet.item(no)) throw Error(tr("评分表“{}”没有第 {} 项。", sheet.title, no));
    }
    std::string open;
    for (const auto& no : blanks(sheet, answers)) open += (open.empty() ? "" : "、") + no;
    if (!open.empty()) throw Error(tr("还有评估项没有填写：{}。没有看到的请选“未观察”。", open));
}

} // namespace

const ScoreSheet& RatingService::sheet(const std::string& id, int version) const {
    const ScoreSheet* found = nullptr;
    for (const ScoreSheet& sheet : sheets_) {
        if (sheet.id != id || (version != 0 && sheet.version != version)) continue;
        if (!found || found->version < sheet.version) found = &sheet;
    }
    if (!found) throw yanxun::NotFound(tr("没有评分表“{}”。", id));
    return *found;
}

std::string RatingService::titleOf(const StoredResult& stored) const {
    for (const ScoreSheet& sheet : sheets_) {
        if (sheet.id == stored.sheetId && sheet.version == stored.sheetVersion) return sheet.title;
    }
    return stored.sheetId;
}

StoredResult RatingService::rate(yanxun::Writer& writer, std::int64_t id, std::int64_t revision,
                                 const ScoreSheet& sheet, const Answers& answers, const std::string& evaluator,
                                 const std::string& remark) {
    Drill drill = store::get(writer, id);
    requireRateable(drill);
    requireComplete(sheet, answers);
    if (yanxun::text::key(evaluator).empty()) throw Error(tr("请填写评估人员。"));

    StoredResult stored;
    stored.sheetId = sheet.id;
    stored.sheetVersion = sheet.version;
    stored.evaluator = yanxun::text::key(evaluator);
    stored.scoredOn = yanxun::localDay(writer.at());
    stored.remark = remark;
    stored.result = score(sheet, answers);

    drill.revision = revision;
    drill.panelScore = stored.result.total;
    drill.panelGrade = stored.result.grade;
    store::update(writer, drill);
    stored.version = results::add(writer, id, stored);
    return stored;
}

} // namespace drills
