#pragma once
#include "core/rules.h"

#include <yanxun/calendar.h>

namespace training {

/// What was decided about a certificate; all else follows from its days.
enum class Standing { valid = 1, revoked = 2, cancelled = 3 }; ///< 有效 吊销 注销

/// How a certificate stands on a day.
enum class CertificateState { valid, dueSoon, reviewOverdue, expired, replaced, revoked, cancelled };

/// 证书: each issue is one; a renewed one names the one it replaces. Two clocks: validity and review.
struct Certificate {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t personId = 0; ///< 0 = a name only
    std::string personName;
    std::int64_t unitId = 0;
    std::string unitName;
    std::string type;      ///< id of a CertificateType, or the word of one nobody knows
    std::string typeWord;  ///< as it was written
    std::string operation; ///< 作业类别 / 准操项目
    std::string number, issuer;
    yanxun::Date issuedOn;
    std::optional<yanxun::Date> validUntil; ///< last day
    std::optional<yanxun::Date> reviewDue;  ///< last day for the next review
    std::optional<yanxun::Date> reviewedOn; ///< the last one
    Standing standing = Standing::valid;
    std::string standingReason;
    std::int64_t replaces = 0; ///< 0 = the first
    bool replaced = false;
    std::string scan, note;
};

/// Puts the days the type's clocks tell where none were given. Returns true when it had to.
bool fillClocks(Certificate& certificate, const Rules& rules);
/// After a review on `done`: the next one, unless the certificate ends before.
std::optional<yanxun::Date> nextReview(const Certificate& certificate, const Rules& rules, yanxun::Date done);
/// The nearer of the two clocks; empty when neither runs.
std::optional<yanxun::Date> nextDue(const Certificate& certificate);
/// True when the clocks matter: valid and not replaced.
bool isLive(const Certificate& certificate);
CertificateState stateOf(const Certificate& certificate, const Rules& rules, yanxun::Date day);
std::string word(CertificateState state);
yanxun::Tone toneOf(CertificateState state);
/// Which warning holds with so many days left: «已过期», «30 天内», «90 天内», «180 天内»; "" beyond.
std::string warningOf(const Rules& rules, std::int64_t daysLeft);
/// Numbers often hold an identity number: the first six characters and stars, everywhere the same.
std::string maskNumber(const std::string& number);

} // namespace training
