#pragma once
#include "core/scoring.h"

namespace drills {

/// A result as a file (templates/scoresheets/result.xsd); the same bytes for the same input.
std::string resultXml(const ScoreSheet& sheet, const ScoreResult& result, const std::string& inputsHash);

} // namespace drills
