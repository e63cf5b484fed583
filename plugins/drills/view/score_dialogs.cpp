#include "view/score_dialogs.h"

#include "core/score_sheet_entries.h"
#include "core/written_measure.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

template <class Enum> Choices choicesOf(std::initializer_list<Enum> values, const std::string& none = {}) {
    Choices choices;
    for (const Enum value : values) {
        const std::string name = word(value);
        choices.emplace_back(std::to_string(int(value)), name.empty() ? none : name);
    }
    return choices;
}

std::string shown(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

class EvaluatorDialog final : public yanxun::ui::FormDialog {
public:
    EvaluatorDialog(wxWindow* parent, const ViewContext& context, std::int64_t drill, Evaluator evaluator)
        : FormDialog(parent, "drills.evaluator_dialog", evaluator.id == 0 ? tr("增加评估人员") : tr("修改评估人员")), context_(context),
          drill_(drill), evaluator_(std::move(evaluator)) {
        form().text("name", tr("姓名"), true);
        form().suggest("unit", tr("单位"),
                       [&context](const std::string& typed) { return suggestUnits(context, typed); });
        form().choice(
            "role", tr("身份"),
            choicesOf({EvaluatorRole::leader, EvaluatorRole::member, EvaluatorRole::expert, EvaluatorRole::self}));
        form().hundredths("weight", tr("权重（不填按身份）"));
        form().multiline("scope", tr("分工（一行一个分部或编号，空为整表）"), 4);
        form().set("name", evaluator_.name);
        form().set("unit", evaluator_.unit);
        form().set("role", std::to_string(int(evaluator_.role)));
        if (evaluator_.id != 0) form().setInteger("weight", evaluator_.weight);
        std::string scope;
        for (const auto& part : evaluator_.scope)
            scope += (scope.empty() ? "" : "\n") + part;
        form().set("scope", scope);
        finish();
    }

private:
    void save() override {
        evaluator_.name = form().get("name");
        evaluator_.unit = form().get("unit");
        evaluator_.role = EvaluatorRole(std::stoi(form().get("role")));
        evaluator_.weight = form().integer("weight").value_or(defaultWeight(evaluator_.role));
        evaluator_.scope.clear();
        const std::string lines = form().get("scope") + "\n";
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t end = lines.find('\n', at);
            const std::string part = yanxun::text::key(lines.substr(at, end - at));
            if (!part.empty()) evaluator_.scope.push_back(part);
            at = end + 1;
        }
        context_.database.write(
            [&](yanxun::Writer& writer) { context_.rating.putEvaluator(writer, drill_, evaluator_); });
    }
    const ViewContext& context_;
    std::int64_t drill_;
    Evaluator evaluator_;
};

class RulingDialog final : public yanxun::ui::FormDialog {
public:
    RulingDialog(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation, const ScoreItem& item)
        : FormDialog(parent, "drills.ruling_dialog", tr("裁定 {}", item.no)), context_(context), drill_(evaluation.drillId), item_(item),
          ruling_(evaluation.panel.ruling(item.no)) {
        form().custom(tr("评估内容"), paragraph(&form(), item.text));
        form().custom(tr("评分标准"), paragraph(&form(), orDash(item.standard)));
        if (item.planTarget) {
            form().text("target", tr("目标时间"));
            if (ruling_.target) form().set("target", durationText(*ruling_.target));
        }
        if (item.style == ScoreStyle::time || item.style == ScoreStyle::ratio) {
            form().text("measured", tr("实测值"));
            form().set("measured", ruling_.measured);
        }
        form().heading(tr("合议"));
        form().choice("settlement", tr("处理"),
                      choicesOf({Settlement::none, Settlement::kept, Settlement::value, Settlement::notApplicable},
                                tr("未合议")));
        form().set("settlement", std::to_string(int(ruling_.settlement)));
        form().hundredths("points", tr("裁定分（满分 {}）", shown(item.full)));
        if (ruling_.settlement == Settlement::value) form().setInteger("points", ruling_.settledPoints);
        form().text("reason", tr("理由"));
        form().set("reason", ruling_.settledReason);
        if (item.critical != Critical::none) addVeto();
        if (item.naAllowed) addTailoring();
        finish();
    }

private:
    void addVeto() {
        form().heading(tr("一票否决"));
        form().choice(
            "veto", tr("组长意见"),
            choicesOf({VetoDecision::none, VetoDecision::confirmed, VetoDecision::overturned}, tr("未决定")));
        form().set("veto", std::to_string(int(ruling_.veto)));
        form().text("veto_reason", tr("事实与理由"));
        form().set("veto_reason", ruling_.vetoReason);
        form().text("evidence", tr("证据"));
        form().set("evidence", ruling_.vetoEvidence);
    }
    void addTailoring() {
        form().heading(tr("演练前裁剪"));
        form().check("tailored", tr("本场不涉及，已裁剪"));
        form().setFlag("tailored", ruling_.tailored);
        form().text("tailored_reason", tr("裁剪理由"));
        form().set("tailored_reason", ruling_.tailoredReason);
    }
    void save() override {
        if (item_.planTarget) {
            const std::string target = form().get("target");
            ruling_.target = target.empty() ? std::nullopt : parseDuration(target, item_.minutes);
            if (!target.empty() && !ruling_.target)
                throw yanxun::Error(tr("目标时间“{}”看不懂，请写成 150 或 2分30秒。", target));
        }
        if (item_.style == ScoreStyle::time || item_.style == ScoreStyle::ratio)
            ruling_.measured = form().get("measured");
        ruling_.settlement = Settlement(std::stoi(form().get("settlement")));
        ruling_.settledPoints = form().integer("points").value_or(0);
        if (ruling_.settlement == Settlement::value && !form().integer("points")) {
            throw yanxun::Error(tr("请填写裁定分。"));
        }
        ruling_.settledReason = form().get("reason");
        if (item_.critical != Critical::none) {
            ruling_.veto = VetoDecision(std::stoi(form().get("veto")));
            ruling_.vetoReason = form().get("veto_reason");
            ruling_.vetoEvidence = form().get("evidence");
        }
        if (item_.naAllowed) {
            ruling_.tailored = form().flag("tailored");
            ruling_.tailoredReason = form().get("tailored_reason");
        }
        context_.database.write(
            [&](yanxun::Writer& writer) { context_.rating.rule(writer, drill_, item_.no, ruling_); });
    }
    const ViewContext& context_;
    std::int64_t drill_;
    ScoreItem item_;
    ItemRuling ruling_;
};

class RulesDialog final : public yanxun::ui::FormDialog {
public:
    RulesDialog(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation)
        : FormDialog(parent, "drills.rules_dialog", tr("汇总规则")), context_(context), drill_(evaluation.drillId) {
        form().choice("aggregate", tr("汇总方式"),
                      choicesOf({Aggregate::automatic, Aggregate::mean, Aggregate::trimmed, Aggregate::median,
                                 Aggregate::weighted, Aggregate::leader}));
        form().choice("total", tr("总分算法"), choicesOf({TotalMode::sections, TotalMode::pooled}));
        form().check("exclude", tr("应回避的评估人员不计入"));
        form().text("reason", tr("改变汇总方式的理由"));
        form().set("aggregate", std::to_string(int(evaluation.panel.aggregate)));
        form().set("total", std::to_string(int(evaluation.panel.totalMode)));
        form().setFlag("exclude", evaluation.panel.excludesConflicts);
        form().set("reason", evaluation.panel.aggregateReason);
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.rating.setRules(writer, drill_, Aggregate(std::stoi(form().get("aggregate"))),
                                     TotalMode(std::stoi(form().get("total"))), form().flag("exclude"),
                                     form().get("reason"));
        });
    }
    const ViewContext& context_;
    std::int64_t drill_;
};

class DrillVetoDialog final : public yanxun::ui::FormDialog {
public:
    DrillVetoDialog(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation)
        : FormDialog(parent, "drills.drill_veto_dialog", tr("演练层面一票否决")), context_(context), drill_(evaluation.drillId) {
        Choices events;
        for (const auto& event : context.rating.sheetOf(evaluation).drillVetoes)
            events.emplace_back(event.code, event.text);
        form().choice("code", tr("情形"), events);
        form().choice(
            "decision", tr("组长意见"),
            choicesOf({VetoDecision::none, VetoDecision::confirmed, VetoDecision::overturned}, tr("待确认")));
        form().multiline("reason", tr("事实与证据"));
        finish();
    }

private:
    void save() override {
        const DrillVeto veto{
            form().get("code"), VetoDecision(std::stoi(form().get("decision"))), form().get("reason"), {}};
        context_.database.write([&](yanxun::Writer& writer) { context_.rating.putVeto(writer, drill_, veto); });
    }
    const ViewContext& context_;
    std::int64_t drill_;
};

} // namespace

bool editEvaluator(wxWindow* parent, const ViewContext& context, std::int64_t drill, const Evaluator& evaluator) {
    EvaluatorDialog dialog(parent, context, drill, evaluator);
    return dialog.ShowModal() == wxID_OK;
}

bool editRuling(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation, const ScoreItem& item) {
    RulingDialog dialog(parent, context, evaluation, item);
    return dialog.ShowModal() == wxID_OK;
}

bool editPanelRules(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation) {
    RulesDialog dialog(parent, context, evaluation);
    return dialog.ShowModal() == wxID_OK;
}

bool addDrillVeto(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation) {
    DrillVetoDialog dialog(parent, context, evaluation);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace drills
