#include "view/finding_dialog.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

FindingDialog::FindingDialog(wxWindow* parent, const ViewContext& context, const Finding& finding)
    : FormDialog(parent, "drills.finding_dialog", finding.id == 0 ? tr("登记问题") : tr("修改问题")), context_(context), finding_(finding) {
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
    std::vector<std::pair<std::string, std::string>> sources;
    const FindingSource last = FindingSource::inspection;
    for (int source = int(FindingSource::ledger); source <= int(last); ++source) {
        sources.emplace_back(std::to_string(source), word(FindingSource(source)));
    }
    form().choice("source", tr("来源"), sources);
    form().text("item", tr("评估项编号"));
    form().number("inject", tr("脚本行号"));
    form().suggest("unit", tr("责任单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().text("plan", tr("涉及的预案"));
    form().text("clause", tr("预案条款"));
    std::vector<std::pair<std::string, std::string>> categories{{"", tr("（未分类）")}};
    for (const std::string& category : findingCategories()) categories.emplace_back(category, category);
    form().choice("category", tr("类别"), categories);
    form().text("cause", tr("原因"));
    form().set("description", finding_.description);
    form().set("severity", std::to_string(int(finding_.severity)));
    form().setDay("due", finding_.due);
    form().set("source", std::to_string(int(finding_.source)));
    form().set("item", finding_.itemNo);
    form().setInteger("inject", finding_.injectNo);
    form().set("unit", finding_.unitName);
    form().set("plan", finding_.plan);
    form().set("clause", finding_.clause);
    form().set("category", finding_.category);
    form().set("cause", finding_.cause);
    finish();
}

void FindingDialog::save() {
    finding_.description = form().get("description");
    finding_.severity = Severity(std::stoi(form().get("severity")));
    finding_.due = form().day("due");
    finding_.source = FindingSource(std::stoi(form().get("source")));
    finding_.itemNo = form().get("item");
    finding_.injectNo = form().integer("inject");
    finding_.unitName = form().get("unit");
    finding_.plan = form().get("plan");
    finding_.clause = form().get("clause");
    finding_.category = form().get("category");
    finding_.cause = form().get("cause");
    context_.database.write([&](yanxun::Writer& writer) {
        if (finding_.id == 0) {
            context_.service.addFinding(writer, finding_);
        } else {
            context_.service.editFinding(writer, finding_);
        }
    });
}

} // namespace drills
