#pragma once
#include "core/certificate.h"
#include "core/hours_store.h"

#include <yanxun/data/list_query.h>
#include <yanxun/data/search_index.h>

namespace training {

/// Which certificates a list shows; empty parts do not narrow.
struct CertificateFilter {
    std::string text; ///< part of the name, the unit, the number or the operation
    std::string type;
    bool liveOnly = false;
    std::optional<yanxun::Date> dueUntil; ///< one of the two clocks ends by then
    std::int64_t id = 0;                  ///< the certificate to be shown; does not narrow
};

enum class CertificateOrder { due, name, unit, type, issued };

/// Rows of training_certificate ↔ Certificate. Decides nothing.
namespace certificates {

/// Throws NotFound.
Certificate get(yanxun::Reader& reader, std::int64_t id);
std::optional<Certificate> find(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; a vanished one has id 0.
std::vector<Certificate> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// The one with that type, number, operation and day of issue.
std::optional<Certificate> findByKey(yanxun::Reader& reader, const Certificate& like);
/// All issues of the same paper (type, number, operation), oldest first.
std::vector<Certificate> chainOf(yanxun::Reader& reader, const Certificate& like);
std::vector<Certificate> ofPerson(yanxun::Reader& reader, std::int64_t person);
void each(yanxun::Reader& reader, int year, const std::function<void(const Certificate&)>& use);
/// Live ones of which a clock ends by `day`, the nearest first; limit 0 = all.
void due(yanxun::Reader& reader, yanxun::Date day, std::int64_t limit,
         const std::function<void(const Certificate&)>& use);
std::int64_t dueCount(yanxun::Reader& reader, yanxun::Date day);

yanxun::IdList ids(yanxun::Reader& reader, const CertificateFilter& filter, CertificateOrder order, bool ascending,
        std::int64_t limit);

std::int64_t add(yanxun::Writer& writer, const Certificate& certificate, Source source);
std::int64_t update(yanxun::Writer& writer, const Certificate& certificate);
void remove(yanxun::Writer& writer, const Certificate& certificate);
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
/// Many certificates with ids, indexed too; null ends.
void addMany(yanxun::Writer& writer, const std::function<const Certificate*()>& next, Source source,
             const UidOf& uid);
void index(yanxun::Writer& writer, const Certificate& certificate);
void indexMany(yanxun::Writer& writer, const std::function<const Certificate*()>& next);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
bool usesPerson(yanxun::Reader& reader, std::int64_t person);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);

} // namespace certificates

/// The search kind of certificates.
inline constexpr auto certificateKind = "training.certificate";

} // namespace training
