#pragma once
#include "core/run/script.h"

#include <yanxun/data/database.h>

namespace drills {

/// What people do with a script. Each method is one action inside the caller's Writer. What changes an approved script
/// makes it a draft of the next version; while the drill runs or after it nothing of it changes.
class ScriptService {
public:
    /// A new line (no 0 = the next number), returns its number. A phase that is named and not there is made.
    std::int64_t addLine(yanxun::Writer& writer, ScriptLine line) const;
    /// Changes a line, found by its number; `line.revision` 0 = as it stands. Throws Conflict, NotFound.
    void editLine(yanxun::Writer& writer, ScriptLine line) const;
    void removeLine(yanxun::Writer& writer, std::int64_t drill, std::int64_t no) const;
    /// A new line, and all lines at its time or later go `shift` seconds later: «插入并顺延».
    std::int64_t insertLine(yanxun::Writer& writer, ScriptLine line, std::int64_t shift) const;
    /// All lines, or those from the time of line `from` (0 = all) on, by `seconds`: the gaps between them stay.
    void shift(yanxun::Writer& writer, std::int64_t drill, std::int64_t from, std::int64_t seconds) const;
    /// Numbers 1, 2, 3 … in the order of time; conditions follow.
    void renumber(yanxun::Writer& writer, std::int64_t drill) const;
    /// What a line waits for; see parseConditions().
    void setConditions(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const Conditions& conditions) const;

    /// Phases in the given order; renames by number, makes what is new, removes what no line uses any more.
    void setPhases(yanxun::Writer& writer, std::int64_t drill, const std::vector<std::string>& names) const;
    /// What the scenario's clock shows at T+0, seconds since midnight.
    void setScenarioStart(yanxun::Writer& writer, std::int64_t drill, std::optional<std::int64_t> start) const;

    void submit(yanxun::Writer& writer, std::int64_t drill) const;
    /// Not by whoever wrote or handed it in. Keeps the approved copy.
    void approve(yanxun::Writer& writer, std::int64_t drill) const;
    void giveBack(yanxun::Writer& writer, std::int64_t drill, const std::string& reason) const;

    /// The script of another drill into one that has none: what is new is a draft.
    void copy(yanxun::Writer& writer, std::int64_t from, std::int64_t to) const;

    /// Throws Error with a sentence when the script of the drill cannot be changed now.
    void requireChangeable(yanxun::Reader& reader, std::int64_t drill) const;

private:
    Script changing(yanxun::Writer& writer, std::int64_t drill) const;
};

} // namespace drills
