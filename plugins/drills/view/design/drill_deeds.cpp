#include "view/design/drill_deeds.h"

#include "core/design/drill_rules.h"
#include "view/deed_dialog.h"
#include "view/design/quick_form.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;
using yanxun::Writer;
using yanxun::ui::Form;

std::int64_t copyDrill(wxWindow* parent, const ViewContext& context, const Drill& drill) {
    DeedDialog dialog(parent, "drills.copy_dialog", tr("照“{}”新建", drill.name));
    Form& form = dialog.form();
    form.heading(tr("单位、目标、岗位、检查单、资源、情景、评分表和脚本照样，时刻随日期顺移；人数、得分和过程不带过去。"));
    form.text("name", tr("演练名称"), true);
    form.date("day", tr("新的日期"), true);
    form.set("name", drill.name);
    std::int64_t made = 0;
    const bool done = dialog.ask(context, tr("新建"), [&](Writer& writer, Form& filled) {
        made = context.design.copy(writer, drill.id, *filled.day("day"), filled.get("name"));
    });
    return done ? made : 0;
}

bool rescheduleDrill(wxWindow* parent, const ViewContext& context, const Drill& drill) {
    const bool isApproved = drill.status >= Status::approved;
    DeedDialog dialog(parent, "drills.reschedule_dialog", tr("改期：{}", drill.name));
    Form& form = dialog.form();
    form.heading(tr("现在定在 {}，时刻不变。", drill.heldOn.chinese()));
    form.date("day", tr("新的日期"), true);
    form.multiline("reason", isApproved ? tr("原因（{}，必须写明）", word(drill.status)) : tr("原因（可不填）"), 3);
    form.rule("day", [&] { return form.day("day") == drill.heldOn ? tr("和现在的日期相同。") : std::string(); });
    form.rule("reason", [&] { return isApproved && form.get("reason").empty() ? tr("演练{}，改期要写明原因。", word(drill.status)) : std::string(); });
    return dialog.ask(context, tr("改期"), [&](Writer& writer, Form& filled) {
        context.design.postponeTo(writer, drill.id, *filled.day("day"), filled.get("reason"));
    });
}

bool writeClauses(wxWindow* parent, const ViewContext& context, const Drill& drill) {
    std::vector<links::TestedPlan> tested;
    context.database.read([&](yanxun::Reader& reader) { tested = links::plans(reader, drill.id); });
    const bool reason = factsAreLocked(drill.status);
    DeedDialog dialog(parent, "drills.clauses_dialog", tr("检验条款"));
    Form& form = dialog.form();
    form.heading(tr("写明本次演练检验预案的哪些条款，例如：第三章 3.2、第四章 4.1。"));
    for (std::size_t i = 0; i < tested.size(); ++i) {
        const std::string field = "clauses" + std::to_string(i);
        form.multiline(field, tested[i].plan.title, 2);
        form.set(field, tested[i].clauses);
    }
    addReason(form, reason);
    return dialog.ask(context, tr("保存"), [&](Writer& writer, Form& filled) {
        for (std::size_t i = 0; i < tested.size(); ++i) {
            const std::string clauses = filled.get("clauses" + std::to_string(i));
            if (clauses == tested[i].clauses) continue;
            context.design.testPlan(writer, drill.id, tested[i].plan.id, clauses, reasonIn(filled, reason));
        }
    });
}

} // namespace drills
