#include "core/hours_store.h"
#include "view/archive_panel.h"
#include "view/people_dialogs.h"
#include "view/people_tabs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Tone;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int typingPause = 250; // ms

trainees::Order orderOf(const std::string& column) {
    if (column == "name") return trainees::Order::name;
    if (column == "role") return trainees::Order::role;
    if (column == "since") return trainees::Order::since;
    return trainees::Order::unit;
}

std::vector<RecordColumn> columns() {
    return {{"name", tr("姓名"), CellKind::text, 72, true, false},
            {"unit", tr("单位"), CellKind::text, 0, true, false},
            {"role", tr("人员类别"), CellKind::text, 136, true, false},
            {"industry", tr("行业"), CellKind::text, 46, false, false},
            {"since", tr("上岗日期"), CellKind::date, 88, true, false},
            {"rule", tr("适用规则"), CellKind::text, 196, false, false},
            {"required", tr("应学时"), CellKind::hundredths, 64, false, false},
            {"have", tr("已学时"), CellKind::hundredths, 64, false, false},
            {"due", tr("截止日"), CellKind::date, 88, false, false},
            {"state", tr("状态"), CellKind::text, 84, false, true}};
}

/// The demand a trainee is furthest from; null without any.
const Assessment* worstOf(const std::vector<Assessment>& all) {
    const auto worst = std::max_element(all.begin(), all.end(),
                                        [](const Assessment& a, const Assessment& b) { return a.gap < b.gap; });
    return worst == all.end() ? nullptr : &*worst;
}

std::vector<RecordCell> cellsOf(yanxun::Reader& reader, const HoursService& hours, const Trainee& one,
                                yanxun::Date today) {
    if (one.id == 0) return std::vector<RecordCell>(columns().size());
    std::vector<RecordCell> cells{{one.personName},
                                  {one.unitName},
                                  {one.role},
                                  {one.industry.empty() ? tr("一般") : one.industry},
                                  {shownDay(one.since)}};
    const std::vector<Assessment> all = hours.assess(reader, one, today);
    const Assessment* const worst = worstOf(all);
    if (!worst) {
        const bool left = one.until && *one.until < today;
        cells.insert(cells.end(), {RecordCell{"—"}, RecordCell{"—"}, RecordCell{"—"}, RecordCell{"—"},
                                   RecordCell{left ? tr("已离岗") : tr("无规则"), Tone::neutral}});
        return cells;
    }
    const HoursRule& rule = *worst->demand.rule;
    const bool overdue = worst->gap > 0 && worst->demand.due < today;
    const std::string state = worst->gap == 0 ? tr("已完成") : tr("缺 {}", shownHundredths(worst->gap));
    cells.insert(cells.end(), {RecordCell{rule.title}, RecordCell{shownHundredths(rule.hours)},
                               RecordCell{shownHundredths(worst->have)}, RecordCell{worst->demand.due.iso()},
                               RecordCell{state, worst->gap == 0 ? Tone::good
                                                 : overdue       ? Tone::bad
                                                                 : Tone::warning}});
    return cells;
}

} // namespace

wxSearchCtrl* searchField(wxWindow* parent, const char* name, const std::string& hint, wxTimer& typing,
                          std::function<void()> tell) {
    auto* const made = new wxSearchCtrl(parent, wxID_ANY);
    made->SetName(name);
    made->SetDescriptiveText(wx(hint));
    made->ShowCancelButton(true);
    made->SetMinSize(parent->FromDIP(wxSize(240, 32)));
    setAccessible(made, hint);
    made->Bind(wxEVT_TEXT, [&typing](wxCommandEvent&) { typing.StartOnce(typingPause); });
    made->Bind(wxEVT_SEARCH_CANCEL, [made](wxCommandEvent&) { made->Clear(); });
    parent->Bind(wxEVT_TIMER, [parent, tell](wxTimerEvent&) { guarded(parent, tell); });
    return made;
}

HoursTab::HoursTab(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context), typing_(this) {
    SetName("training.hours");
    search_ = searchField(this, "training.hours_search", tr("检索姓名、单位"), typing_,
                          [this] { table_->setSource(source()); });
    table_ = new RecordTable(this, "training.trainees", context_.database, columns(), source());
    table_->setTitle(tr("应训人员"));
    table_->setEmpty(tr("还没有应训人员。登记谁、在哪个单位、是什么人员类别，就能对照规则看出谁的学时不够。"));
    table_->selectionChanged = [this](std::int64_t) { guarded(this, [this] { enable(); }); };
    why_ = label(this, " ", TextStyle::caption, true);
    why_->SetName("training.why");
    Deeds deeds(this);
    deeds.add("training.trainee_add", tr("登记应训人员"), "plus", [this] {
        if (TraineeDialog(this, context_, {}).ShowModal() == wxID_OK) refresh();
    });
    forOne_ = {
        deeds.add("training.trainee_edit", tr("修改"), "edit",
                  [this] {
                      if (TraineeDialog(this, context_, chosen()).ShowModal() == wxID_OK) refresh();
                  }),
        deeds.add("training.credit_add", tr("补记学时"), "plus",
                  [this] {
                      if (CreditDialog(this, context_, chosen()).ShowModal() == wxID_OK) refresh();
                  }),
        deeds.add("training.ledger_open", tr("学时账"), "list",
                  [this] {
                      LedgerDialog(this, context_, chosen()).ShowModal();
                      refresh();
                  }),
        deeds.add(
            "training.person_archive", tr("一人一档"), "folder",
            [this] {
                const Trainee one = chosen();
                ArchiveDialog(this, context_, tr("一人一档：{}", one.personName), "person", one.personId).ShowModal();
            }),
        deeds.add("training.unit_archive", tr("一企一档"), "folder",
                  [this] {
                      const Trainee one = chosen();
                      ArchiveDialog(this, context_, tr("一企一档：{}", one.unitName), "unit", one.unitId).ShowModal();
                  }),
        deeds.add("training.trainee_remove", tr("删除"), "trash", [this] {
            const Trainee one = chosen();
            if (!confirm(this, tr("不再把“{}”列为应训人员？学时账保留。", one.personName), tr("删除"))) return;
            context_.database.write(
                [&](yanxun::Writer& writer) { context_.hours.removeTrainee(writer, one.id, one.revision); });
            refresh();
        })};
    table_->activated = [this](std::int64_t) {
        guarded(this, [this] { LedgerDialog(this, context_, chosen()).ShowModal(); });
    };
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(search_, 0, wxALL, FromDIP(space::s));
    all->Add(table_, 1, wxEXPAND);
    all->Add(why_, 0, wxEXPAND | wxALL, FromDIP(space::s));
    all->Add(deeds.sizer(), 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(space::s));
    SetSizer(all);
    enable();
}

RecordSource HoursTab::source() const {
    RecordSource source;
    source.ids = [text = utf8(search_->GetValue())](yanxun::Reader& reader, const RecordQuery& query) {
        auto ids = trainees::ids(reader, text, orderOf(query.sort), query.ascending);
        const auto total = std::int64_t(ids.size());
        if (total > query.limit) ids.resize(std::size_t(query.limit));
        return RecordIds{std::move(ids), total};
    };
    source.rows = [&hours = context_.hours, today = context_.today()](yanxun::Reader& reader,
                                                                      std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const Trainee& one : trainees::get(reader, ids))
            rows.push_back(cellsOf(reader, hours, one, today));
        return rows;
    };
    return source;
}

Trainee HoursTab::chosen() {
    Trainee one;
    context_.database.read([&](yanxun::Reader& reader) { one = trainees::get(reader, table_->selected()); });
    return one;
}

void HoursTab::enable() {
    const bool any = table_->selected() != 0;
    for (wxButton* const deed : forOne_)
        deed->Enable(any);
    explain();
}

void HoursTab::explain() {
    std::string text;
    if (const std::int64_t id = table_->selected(); id != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            const auto found = trainees::get(reader, std::span(&id, 1));
            if (found.front().id == 0) return;
            for (const Assessment& one : context_.hours.assess(reader, found.front(), context_.today())) {
                const HoursRule& rule = *one.demand.rule;
                text += (text.empty() ? "" : "\n") + whyStrictest(one.demand) + "\n" +
                        tr("依据：{}", basisWords(rule.basis, rule.mark));
            }
        });
        if (text.empty()) text = tr("没有启用的规则要求此人参加培训。");
    } else {
        text = tr("选择一人，这里说明适用哪条规则、为什么。");
    }
    why_->SetLabel(wx(text));
    Layout();
}

void HoursTab::select(std::int64_t trainee) { table_->select(trainee); }

void HoursTab::refresh() {
    table_->setSource(source());
    enable();
}

} // namespace training
