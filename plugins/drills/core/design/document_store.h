#pragma once
#include "core/design/document.h"

#include <yanxun/data/database.h>

/// Rows of drills_document and drills_scenario ↔ structs. Decides nothing.
namespace drills::documents {

/// By kind as the trade lists them, the newest version first.
std::vector<Document> of(yanxun::Reader& reader, std::int64_t drill);
/// Throws NotFound.
Document get(yanxun::Reader& reader, std::int64_t id);
std::int64_t add(yanxun::Writer& writer, const Document& document);
void approve(yanxun::Writer& writer, const Document& document);
void remove(yanxun::Writer& writer, const Document& document);
void removeAll(yanxun::Writer& writer, std::int64_t drill);

std::vector<Scenario> scenarioTemplates(yanxun::Reader& reader);
/// Of a drill; empty when it has none.
std::optional<Scenario> scenarioOf(yanxun::Reader& reader, std::int64_t drill);
/// Throws NotFound.
Scenario scenario(yanxun::Reader& reader, std::int64_t id);
std::int64_t putScenario(yanxun::Writer& writer, const Scenario& scenario);
void removeScenario(yanxun::Writer& writer, const Scenario& scenario);

} // namespace drills::documents
