#include "view/run/run_dialogs.h"

#include "core/run/script_time.h"
#include "view/deed_dialog.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::ui::Form;

/// 计时 items of all score sheets, «2.4　从确认火情到发出疏散信号用时».
std::vector<std::string> timedItems(const ViewContext& context) {
    std::vector<std::string> items;
    for (const ScoreSheet& sheet : context.rating.sheets()) {
        for (const ScoreSection& section : sheet.sections) {
            for (const ScoreItem& item : section.items) {
                if (item.style == ScoreStyle::time) items.push_back(item.no + " " + item.text);
            }
        }
    }
    return items;
}

std::string numberOf(const std::string& item) { return item.substr(0, item.find(' ')); }

} // namespace

bool askAbort(wxWindow* parent, const ViewContext& context, const Drill& drill) {
    DeedDialog dialog(parent, "drills.run_abort_dialog", tr("中止演练"));
    dialog.form().heading(tr("中止后时钟停下，演练标为“已中止”，不能再继续。"));
    dialog.form().text("author", tr("提出人"), true);
    dialog.form().multiline("reason", tr("原因"), 3);
    dialog.form().set("author", context.database.who());
    return dialog.ask(context, tr("中止演练"), [&](yanxun::Writer& writer, Form& form) {
        context.runs.abort(writer, drill.id, form.get("author"), form.get("reason"));
    });
}

bool askDelay(wxWindow* parent, const ViewContext& context, const Run& run, std::int64_t no) {
    DeedDialog dialog(parent, "drills.run_delay_dialog", tr("延迟"));
    dialog.form().text("by", tr("延迟多久"), true);
    dialog.form().choice("which", tr("哪些行"), {{"one", tr("只有第 {} 行", no)}, {"all", tr("它和它以后待发的各行，间隔不变")}});
    dialog.form().text("reason", tr("原因"));
    dialog.form().set("by", tr("5分"));
    dialog.form().set("which", "one");
    return dialog.ask(context, tr("延迟"), [&](yanxun::Writer& writer, Form& form) {
        const std::int64_t seconds = offsetOf(form.get("by"));
        if (form.get("which") == "all") context.runs.delayAll(writer, run.drill.id, no, seconds, form.get("reason"));
        else context.runs.delay(writer, run.drill.id, no, seconds, form.get("reason"));
    });
}

bool askFree(wxWindow* parent, const ViewContext& context, const Run& run) {
    DeedDialog dialog(parent, "drills.run_free_dialog", tr("自由注入"));
    dialog.form().multiline("text", tr("内容"), 3);
    dialog.form().text("to", tr("接收方"));
    dialog.form().suggest("method", tr("方式"), [](const std::string& typed) { return matching(usualMethods(), typed); });
    return dialog.ask(context, tr("立即发出"), [&](yanxun::Writer& writer, Form& form) {
        context.runs.fireFree(writer, run.drill.id, form.get("to"), form.get("method"), form.get("text"));
    });
}

bool askWatch(wxWindow* parent, const ViewContext& context, const Run& run) {
    DeedDialog dialog(parent, "drills.run_watch_dialog", tr("开始环节计时"));
    const std::vector<std::string> items = timedItems(context);
    std::vector<std::string> metrics{tr("报警→发出疏散信号"), tr("全员疏散"), tr("清点上报"), tr("队伍集结到场"), tr("预警叫应")};
    dialog.form().suggest("metric", tr("环节"), [metrics](const std::string& typed) { return matching(metrics, typed); }, true);
    dialog.form().suggest("item", tr("评估项（可不填）"), [items](const std::string& typed) { return matching(items, typed); });
    return dialog.ask(context, tr("开始计时"), [&](yanxun::Writer& writer, Form& form) {
        context.runs.startWatch(writer, run.drill.id, form.get("metric"), numberOf(form.get("item")));
    });
}

bool askWatchChange(wxWindow* parent, const ViewContext& context, const StageTime& watch) {
    DeedDialog dialog(parent, "drills.run_watch_change", watch.metric);
    const std::vector<std::string> items = timedItems(context);
    dialog.form().suggest("item", tr("对应的评估项"), [items](const std::string& typed) { return matching(items, typed); });
    dialog.form().text("void", tr("作废原因（不作废不填）"));
    dialog.form().set("item", watch.itemNo);
    return dialog.ask(context, tr("保存"), [&](yanxun::Writer& writer, Form& form) {
        const std::string item = numberOf(form.get("item"));
        if (item != watch.itemNo) context.runs.linkWatch(writer, watch.id, item);
        if (!form.get("void").empty()) context.runs.voidWatch(writer, watch.id, form.get("void"));
    });
}

bool askSpeed(wxWindow* parent, const ViewContext& context, const Run& run) {
    DeedDialog dialog(parent, "drills.run_speed_dialog", tr("情景时间的倍数"));
    dialog.form().hundredths("factor", tr("倍数（1 = 与演练时间同步）"));
    dialog.form().setInteger("factor", run.clock.factor());
    return dialog.ask(context, tr("设定"), [&](yanxun::Writer& writer, Form& form) {
        const auto factor = form.integer("factor");
        if (!factor) throw yanxun::Error(tr("请填写倍数，例如 1 或 2.5。"));
        context.runs.setSpeed(writer, run.drill.id, *factor);
    });
}

} // namespace drills
