#pragma once
#include "core/record_store.h"
#include "core/subject_kinds.h"

namespace participation {

/// Joins headcounts and names. Every writing method works inside the caller's transaction and tells the subject's
/// owner when the reported number moved.
class RecordService final : public Records {
public:
    void registerSubject(SubjectKind kind) override { kinds_.add(std::move(kind)); }
    std::int64_t put(yanxun::Writer& writer, const Subject& subject, const Entry& entry) override;
    void putNames(yanxun::Writer& writer, std::int64_t entry, const std::vector<Named>& names) override;
    std::vector<Entry> of(yanxun::Reader& reader, const Subject& subject) const override;
    std::vector<Named> names(yanxun::Reader& reader, std::int64_t entry) const override;
    std::int64_t reported(yanxun::Reader& reader, const Subject& subject) const override;
    void removeAll(yanxun::Writer& writer, const Subject& subject) override;
    void addMany(yanxun::Writer& writer, const std::string& kind,
                 const std::function<bool(std::int64_t& subjectId, Entry& entry)>& next) override;

    /// Takes one entry back with its names. Throws NotFound, Conflict.
    void remove(yanxun::Writer& writer, std::int64_t entry, std::int64_t revision);
    const SubjectKinds& kinds() const { return kinds_; }

private:
    /// Does the work and tells the owner if the subject's number is another afterwards.
    void changing(yanxun::Writer& writer, const Subject& subject, const std::function<void()>& work);
    SubjectKinds kinds_;
};

} // namespace participation
