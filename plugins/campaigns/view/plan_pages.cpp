#include "core/activity_filter.h"
#include "core/target_store.h"
#include "core/term_store.h"
#include "view/campaign_dialogs.h"
#include "view/list_page.h"
#include "view/pages.h"
#include "view/target_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/notebook.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Tone;
using yanxun::tr;
using namespace yanxun::ui;

struct TargetLine {
    Target target;
    std::string category;
    Progress progress;
    bool behind = false;
};

std::vector<RecordCell> cellsOf(const TargetLine& line, yanxun::Date today) {
    if (line.target.id == 0) return std::vector<RecordCell>(8);
    const yanxun::Date due = line.target.due.value_or(yanxun::Date{line.target.year, 12, 31});
    const std::int64_t left = due.days() - today.days();
    RecordCell state{tr("进行中"), Tone::neutral};
    if (line.progress.isMet()) state = {tr("已完成"), Tone::good};
    else if (left < 0) state = {tr("已逾期"), Tone::bad};
    else if (line.behind) state = {tr("滞后"), Tone::warning};
    return {{line.category},
            {line.target.words},
            {line.target.ownerName.empty() ? line.target.regionName : line.target.ownerName},
            {wantedText(line.target)},
            {tr("{} / {}", yanxun::text::grouped(line.progress.done), yanxun::text::grouped(line.progress.wanted))},
            {percentText(line.progress.percent())},
            {due.iso()},
            state};
}

/// 宣传目标: the lines of the plan with how far they are.
class TargetsPage final : public ListPage {
public:
    TargetsPage(wxWindow* parent, const ViewContext& context) : ListPage(parent, context) {
        year_ = std::make_unique<Pick>(this, "campaigns.targets_year", tr("年度"), [this] { load(); });
        offerYears(context.clock.today().year);
        Look look;
        look.name = "campaigns.targets";
        look.title = tr("宣传目标");
        look.empty = tr("这一年还没有登记目标。点“登记目标”，按方案原文填写。");
        look.addName = "campaigns.target_new";
        look.addText = tr("登记目标");
        look.add = [this] {
            Target target;
            target.year = year();
            TargetDialog(this, context_, target).ShowModal();
        };
        look.open = [this](std::int64_t id) { TargetDialog(this, context_, targetOf(id)).ShowModal(); };
        look.deeds = {{"campaigns.target_edit", tr("修改"), "edit", look.open},
                      {"campaigns.target_remove", tr("删除"), "trash", [this](std::int64_t id) { remove(id); }}};
        look.source = [this] { return source(); };
        look.subtitle = [this](std::int64_t total) { return tr("{} 年度 · {} 项", year(), total); };
        build(std::move(look),
              {{"category", tr("类别"), CellKind::text, 80, false, false},
               {"words", tr("方案原文"), CellKind::text, 0, false, false},
               {"owner", tr("责任单位"), CellKind::text, 130, false, false},
               {"wanted", tr("目标"), CellKind::text, 110, false, false},
               {"done", tr("完成"), CellKind::text, 130, false, false},
               {"percent", tr("完成率"), CellKind::text, 70, false, false},
               {"due", tr("期限"), CellKind::date, 96, false, false},
               {"state", tr("状态"), CellKind::text, 84, false, true}},
              {year_->field()});
    }

    void show(const std::string& argument) override {
        if (const int wanted = parseArgument(argument).year; wanted != 0) {
            offerYears(wanted);
            load();
        }
        ListPage::show(argument);
    }

private:
    int year() const { return int(year_->number()); }
    void offerYears(int wanted) {
        std::vector<int> years{context_.clock.today().year};
        context_.database.read([&](yanxun::Reader& reader) {
            for (const Target& target : target_store::list(reader, 0)) years.push_back(target.year);
        });
        year_->offer(yearChoices(years, wanted), std::to_string(wanted));
    }
    Target targetOf(std::int64_t id) {
        Target target;
        context_.database.read([&](yanxun::Reader& reader) { target = target_store::get(reader, id); });
        return target;
    }
    void remove(std::int64_t id) {
        const Target target = targetOf(id);
        if (!confirm(this, tr("删除目标“{}”？", target.words), tr("删除"))) return;
        context_.database.write([&](yanxun::Writer& writer) { context_.parts.plans.removeTarget(writer, id, target.revision); });
    }
    RecordSource source() {
        const Coverage& coverage = context_.parts.coverage;
        const yanxun::Date today = context_.clock.today();
        return listSource<TargetLine>(
            [&coverage, today, year = year()](yanxun::Reader& reader, const RecordQuery&) {
                const Terms terms = term_store::all(reader);
                std::vector<std::pair<std::int64_t, TargetLine>> lines;
                for (const Target& target : target_store::list(reader, year)) {
                    const Progress progress = progressOf(reader, coverage, target, today);
                    lines.emplace_back(target.id, TargetLine{target, terms.name(target.categoryId), progress,
                                                             isBehind(target, progress, today)});
                }
                return lines;
            },
            [today](const TargetLine& line) { return cellsOf(line, today); });
    }

    std::unique_ptr<Pick> year_;
};

/// 重要节点: the year's key dates with what the bureau says of them.
class KeyDatesTab final : public ListPage {
public:
    KeyDatesTab(wxWindow* parent, const ViewContext& context) : ListPage(parent, context) {
        year_ = std::make_unique<Pick>(this, "campaigns.key_year", tr("年度"), [this] { load(); });
        const int now = context.clock.today().year;
        year_->offer(yearChoices({now - 2, now - 1, now, now + 1}, now), std::to_string(now));
        Look look;
        look.name = "campaigns.key_dates";
        look.title = tr("重要节点");
        look.empty = tr("这一年没有重要节点。");
        look.open = [this](std::int64_t id) { KeyDateDialog(this, context_, dateOf(id)).ShowModal(); };
        look.deeds = {{"campaigns.key_date_edit", tr("登记当年日期和主题"), "edit", look.open},
                      {"campaigns.key_date_reset", tr("恢复为规则日期"), "undo", [this](std::int64_t id) {
                           const KeyDate date = dateOf(id);
                           context_.database.write([&](yanxun::Writer& writer) {
                               context_.parts.plans.forgetKeyDate(writer, date.rule, date.year);
                           });
                       }}};
        look.source = [this] { return source(); };
        look.subtitle = [this](std::int64_t total) { return tr("{} 年 · {} 个节点", year_->value(), total); };
        build(std::move(look),
              {{"first", tr("开始"), CellKind::date, 96, false, false},
               {"last", tr("结束"), CellKind::date, 96, false, false},
               {"title", tr("节点"), CellKind::text, 180, false, false},
               {"theme", tr("主题"), CellKind::text, 200, false, false},
               {"basis", tr("依据"), CellKind::text, 0, false, false},
               {"state", tr("状态"), CellKind::text, 96, false, true}},
              {year_->field()});
    }

    void show(const std::string& argument) override {
        if (const int wanted = parseArgument(argument).year; wanted != 0) {
            year_->offer(yearChoices({wanted - 1, wanted, wanted + 1}, wanted), std::to_string(wanted));
            load();
        }
    }

private:
    KeyDate dateOf(std::int64_t id) {
        KeyDate found;
        context_.database.read([&](yanxun::Reader& reader) {
            const auto all = context_.parts.dates.of(reader, int(year_->number()));
            if (id > 0 && std::size_t(id) <= all.size()) found = all[std::size_t(id) - 1];
        });
        return found;
    }
    RecordSource source() {
        const KeyDates& dates = context_.parts.dates;
        return listSource<KeyDate>(
            [&dates, year = int(year_->number())](yanxun::Reader& reader, const RecordQuery&) {
                std::vector<std::pair<std::int64_t, KeyDate>> lines;
                for (const KeyDate& date : dates.of(reader, year)) lines.emplace_back(std::int64_t(lines.size()) + 1, date);
                return lines;
            },
            [](const KeyDate& date) {
                if (date.rule.empty()) return std::vector<RecordCell>(6);
                RecordCell state{tr("启用"), Tone::good};
                if (!date.on) state = {tr("未启用"), Tone::neutral};
                else if (!date.confirmed) state = {tr("日期待核对"), Tone::warning};
                const std::string mark = date.mark == "S" ? tr("{}（转载，引用前请核对）", date.basis) : date.basis;
                return std::vector<RecordCell>{{date.first.iso()}, {date.last.iso()}, {date.title},
                                               {date.theme},       {mark},            state};
            });
    }

    std::unique_ptr<Pick> year_;
};

/// 宣传行动: what activities are grouped by.
class CampaignsTab final : public ListPage {
public:
    CampaignsTab(wxWindow* parent, const ViewContext& context) : ListPage(parent, context) {
        Look look;
        look.name = "campaigns.campaigns";
        look.title = tr("宣传行动");
        look.empty = tr("还没有宣传行动。登记后，可以把活动归到“2021年安全生产月”这样的行动里。");
        look.addName = "campaigns.campaign_new";
        look.addText = tr("登记行动");
        look.add = [this] { CampaignDialog(this, context_, {}).ShowModal(); };
        look.open = [this](std::int64_t id) { CampaignDialog(this, context_, campaignOf(id)).ShowModal(); };
        look.deeds = {{"campaigns.campaign_edit", tr("修改"), "edit", look.open},
                      {"campaigns.campaign_activities", tr("查看活动"), "list",
                       [this](std::int64_t id) {
                           context_.workbench.open("campaigns.activities", "campaign=" + std::to_string(id));
                       }},
                      {"campaigns.campaign_remove", tr("删除"), "trash", [this](std::int64_t id) { remove(id); }}};
        look.source = [] { return source(); };
        look.subtitle = [](std::int64_t total) { return tr("共 {} 个", total); };
        build(std::move(look), {{"name", tr("宣传行动"), CellKind::text, 0, false, false},
                                {"first", tr("开始"), CellKind::date, 96, false, false},
                                {"last", tr("结束"), CellKind::date, 96, false, false},
                                {"owner", tr("牵头单位"), CellKind::text, 160, false, false},
                                {"doc", tr("文号"), CellKind::text, 140, false, false},
                                {"count", tr("活动数"), CellKind::integer, 70, false, false}});
    }

private:
    Campaign campaignOf(std::int64_t id) {
        Campaign campaign;
        context_.database.read([&](yanxun::Reader& reader) { campaign = campaign_store::get(reader, id); });
        return campaign;
    }
    void remove(std::int64_t id) {
        const Campaign campaign = campaignOf(id);
        if (!confirm(this, tr("删除宣传行动“{}”？其中的 {} 场活动保留。", campaign.name, campaign.activities), tr("删除"))) return;
        context_.database.write(
            [&](yanxun::Writer& writer) { context_.parts.plans.removeCampaign(writer, id, campaign.revision); });
    }
    static RecordSource source() {
        return listSource<Campaign>(
            [](yanxun::Reader& reader, const RecordQuery&) {
                std::vector<std::pair<std::int64_t, Campaign>> lines;
                for (Campaign& one : campaign_store::list(reader)) lines.emplace_back(one.id, std::move(one));
                return lines;
            },
            [](const Campaign& one) {
                if (one.id == 0) return std::vector<RecordCell>(6);
                return std::vector<RecordCell>{{one.name},      {one.first.iso()}, {one.last.iso()},
                                               {one.ownerName}, {one.planDocNo},   {std::to_string(one.activities)}};
            });
    }
};

/// 节点与行动: key dates and campaigns side by side.
class PlansPage final : public wxPanel, public yanxun::PageView {
public:
    PlansPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent) {
        SetName("campaigns.plans");
        auto* const book = new wxNotebook(this, wxID_ANY);
        book->SetName("campaigns.plans_tabs");
        dates_ = new KeyDatesTab(book, context);
        campaigns_ = new CampaignsTab(book, context);
        book->AddPage(dates_, wx(tr("重要节点")));
        book->AddPage(campaigns_, wx(tr("宣传行动")));
        auto* const all = new wxBoxSizer(wxVERTICAL);
        all->Add(book, 1, wxEXPAND | wxALL, FromDIP(space::l));
        SetSizer(all);
    }
    void show(const std::string& argument) override { dates_->show(argument); }
    void refresh() override {
        dates_->refresh();
        campaigns_->refresh();
    }

private:
    KeyDatesTab* dates_;
    CampaignsTab* campaigns_;
};

template <class Window>
yanxun::Page pageOf(const ViewContext& context, const char* id, std::string title, const char* iconName, int order) {
    return yanxun::pageOf(id, std::move(title), iconName, tr("宣教"), order,
                          [&context](wxWindow* parent) { return new Window(parent, context); });
}

} // namespace

yanxun::Page targetsPage(const ViewContext& context) {
    return pageOf<TargetsPage>(context, "campaigns.targets", tr("宣传目标"), "check-circle", 44);
}

yanxun::Page plansPage(const ViewContext& context) {
    return pageOf<PlansPage>(context, "campaigns.plans", tr("节点与行动"), "calendar", 45);
}

} // namespace campaigns
