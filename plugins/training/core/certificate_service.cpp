#include "core/certificate_service.h"

#include "core/certificate_store.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::Conflict;
using yanxun::Date;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;
using yanxun::text::key;

void requireComplete(const CertificateDraft& draft) {
    if (key(draft.name).empty()) throw Error(tr("请填写姓名。"));
    if (key(draft.type).empty()) throw Error(tr("请填写证书类型，例如 特种作业操作证。"));
    if (key(draft.number).empty()) throw Error(tr("请填写证号。"));
    if (!draft.issuedOn.valid()) throw Error(tr("请填写发证日期，例如 2021-05-12。"));
    if (draft.validUntil && *draft.validUntil < draft.issuedOn) throw Error(tr("有效期不能早于发证日期。"));
    if (draft.reviewDue && *draft.reviewDue < draft.issuedOn) throw Error(tr("复审日期不能早于发证日期。"));
    if (draft.reviewDue && draft.validUntil && *draft.reviewDue > *draft.validUntil) {
        throw Error(tr("复审日期不能晚于有效期。"));
    }
}

bool isSamePaper(const Certificate& a, const Certificate& b) {
    return a.type == b.type && yanxun::text::loose(a.number) == yanxun::text::loose(b.number) &&
           a.operation == b.operation;
}

} // namespace

std::int64_t CertificateService::add(Writer& writer, const CertificateDraft& draft, bool allowDouble) {
    Certificate certificate;
    fill(writer, certificate, draft);
    if (!allowDouble && certificates::findByKey(writer, certificate)) {
        throw Conflict(tr("证号 {} 在 {} 发的{}已经登记，没有重复保存。", maskNumber(certificate.number),
                          certificate.issuedOn.iso(), certificate.typeWord));
    }
    certificate.id = certificates::add(writer, certificate, draft.source);
    certificates::index(writer, certificate);
    relink(writer, certificate);
    return certificate.id;
}

std::int64_t CertificateService::edit(Writer& writer, std::int64_t id, std::int64_t revision,
                                      const CertificateDraft& draft) {
    const Certificate before = certificates::get(writer, id);
    if (before.revision != revision) throw Conflict(tr("这份证书已被他人修改，请重新打开后再改。"));
    Certificate certificate = before;
    certificate.validUntil.reset();
    certificate.reviewDue.reset();
    fill(writer, certificate, draft);
    const auto other = certificates::findByKey(writer, certificate);
    if (other && other->id != id)
        throw Conflict(tr("证号 {} 在 {} 发的证书已经登记，请核对。", maskNumber(certificate.number),
                          certificate.issuedOn.iso()));
    certificates::update(writer, certificate);
    certificates::index(writer, certificate);
    if (!isSamePaper(before, certificate) && before.replaces != 0) {
        Certificate alone = certificates::get(writer, id);
        alone.replaces = 0;
        certificates::update(writer, alone);
    }
    relink(writer, before);
    relink(writer, certificate);
    return certificates::get(writer, id).revision;
}

std::int64_t CertificateService::renew(Writer& writer, std::int64_t id, std::int64_t revision, Date issuedOn,
                                       const std::string& number, std::optional<Date> validUntil) {
    Certificate old = certificates::get(writer, id);
    if (old.revision != revision) throw Conflict(tr("这份证书已被他人修改，请重新打开后再改。"));
    if (old.replaced) throw Error(tr("这份证书已经换过新证，请在新证上办理。"));
    if (issuedOn <= old.issuedOn) throw Error(tr("新证的发证日期应晚于旧证的 {}。", old.issuedOn.iso()));
    CertificateDraft draft = draftOf(old);
    draft.issuedOn = issuedOn;
    if (!key(number).empty()) draft.number = number;
    draft.validUntil = validUntil;
    draft.reviewDue.reset();
    const std::int64_t fresh = add(writer, draft);
    Certificate renewed = certificates::get(writer, fresh);
    if (renewed.replaces == id) return fresh;
    // Another number: the chain of papers does not tell, the person did.
    renewed.replaces = id;
    certificates::update(writer, renewed);
    old = certificates::get(writer, id);
    old.replaced = true;
    certificates::update(writer, old);
    return fresh;
}

void CertificateService::review(Writer& writer, std::int64_t id, std::int64_t revision, Date day) {
    Certificate certificate = certificates::get(writer, id);
    certificate.revision = revision;
    if (!isLive(certificate)) throw Error(tr("这份证书已不再使用，不能登记复审。"));
    if (!day.valid() || day < certificate.issuedOn) throw Error(tr("复审日期应在发证日期之后。"));
    if (day > yanxun::localDay(writer.at())) throw Error(tr("复审日期不能晚于今天。"));
    if (!certificate.reviewDue) throw Error(tr("这份证书没有待办的复审。"));
    certificate.reviewDue = nextReview(certificate, rules_, day);
    certificate.reviewedOn = day;
    certificates::update(writer, certificate);
}

void CertificateService::setStanding(Writer& writer, std::int64_t id, std::int64_t revision, Standing to,
                                     const std::string& reason) {
    Certificate certificate = certificates::get(writer, id);
    certificate.revision = revision;
    if (certificate.standing == to) throw Error(tr("这份证书已是这个状态。"));
    if (key(reason).empty()) throw Error(tr("请写明原因。"));
    certificate.standing = to;
    certificate.standingReason = key(reason);
    certificates::update(writer, certificate);
}

void CertificateService::remove(Writer& writer, std::int64_t id, std::int64_t revision) {
    Certificate certificate = certificates::get(writer, id);
    if (certificate.revision != revision) throw Conflict(tr("这份证书已被他人修改，请重新打开后再删除。"));
    if (certificate.replaces != 0) {
        if (auto old = certificates::find(writer, certificate.replaces)) {
            old->replaced = false;
            certificates::update(writer, *old);
        }
    }
    for (Certificate next : certificates::chainOf(writer, certificate)) {
        if (next.replaces != id) continue;
        next.replaces = certificate.replaces;
        certificates::update(writer, next);
    }
    certificates::remove(writer, certificate);
    relink(writer, certificate);
}

void CertificateService::moveToUnit(Writer& writer, const std::vector<std::int64_t>& moved, std::int64_t unit) {
    for (const std::int64_t id : moved) {
        auto certificate = certificates::find(writer, id);
        if (!certificate) continue;
        certificate->unitId = unit;
        certificates::update(writer, *certificate);
    }
}

CertificateDraft CertificateService::draftOf(const Certificate& c) {
    CertificateDraft draft;
    draft.name = c.personName;
    draft.unitName = c.unitName;
    draft.type = c.typeWord;
    draft.operation = c.operation;
    draft.number = c.number;
    draft.issuer = c.issuer;
    draft.issuedOn = c.issuedOn;
    draft.validUntil = c.validUntil;
    draft.reviewDue = c.reviewDue;
    draft.scan = c.scan;
    draft.note = c.note;
    return draft;
}

void CertificateService::fill(Writer& writer, Certificate& c, const CertificateDraft& draft) {
    requireComplete(draft);
    const std::string name = key(draft.name), unitName = key(draft.unitName);
    const bool isOther = c.id == 0 || name != c.personName || unitName != c.unitName;
    c.personName = name;
    if (isOther) {
        c.personId = 0;
        c.unitId = 0;
        c.unitName = unitName;
        auto unit = unitName.empty() ? std::nullopt : units_.find(writer, unitName);
        if (!unit && draft.createUnit && !unitName.empty())
            unit = units_.create(writer, {unitName, {}, "training.certificates"});
        if (unit) {
            c.unitId = unit->id;
            c.unitName = unit->name;
            const std::int64_t alike = people_.count(writer, name, unit->id);
            if (alike == 1) c.personId = people_.find(writer, name, unit->id)->id;
            if (alike == 0) c.personId = people_.create(writer, {name, unit->id, {}, "training.certificates"}).id;
        }
    }
    c.typeWord = key(draft.type);
    const CertificateType* const type = rules_.certificateType(draft.type);
    c.type = type ? type->id : c.typeWord;
    c.operation = key(draft.operation);
    c.number = key(draft.number);
    c.issuer = key(draft.issuer);
    c.issuedOn = draft.issuedOn;
    c.validUntil = draft.validUntil;
    c.reviewDue = draft.reviewDue;
    c.scan = key(draft.scan);
    c.note = yanxun::text::clean(draft.note);
    fillClocks(c, rules_);
}

void CertificateService::relink(Writer& writer, const Certificate& like) {
    std::int64_t previous = 0;
    const auto chain = certificates::chainOf(writer, like);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        Certificate one = chain[i];
        const bool last = i + 1 == chain.size();
        // The ends of the chain may be tied to papers of other numbers by hand.
        if (previous != 0) one.replaces = previous;
        one.replaced = last ? one.replaced : true;
        previous = one.id;
        if (one.replaces != chain[i].replaces || one.replaced != chain[i].replaced) certificates::update(writer, one);
    }
}

} // namespace training
