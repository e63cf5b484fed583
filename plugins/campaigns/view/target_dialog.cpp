#include "view/target_dialog.h"

#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::tr;
using yanxun::ui::Choices;

} // namespace

TargetDialog::TargetDialog(wxWindow* parent, const ViewContext& context, const Target& target)
    : FormDialog(parent, "campaigns.target_dialog", target.id == 0 ? tr("登记目标") : tr("修改目标")), context_(context), target_(target) {
    Choices categories, kinds, measures, regions{{"", tr("全区")}};
    const Terms terms = termsOf(context);
    for (const Term* term : terms.of(TermKind::category)) categories.emplace_back(std::to_string(term->id), term->name);
    for (const TargetKind kind : {TargetKind::count, TargetKind::all, TargetKind::rate}) {
        kinds.emplace_back(std::to_string(int(kind)), word(kind));
    }
    for (const TargetMeasure measure : {TargetMeasure::units, TargetMeasure::activities, TargetMeasure::people}) {
        measures.emplace_back(std::to_string(int(measure)), word(measure));
    }
    context_.database.read([&](yanxun::Reader& reader) {
        for (const auto& region : context_.parts.coverage.table(reader, yanxun::Period::year(target.year)).regions) {
            if (!region.name.empty()) regions.emplace_back(region.name, region.name);
        }
    });
    if (target_.categoryId == 0 && !categories.empty()) target_.categoryId = std::stoll(categories.front().first);
    form().number("year", tr("年度"), true);
    form().choice("category", tr("类别"), categories);
    form().multiline("words", tr("方案原文"), 2);
    form().rule("words", [this] {
        return form().get("words").empty() ? tr("请按方案原文填写，例如“企业全覆盖”。") : std::string();
    });
    form().choice("kind", tr("要求"), kinds);
    form().choice("measure", tr("指标"), measures);
    form().hundredths("wanted", tr("数量或百分数"));
    form().rule("wanted", [this] {
        const bool all = form().get("kind") == std::to_string(int(TargetKind::all));
        return !all && !form().integer("wanted") ? tr("请填写要达到的数量；比率写百分数，如 90。") : std::string();
    });
    form().choice("region", tr("乡镇街道"), regions);
    form().suggest("owner", tr("责任单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().date("due", tr("完成期限"));
    form().text("basis", tr("依据"));
    fill();
    finish();
}

void TargetDialog::fill() {
    auto& fields = form();
    fields.setInteger("year", target_.year);
    if (target_.categoryId != 0) fields.set("category", std::to_string(target_.categoryId));
    fields.set("words", target_.words);
    fields.set("kind", std::to_string(int(target_.kind)));
    fields.set("measure", std::to_string(int(target_.measure)));
    if (target_.wanted != 0) {
        fields.setInteger("wanted", target_.kind == TargetKind::rate ? target_.wanted : target_.wanted * 100);
    }
    fields.set("region", target_.regionName);
    fields.set("owner", target_.ownerName);
    fields.setDay("due", target_.due);
    fields.set("basis", target_.basis);
}

void TargetDialog::save() {
    auto& fields = form();
    Target target = target_;
    target.year = int(fields.integer("year").value_or(0));
    target.categoryId = std::stoll("0" + fields.get("category"));
    target.words = fields.get("words");
    target.kind = TargetKind(std::stoi(fields.get("kind")));
    target.measure = TargetMeasure(std::stoi(fields.get("measure")));
    const std::int64_t hundredths = fields.integer("wanted").value_or(0);
    target.wanted = target.kind == TargetKind::rate ? hundredths : hundredths / 100;
    if (target.kind == TargetKind::all) target.wanted = 0;
    target.regionName = fields.get("region");
    target.ownerName = fields.get("owner");
    target.due = fields.day("due");
    target.basis = fields.get("basis");
    context_.database.write([&](yanxun::Writer& writer) {
        if (target.id == 0) {
            context_.parts.plans.addTarget(writer, target);
        } else {
            context_.parts.plans.editTarget(writer, target);
        }
    });
}

} // namespace campaigns
