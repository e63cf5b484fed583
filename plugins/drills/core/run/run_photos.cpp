#include "core/run/run_photos.h"

#include "core/drill_store.h"
#include "core/run/run_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

std::vector<SharedEvidence> attachPhoto(yanxun::Writer& writer, std::int64_t observation, const std::filesystem::path& file,
                                        const std::string& caption) {
    const Observation seen = runs::observation(writer, observation);
    if (isFinal(store::get(writer, seen.drillId).status)) throw yanxun::Error(tr("演练已归档或中止，不能再加照片。"));
    Evidence photo;
    photo.owner = EvidenceOwner::observation;
    photo.ownerId = seen.id;
    photo.drillId = seen.drillId;
    photo.name = file.filename().string();
    photo.caption = prose(caption).empty() ? seen.text : prose(caption);
    if (!photo.isPicture()) throw yanxun::Error(tr("“{}”不是照片，请选 jpg 或 png 文件。", photo.name));
    return evidence::add(writer, photo, file).elsewhere;
}

void removePhotos(yanxun::Writer& writer, std::int64_t observation) {
    for (const Evidence& photo : evidence::of(writer, EvidenceOwner::observation, observation)) {
        evidence::remove(writer, photo.id);
    }
}

} // namespace drills
