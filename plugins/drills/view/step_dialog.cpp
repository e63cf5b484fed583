#include "view/step_dialog.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

StepDialog::StepDialog(wxWindow* parent, const ViewContext& context, const Drill& drill)
    : FormDialog(parent, "drills.step_dialog", tr("变更状态：{}", drill.name)), context_(context), drill_(drill) {
    std::vector<std::pair<std::string, std::string>> steps;
    for (const Status status : nextSteps(drill.status, drill.axes.content)) {
        steps.emplace_back(std::to_string(int(status)), word(status));
    }
    form().heading(tr("现在是“{}”", word(drill.status)));
    form().choice("status", tr("改为"), steps);
    form().multiline("reason", tr("原因"), 3);
    form().set("status", steps.front().first);
    form().rule("reason", [this] {
        return needsReason(wanted()) && form().get("reason").empty() ? tr("改为“{}”要写明原因。", word(wanted())) : std::string();
    });
    finish();
}

Status StepDialog::wanted() { return Status(std::stoi(form().get("status"))); }

void StepDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        context_.service.step(writer, drill_.id, drill_.revision, wanted(), form().get("reason"));
    });
}

} // namespace drills
