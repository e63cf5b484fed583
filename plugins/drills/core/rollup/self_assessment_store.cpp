#include "core/drill_store.h"
#include "core/rollup/self_assessment.h"

#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::selves {
namespace {

using yanxun::Error;
using yanxun::Row;
using yanxun::tr;

constexpr std::int64_t fullScore = 10'000;
constexpr std::string_view select =
    "SELECT id, revision, drill_id, audience, source, people, score, remark FROM drills_self_assessment ";

SelfAssessment assessmentOf(const Row& row) {
    return {row.integer(0),      row.integer(1), row.integer(2), Audience(row.integer(3)), row.str(4),
            int(row.integer(5)), row.integer(6), row.str(7)};
}

void requireSound(yanxun::Reader& reader, const SelfAssessment& one) {
    const auto drill = store::find(reader, one.drillId);
    if (!drill) throw yanxun::NotFound(tr("没有编号为 {} 的演练。", one.drillId));
    if (!tookPlace(drill->status)) throw Error(tr("演练“{}”还没有开展，不能登记自评或满意度。", drill->name));
    if (one.source.empty()) throw Error(tr("请写明由谁评价，例如单位名称或“现场问卷”。"));
    if (one.people < 1) throw Error(tr("评价人数应当至少为 1。"));
    if (one.score < 0 || one.score > fullScore) throw Error(tr("评分应在 0 到 100 之间。"));
}

} // namespace

std::vector<SelfAssessment> of(yanxun::Reader& reader, std::int64_t drill) {
    std::vector<SelfAssessment> all;
    reader.each(std::string(select) + "WHERE drill_id = ? ORDER BY id", {drill},
                [&](const Row& row) { all.push_back(assessmentOf(row)); });
    return all;
}

std::int64_t put(yanxun::Writer& writer, SelfAssessment one) {
    one.source = yanxun::text::key(one.source);
    requireSound(writer, one);
    yanxun::Fields fields{{"drill_id", one.drillId}, {"audience", int(one.audience)}, {"source", one.source},
                          {"people", one.people},    {"score", one.score},            {"remark", one.remark}};
    if (one.id != 0) {
        writer.update("drills_self_assessment", one.id, one.revision, fields);
        return one.id;
    }
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_self_assessment", fields);
}

void remove(yanxun::Writer& writer, std::int64_t id) {
    std::optional<std::int64_t> revision;
    writer.one("SELECT revision FROM drills_self_assessment WHERE id = ?", {id},
               [&](const Row& row) { revision = row.integer(0); });
    if (!revision) throw yanxun::NotFound(tr("没有编号为 {} 的自评或满意度记录。", id));
    writer.remove("drills_self_assessment", id, *revision);
}

void removeAll(yanxun::Writer& writer, std::int64_t drill) {
    for (const SelfAssessment& one : of(writer, drill)) writer.remove("drills_self_assessment", one.id, one.revision);
}

} // namespace drills::selves
