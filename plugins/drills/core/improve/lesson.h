#pragma once
#include <yanxun/data/database.h>
#include <yanxun/date.h>

#include <string>
#include <vector>

namespace drills {

enum class LessonKind { strength = 1, experience = 2, warning = 3 };              ///< 优点 经验 教训
enum class RevisionState { suggested = 1, accepted = 2, refused = 3, adopted = 4 }; ///< 已提出 已采纳 未采纳 已修订

/// What is worth knowing in later years: a strength of one drill, an experience, a lesson learned.
struct Lesson {
    std::int64_t id = 0, revision = 0;
    std::int64_t drillId = 0;
    LessonKind kind = LessonKind::experience;
    std::string itemNo, text, tags, appliesTo; ///< tags separated by spaces
    std::string author;
    yanxun::Date at;
    std::string drillName; ///< read only
    yanxun::Date heldOn;   ///< read only
};

/// 预案修订建议 (突发事件应对法 2024 第28条): from a finding to the version that took it up.
struct PlanRevision {
    std::int64_t id = 0, revision = 0;
    std::int64_t findingId = 0, drillId = 0;
    std::string plan, clause, suggestion;
    RevisionState state = RevisionState::suggested;
    std::string note, adoptedVersion, askedBy, decidedBy;
};

std::string word(LessonKind kind);
std::string word(RevisionState state);
LessonKind lessonKindOf(const std::string& word); ///< throws Error

namespace lessons {

std::int64_t add(yanxun::Writer& writer, Lesson lesson);
void edit(yanxun::Writer& writer, Lesson lesson);
void remove(yanxun::Writer& writer, std::int64_t id);
Lesson get(yanxun::Reader& reader, std::int64_t id);
std::vector<Lesson> ofDrill(yanxun::Reader& reader, std::int64_t drill);
/// Over all years, newest first: text, tags or appliesTo contain every word of `query`; one tag exactly. Empty = all.
std::vector<Lesson> find(yanxun::Reader& reader, const std::string& query, const std::string& tag);
/// Every tag in use, the most used first.
std::vector<std::string> tags(yanxun::Reader& reader);
void removeOfDrill(yanxun::Writer& writer, std::int64_t drill);

} // namespace lessons

namespace revisions {

/// The finding's plan and clause unless others are given.
std::int64_t suggest(yanxun::Writer& writer, PlanRevision revision);
/// By somebody else than who suggested; a refusal needs a reason.
void decide(yanxun::Writer& writer, std::int64_t id, bool accept, const std::string& note);
/// The version of the plan that took it up.
void adopt(yanxun::Writer& writer, std::int64_t id, const std::string& version);
std::vector<PlanRevision> ofDrill(yanxun::Reader& reader, std::int64_t drill);
std::vector<PlanRevision> all(yanxun::Reader& reader);
PlanRevision get(yanxun::Reader& reader, std::int64_t id);

} // namespace revisions
} // namespace drills
