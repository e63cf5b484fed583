#include "view/activity_panel.h"

#include "core/activity_store.h"
#include "core/campaign_store.h"
#include "core/post_store.h"
#include "core/term_store.h"
#include "view/activity_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace campaigns {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

void addLine(wxWindow* tab, wxSizer* column, const std::string& title, const std::string& detail) {
    column->Add(paragraph(tab, title), 0, wxEXPAND);
    if (!detail.empty()) column->Add(paragraph(tab, detail, TextStyle::caption, true), 0, wxEXPAND | wxTOP, tab->FromDIP(2));
    column->AddSpacer(tab->FromDIP(space::s));
}

} // namespace

ActivityPanel::ActivityPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("campaigns.detail");
    nothing_ = emptyState(this, "campaign", tr("在左侧选择一场活动，这里显示它的概况、参与、覆盖单位、宣传形式和发放物资。"));
    head_ = new wxPanel(this);
    tabs_ = new wxNotebook(this, wxID_ANY);
    tabs_->SetName("campaigns.tabs");
    const auto tab = [&](wxPanel*& page, const char* name, const std::string& title) {
        page = scrolled(tabs_, name);
        tabs_->AddPage(page, wx(title));
    };
    tab(overview_, "campaigns.overview", tr("概况"));
    tab(people_, "campaigns.people", tr("参与"));
    tab(reach_, "campaigns.reach", tr("覆盖"));
    tab(forms_, "campaigns.forms", tr("形式"));
    tab(issued_, "campaigns.issued", tr("物资"));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(head_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    all->Add(tabs_, 1, wxEXPAND);
    SetSizer(all);
    show(0);
}

void ActivityPanel::show(std::int64_t id) {
    id_ = id;
    refresh();
}

void ActivityPanel::refresh() {
    std::optional<Activity> activity;
    context_.database.read([&](yanxun::Reader& reader) {
        if (id_ != 0) activity = store::find(reader, id_);
        terms_ = term_store::all(reader);
    });
    if (!activity) id_ = 0;
    nothing_->Show(!activity);
    head_->Show(activity.has_value());
    tabs_->Show(activity.has_value());
    if (activity) {
        fillHead(*activity);
        fillTabs(*activity);
    }
    Layout();
}

void ActivityPanel::fillHead(const Activity& activity) {
    head_->DestroyChildren();
    Deeds deeds(head_);
    if (!isFinal(activity.status)) deeds.add("campaigns.edit", tr("修改"), "edit", [this] { edit(); });
    deeds.add("campaigns.step", tr("变更状态"), "chevron-right", [this] { step(); });
    deeds.add("campaigns.remove", tr("删除"), "trash", [this] { remove(); });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(detailTitle(head_, activity.name, word(activity.status), toneOf(activity.status)), 0, wxEXPAND);
    all->Add(paragraph(head_, tr("{} · {}", activity.heldOn.chinese(), activity.unitName), TextStyle::body, true), 0,
             wxEXPAND | wxTOP, FromDIP(space::xs));
    all->Add(deeds.sizer(), 0, wxEXPAND);
    head_->SetSizer(all, true);
}

void ActivityPanel::fillTabs(const Activity& activity) {
    for (wxPanel* tab : {overview_, people_, reach_, forms_, issued_}) tab->DestroyChildren();
    fillOverview(activity);
    fillPeople(activity);
    fillReach(activity);
    fillForms(activity);
    fillIssued(activity);
}

void ActivityPanel::fillOverview(const Activity& activity) {
    wxFlexGridSizer* const grid = factGrid(overview_);
    const auto fact = [&](const std::string& title, const std::string& value) { addFact(overview_, grid, title, value); };
    std::string campaign;
    context_.database.read([&](yanxun::Reader& reader) {
        if (activity.campaignId != 0 && campaign_store::exists(reader, activity.campaignId)) {
            campaign = campaign_store::get(reader, activity.campaignId).name;
        }
    });
    fact(tr("类别"), joined(namesOf(terms_, activity.categories)));
    fact(tr("主题"), joined(namesOf(terms_, activity.themes)));
    fact(tr("活动日期"), activity.heldOn.chinese());
    fact(tr("地点"), activity.place);
    fact(tr("乡镇街道"), activity.regionName);
    fact(tr("主办单位"), activity.hostName);
    fact(tr("形式"), activity.form);
    fact(tr("参与人次"), shownPeople(activity.attendance, activity.attendanceEstimated));
    fact(tr("宣传行动"), campaign);
    fact(tr("负责人"), activity.leader);
    fact(tr("照片数"), activity.photos ? std::to_string(*activity.photos) : "");
    fact(tr("新闻链接"), activity.link);
    fact(tr("状态"), activity.statusReason.empty() ? word(activity.status)
                                                   : tr("{}：{}", word(activity.status), activity.statusReason));
    fact(tr("来源"), word(activity.source));
    fact(tr("小结"), activity.summary);
    refill(overview_, grid);
}

void ActivityPanel::fillPeople(const Activity& activity) {
    std::vector<participation::Entry> entries;
    context_.database.read([&](yanxun::Reader& reader) { entries = context_.records.of(reader, {activityKind, activity.id}); });
    wxFlexGridSizer* const grid = factGrid(people_);
    addFact(people_, grid, tr("上报人次"), shownPeople(activity.attendance, activity.attendanceEstimated));
    for (const auto& entry : entries) {
        const std::string names = entry.named == 0 ? std::string() : tr("，名单 {} 人", entry.named);
        addFact(people_, grid, entry.unitName,
                tr("{}：{}{}", entry.audience, shownPeople(entry.reported(), entry.estimated), names));
    }
    refill(people_, grid);
}

void ActivityPanel::fillReach(const Activity& activity) {
    auto* const column = new wxBoxSizer(wxVERTICAL);
    if (activity.reach.empty()) addLine(reach_, column, tr("没有登记覆盖单位，不计入覆盖率。点“修改”可以补充。"), {});
    for (const Reach& reach : activity.reach) {
        if (reach.unitId == 0) {
            addLine(reach_, column, reach.name(), tr("整个乡镇（街道）：计入场次，不计入已覆盖单位"));
            continue;
        }
        std::optional<directory::UnitRef> now;
        context_.database.read([&](yanxun::Reader& reader) { now = context_.units.get(reader, reach.unitId); });
        const bool renamed = now && now->name != reach.unitName;
        addLine(reach_, column, reach.unitName,
                renamed ? tr("{} · 现为 {}", reach.regionName, now->name) : reach.regionName);
    }
    refill(reach_, column);
}

void ActivityPanel::fillForms(const Activity& activity) {
    auto* const column = new wxBoxSizer(wxVERTICAL);
    wxFlexGridSizer* const grid = factGrid(forms_);
    for (const Metric& metric : activity.metrics) {
        const Term* const term = terms_.find(metric.termId);
        const std::string number = shownNumber(metric.value, metric.precision == Precision::estimated);
        addFact(forms_, grid, term ? term->name : "", term ? tr("{} {}", number, term->unit) : number);
    }
    std::vector<Post> posts;
    context_.database.read([&](yanxun::Reader& reader) {
        PostFilter filter;
        filter.activity = activity.id;
        posts = post_store::get(reader, post_store::ids(reader, filter, PostOrder::published, true, 50).ids);
    });
    for (const Post& post : posts) {
        addFact(forms_, grid, post.platform,
                post.views ? tr("《{}》{} 次", post.title, shownNumber(*post.views, post.viewsEstimated)) : post.title);
    }
    if (activity.metrics.empty() && posts.empty()) {
        addLine(forms_, column, tr("没有登记横幅、展板等宣传形式。点“修改”可以补充。"), {});
    }
    column->Add(grid, 0, wxEXPAND);
    refill(forms_, column);
}

void ActivityPanel::fillIssued(const Activity& activity) {
    auto* const column = new wxBoxSizer(wxVERTICAL);
    const auto& source = context_.parts.listeners.issues;
    if (!source) {
        addLine(issued_, column, tr("启用“宣传物资”插件后，这里显示为这场活动发放的资料和物品。"), {});
        return refill(issued_, column);
    }
    column->Add(label(issued_, tr("共发放 {} 份", yanxun::text::grouped(activity.issued)), TextStyle::strong), 0, wxBOTTOM,
                FromDIP(space::s));
    int lines = 0;
    context_.database.read([&](yanxun::Reader& reader) {
        source->lines(reader, activity.id, [&](const IssuedLine& line) {
            ++lines;
            const std::string who = line.receiver.empty() ? line.document : tr("{} · {}", line.document, line.receiver);
            addLine(issued_, column, tr("{} {} {}", line.item, yanxun::text::grouped(line.quantity), line.unit),
                    tr("{} · {}", line.date.iso(), who));
        });
    });
    if (lines == 0) addLine(issued_, column, tr("还没有出库单与这场活动关联。"), {});
    refill(issued_, column);
}

Activity ActivityPanel::current() {
    Activity activity;
    context_.database.read([&](yanxun::Reader& reader) { activity = store::get(reader, id_); });
    return activity;
}

void ActivityPanel::edit() {
    ActivityDialog dialog(this, context_, current());
    if (dialog.ShowModal() == wxID_OK) refresh();
}

void ActivityPanel::remove() {
    const Activity activity = current();
    if (!confirm(this, tr("删除活动“{}”？它的覆盖单位、宣传形式和参与人次一并删除。", activity.name), tr("删除"))) return;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.parts.activities.remove(writer, activity.id, activity.revision); });
    show(0);
}

void ActivityPanel::step() {
    ActivityStepDialog dialog(this, context_, current());
    if (dialog.ShowModal() == wxID_OK) refresh();
}

} // namespace campaigns
