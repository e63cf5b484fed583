#pragma once
#include <yanxun/report/reports.h>
#include <yanxun/verb.h>

#include <filesystem>

namespace drills {

class RatingService;

yanxun::Report evaluationPaper(yanxun::Reader& reader, std::int64_t drill, const RatingService& rating,
                               const yanxun::ReportRequest& request);
yanxun::Report closingPaper(yanxun::Reader& reader, std::int64_t drill, const yanxun::ReportRequest& request);
/// Of these actions of one drill.
yanxun::Report noticePaper(yanxun::Reader& reader, std::int64_t drill, const std::vector<std::int64_t>& actions,
                           const yanxun::ReportRequest& request);

/// In the format the path's ending names: xml, html, pdf or xlsx. `styles` as of saveHtml. Throws Error for another ending.
void savePaper(const yanxun::Report& report, const std::vector<std::filesystem::path>& styles,
               const std::filesystem::path& path);

/// drills.paper: one of the papers of a drill, or the notice of one action, as a file.
yanxun::Verb paperVerb(const RatingService& rating, std::vector<std::filesystem::path> styles);

} // namespace drills
