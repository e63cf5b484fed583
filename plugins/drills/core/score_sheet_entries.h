#pragma once
#include "core/panel.h"

#include <filesystem>

namespace drills {

/// What evaluators handed in, as a file (templates/scoresheets/entries.xsd): for checking by others, and kept beside
/// every frozen result.
struct Entries {
    std::string sheetId;
    int sheetVersion = 0;
    Panel panel;
};

/// Throws Unavailable (not readable) or Error (breaks a rule of the format, or is made for another sheet), naming the
/// file.
Entries readEntries(const std::filesystem::path& file, const ScoreSheet& sheet);
/// The same of a text that is kept with a result.
Entries parseEntries(const std::string& xml, const ScoreSheet& sheet);
/// The same bytes for the same input, in whatever order evaluators came.
std::string entriesXml(const ScoreSheet& sheet, const Panel& panel);
/// SHA-256 over the sheet's content and the entries: equal hash = equal result.
std::string inputsHash(const ScoreSheet& sheet, const Panel& panel);

/// Tokens of the files, «weighted», «leader» …; the empty text when there is none.
std::string token(Aggregate aggregate);
std::string token(EvaluatorRole role);
std::string token(SheetState state);
std::string token(TotalMode mode);
std::string token(Settlement settlement);
std::string token(VetoDecision decision);
std::optional<Aggregate> aggregateOf(std::string_view token);
std::optional<EvaluatorRole> roleOf(std::string_view token);
std::optional<TotalMode> totalModeOf(std::string_view token);

} // namespace drills
