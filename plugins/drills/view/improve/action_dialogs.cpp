#include "view/improve/action_dialogs.h"

#include "core/drill_list_store.h"
#include "view/design/quick_form.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

/// A form whose fields `make` adds and whose saving is one write.
bool askDeed(wxWindow* parent, const ViewContext& context, const char* name, const std::string& title,
             const std::function<void(Form&)>& make, const std::function<void(Writer&, Form&)>& deed) {
    return askForm(parent, name, title, make,
                   [&](Form& form) { context.database.write([&](Writer& writer) { deed(writer, form); }); });
}

void needs(Form& form, const char* id, const std::string& sentence) {
    form.rule(id, [&form, id, sentence] { return form.get(id).empty() ? sentence : std::string(); });
}

template <class Enum>
std::vector<std::pair<std::string, std::string>> choices(std::initializer_list<Enum> all) {
    std::vector<std::pair<std::string, std::string>> made;
    for (const Enum one : all) made.emplace_back(std::to_string(int(one)), word(one));
    return made;
}

} // namespace

bool editAction(wxWindow* parent, const ViewContext& context, const Action& action) {
    return askDeed(
        parent, context, "drills.action_dialog", action.id == 0 ? tr("下整改措施") : tr("修改整改措施"),
        [&](Form& form) {
            form.multiline("measure", tr("整改措施"), 4);
            needs(form, "measure", tr("请写明整改措施。"));
            form.choice("kind", tr("类型"), choices({ActionKind::atOnce, ActionKind::byDate, ActionKind::lasting}));
            form.suggest("unit", tr("责任单位"), [&](const std::string& typed) { return suggestUnits(context, typed); }, true);
            form.text("person", tr("责任人"));
            form.text("with", tr("配合单位"));
            form.date("due", tr("整改期限"), true);
            form.set("measure", action.measure);
            form.set("kind", std::to_string(int(action.kind)));
            form.set("unit", action.dutyUnit);
            form.set("person", action.dutyPerson);
            form.set("with", action.coopUnits);
            if (action.due.valid()) form.setDay("due", action.due);
        },
        [action](Writer& writer, Form& form) {
            Action changed = action;
            changed.measure = form.get("measure");
            changed.kind = ActionKind(std::stoi(form.get("kind")));
            changed.dutyUnit = form.get("unit");
            changed.dutyPerson = form.get("person");
            changed.coopUnits = form.get("with");
            changed.due = form.day("due").value_or(yanxun::Date{});
            if (changed.id == 0) ActionService().add(writer, changed);
            else ActionService().edit(writer, changed);
        });
}

bool reportAction(wxWindow* parent, const ViewContext& context, const Action& action) {
    return askDeed(
        parent, context, "drills.progress_dialog", tr("填报整改进展"),
        [](Form& form) {
            form.number("percent", tr("进度（%）"), true);
            form.multiline("text", tr("做了什么"), 4);
            form.set("percent", "100");
            needs(form, "text", tr("请写明做了什么。"));
        },
        [id = action.id](Writer& writer, Form& form) {
            ActionService().report(writer, id, form.integer("percent").value_or(0), form.get("text"));
        });
}

bool sendBackAction(wxWindow* parent, const ViewContext& context, const Action& action) {
    return askDeed(
        parent, context, "drills.return_dialog", tr("退回整改"),
        [](Form& form) {
            form.multiline("reason", tr("理由"), 3);
            needs(form, "reason", tr("退回要写明理由。"));
        },
        [id = action.id](Writer& writer, Form& form) { ActionService().sendBack(writer, id, form.get("reason")); });
}

bool askExtension(wxWindow* parent, const ViewContext& context, const Action& action) {
    return askDeed(
        parent, context, "drills.extension_dialog", tr("申请延期"),
        [&](Form& form) {
            form.heading(tr("现在的期限是 {}", action.due.iso()));
            form.date("due", tr("新的期限"), true);
            form.multiline("reason", tr("理由"), 3);
            needs(form, "reason", tr("申请延期要写明理由。"));
        },
        [id = action.id](Writer& writer, Form& form) {
            ActionService().askExtension(writer, id, form.day("due").value_or(yanxun::Date{}), form.get("reason"));
        });
}

bool decideExtension(wxWindow* parent, const ViewContext& context, const Extension& asked) {
    return askDeed(
        parent, context, "drills.decide_dialog", tr("审批延期"),
        [&](Form& form) {
            form.heading(tr("{} 申请从 {} 延到 {}：{}", asked.askedBy, asked.oldDue.iso(), asked.newDue.iso(), asked.reason));
            form.choice("decision", tr("决定"), {{"1", tr("批准")}, {"0", tr("不批准")}});
            form.multiline("note", tr("意见"), 3);
            form.set("decision", "1");
        },
        [id = asked.id](Writer& writer, Form& form) {
            ActionService().decideExtension(writer, id, form.get("decision") == "1", form.get("note"));
        });
}

bool verifyAction(wxWindow* parent, const ViewContext& context, const Action& action) {
    const bool later = action.status == ActionStatus::closed;
    std::vector<std::pair<std::string, std::string>> drills;
    if (later) {
        context.database.read([&](yanxun::Reader& reader) {
            const yanxun::Date first = action.closed.value_or(action.due);
            for (const Drill& drill : lists::between(reader, {first, context.clock.today()})) {
                if (drill.id != action.drillId && tookPlace(drill.status)) {
                    drills.emplace_back(std::to_string(drill.id), tr("{} {}", drill.heldOn.iso(), drill.name));
                }
            }
        });
        if (drills.empty()) throw yanxun::Error(tr("销号以后还没有举行过别的演练。下次演练结束后再回头看。"));
    }
    return askDeed(
        parent, context, "drills.verify_dialog", later ? tr("回头看（下次演练复验）") : tr("复查整改"),
        [&](Form& form) {
            if (later) form.choice("drill", tr("在哪场演练复验"), drills);
            else form.choice("kind", tr("方式"), choices({CheckKind::papers, CheckKind::onSite}));
            form.choice("result", tr("结论"), choices({CheckResult::passed, CheckResult::partly, CheckResult::failed}));
            form.multiline("note", tr("复查情况"), 4);
            needs(form, "note", tr("请写明复查情况。"));
            form.set(later ? "drill" : "kind", later ? drills.back().first : "1");
            form.set("result", "1");
        },
        [id = action.id, later](Writer& writer, Form& form) {
            const CheckKind kind = later ? CheckKind::nextDrill : CheckKind(std::stoi(form.get("kind")));
            ActionService().verify(writer, id, kind, CheckResult(std::stoi(form.get("result"))),
                                   later ? std::stoll(form.get("drill")) : 0, form.get("note"));
        });
}

bool editLesson(wxWindow* parent, const ViewContext& context, const Lesson& lesson) {
    return askDeed(
        parent, context, "drills.lesson_dialog", lesson.id == 0 ? tr("记一条经验") : tr("修改经验"),
        [&](Form& form) {
            form.choice("kind", tr("种类"), choices({LessonKind::strength, LessonKind::experience, LessonKind::warning}));
            form.multiline("text", tr("内容"), 5);
            needs(form, "text", tr("请写明内容。"));
            form.text("tags", tr("标签（用空格分开）"));
            form.text("applies", tr("适用范围"));
            form.set("kind", std::to_string(int(lesson.kind)));
            form.set("text", lesson.text);
            form.set("tags", lesson.tags);
            form.set("applies", lesson.appliesTo);
        },
        [lesson](Writer& writer, Form& form) {
            Lesson changed = lesson;
            changed.kind = LessonKind(std::stoi(form.get("kind")));
            changed.text = form.get("text");
            changed.tags = form.get("tags");
            changed.appliesTo = form.get("applies");
            if (changed.id == 0) lessons::add(writer, changed);
            else lessons::edit(writer, changed);
        });
}

bool suggestRevision(wxWindow* parent, const ViewContext& context, const Finding& finding) {
    return askDeed(
        parent, context, "drills.revision_dialog", tr("提出预案修订建议"),
        [&](Form& form) {
            form.text("plan", tr("预案"), true);
            form.text("clause", tr("条款"));
            form.multiline("text", tr("修订建议"), 4);
            needs(form, "text", tr("请写明修订建议。"));
            form.set("plan", finding.plan);
            form.set("clause", finding.clause);
        },
        [id = finding.id](Writer& writer, Form& form) {
            PlanRevision r;
            r.findingId = id;
            r.plan = form.get("plan");
            r.clause = form.get("clause");
            r.suggestion = form.get("text");
            revisions::suggest(writer, r);
        });
}

bool decideRevision(wxWindow* parent, const ViewContext& context, const PlanRevision& revision) {
    return askDeed(
        parent, context, "drills.decide_revision_dialog", tr("审定修订建议"),
        [&](Form& form) {
            form.heading(tr("“{}”{} {}", revision.plan, revision.clause, revision.suggestion));
            form.choice("decision", tr("决定"), {{"1", tr("采纳")}, {"0", tr("不采纳")}});
            form.multiline("note", tr("意见"), 3);
            form.set("decision", "1");
        },
        [id = revision.id](Writer& writer, Form& form) {
            revisions::decide(writer, id, form.get("decision") == "1", form.get("note"));
        });
}

bool adoptRevision(wxWindow* parent, const ViewContext& context, const PlanRevision& revision) {
    return askDeed(
        parent, context, "drills.adopt_dialog", tr("登记修订后的版本"),
        [&](Form& form) {
            form.heading(tr("“{}”", revision.plan));
            form.text("version", tr("修订后的版本"), true);
        },
        [id = revision.id](Writer& writer, Form& form) { revisions::adopt(writer, id, form.get("version")); });
}

} // namespace drills
