#include "core/certificate.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {

using yanxun::Date;
using yanxun::Tone;
using yanxun::tr;

bool fillClocks(Certificate& certificate, const Rules& rules) {
    const CertificateType* const type = rules.certificateType(certificate.type);
    if (!type) return false;
    bool filled = false;
    if (!certificate.validUntil && type->validityMonths > 0) {
        certificate.validUntil = addMonths(certificate.issuedOn, type->validityMonths);
        filled = true;
    }
    if (!certificate.reviewDue && !certificate.reviewedOn && type->reviewMonths > 0) {
        certificate.reviewDue = nextReview(certificate, rules, certificate.issuedOn);
        filled = filled || certificate.reviewDue;
    }
    return filled;
}

std::optional<Date> nextReview(const Certificate& certificate, const Rules& rules, Date done) {
    const CertificateType* const type = rules.certificateType(certificate.type);
    if (!type || type->reviewMonths <= 0) return std::nullopt;
    // Counted from the issue, not from the day it was done: a review done early does not move the later ones.
    for (std::int64_t months = type->reviewMonths;; months += type->reviewMonths) {
        const Date due = addMonths(certificate.issuedOn, months);
        if (certificate.validUntil && due >= *certificate.validUntil) return std::nullopt;
        if (months > 1200) return std::nullopt;
        const bool isThisOne = certificate.reviewDue && due <= *certificate.reviewDue && done > certificate.issuedOn;
        if (due > done && !isThisOne) return due;
    }
}

std::optional<Date> nextDue(const Certificate& certificate) {
    if (!certificate.validUntil) return certificate.reviewDue;
    if (!certificate.reviewDue) return certificate.validUntil;
    return std::min(*certificate.validUntil, *certificate.reviewDue);
}

bool isLive(const Certificate& certificate) {
    return certificate.standing == Standing::valid && !certificate.replaced;
}

CertificateState stateOf(const Certificate& certificate, const Rules& rules, Date day) {
    if (certificate.standing == Standing::revoked) return CertificateState::revoked;
    if (certificate.standing == Standing::cancelled) return CertificateState::cancelled;
    if (certificate.replaced) return CertificateState::replaced;
    if (certificate.validUntil && *certificate.validUntil < day) return CertificateState::expired;
    if (certificate.reviewDue && *certificate.reviewDue < day) return CertificateState::reviewOverdue;
    const auto due = nextDue(certificate);
    const bool soon = due && !rules.warnDays().empty() && due->days() - day.days() <= rules.warnDays().front();
    return soon ? CertificateState::dueSoon : CertificateState::valid;
}

std::string word(CertificateState state) {
    switch (state) {
    case CertificateState::valid:
        return tr("有效");
    case CertificateState::dueSoon:
        return tr("即将到期");
    case CertificateState::reviewOverdue:
        return tr("逾期未复审");
    case CertificateState::expired:
        return tr("已过期");
    case CertificateState::replaced:
        return tr("已换证");
    case CertificateState::revoked:
        return tr("已吊销");
    case CertificateState::cancelled:
        return tr("已注销");
    }
    return {};
}

Tone toneOf(CertificateState state) {
    switch (state) {
    case CertificateState::valid:
        return Tone::good;
    case CertificateState::dueSoon:
        return Tone::warning;
    case CertificateState::reviewOverdue:
    case CertificateState::expired:
    case CertificateState::revoked:
        return Tone::bad;
    case CertificateState::replaced:
    case CertificateState::cancelled:
        break;
    }
    return Tone::neutral;
}

std::string warningOf(const Rules& rules, std::int64_t daysLeft) {
    if (daysLeft < 0) return tr("已过期");
    std::string warning;
    for (const std::int64_t days : rules.warnDays()) {
        if (daysLeft <= days) warning = tr("{} 天内", days);
    }
    return warning;
}

std::string maskNumber(const std::string& number) {
    constexpr std::size_t shown = 6;
    std::string masked;
    std::size_t at = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(number[i]) & 0xC0) != 0x80; // of a character
        if (begins) ++at;
        if (at <= shown) {
            masked += number[i];
        } else if (begins) {
            masked += '*';
        }
    }
    return masked;
}

} // namespace training
