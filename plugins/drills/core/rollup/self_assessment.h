#pragma once
#include <yanxun/data/database.h>
#include <yanxun/verb.h>

namespace drills {

enum class Audience { participants = 1, publicPeople = 2 }; ///< 参演人员自评 群众满意度

/// What those who took part, or the public, say of a drill. It stands beside the evaluation and never goes into its
/// total.
struct SelfAssessment {
    std::int64_t id = 0, revision = 0, drillId = 0;
    Audience audience = Audience::participants;
    std::string source; ///< a unit, «现场问卷»
    int people = 0;
    std::int64_t score = 0; ///< 1/100 point, 0 … 100
    std::string remark;
};

/// Both sides of a drill, each by itself: people asked, and their mean weighted by people, rounded half up to 0.1.
struct SelfSummary {
    std::int64_t sheets = 0, people = 0;
    std::optional<std::int64_t> mean; ///< 1/100
};
SelfSummary summaryOf(const std::vector<SelfAssessment>& all, Audience audience);

namespace selves {

std::vector<SelfAssessment> of(yanxun::Reader& reader, std::int64_t drill);
/// New (id 0) or changed; throws Error with a sentence for what is missing, NotFound for a drill that is not there or
/// has not taken place.
std::int64_t put(yanxun::Writer& writer, SelfAssessment assessment);
void remove(yanxun::Writer& writer, std::int64_t id);
void removeAll(yanxun::Writer& writer, std::int64_t drill);

} // namespace selves

std::string word(Audience audience);
std::optional<Audience> audienceOf(std::string_view word);
/// drills.selves, self-put, self-remove
std::vector<yanxun::Verb> selfVerbs();

} // namespace drills
