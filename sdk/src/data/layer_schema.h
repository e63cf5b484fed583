#pragma once
#include <yanxun/data/migration.h>

#include <yanxun/data/database.h>

namespace yanxun::data {

/// Owner of the layer's own tables in schema_version.
inline constexpr std::string_view kLayerOwner = "yanxun";
/// Of the step that brought the attachments.
inline constexpr int kAttachmentVersion = 3;

/// The layer's own steps; the search index differs by engine.
const std::vector<Migration>& layerSteps(Engine engine);

} // namespace yanxun::data
