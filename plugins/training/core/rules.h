#pragma once
#include "core/hours.h"

#include <filesystem>
#include <map>

namespace training {

/// 证书类型: its two clocks and when to warn, as templates/rules/training_certificates.xml says.
struct CertificateType {
    std::string id, title;
    std::vector<std::string> also;   ///< other words ledgers use
    std::int64_t validityMonths = 0; ///< 0 = no end told
    std::int64_t reviewMonths = 0;   ///< 0 = no 复审
    std::string basis, mark;
};

/// One part an archive must have (templates/rules/training_archives.xml).
struct ArchivePart {
    std::string id, title, basis, mark;
    std::string scope;   ///< class person unit: 一期一档 一人一档 一企一档
    std::string derived; ///< what of the records already proves it («place», «exam» …); "" = must be filed
};

/// What the law asks, as data: hours, certificate clocks, archive parts. Rows switched off are known and not applied.
class Rules {
public:
    Rules() = default;
    /// Reads training_hours.xml, training_certificates.xml and training_archives.xml, of each the first found in
    /// `folders`. Throws Unavailable when one is missing or damaged, Error when a row breaks the format.
    static Rules load(const std::vector<std::filesystem::path>& folders);

    const std::vector<HoursRule>& hours() const { return hours_; }
    const std::vector<CertificateType>& certificateTypes() const { return types_; }
    /// Days before the end at which to warn, the longest first: 180 90 30.
    const std::vector<std::int64_t>& warnDays() const { return warnDays_; }
    std::vector<ArchivePart> partsOf(const std::string& scope) const;

    /// By id, title or another word; null when nobody knows the word.
    const CertificateType* certificateType(const std::string& word) const;
    /// What people read for a stored type: the title of a known one, else the word itself.
    std::string titleOf(const std::string& type) const;

private:
    std::vector<HoursRule> hours_;
    std::vector<CertificateType> types_;
    std::vector<std::int64_t> warnDays_{180, 90, 30};
    std::vector<ArchivePart> parts_;
};

} // namespace training
