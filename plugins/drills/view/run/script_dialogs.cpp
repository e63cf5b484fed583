#include "view/run/script_dialogs.h"

#include "core/run/script_columns.h"
#include "core/run/script_store.h"
#include "core/run/script_time.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

#include <functional>
#include <sstream>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::ui::Form;

class LineDialog final : public yanxun::ui::FormDialog {
public:
    LineDialog(wxWindow* parent, const ViewContext& context, std::int64_t drill, std::int64_t offset, bool shift)
        : FormDialog(parent, "drills.script_line", shift ? tr("插入并顺延") : tr("增加脚本行")), context_(context), drill_(drill), shift_(shift) {
        form().text("offset_s", tr("时间"), true);
        if (shift) form().text("shift", tr("以后各行顺延"), true);
        std::vector<std::pair<std::string, std::string>> kinds;
        for (const LineKind kind : allLineKinds()) kinds.emplace_back(word(kind), word(kind));
        form().choice("kind", tr("类型"), kinds);
        form().suggest("phase", tr("阶段"), [](const std::string& typed) { return matching(usualPhases(), typed); });
        form().multiline("body", tr("事件内容"), 2);
        form().text("from_role", tr("发出方"));
        form().text("to_role", tr("接收方"));
        form().suggest("method", tr("方式"), [](const std::string& typed) { return matching(usualMethods(), typed); });
        form().text("expected", tr("期望行动"));
        form().text("within_s", tr("期望用时"));
        form().text("conditions", tr("前置条件"));
        form().set("offset_s", offsetText(offset));
        form().set("kind", word(LineKind::event));
        if (shift) form().set("shift", tr("5分"));
        finish(shift ? tr("插入") : tr("增加"));
    }

private:
    void save() override {
        ScriptLine line;
        line.drillId = drill_;
        for (const char* column : {"offset_s", "kind", "phase", "body", "from_role", "to_role", "method", "expected", "within_s", "conditions"}) {
            putScriptCell(line, column, form().get(column));
        }
        context_.database.write([&](yanxun::Writer& writer) {
            if (shift_) context_.scripts.insertLine(writer, line, offsetOf(form().get("shift")));
            else context_.scripts.addLine(writer, line);
        });
    }
    const ViewContext& context_;
    std::int64_t drill_;
    bool shift_;
};

class ShiftDialog final : public yanxun::ui::FormDialog {
public:
    ShiftDialog(wxWindow* parent, const ViewContext& context, std::int64_t drill, const ScriptLine* from)
        : FormDialog(parent, "drills.script_shift", tr("整体顺延")), context_(context), drill_(drill), from_(from ? from->no : 0) {
        form().text("by", tr("多久"), true);
        form().choice("way", tr("方向"), {{"later", tr("推后")}, {"earlier", tr("提前")}});
        std::vector<std::pair<std::string, std::string>> which{{"all", tr("整场，各行间隔不变")}};
        if (from) which.emplace_back("from", tr("从第 {} 行（{}）起", from->no, offsetText(from->offset)));
        form().choice("which", tr("哪些行"), which);
        form().set("by", tr("30分"));
        form().set("way", "later");
        form().set("which", "all");
        finish(tr("顺延"));
    }

private:
    void save() override {
        const std::int64_t seconds = offsetOf(form().get("by")) * (form().get("way") == "later" ? 1 : -1);
        context_.database.write([&](yanxun::Writer& writer) {
            context_.scripts.shift(writer, drill_, form().get("which") == "from" ? from_ : 0, seconds);
        });
    }
    const ViewContext& context_;
    std::int64_t drill_, from_;
};

class PhasesDialog final : public yanxun::ui::FormDialog {
public:
    PhasesDialog(wxWindow* parent, const ViewContext& context, std::int64_t drill)
        : FormDialog(parent, "drills.script_phases", tr("阶段与情景时刻")), context_(context), drill_(drill) {
        form().multiline("names", tr("阶段，一行一个"), 5);
        form().text("start", tr("情景开始时刻"));
        std::string names;
        context_.database.read([&](yanxun::Reader& reader) {
            for (const Phase& phase : scripts::phases(reader, drill_)) names += phase.name + '\n';
            const auto script = scripts::find(reader, drill_);
            if (script && script->scenarioStart) form().set("start", clockText(*script->scenarioStart * 1000));
        });
        if (names.empty()) {
            for (const std::string& name : usualPhases()) names += name + '\n';
        }
        form().set("names", names);
        finish();
    }

private:
    void save() override {
        std::vector<std::string> names;
        std::istringstream in(form().get("names"));
        for (std::string name; std::getline(in, name);) names.push_back(name);
        const std::string start = form().get("start");
        context_.database.write([&](yanxun::Writer& writer) {
            context_.scripts.setPhases(writer, drill_, names);
            context_.scripts.setScenarioStart(writer, drill_, start.empty() ? std::nullopt : std::optional(offsetOf(start)));
        });
    }
    const ViewContext& context_;
    std::int64_t drill_;
};

} // namespace

bool askLine(wxWindow* parent, const ViewContext& context, std::int64_t drill, std::int64_t offset, bool shift) {
    return LineDialog(parent, context, drill, offset, shift).ShowModal() == wxID_OK;
}

bool askShift(wxWindow* parent, const ViewContext& context, std::int64_t drill, const ScriptLine* from) {
    return ShiftDialog(parent, context, drill, from).ShowModal() == wxID_OK;
}

bool askPhases(wxWindow* parent, const ViewContext& context, std::int64_t drill) {
    return PhasesDialog(parent, context, drill).ShowModal() == wxID_OK;
}

} // namespace drills
