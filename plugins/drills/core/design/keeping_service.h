#pragma once
#include "core/design/document.h"
#include "core/design/resource.h"
#include "core/drill_service.h"

#include <filesystem>

namespace drills {

/// Resources drills use, the papers of a drill, and scenarios. Each method is one action inside the caller's Writer.
class KeepingService {
public:
    /// Into the catalogue, or changed: known by name and place. Returns its id.
    std::int64_t putResource(yanxun::Writer& writer, Resource resource) const;
    /// Refused while a drill names it.
    void removeResource(yanxun::Writer& writer, std::int64_t id) const;
    /// What the drill needs of it; 0 takes it from the drill's list.
    void need(yanxun::Writer& writer, std::int64_t drill, std::int64_t resource, std::int64_t quantity, const std::string& note) const;
    /// Goes out, from 准备中 on; never more than there is and nobody else holds.
    void takeOut(yanxun::Writer& writer, std::int64_t drill, std::int64_t resource, std::int64_t quantity) const;
    /// Comes back, also after the end; lost pieces are said in `note`.
    void bringBack(yanxun::Writer& writer, std::int64_t drill, std::int64_t resource, std::int64_t quantity, const std::string& note) const;
    /// Sentences naming what is short and which drill wants it at the same time; empty = all is there.
    static std::vector<std::string> shortages(yanxun::Reader& reader, const Drill& drill);

    /// The next version of its kind. Its content is kept among the attachments.
    std::int64_t addDocument(yanxun::Writer& writer, std::int64_t drill, const std::string& kind, const std::string& title,
                             const std::filesystem::path& file) const;
    /// By another person than the one who added it; immutable from then on.
    void approveDocument(yanxun::Writer& writer, std::int64_t id) const;
    /// Only one that is not approved.
    void removeDocument(yanxun::Writer& writer, std::int64_t id) const;

    /// The drill's own scenario (drillId), or a template (drillId 0) known by its title.
    std::int64_t putScenario(yanxun::Writer& writer, Scenario scenario) const;
    /// A copy of a template becomes the drill's scenario, instead of the one it has.
    void takeScenario(yanxun::Writer& writer, std::int64_t drill, std::int64_t scenarioTemplate) const;
    /// The drill's scenario becomes a template.
    std::int64_t keepAsTemplate(yanxun::Writer& writer, std::int64_t drill) const;
    void removeScenario(yanxun::Writer& writer, std::int64_t id) const;
};

} // namespace drills
