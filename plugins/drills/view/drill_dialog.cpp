#include "view/drill_dialog.h"

#include "core/design/design_store.h"
#include "core/design/drill_rules.h"
#include "core/drill_list_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::ui::Choices;

template <class Axis>
Choices axisChoices(std::initializer_list<Axis> values) {
    Choices choices{{"0", tr("（不填）")}};
    for (const Axis value : values) choices.emplace_back(std::to_string(int(value)), word(value));
    return choices;
}

template <class Axis>
Axis axisOf(const std::string& value) {
    return value.empty() ? Axis{} : Axis(std::stoi(value));
}

} // namespace

DrillDialog::DrillDialog(wxWindow* parent, const ViewContext& context, const Drill& drill)
    : FormDialog(parent, "drills.dialog", drill.id == 0 ? tr("新建演练") : tr("修改演练")), context_(context), drill_(drill) {
    addFields();
    addAxes();
    addDesign();
    form().multiline("summary", tr("小结"), 3);
    form().check("practice", tr("练习，不计入任何统计"));
    locked_ = drill_.id != 0 && factsAreLocked(drill_.status);
    if (locked_) form().multiline("why", tr("更正原因（事实已锁定）"), 2);
    fill();
    fillDesign();
    finish();
}

void DrillDialog::addDesign() {
    form().heading(tr("安排"));
    form().choice("script", tr("脚本"), axisChoices({ScriptMode::scripted, ScriptMode::unscripted}));
    form().choice("level", tr("级别"), axisChoices({Level::district, Level::department, Level::town, Level::village, Level::unit}));
    form().choice("partnership", tr("主办关系"), axisChoices({Partnership::alone, Partnership::joint, Partnership::superior}));
    form().choice("daytime", tr("时段"), axisChoices({Daytime::day, Daytime::night}));
    form().text("venue", tr("地点"));
    form().text("weather", tr("天气"));
    form().text("planned_start", tr("计划开始（如 09:00）"));
    form().text("planned_end", tr("计划结束"));
    if (drill_.id != 0 && factsAreLocked(drill_.status)) {
        form().text("actual_start", tr("实际开始"));
        form().text("actual_end", tr("实际结束"));
    }
    form().number("expected", tr("预计人数"));
    form().hundredths("budget", tr("预算（元）"));
    form().hundredths("cost", tr("支出（元）"));
}

void DrillDialog::fillDesign() {
    context_.database.read([&](yanxun::Reader& reader) { design_ = design::of(reader, drill_.id); });
    form().set("script", std::to_string(int(design_.script)));
    form().set("level", std::to_string(int(design_.level)));
    form().set("partnership", std::to_string(int(design_.partnership)));
    form().set("daytime", std::to_string(int(design_.daytime)));
    form().set("venue", design_.venue);
    form().set("weather", design_.weather);
    form().set("planned_start", shownMoment(design_.plannedStart));
    form().set("planned_end", shownMoment(design_.plannedEnd));
    if (locked_) {
        form().set("actual_start", shownMoment(design_.actualStart));
        form().set("actual_end", shownMoment(design_.actualEnd));
    }
    form().setInteger("expected", design_.expectedPeople);
    form().setInteger("budget", design_.budget);
    form().setInteger("cost", design_.cost);
}

void DrillDialog::saveDesign(yanxun::Writer& writer, yanxun::Date day, const std::string& why) {
    auto& fields = form();
    // Planned times move with the day by themselves: what stands there now is what was just moved.
    const DrillDesign stored = design::of(writer, drill_.id);
    DrillDesign wanted = stored;
    const auto moment = [&](const char* id, const std::string& title, const auto& shown, auto& value) {
        if (fields.get(id) != shownMoment(shown)) value = readMoment(fields.get(id), day, title);
    };
    wanted.script = axisOf<ScriptMode>(fields.get("script"));
    wanted.level = axisOf<Level>(fields.get("level"));
    wanted.partnership = axisOf<Partnership>(fields.get("partnership"));
    wanted.daytime = axisOf<Daytime>(fields.get("daytime"));
    wanted.venue = fields.get("venue");
    wanted.weather = fields.get("weather");
    moment("planned_start", tr("计划开始"), design_.plannedStart, wanted.plannedStart);
    moment("planned_end", tr("计划结束"), design_.plannedEnd, wanted.plannedEnd);
    if (locked_) {
        moment("actual_start", tr("实际开始"), design_.actualStart, wanted.actualStart);
        moment("actual_end", tr("实际结束"), design_.actualEnd, wanted.actualEnd);
    }
    wanted.expectedPeople = fields.integer("expected");
    wanted.budget = fields.integer("budget");
    wanted.cost = fields.integer("cost");
    context_.design.put(writer, wanted, why);
}

void DrillDialog::addFields() {
    form().text("name", tr("演练名称"), true);
    form().suggest("unit", tr("组织单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, true);
    form().suggest("region", tr("乡镇街道"), [this](const std::string& typed) {
        std::vector<std::string> names;
        context_.database.read([&](yanxun::Reader& reader) { names = lists::regions(reader); });
        return matching(names, typed);
    });
    form().date("date", tr("演练时间"), true);
    form().suggest("hazard", tr("灾种"), [this](const std::string& typed) { return matching(context_.words.hazards(), typed); });
    auto* const mode =
        form().suggest("mode", tr("形式"), [this](const std::string& typed) { return matching(context_.words.modes(), typed); });
    form().number("participants", tr("参演人数"));
    form().check("estimated", tr("人数为约数"));
    form().number("watchers", tr("观摩人数"));
    form().hundredths("score", tr("台账得分"));
    form().rule("score", [this] {
        const auto score = form().integer("score");
        return score && *score > 10000 ? tr("得分应在 0 到 100 之间。") : std::string();
    });
    // The word says what it can of the axes below; the person has the last word.
    mode->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        const Axes axes = context_.words.axes(form().get("mode"));
        if (axes.form != OrgForm::unknown && form().get("form") == "0") form().set("form", std::to_string(int(axes.form)));
        if (axes.notice != Notice::unknown && form().get("notice") == "0") form().set("notice", std::to_string(int(axes.notice)));
        if (axes.purpose != Purpose::unknown && form().get("purpose") == "0") form().set("purpose", std::to_string(int(axes.purpose)));
    });
}

void DrillDialog::addAxes() {
    form().heading(tr("分类"));
    form().choice("form", tr("组织形式"), axisChoices({OrgForm::live, OrgForm::tabletop}));
    form().choice("content", tr("内容"), axisChoices({Content::single, Content::combined}));
    form().choice("purpose", tr("目的"), axisChoices({Purpose::checking, Purpose::demonstration, Purpose::research}));
    form().choice("notice", tr("通知方式"), axisChoices({Notice::announced, Notice::surprise, Notice::doubleBlind}));
}

void DrillDialog::fill() {
    form().set("name", drill_.name);
    form().set("unit", drill_.unitName);
    form().set("region", drill_.regionName);
    if (drill_.id != 0) form().setDay("date", drill_.heldOn);
    form().set("hazard", drill_.hazardWord);
    form().set("mode", drill_.modeWord);
    if (drill_.id != 0) form().setInteger("participants", drill_.participants);
    form().setFlag("estimated", drill_.participantsEstimated);
    form().setInteger("watchers", drill_.watchers);
    form().setInteger("score", drill_.ledgerScore);
    form().set("form", std::to_string(int(drill_.axes.form)));
    form().set("content", std::to_string(int(drill_.axes.content)));
    form().set("purpose", std::to_string(int(drill_.axes.purpose)));
    form().set("notice", std::to_string(int(drill_.axes.notice)));
    form().set("summary", drill_.summary);
    form().setFlag("practice", drill_.isPractice);
}

Axes DrillDialog::readAxes() {
    auto& fields = form();
    return {axisOf<OrgForm>(fields.get("form")), axisOf<Content>(fields.get("content")),
            axisOf<Purpose>(fields.get("purpose")), axisOf<Notice>(fields.get("notice"))};
}

DrillDraft DrillDialog::read() {
    auto& fields = form();
    DrillDraft draft;
    draft.name = fields.get("name");
    draft.unitName = fields.get("unit");
    draft.regionName = fields.get("region");
    draft.heldOn = fields.day("date").value_or(yanxun::Date{});
    draft.hazard = fields.get("hazard");
    draft.mode = fields.get("mode");
    draft.axes = readAxes();
    draft.participants = fields.integer("participants");
    draft.participantsEstimated = fields.flag("estimated");
    draft.watchers = fields.integer("watchers");
    draft.ledgerScore = fields.integer("score");
    draft.summary = fields.get("summary");
    draft.isPractice = fields.flag("practice");
    if (locked_) draft.correction = fields.get("why");
    return draft;
}

void DrillDialog::save() {
    DrillDraft draft = read();
    bool unitIsKnown = false;
    context_.database.read([&](yanxun::Reader& reader) {
        unitIsKnown = draft.unitName == drill_.unitName || context_.units.find(reader, draft.unitName).has_value();
    });
    if (!unitIsKnown) {
        draft.createUnit = yanxun::ui::confirm(
            this, tr("单位名录中没有“{}”。要把它新建为待完善的单位吗？", draft.unitName), tr("新建单位"));
    }
    const bool isNew = drill_.id == 0;
    try {
        context_.database.write([&](yanxun::Writer& writer) {
            if (isNew) {
                drill_.id = context_.service.add(writer, draft);
            } else {
                context_.service.edit(writer, drill_.id, drill_.revision, draft);
            }
            // What is typed with a drill that is new is no correction, though it may be one of the past.
            saveDesign(writer, draft.heldOn, isNew ? tr("登记时填写") : draft.correction);
        });
    } catch (...) {
        if (isNew) drill_.id = 0;
        throw;
    }
}

} // namespace drills
