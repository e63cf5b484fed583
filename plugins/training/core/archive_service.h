#pragma once
#include "core/archive_store.h"
#include "core/rules.h"
#include "core/training_class.h"

namespace training {

/// One line of a checklist.
struct ChecklistLine {
    ArchivePart part;
    bool present = false;
    bool derived = false; ///< the records prove it: nothing need be filed
    std::string document; ///< what was filed, or which record proves it
    std::optional<yanxun::Date> filedOn;
};

/// 一期一档, 一人一档, 一企一档: which parts are there and which are missing. `scope` is class, person or unit,
/// `subject` the id of the class, person or unit.
class ArchiveService {
public:
    explicit ArchiveService(const Rules& rules) : rules_(rules) {}

    std::vector<ChecklistLine> checklist(yanxun::Reader& reader, const std::string& scope,
                                         std::int64_t subject) const;
    /// Hands a part in, or says anew what it is. Throws Error for an unknown part.
    void file(yanxun::Writer& writer, const std::string& scope, std::int64_t subject, const std::string& part,
              const std::string& document);
    /// Takes it out again. Throws Error when it was not handed in.
    void takeOut(yanxun::Writer& writer, const std::string& scope, std::int64_t subject, const std::string& part);

    /// «讲义、考勤»: titles of the parts a class lacks; `filed` are the ids handed in, the rest the class itself
    /// tells.
    std::string missing(const TrainingClass& one, const std::vector<std::string>& filed, bool attendanceTaken) const;

private:
    const Rules& rules_;
};

/// What the class's own row proves of a derived part.
bool provesPart(const TrainingClass& one, const std::string& derived, bool attendanceTaken);

} // namespace training
