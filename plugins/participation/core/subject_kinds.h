#pragma once
#include <participation/records.h>

#include <vector>

namespace participation {

/// The sorts of things people take part in. Filled while plugins start, read from any thread afterwards.
class SubjectKinds {
public:
    /// Throws Error when the kind is already there.
    void add(SubjectKind kind);
    const SubjectKind* find(std::string_view kind) const;
    /// Throws Error with a sentence when the plugin that owns it is not running.
    const SubjectKind& require(std::string_view kind) const;
    const std::vector<SubjectKind>& all() const { return kinds_; }
    /// «李家村防汛演练 2021-06-16», or «演练 12» when its owner does not say.
    std::string describe(yanxun::Reader& reader, const Subject& subject) const;
    std::string title(const Subject& subject) const;

private:
    std::vector<SubjectKind> kinds_;
};

} // namespace participation
