#include "view/finding_dialog.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

FindingDialog::FindingDialog(wxWindow* parent, const ViewContext& context, const Finding& finding)
    : EditDialog(parent, finding.id == 0 ? tr("登记问题") : tr("修改问题")), context_(context), finding_(finding) {
    SetName("drills.finding_dialog");
    form().multiline("description", tr("存在问题"), 4);
    form().rule("description", [this] {
        return form().get("description").empty() ? tr("请写明存在的问题。") : std::string();
    });
    std::vector<std::pair<std::string, std::string>> severities{{"0", tr("（未分级）")}};
    for (const Severity severity : {Severity::deficiency, Severity::correction, Severity::improvement}) {
        severities.emplace_back(std::to_string(int(severity)), word(severity));
    }
    form().choice("severity", tr("问题分级"), severities);
    form().date("due", tr("整改期限"));
    form().set("description", finding_.description);
    form().set("severity", std::to_string(int(finding_.severity)));
    form().setDay("due", finding_.due);
    finish();
}

void FindingDialog::save() {
    finding_.description = form().get("description");
    finding_.severity = Severity(std::stoi(form().get("severity")));
    finding_.due = form().day("due");
    context_.database.write([&](yanxun::Writer& writer) {
        if (finding_.id == 0) {
            context_.service.addFinding(writer, finding_);
        } else {
            context_.service.editFinding(writer, finding_);
        }
    });
}

} // namespace drills
