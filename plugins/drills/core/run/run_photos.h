#pragma once
#include "core/improve/evidence.h"
#include "core/run/run.h"

namespace drills {

/// Keeps a photo of an observation as evidence of the drill. Returns where the same content stands in another drill: a
/// photo cannot show two. Throws Error with a sentence for what is no picture, Conflict when it is there already.
std::vector<SharedEvidence> attachPhoto(yanxun::Writer& writer, std::int64_t observation, const std::filesystem::path& file,
                                        const std::string& caption);
void removePhotos(yanxun::Writer& writer, std::int64_t observation);

} // namespace drills
