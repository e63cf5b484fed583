#pragma once
#include "view/view_context.h"

#include <filesystem>

class wxWindow;

namespace drills {

/// Asks for a file and writes 评估报告 or, `closing`, 总结报告 of a drill into it. `styles` as of savePaper.
void exportPaper(wxWindow* parent, const ViewContext& context, const std::vector<std::filesystem::path>& styles, std::int64_t drill, bool closing);
/// Asks which of them first.
void choosePaper(wxWindow* parent, const ViewContext& context, const std::vector<std::filesystem::path>& styles, const Drill& drill);

} // namespace drills
