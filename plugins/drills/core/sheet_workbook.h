#pragma once
#include "core/rating_service.h"

#include <filesystem>

namespace drills {

/// One xlsx per evaluator, to be printed or filled in and read back; returns the files. Throws Error when the panel
/// is empty.
std::vector<std::filesystem::path> writeSheetWorkbooks(const Drill& drill, const ScoreSheet& sheet,
                                                       const Panel& panel, const std::filesystem::path& folder);

/// What a workbook holds, before anybody looked whose it is.
struct SheetReading {
    struct Line {
        int row = 0; ///< as the person sees it
        std::string no, given, veto, reason;
    };
    std::string key; ///< the evaluator's, as printed on the sheet
    std::vector<Line> lines;
    std::string comment;
};
/// Throws Error with a sentence when it is no such sheet.
SheetReading readSheetWorkbook(const std::filesystem::path& file);

struct SheetTaken {
    std::int64_t drill = 0;
    std::string evaluator, state;
    int changed = 0; ///< answers; 0 when the same sheet was read before
    int open = 0;    ///< items still blank
};
/// Fills in the evaluator's sheet; cells left blank leave what stands there. `submit` hands it in when it is not yet.
/// Throws Error naming row and item for what cannot be read; nothing is taken then.
SheetTaken takeSheet(yanxun::Writer& writer, const RatingService& service, const SheetReading& reading, bool submit);

} // namespace drills
