#include "view/activity_dialog.h"

#include "core/activity_list_store.h"
#include "core/campaign_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <algorithm>

namespace campaigns {
namespace {

using yanxun::tr;
using yanxun::ui::Choices;

Choices categoryChoices(const Terms& terms, const std::string& none) {
    Choices choices{{"", none}};
    for (const Term* term : terms.of(TermKind::category)) choices.emplace_back(term->name, term->name);
    return choices;
}

std::string metricId(const Term& term) { return "metric_" + std::to_string(term.id); }

} // namespace

ActivityDialog::ActivityDialog(wxWindow* parent, const ViewContext& context, const Activity& activity)
    : FormDialog(parent, "campaigns.dialog", activity.id == 0 ? tr("新建宣传活动") : tr("修改宣传活动")), context_(context), activity_(activity),
      terms_(termsOf(context)) {
    addFields();
    addMetrics();
    fill();
    finish();
}

void ActivityDialog::addFields() {
    form().text("name", tr("活动名称"), true);
    form().date("date", tr("活动日期"), true);
    const auto units = [this](const std::string& typed) { return suggestUnits(context_, typed); };
    form().suggest("units", tr("覆盖单位"), units)->SetHint(yanxun::ui::wx(tr("几个单位以顿号分开；也可写整个乡镇街道")));
    form().rule("units", [this] {
        return form().get("units").empty() && form().get("host").empty() ? tr("请填写覆盖单位，或填写主办单位。")
                                                                          : std::string();
    });
    form().choice("primary", tr("主要类别"), categoryChoices(terms_, tr("（不填）")));
    form().suggest("more", tr("其他类别"), [this](const std::string&) {
        std::vector<std::string> names;
        for (const Term* term : terms_.of(TermKind::category)) names.push_back(term->name);
        return names;
    });
    form().suggest("host", tr("主办单位"), units);
    form().text("place", tr("地点"));
    form().suggest("region", tr("乡镇街道"), [this](const std::string& typed) {
        std::vector<std::string> names;
        context_.database.read([&](yanxun::Reader& reader) { names = lists::regions(reader); });
        std::erase_if(names, [&](const std::string& name) { return name.find(typed) == std::string::npos; });
        return names;
    });
    form().suggest("form", tr("形式"), [this](const std::string& typed) {
        std::vector<std::string> names;
        context_.database.read([&](yanxun::Reader& reader) { names = lists::forms(reader); });
        for (const char* usual : {"咨询台", "讲座", "入户", "文艺演出", "知识竞答"}) {
            if (std::find(names.begin(), names.end(), usual) == names.end()) names.push_back(usual);
        }
        std::erase_if(names, [&](const std::string& name) { return name.find(typed) == std::string::npos; });
        return names;
    });
    Choices campaigns{{"0", tr("（不属于宣传行动）")}}, themes{{"", tr("（不填）")}};
    context_.database.read([&](yanxun::Reader& reader) {
        for (const Campaign& one : campaign_store::list(reader)) campaigns.emplace_back(std::to_string(one.id), one.name);
    });
    for (const Term* term : terms_.of(TermKind::theme)) themes.emplace_back(term->name, term->name);
    form().choice("campaign", tr("宣传行动"), campaigns);
    form().choice("theme", tr("主题"), themes);
    form().number("attendance", tr("参与人次"));
    form().check("estimated", tr("人次为约数"));
    if (activity_.id == 0) form().check("plan", tr("作为计划登记"));
}

void ActivityDialog::addMetrics() {
    form().heading(tr("宣传形式"));
    int shown = 0;
    for (const Term* term : terms_.of(TermKind::metric)) {
        const bool used = std::any_of(activity_.metrics.begin(), activity_.metrics.end(),
                                      [&](const Metric& one) { return one.termId == term->id; });
        // The usual ones, and those that hold a number; the others are entered in the dictionary's order by need.
        if (shown >= 6 && !used) continue;
        form().number(metricId(*term), term->unit.empty() ? term->name : tr("{}（{}）", term->name, term->unit));
        ++shown;
    }
    form().number("photos", tr("照片数"));
    form().text("link", tr("新闻链接"));
    form().text("leader", tr("负责人"));
    form().multiline("summary", tr("小结"), 3);
}

void ActivityDialog::fill() {
    auto& fields = form();
    fields.set("name", activity_.name);
    if (activity_.heldOn.valid()) fields.setDay("date", activity_.heldOn);
    fields.set("units", reachNames(activity_));
    const std::vector<std::string> categories = namesOf(terms_, activity_.categories);
    fields.set("primary", categories.empty() ? std::string() : categories.front());
    if (categories.size() > 1) fields.set("more", joined({categories.begin() + 1, categories.end()}));
    fields.set("host", activity_.hostName);
    fields.set("place", activity_.place);
    fields.set("region", activity_.regionName);
    fields.set("form", activity_.form);
    fields.set("campaign", std::to_string(activity_.campaignId));
    const std::vector<std::string> themes = namesOf(terms_, activity_.themes);
    fields.set("theme", themes.empty() ? std::string() : themes.front());
    if (activity_.id != 0) fields.setInteger("attendance", activity_.attendance);
    fields.setFlag("estimated", activity_.attendanceEstimated);
    for (const Metric& metric : activity_.metrics) {
        const Term* const term = terms_.find(metric.termId);
        if (term && term->active) fields.setInteger(metricId(*term), metric.value);
    }
    fields.setInteger("photos", activity_.photos);
    fields.set("link", activity_.link);
    fields.set("leader", activity_.leader);
    fields.set("summary", activity_.summary);
}

ActivityDraft ActivityDialog::read() {
    auto& fields = form();
    ActivityDraft draft = ActivityService::draftOf(activity_, terms_);
    draft.name = fields.get("name");
    draft.heldOn = fields.day("date").value_or(yanxun::Date{});
    draft.reach = splitWords(fields.get("units"));
    draft.categories = splitWords(fields.get("more"));
    if (!fields.get("primary").empty()) draft.categories.insert(draft.categories.begin(), fields.get("primary"));
    draft.hostName = fields.get("host");
    draft.place = fields.get("place");
    draft.regionName = fields.get("region");
    draft.form = fields.get("form");
    draft.campaignId = std::stoll("0" + fields.get("campaign"));
    // Themes beyond the first are kept as they are.
    if (!draft.themes.empty()) draft.themes.erase(draft.themes.begin());
    if (const std::string theme = fields.get("theme"); !theme.empty()) {
        std::erase(draft.themes, theme);
        draft.themes.insert(draft.themes.begin(), theme);
    }
    draft.attendance = fields.integer("attendance");
    draft.attendanceEstimated = fields.flag("estimated");
    int shown = 0;
    for (const Term* term : terms_.of(TermKind::metric)) {
        const auto same = std::find_if(draft.metrics.begin(), draft.metrics.end(),
                                       [&](const Metric& one) { return one.termId == term->id; });
        if (shown >= 6 && same == draft.metrics.end()) continue;
        ++shown;
        const auto number = fields.integer(metricId(*term));
        if (same != draft.metrics.end()) {
            // A number that was not touched keeps how it was counted.
            if (!number) draft.metrics.erase(same);
            else if (*number != same->value) *same = {0, 0, term->id, *number, Precision::exact, same->basis};
        } else if (number) {
            draft.metrics.push_back({0, 0, term->id, *number, Precision::exact, {}});
        }
    }
    draft.photos = fields.integer("photos");
    draft.link = fields.get("link");
    draft.leader = fields.get("leader");
    draft.summary = fields.get("summary");
    draft.isPlan = activity_.id == 0 && fields.flag("plan");
    return draft;
}

void ActivityDialog::save() {
    ActivityDraft draft = read();
    std::vector<std::string> unknown;
    context_.database.read([&](yanxun::Reader& reader) {
        std::vector<std::string> names = draft.reach;
        if (!draft.hostName.empty()) names.push_back(draft.hostName);
        const std::vector<std::string> standing = splitWords(reachNames(activity_));
        for (const std::string& name : names) {
            const bool known = context_.units.find(reader, name) || context_.parts.activities.isTownship(reader, name) ||
                               name == activity_.hostName ||
                               std::find(standing.begin(), standing.end(), name) != standing.end();
            if (!known) unknown.push_back(name);
        }
    });
    if (!unknown.empty()) {
        draft.createUnits = yanxun::ui::confirm(
            this, tr("单位名录中没有“{}”。要新建为待完善的单位吗？", joined(unknown)), tr("新建单位"));
    }
    context_.database.write([&](yanxun::Writer& writer) {
        if (activity_.id == 0) {
            activity_.id = context_.parts.activities.add(writer, draft);
        } else {
            context_.parts.activities.edit(writer, activity_.id, activity_.revision, draft);
        }
    });
}

ActivityStepDialog::ActivityStepDialog(wxWindow* parent, const ViewContext& context, const Activity& activity)
    : FormDialog(parent, "campaigns.step_dialog", tr("变更状态：{}", activity.name)), context_(context), activity_(activity) {
    Choices steps;
    for (const ActivityStatus step : nextSteps(activity.status)) steps.emplace_back(word(step), word(step));
    form().choice("to", tr("新的状态"), steps);
    form().set("to", steps.front().first);
    form().text("reason", tr("原因"));
    form().rule("reason", [this] {
        const bool cancels = form().get("to") == word(ActivityStatus::cancelled);
        return cancels && form().get("reason").empty() ? tr("取消活动要写明原因。") : std::string();
    });
    finish();
}

void ActivityStepDialog::save() {
    context_.database.write([&](yanxun::Writer& writer) {
        context_.parts.activities.step(writer, activity_.id, activity_.revision, *statusOf(form().get("to")),
                                       form().get("reason"));
    });
}

} // namespace campaigns
