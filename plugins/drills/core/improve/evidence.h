#pragma once
#include <yanxun/data/attachments.h>
#include <yanxun/date.h>

#include <optional>
#include <string>
#include <vector>

namespace drills {

/// Whose evidence it is; the numbers are stored.
enum class EvidenceOwner { drill = 1, finding = 2, action = 3, observation = 4, document = 5, verification = 6 };

/// 佐证: a photo or paper that proves something of a drill.
struct Evidence {
    std::int64_t id = 0, revision = 0;
    EvidenceOwner owner = EvidenceOwner::drill;
    std::int64_t ownerId = 0, drillId = 0;
    std::string sha256, name, caption;
    std::int64_t size = 0;
    std::optional<yanxun::Date> taken;
    std::string addedBy;
    yanxun::Millis addedAt = 0;

    bool isPicture() const; ///< by the ending of its name: jpg, jpeg, png
};

/// The same content in another drill.
struct SharedEvidence {
    Evidence evidence;
    std::string drillName;
    yanxun::Date heldOn;
};

namespace evidence {

/// What add() did; `elsewhere` is to be shown to the person: a photo cannot show two drills.
struct Added {
    std::int64_t id = 0;
    std::vector<SharedEvidence> elsewhere;
};

/// Keeps the file and its row. The same file of the same owner is Conflict. Throws like yanxun::keepFile.
Added add(yanxun::Writer& writer, const Evidence& what, const std::filesystem::path& file);
/// The row; its content stays among the attachments. Throws NotFound.
void remove(yanxun::Writer& writer, std::int64_t id);
/// All of one owner, of a drill.
void removeOf(yanxun::Writer& writer, EvidenceOwner owner, std::int64_t id);
void removeOfDrill(yanxun::Writer& writer, std::int64_t drill);
Evidence get(yanxun::Reader& reader, std::int64_t id);
std::vector<Evidence> of(yanxun::Reader& reader, EvidenceOwner owner, std::int64_t id);
std::vector<Evidence> ofDrill(yanxun::Reader& reader, std::int64_t drill);
/// Evidence of other drills with the same content.
std::vector<SharedEvidence> elsewhere(yanxun::Reader& reader, const std::string& sha256, std::int64_t drill);
/// All content that stands in two drills or more, by content.
std::vector<SharedEvidence> inSeveralDrills(yanxun::Reader& reader);
/// «与演练“…”（2021-05-12）的附件内容相同（SHA-256 ab12…）»
std::string sentenceOf(const SharedEvidence& shared);

} // namespace evidence
} // namespace drills
