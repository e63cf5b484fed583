#include "core/design/keeping_service.h"

#include "core/design/design_store.h"
#include "core/design/document_store.h"
#include "core/design/drill_rules.h"
#include "core/design/resource_store.h"
#include "core/drill_store.h"

#include <yanxun/data/attachments.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

ResourceUse useOf(Reader& reader, std::int64_t drill, std::int64_t resource) {
    for (const ResourceUse& use : resources::of(reader, drill)) {
        if (use.resource.id == resource) return use;
    }
    ResourceUse fresh;
    fresh.drillId = drill;
    fresh.resource = resources::get(reader, resource);
    return fresh;
}

/// What others want of it while this drill is on.
std::vector<ResourceClaim> atOnce(Reader& reader, const Drill& drill, std::int64_t resource) {
    const DrillDesign design = design::of(reader, drill.id);
    std::vector<ResourceClaim> claims = resources::claims(reader, resource, drill.id, drill.heldOn);
    std::erase_if(claims, [&](const ResourceClaim& claim) {
        return !overlap(drill.heldOn, design.plannedStart, design.plannedEnd, claim);
    });
    return claims;
}

Drill designed(Writer& writer, std::int64_t drill) {
    Drill found = store::get(writer, drill);
    if (!designIsOpen(found.status)) throw Error(tr("演练“{}”{}，不能再修改方案内容。", found.name, word(found.status)));
    return found;
}

void requireNotFinal(const Drill& drill) {
    if (isFinal(drill.status)) throw Error(tr("演练“{}”{}，不能再修改。", drill.name, word(drill.status)));
}

} // namespace

std::int64_t KeepingService::putResource(Writer& writer, Resource resource) const {
    resource.name = yanxun::text::key(resource.name);
    resource.location = yanxun::text::key(resource.location);
    if (resource.name.empty()) throw Error(tr("请填写资源名称，例如 对讲机。"));
    if (resource.total < 0) throw Error(tr("资源总数不能小于 0。"));
    if (resource.id != 0) {
        resources::update(writer, resource);
        return resource.id;
    }
    for (const Resource& known : resources::all(writer)) {
        if (known.name != resource.name || known.location != resource.location) continue;
        resource.id = known.id;
        resource.revision = known.revision;
        resources::update(writer, resource);
        return resource.id;
    }
    return resources::add(writer, resource);
}

void KeepingService::removeResource(Writer& writer, std::int64_t id) const {
    const Resource resource = resources::get(writer, id);
    if (const auto used = resources::usesOf(writer, id); used > 0) {
        throw Error(tr("“{}”已用于 {} 场演练，不能删除；可以把总数改为 0。", resource.name, used));
    }
    resources::remove(writer, resource);
}

void KeepingService::need(Writer& writer, std::int64_t drill, std::int64_t resource, std::int64_t quantity, const std::string& note) const {
    if (quantity < 0) throw Error(tr("需要的数量不能小于 0。"));
    designed(writer, drill);
    ResourceUse use = useOf(writer, drill, resource);
    if (quantity == 0) {
        if (use.out > use.back) throw Error(tr("“{}”还有 {} {}没有归还，不能去掉。", use.resource.name, use.out - use.back, use.resource.measure));
        if (use.id != 0) resources::removeUse(writer, use);
        return;
    }
    use.need = quantity;
    use.note = yanxun::text::key(note);
    resources::put(writer, use);
}

void KeepingService::takeOut(Writer& writer, std::int64_t drill, std::int64_t resource, std::int64_t quantity) const {
    if (quantity <= 0) throw Error(tr("领出的数量应大于 0。"));
    const Drill found = store::get(writer, drill);
    if (found.status < Status::preparing || factsAreLocked(found.status) || found.status == Status::postponed) {
        throw Error(tr("演练“{}”现在是“{}”，准备中到进行中才能领出物资。", found.name, word(found.status)));
    }
    ResourceUse use = useOf(writer, drill, resource);
    std::int64_t outside = use.out - use.back;
    std::string who;
    // On any day: what others hold is not here.
    for (const ResourceClaim& claim : resources::claims(writer, resource, drill, yanxun::Date{9999, 12, 31})) {
        const ResourceUse others = useOf(writer, claim.drillId, resource);
        const std::int64_t held = others.out - others.back;
        if (held <= 0) continue;
        outside += held;
        who += tr("；“{}”（{}）领用 {} {}未还", claim.drillName, store::get(writer, claim.drillId).heldOn.iso(), held, use.resource.measure);
    }
    if (outside + quantity > use.resource.total) {
        throw Error(tr("“{}”共 {} {}，已领出 {} {}，不够再领 {} {}{}。", use.resource.name, use.resource.total, use.resource.measure,
                       outside, use.resource.measure, quantity, use.resource.measure, who));
    }
    use.need = std::max(use.need, use.out - use.back + quantity);
    use.out += quantity;
    use.outAt = writer.at();
    resources::put(writer, use);
}

void KeepingService::bringBack(Writer& writer, std::int64_t drill, std::int64_t resource, std::int64_t quantity, const std::string& note) const {
    if (quantity <= 0) throw Error(tr("归还的数量应大于 0。"));
    ResourceUse use = useOf(writer, drill, resource);
    if (use.back + quantity > use.out) {
        throw Error(tr("“{}”只领出 {} {}、已还 {} {}，不能再还 {} {}。", use.resource.name, use.out, use.resource.measure,
                       use.back, use.resource.measure, quantity, use.resource.measure));
    }
    use.back += quantity;
    use.backAt = writer.at();
    if (!yanxun::text::key(note).empty()) use.note = yanxun::text::key(note);
    resources::put(writer, use);
}

std::vector<std::string> KeepingService::shortages(Reader& reader, const Drill& drill) {
    std::vector<std::string> sentences;
    if (factsAreLocked(drill.status)) return sentences;
    for (const ResourceUse& use : resources::of(reader, drill.id)) {
        std::string short_ = shortageOf(use, atOnce(reader, drill, use.resource.id));
        if (!short_.empty()) sentences.push_back(std::move(short_));
    }
    return sentences;
}

std::int64_t KeepingService::addDocument(Writer& writer, std::int64_t drill, const std::string& kind, const std::string& title,
                                         const std::filesystem::path& file) const {
    const auto& kinds = documentKinds();
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        std::string known;
        for (const std::string& one : kinds) known += (known.empty() ? "" : "、") + one;
        throw Error(tr("文件类别可以是 {}，收到的是“{}”。", known, kind));
    }
    requireNotFinal(store::get(writer, drill));
    const yanxun::StoredFile kept = yanxun::keepFile(writer, file);
    Document document;
    document.drillId = drill;
    document.kind = kind;
    document.fileName = file.filename().string();
    document.title = yanxun::text::key(title).empty() ? file.stem().string() : yanxun::text::key(title);
    document.sha256 = kept.sha256;
    document.bytes = kept.size;
    document.version = 1;
    for (const Document& older : documents::of(writer, drill)) {
        if (older.kind != kind) continue;
        document.version = std::max(document.version, older.version + 1);
        if (older.sha256 == kept.sha256) throw yanxun::Conflict(tr("内容与“{}”第 {} 版相同，没有重复保存。", kind, older.version));
    }
    document.addedBy = writer.who();
    document.addedAt = writer.at();
    return documents::add(writer, document);
}

void KeepingService::approveDocument(Writer& writer, std::int64_t id) const {
    Document document = documents::get(writer, id);
    requireNotFinal(store::get(writer, document.drillId));
    if (document.isApproved()) throw yanxun::Conflict(tr("“{}”第 {} 版已由 {} 批准。", document.kind, document.version, document.approvedBy));
    if (document.addedBy == writer.who()) {
        throw Error(tr("“{}”第 {} 版由 {} 提交，不能由本人批准；请由另一位操作人批准。", document.kind, document.version, document.addedBy));
    }
    document.approvedBy = writer.who();
    document.approvedAt = writer.at();
    documents::approve(writer, document);
}

void KeepingService::removeDocument(Writer& writer, std::int64_t id) const {
    const Document document = documents::get(writer, id);
    if (document.isApproved()) throw Error(tr("“{}”第 {} 版已批准，不能删除；有改动请添加新版本。", document.kind, document.version));
    requireNotFinal(store::get(writer, document.drillId));
    documents::remove(writer, document);
}

std::int64_t KeepingService::putScenario(Writer& writer, Scenario scenario) const {
    scenario.title = yanxun::text::key(scenario.title);
    if (scenario.title.empty()) throw Error(tr("请填写情景名称。"));
    if (scenario.drillId != 0) {
        designed(writer, scenario.drillId);
        if (const auto stored = documents::scenarioOf(writer, scenario.drillId)) {
            scenario.id = stored->id;
            scenario.revision = stored->revision;
        }
        return documents::putScenario(writer, scenario);
    }
    for (const Scenario& stored : documents::scenarioTemplates(writer)) {
        if (stored.title != scenario.title) continue;
        scenario.id = stored.id;
        scenario.revision = stored.revision;
    }
    return documents::putScenario(writer, scenario);
}

void KeepingService::takeScenario(Writer& writer, std::int64_t drill, std::int64_t scenarioTemplate) const {
    Scenario scenario = documents::scenario(writer, scenarioTemplate);
    scenario.id = scenario.revision = 0;
    scenario.drillId = drill;
    putScenario(writer, scenario);
}

std::int64_t KeepingService::keepAsTemplate(Writer& writer, std::int64_t drill) const {
    auto scenario = documents::scenarioOf(writer, drill);
    if (!scenario) throw yanxun::NotFound(tr("这场演练还没有情景，先写明情景再存为模板。"));
    scenario->id = scenario->revision = scenario->drillId = 0;
    return putScenario(writer, *scenario);
}

void KeepingService::removeScenario(Writer& writer, std::int64_t id) const {
    const Scenario scenario = documents::scenario(writer, id);
    if (scenario.drillId != 0) designed(writer, scenario.drillId);
    documents::removeScenario(writer, scenario);
}

} // namespace drills
