#pragma once
#include "core/certificate.h"
#include "core/training_class.h"

#include <directory/people.h>
#include <directory/units.h>

namespace training {

/// What a person or a ledger says of a certificate.
struct CertificateDraft {
    std::string name, unitName;
    std::string type, operation, number, issuer; ///< type as written
    yanxun::Date issuedOn;
    std::optional<yanxun::Date> validUntil, reviewDue; ///< empty = as the type's clocks tell
    std::string scan, note;
    Source source = Source::entered;
    bool createUnit = false; ///< an unknown unit is made 待完善 instead of kept as a name
};

/// What people do with certificates. Each method is one action inside the caller's Writer. Issues of one paper (type,
/// number, operation) form a chain by their day of issue: each names the one it replaces, whatever the order they
/// come in.
class CertificateService {
public:
    /// All are borrowed and outlive the service.
    CertificateService(directory::Units& units, directory::People& people, const Rules& rules)
        : units_(units), people_(people), rules_(rules) {}

    /// Throws Error for what is missing or wrong, Conflict when this very issue is there.
    std::int64_t add(yanxun::Writer& writer, const CertificateDraft& draft, bool allowDouble = false);
    std::int64_t edit(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, const CertificateDraft& draft);
    /// 换证: a new issue with the same person, type and operation; `number` "" = the same one.
    std::int64_t renew(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, yanxun::Date issuedOn,
                       const std::string& number, std::optional<yanxun::Date> validUntil);
    /// 复审 passed on `day`; the next one comes from the type's clock.
    void review(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, yanxun::Date day);
    /// 吊销 or 注销, with a reason; back to 有效 too.
    void setStanding(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, Standing to,
                     const std::string& reason);
    /// The chain closes over the gap.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

    void moveToUnit(yanxun::Writer& writer, const std::vector<std::int64_t>& certificates, std::int64_t unit);
    static CertificateDraft draftOf(const Certificate& certificate);
    const Rules& rules() const { return rules_; }

private:
    void fill(yanxun::Writer& writer, Certificate& certificate, const CertificateDraft& draft);
    /// Sets `replaces` and `replaced` along the chain of papers like this one.
    void relink(yanxun::Writer& writer, const Certificate& like);

    directory::Units& units_;
    directory::People& people_;
    const Rules& rules_;
};

} // namespace training
