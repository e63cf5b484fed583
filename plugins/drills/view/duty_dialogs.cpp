#include "view/duty_dialogs.h"

#include <yanxun/text.h>
#include <yanxun/ui/form_dialog.h>

#include <sstream>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

std::string about(const Duty& duty) { return tr("{} · {} · {}", duty.unitName, duty.span.label, duty.ruleTitle); }

class ScheduleDialog final : public yanxun::ui::FormDialog {
public:
    ScheduleDialog(wxWindow* parent, const ViewContext& context, const Duty& duty)
        : FormDialog(parent, "drills.schedule_dialog", tr("安排演练")), context_(context), duty_(duty) {
        form().custom(tr("应演任务"), paragraph(&form(), about(duty)));
        form().date("date", tr("演练日期"), true);
        form().setDay("date", DutyService::proposedDay(duty, context.clock.today()));
        finish();
    }

private:
    void save() override {
        context_.database.write(
            [&](yanxun::Writer& writer) { context_.duties.schedule(writer, duty_, *form().day("date")); });
    }
    const ViewContext& context_;
    Duty duty_;
};

class ExemptDialog final : public yanxun::ui::FormDialog {
public:
    ExemptDialog(wxWindow* parent, const ViewContext& context, const Duty& duty)
        : FormDialog(parent, "drills.exempt_dialog", tr("登记豁免")), context_(context), duty_(duty) {
        form().custom(tr("应演任务"), paragraph(&form(), about(duty)));
        form().date("from", tr("自"), true);
        form().date("to", tr("至"), true);
        form().multiline("reason", tr("依据（文件名称和文号）"), 2);
        form().setDay("from", duty.span.days.first);
        form().setDay("to", duty.span.days.last);
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.duties.exempt(writer, duty_.unitName, duty_.rule, {*form().day("from"), *form().day("to")},
                                   form().get("reason"));
        });
    }
    const ViewContext& context_;
    Duty duty_;
};

class ReportDialog final : public yanxun::ui::FormDialog {
public:
    ReportDialog(wxWindow* parent, const ViewContext& context, const Duty& duty)
        : FormDialog(parent, "drills.report_dialog", tr("登记报送")), context_(context), duty_(duty) {
        form().custom(tr("应演任务"), paragraph(&form(), about(duty)));
        form().date("date", tr("报送日期"), true);
        form().setDay("date", context.clock.today());
        form().text("receipt", tr("回执编号"));
        finish();
    }

private:
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.duties.submit(writer, {duty_.unitId, duty_.rule, duty_.span.days.first, *form().day("date"),
                                            form().get("receipt")});
        });
    }
    const ViewContext& context_;
    Duty duty_;
};

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; in >> part;)
        parts.push_back(part);
    return parts;
}

std::string spaced(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : " ") + part;
    return all;
}

class OwnRuleDialog final : public yanxun::ui::FormDialog {
public:
    OwnRuleDialog(wxWindow* parent, const ViewContext& context, DutyRule rule)
        : FormDialog(parent, "drills.own_rule_dialog", rule.id == 0 ? tr("新增本局规则") : tr("修改本局规则")), context_(context),
          rule_(std::move(rule)) {
        form().text("code", tr("编号"), true);
        form().text("title", tr("名称"), true);
        form().text("basis", tr("依据"), true);
        form().text("kinds", tr("单位类别（空格隔开）"), true);
        form().choice("attribute", tr("须确认为“是”的属性"), attributes());
        Choices windows;
        for (const DutyWindow window :
             {DutyWindow::month, DutyWindow::quarter, DutyWindow::half, DutyWindow::year, DutyWindow::term}) {
            windows.emplace_back(token(window), word(window));
        }
        form().choice("window", tr("时段"), windows);
        form().number("n", tr("次数"), true);
        form().text("hazards", tr("灾种（空格隔开，空为不限）"));
        form().check("tabletop", tr("桌面演练也算"));
        form().check("submit", tr("要求报送"));
        form().choice("floor", tr("所加严的法定规则"), floors());
        fill();
        finish();
    }

private:
    Choices attributes() {
        Choices choices{{"", tr("不限")}};
        for (const char* const id : {"high_risk", "crowded", "key_fire_unit", "chemical", "boarding"}) {
            choices.emplace_back(id, context_.duties.attributeTitle(id));
        }
        return choices;
    }
    Choices floors() {
        Choices choices{{"", tr("没有")}};
        context_.database.read([&](yanxun::Reader& reader) {
            for (const DutyRule& rule : context_.duties.rules(reader)) {
                if (!rule.own && rule.on) choices.emplace_back(rule.code, rule.code + " " + rule.title);
            }
        });
        return choices;
    }
    void fill() {
        form().set("code", rule_.code);
        form().set("title", rule_.title);
        form().set("basis", rule_.basis);
        form().set("kinds", spaced(rule_.subject.kinds));
        form().set("attribute", rule_.subject.all.empty() ? "" : rule_.subject.all.front().attribute);
        form().set("window", token(rule_.window));
        form().setInteger("n", rule_.n);
        form().set("hazards", spaced(rule_.hazards));
        form().setFlag("tabletop", rule_.tabletop);
        form().setFlag("submit", rule_.submit);
        form().set("floor", rule_.floor);
    }
    void save() override {
        rule_.code = form().get("code");
        rule_.title = form().get("title");
        rule_.basis = form().get("basis");
        rule_.subject.kinds = words(form().get("kinds"));
        rule_.subject.all.clear();
        if (const std::string id = form().get("attribute"); !id.empty())
            rule_.subject.all.push_back({id, "是", false});
        rule_.window = dutyWindowOf(form().get("window")).value_or(DutyWindow::year);
        rule_.n = int(form().integer("n").value_or(0));
        rule_.hazards = words(form().get("hazards"));
        rule_.tabletop = form().flag("tabletop");
        rule_.submit = form().flag("submit");
        rule_.floor = form().get("floor");
        context_.database.write([&](yanxun::Writer& writer) { context_.duties.putOwnRule(writer, rule_); });
    }
    const ViewContext& context_;
    DutyRule rule_;
};

class SettingsDialog final : public yanxun::ui::FormDialog {
public:
    SettingsDialog(wxWindow* parent, const ViewContext& context)
        : FormDialog(parent, "drills.settings_dialog", tr("学期与天数")), context_(context) {
        form().text("months", tr("学校免演月份（空格隔开）"));
        form().multiline("terms", tr("学期（一行一个，如 春季学期 02-20 07-10）"), 4);
        form().number("soon", tr("临期天数"), true);
        form().number("grace", tr("首个时段宽限天数"), true);
        context.database.read([&](yanxun::Reader& reader) {
            const DutySettings now = context.duties.settings(reader);
            std::string months;
            for (const int month : now.exemptMonths)
                months += (months.empty() ? "" : " ") + std::to_string(month);
            form().set("months", months);
            form().set("terms", context.duties.termLines(reader));
            form().setInteger("soon", now.soonDays);
            form().setInteger("grace", now.graceDays);
        });
        form().rule("months",
                    [this] { return readMonths() ? std::string() : tr("请写 1 到 12 的月份，用空格隔开。"); });
        finish();
    }

private:
    std::optional<std::vector<int>> readMonths() {
        std::vector<int> months;
        for (const std::string& word : words(form().get("months"))) {
            if (word.size() > 2 || word.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
            months.push_back(std::stoi(word));
            if (months.back() < 1 || months.back() > 12) return std::nullopt;
        }
        return months;
    }
    void save() override {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.duties.setExemptMonths(writer, readMonths().value_or(std::vector<int>()));
            context_.duties.setTerms(writer, form().get("terms"));
            context_.duties.setDays(writer, int(form().integer("soon").value_or(0)),
                                    int(form().integer("grace").value_or(0)));
        });
    }
    const ViewContext& context_;
};

template <class Dialog, class... Args> bool shown(wxWindow* parent, const ViewContext& context, const Args&... args) {
    Dialog dialog(parent, context, args...);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace

bool scheduleDuty(wxWindow* parent, const ViewContext& context, const Duty& duty) {
    ScheduleDialog dialog(parent, context, duty);
    if (dialog.ShowModal() != wxID_OK) return false;
    context.workbench.notify(tr("已为“{}”安排一场演练，状态为草案。", duty.unitName));
    return true;
}

bool exemptDuty(wxWindow* parent, const ViewContext& context, const Duty& duty) {
    return shown<ExemptDialog>(parent, context, duty);
}

bool reportDuty(wxWindow* parent, const ViewContext& context, const Duty& duty) {
    return shown<ReportDialog>(parent, context, duty);
}

bool editOwnRule(wxWindow* parent, const ViewContext& context, const DutyRule& rule) {
    return shown<OwnRuleDialog>(parent, context, rule);
}

bool editDutySettings(wxWindow* parent, const ViewContext& context) { return shown<SettingsDialog>(parent, context); }

} // namespace drills
