#pragma once
#include "core/drill.h"

#include <yanxun/calendar.h>

namespace drills {

/// What a list shows in its status column: the one thing a person should know of a drill now. Every drill has one.
enum class Stage { any = 0, planned, unscored, scored, rectifying, archived, dropped };

Stage stageOf(const Drill& drill);
/// «整改中», «待评分»; a planned or dropped drill shows its status.
std::string stageWord(const Drill& drill);
std::string word(Stage stage);
yanxun::Tone toneOf(const Drill& drill);

/// Which drills a list shows; empty parts do not narrow.
struct DrillFilter {
    int year = 0;
    std::int64_t ym = 0; ///< 202105; wins over the year
    std::optional<yanxun::Period> period; ///< wins over both
    std::optional<std::string> hazard, region, mode; ///< "" = those that do not tell
    Stage stage = Stage::any;
    std::string grade; ///< name of a band of the vocabulary
    std::string text;  ///< words to be found
    std::int64_t unit = 0;
    std::int64_t id = 0; ///< the drill to be shown; does not narrow

    bool operator==(const DrillFilter&) const = default;
};

/// «year=2021&hazard=火灾»: how figures, search and calendar ask for the page. Unknown parts are passed over.
DrillFilter parseArgument(const std::string& argument);
std::string argumentOf(const DrillFilter& filter);

} // namespace drills
