#include "core/improve/lesson_store.h"

#include "core/finding_store.h"
#include "core/run/script.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills {

using yanxun::Error;
using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

namespace lessons {
namespace {

constexpr std::string_view select =
    "SELECT l.id, l.revision, l.drill_id, l.kind, l.item_no, l.body, l.tags, l.applies_to, l.author, l.at_ymd, d.name,"
    " d.held_ymd FROM drills_lesson l JOIN drills_drill d ON d.id = l.drill_id ";

Lesson lessonOf(const Row& row) {
    Lesson l;
    l.id = row.integer(0);
    l.revision = row.integer(1);
    l.drillId = row.integer(2);
    l.kind = LessonKind(row.integer(3));
    l.itemNo = row.str(4);
    l.text = row.str(5);
    l.tags = row.str(6);
    l.appliesTo = row.str(7);
    l.author = row.str(8);
    l.at = yanxun::Date::fromYmd(row.integer(9));
    l.drillName = row.str(10);
    l.heldOn = yanxun::Date::fromYmd(row.integer(11));
    return l;
}

yanxun::Fields fieldsOf(const Lesson& l) {
    return {{"drill_id", l.drillId}, {"kind", int(l.kind)},      {"item_no", l.itemNo},
            {"body", l.text},        {"tags", l.tags},           {"applies_to", l.appliesTo},
            {"author", l.author},    {"at_ymd", l.at.ymd()}};
}

} // namespace

std::int64_t insert(Writer& writer, const Lesson& lesson) {
    yanxun::Fields fields = fieldsOf(lesson);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_lesson", fields);
}

void update(Writer& writer, const Lesson& lesson) {
    writer.update("drills_lesson", lesson.id, lesson.revision, fieldsOf(lesson));
}

void erase(Writer& writer, const Lesson& lesson) { writer.remove("drills_lesson", lesson.id, lesson.revision); }

void each(Reader& reader, const std::function<void(const Lesson&)>& use) {
    reader.each(std::string(select) + "ORDER BY l.at_ymd DESC, l.id DESC", [&](const Row& row) { use(lessonOf(row)); });
}

Lesson get(Reader& reader, std::int64_t id) {
    Lesson found;
    if (!reader.one(std::string(select) + "WHERE l.id = ?", {id}, [&](const Row& row) { found = lessonOf(row); })) {
        throw yanxun::NotFound(tr("这条经验已不存在，可能已被删除，请刷新。"));
    }
    return found;
}

std::vector<Lesson> ofDrill(Reader& reader, std::int64_t drill) {
    std::vector<Lesson> all;
    reader.each(std::string(select) + "WHERE l.drill_id = ? ORDER BY l.id", {drill},
                [&](const Row& row) { all.push_back(lessonOf(row)); });
    return all;
}

} // namespace lessons

namespace revisions {
namespace {

std::vector<PlanRevision> where(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<PlanRevision> found;
    reader.each("SELECT id, revision, finding_id, drill_id, plan, clause, suggestion, status, note, adopted_version,"
                " asked_by, decided_by FROM drills_plan_revision " + condition,
                values, [&](const Row& row) {
                    found.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.str(4), row.str(5),
                                     row.str(6), RevisionState(row.integer(7)), row.str(8), row.str(9), row.str(10),
                                     row.str(11)});
                });
    return found;
}

} // namespace

std::int64_t suggest(Writer& writer, PlanRevision r) {
    const Finding finding = findings::get(writer, r.findingId);
    if (r.plan.empty()) r.plan = finding.plan;
    if (r.clause.empty()) r.clause = finding.clause;
    r.plan = yanxun::text::key(r.plan);
    r.suggestion = prose(r.suggestion);
    if (r.plan.empty()) throw Error(tr("请写明要修订哪一份预案。"));
    if (r.suggestion.empty()) throw Error(tr("请写明修订建议。"));
    return writer.insert("drills_plan_revision", {{"uid", yanxun::newUid(writer.at())},
                                                  {"finding_id", r.findingId},
                                                  {"drill_id", finding.drillId},
                                                  {"plan", r.plan},
                                                  {"clause", yanxun::text::key(r.clause)},
                                                  {"suggestion", r.suggestion},
                                                  {"status", int(RevisionState::suggested)},
                                                  {"asked_by", writer.who()}});
}

void decide(Writer& writer, std::int64_t id, bool accept, const std::string& note) {
    const PlanRevision r = get(writer, id);
    if (r.state != RevisionState::suggested) throw Error(tr("这条修订建议{}，不能再审。", word(r.state)));
    if (yanxun::text::key(r.askedBy) == yanxun::text::key(writer.who())) {
        throw Error(tr("修订建议是“{}”提出的，不能由本人审定。", r.askedBy));
    }
    if (!accept && yanxun::text::key(note).empty()) throw Error(tr("不采纳要写明理由。"));
    writer.update("drills_plan_revision", id, r.revision,
                  {{"status", int(accept ? RevisionState::accepted : RevisionState::refused)},
                   {"note", prose(note)},
                   {"decided_by", writer.who()}});
}

void adopt(Writer& writer, std::int64_t id, const std::string& version) {
    const PlanRevision r = get(writer, id);
    if (r.state != RevisionState::accepted) throw Error(tr("修订建议现在是“{}”，采纳之后才能登记修订后的版本。", word(r.state)));
    const std::string given = yanxun::text::key(version);
    if (given.empty()) throw Error(tr("请写明修订后的预案版本，例如 2021-2。"));
    writer.update("drills_plan_revision", id, r.revision,
                  {{"status", int(RevisionState::adopted)}, {"adopted_version", given}});
}

std::vector<PlanRevision> ofDrill(Reader& reader, std::int64_t drill) {
    return where(reader, "WHERE drill_id = ? ORDER BY id", {drill});
}

std::vector<PlanRevision> all(Reader& reader) { return where(reader, "ORDER BY status, id DESC", {}); }

PlanRevision get(Reader& reader, std::int64_t id) {
    const std::vector<PlanRevision> found = where(reader, "WHERE id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这条修订建议已不存在，请刷新。"));
    return found.front();
}

} // namespace revisions
} // namespace drills
