#include "view/improve/paper_export.h"

#include "core/improve/papers.h"
#include "view/design/quick_form.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

void exportPaper(wxWindow* parent, const ViewContext& context, const std::vector<std::filesystem::path>& styles, std::int64_t drill, bool closing) {
    const std::string title = closing ? tr("总结报告") : tr("评估报告");
    const auto file = saveFile(parent, tr("导出{}", title), "PDF (*.pdf)|*.pdf|Excel (*.xlsx)|*.xlsx|HTML (*.html)|*.html",
                               title + ".pdf");
    if (!file) return;
    context.database.read([&](yanxun::Reader& reader) {
        const yanxun::Date today = context.clock.today();
        const yanxun::ReportRequest request{{today, today}, context.clock.now(), {}};
        savePaper(closing ? closingPaper(reader, drill, request) : evaluationPaper(reader, drill, context.rating, request), styles, *file);
    });
    context.workbench.notify(tr("{}已保存为 {}。", title, file->filename().string()));
}

void choosePaper(wxWindow* parent, const ViewContext& context, const std::vector<std::filesystem::path>& styles, const Drill& drill) {
    bool closing = false;
    const bool chosen = askForm(
        parent, "drills.paper_dialog", tr("导出“{}”的报告", drill.name),
        [&](Form& form) {
            form.choice("paper", tr("报告"), {{"evaluation", tr("评估报告")}, {"closing", tr("总结报告")}});
            form.set("paper", drill.score() ? "evaluation" : "closing");
        },
        [&](Form& form) { closing = form.get("paper") == "closing"; });
    if (chosen) exportPaper(parent, context, styles, drill.id, closing);
}

} // namespace drills
