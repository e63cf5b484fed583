#include "view/class_dialog.h"

#include "core/class_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

ClassDialog::ClassDialog(wxWindow* parent, const ViewContext& context, const TrainingClass& one)
    : FormDialog(parent, "training.dialog", one.id == 0 ? tr("新建培训班") : tr("修改培训班")), context_(context),
      class_(one) {
    context_.database.read([&](yanxun::Reader& reader) { programmes_ = store::programmes(reader); });
    addFields();
    addNumbers();
    fill();
    finish();
}

void ClassDialog::addFields() {
    form().text("name", tr("培训名称"), true);
    form().suggest(
        "unit", tr("主办单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, true);
    form().text("number", tr("期号"), class_.id != 0);
    form().date("date", tr("开始日期"), true);
    form().date("ends", tr("结束日期"));
    form().rule("ends", [this] {
        const auto first = form().day("date"), last = form().day("ends");
        return first && last && *last < *first ? tr("结束日期不能早于开始日期。") : std::string();
    });
    form().choice("mode", tr("形式"), choicesOf(tr("（不填）"), context_.words.modes()));
    std::vector<std::string> names;
    for (const Programme& programme : programmes_)
        names.push_back(programme.name);
    if (!names.empty()) form().choice("programme", tr("培训项目"), choicesOf(tr("（不属于项目）"), names));
    form().choice("kind", tr("类别"), choicesOf(tr("（不填）"), context_.words.kinds()));
    form().text("place", tr("地点"));
    form().text("teacher", tr("授课人"));
    form().text("co_hosts", tr("协办单位"));
}

void ClassDialog::addNumbers() {
    form().heading(tr("学时与人数"));
    form().hundredths("hours", tr("学时"));
    form().number("per_hour", tr("每学时分钟"));
    form().number("invited", tr("应到人数"));
    form().number("attended", tr("实到人数"));
    form().check("estimated", tr("实到为约数"));
    form().number("passed", tr("合格人数"));
    form().rule("passed", [this] {
        const auto passed = form().integer("passed"), attended = form().integer("attended");
        return passed && attended && *passed > *attended ? tr("合格人数多于实到人数，请核对。") : std::string();
    });
    form().heading(tr("档案"));
    form().text("exam_form", tr("考核方式"));
    form().text("plan_doc_no", tr("计划文号"));
    form().text("archive_no", tr("档案号"));
    form().multiline("note", tr("备注"), 3);
}

void ClassDialog::fill() {
    auto& fields = form();
    fields.set("name", class_.name);
    fields.set("unit", class_.unitName);
    fields.set("number", class_.number);
    if (class_.id != 0) fields.setDay("date", class_.startsOn);
    if (class_.id != 0 && class_.endsOn != class_.startsOn) fields.setDay("ends", class_.endsOn);
    fields.set("mode", class_.modeWord);
    for (const Programme& programme : programmes_) {
        if (programme.id == class_.programmeId) fields.set("programme", programme.name);
    }
    fields.set("kind", class_.kind);
    fields.set("place", class_.place);
    fields.set("teacher", class_.teacher);
    fields.set("co_hosts", class_.coHosts);
    if (class_.minutes) fields.setInteger("hours", hoursOf(*class_.minutes, class_.minutesPerHour));
    fields.setInteger("per_hour", class_.minutesPerHour);
    fields.setInteger("invited", class_.invited);
    if (class_.attended > 0) fields.setInteger("attended", class_.attended);
    fields.setFlag("estimated", class_.attendedEstimated);
    fields.setInteger("passed", class_.passed);
    fields.set("exam_form", class_.examForm);
    fields.set("plan_doc_no", class_.planDocNo);
    fields.set("archive_no", class_.archiveNo);
    fields.set("note", class_.note);
}

ClassDraft ClassDialog::read() {
    auto& fields = form();
    ClassDraft draft;
    draft.name = fields.get("name");
    draft.unitName = fields.get("unit");
    draft.number = fields.get("number");
    draft.startsOn = fields.day("date").value_or(yanxun::Date{});
    draft.endsOn = fields.day("ends");
    draft.mode = fields.get("mode");
    if (!programmes_.empty()) draft.programme = fields.get("programme");
    draft.kind = fields.get("kind");
    draft.place = fields.get("place");
    draft.teacher = fields.get("teacher");
    draft.coHosts = fields.get("co_hosts");
    draft.minutesPerHour = fields.integer("per_hour");
    if (const auto hours = fields.integer("hours"))
        draft.minutes = minutesOf(*hours, draft.minutesPerHour.value_or(45));
    // Hours shown were rounded: left alone, the minutes stay what they were.
    const bool same = class_.minutes && draft.minutesPerHour == class_.minutesPerHour &&
                      fields.integer("hours") == hoursOf(*class_.minutes, class_.minutesPerHour);
    if (same) draft.minutes = class_.minutes;
    draft.invited = fields.integer("invited");
    draft.attended = fields.integer("attended");
    draft.attendedEstimated = fields.flag("estimated");
    draft.passed = fields.integer("passed");
    draft.examForm = fields.get("exam_form");
    draft.planDocNo = fields.get("plan_doc_no");
    draft.archiveNo = fields.get("archive_no");
    draft.note = fields.get("note");
    return draft;
}

void ClassDialog::save() {
    ClassDraft draft = read();
    bool unitIsKnown = false;
    context_.database.read([&](yanxun::Reader& reader) {
        unitIsKnown = draft.unitName == class_.unitName || context_.units.find(reader, draft.unitName).has_value();
    });
    if (!unitIsKnown) {
        draft.createUnit =
            confirm(this, tr("单位名录中没有“{}”。要把它新建为待完善的单位吗？", draft.unitName), tr("新建单位"));
    }
    context_.database.write([&](yanxun::Writer& writer) {
        if (class_.id == 0) {
            class_.id = context_.classes.add(writer, draft);
        } else {
            context_.classes.edit(writer, class_.id, class_.revision, draft);
        }
    });
}

StepDialog::StepDialog(wxWindow* parent, const ViewContext& context, const TrainingClass& one)
    : FormDialog(parent, "training.step_dialog", tr("变更状态")), context_(context), class_(one) {
    std::vector<std::pair<std::string, std::string>> choices;
    for (const Status step : nextSteps(one.status))
        choices.emplace_back(std::to_string(int(step)), word(step));
    form().choice("to", tr("改为"), choices);
    form().multiline("reason", tr("原因"), 2);
    form().rule("reason", [this] {
        const auto to = Status(std::stoi(form().get("to")));
        return needsReason(class_.status, to) && form().get("reason").empty() ? tr("改为“{}”要写明原因。", word(to))
                                                                              : std::string();
    });
    finish();
}

void StepDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        context_.classes.step(writer, class_.id, class_.revision, Status(std::stoi(form().get("to"))),
                              form().get("reason"));
    });
}

SessionDialog::SessionDialog(wxWindow* parent, const ViewContext& context, const Session& session)
    : FormDialog(parent, "training.session_dialog", session.id == 0 ? tr("登记课次") : tr("修改课次")),
      context_(context), session_(session) {
    form().date("date", tr("上课日期"), true);
    const auto time = [this](const char* id, const std::string& title) {
        form().text(id, title);
        form().rule(id, [this, id] {
            const std::string text = form().get(id);
            return text.empty() || clockOf(text) ? std::string() : tr("请写成 9:30 这样的时间。");
        });
    };
    time("from", tr("上课时间"));
    time("to", tr("下课时间"));
    form().number("minutes", tr("课时（分钟）"));
    form().rule("minutes", [this] {
        const bool told = form().integer("minutes") || (clockOf(form().get("from")) && clockOf(form().get("to")));
        return told ? std::string() : tr("请填写课时，或填写起止时间由程序计算。");
    });
    form().text("topic", tr("内容"));
    form().text("teacher", tr("授课人"));
    form().text("place", tr("地点"));
    form().setDay("date", session.heldOn);
    form().set("from", clockText(session.startsMinute));
    form().set("to", clockText(session.endsMinute));
    if (session.plannedMinutes > 0) form().setInteger("minutes", session.plannedMinutes);
    form().set("topic", session.topic);
    form().set("teacher", session.teacher);
    form().set("place", session.place);
    finish();
}

void SessionDialog::save() {
    Session session = session_;
    session.heldOn = form().day("date").value_or(yanxun::Date{});
    session.startsMinute = clockOf(form().get("from"));
    session.endsMinute = clockOf(form().get("to"));
    session.plannedMinutes = form().integer("minutes").value_or(0);
    session.topic = form().get("topic");
    session.teacher = form().get("teacher");
    session.place = form().get("place");
    context_.database.write([&](yanxun::Writer& writer) {
        if (session.id == 0) {
            context_.classes.addSession(writer, session);
        } else {
            context_.classes.editSession(writer, session);
        }
    });
}

ProgrammeDialog::ProgrammeDialog(wxWindow* parent, const ViewContext& context, const Programme& programme)
    : FormDialog(parent, "training.programme_dialog", programme.id == 0 ? tr("登记培训项目") : tr("修改培训项目")),
      context_(context), programme_(programme) {
    form().text("name", tr("名称"), true);
    form().choice("kind", tr("类别"), choicesOf(tr("（不填）"), context.words.kinds()));
    form().choice("level", tr("三级教育"), choicesOf(tr("（不分级）"), context.words.levels()));
    form().hundredths("hours", tr("学时"));
    form().number("per_hour", tr("每学时分钟"), true);
    form().multiline("outline", tr("大纲"), 4);
    form().set("name", programme.name);
    form().set("kind", programme.kind);
    form().set("level", programme.level);
    if (programme.minutes) form().setInteger("hours", hoursOf(*programme.minutes, programme.minutesPerHour));
    form().setInteger("per_hour", programme.minutesPerHour);
    form().set("outline", programme.outline);
    finish();
}

void ProgrammeDialog::save() {
    Programme programme = programme_;
    programme.name = form().get("name");
    programme.kind = form().get("kind");
    programme.level = form().get("level");
    programme.minutesPerHour = form().integer("per_hour").value_or(45);
    programme.minutes.reset();
    if (const auto hours = form().integer("hours")) programme.minutes = minutesOf(*hours, programme.minutesPerHour);
    programme.outline = form().get("outline");
    context_.database.write([&](yanxun::Writer& writer) {
        if (programme.id == 0) {
            context_.classes.addProgramme(writer, programme);
        } else {
            context_.classes.editProgramme(writer, programme);
        }
    });
}

} // namespace training
