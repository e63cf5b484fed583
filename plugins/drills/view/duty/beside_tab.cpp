#include "view/duty/beside_tab.h"

#include "core/rollup/capability_view.h"
#include "core/rollup/self_assessment.h"
#include "view/duty/row_list.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/form_dialog.h>
#include <yanxun/ui/theme.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;
using namespace yanxun::ui;

constexpr int leastList = 160; // DIP

class SelfDialog final : public yanxun::ui::FormDialog {
public:
    SelfDialog(wxWindow* parent, const ViewContext& context, std::int64_t drill)
        : FormDialog(parent, "drills.self_dialog", tr("登记自评或满意度")), context_(context), drill_(drill) {
        form().choice("audience", tr("评价方"),
                      {{"1", word(Audience::participants)}, {"2", word(Audience::publicPeople)}});
        form().text("source", tr("由谁评价"), true);
        form().number("people", tr("人数"), true);
        form().hundredths("score", tr("平均评分（0–100）"));
        form().multiline("remark", tr("备注"), 2);
        form().set("audience", "1");
        form().rule("score", [this] { return form().integer("score") ? std::string() : tr("请填写 0 到 100 的评分。"); });
        finish();
    }

private:
    void save() override {
        SelfAssessment one;
        one.drillId = drill_;
        one.audience = Audience(std::stoi(form().get("audience")));
        one.source = form().get("source");
        one.people = int(form().integer("people").value_or(0));
        one.score = form().integer("score").value_or(-1);
        one.remark = form().get("remark");
        context_.database.write([&](yanxun::Writer& writer) { selves::put(writer, one); });
    }
    const ViewContext& context_;
    std::int64_t drill_;
};

std::string shown(const std::vector<SelfAssessment>& all, Audience audience) {
    const SelfSummary sum = summaryOf(all, audience);
    if (!sum.mean) return {};
    return tr("{} 分，{} 人评价", shownScore(sum.mean), sum.people);
}

yanxun::RowSource selfRows(const std::vector<SelfAssessment>& all) {
    yanxun::RowSource source;
    source.columns = {{"audience", tr("评价方"), CellKind::text, 13}, {"source", tr("由谁评价"), CellKind::text, 22},
                      {"people", tr("人数"), CellKind::integer, 8},    {"score", tr("评分"), CellKind::hundredths, 8},
                      {"remark", tr("备注"), CellKind::text, 24}};
    source.each = [all](const yanxun::RowSink& sink) {
        for (const SelfAssessment& one : all) {
            const std::vector<Value> cells{word(one.audience), one.source, one.people, one.score, one.remark};
            sink(cells);
        }
    };
    return source;
}

yanxun::RowSource capabilityRows(const CapabilityView& view) {
    yanxun::RowSource source;
    source.columns = {{"text", tr("分部或评估项"), CellKind::text, 36},
                      {"ratio", tr("得分率（%）"), CellKind::hundredths, 10},
                      {"performance", tr("完成情况"), CellKind::text, 20},
                      {"attainment", tr("达成度"), CellKind::text, 10}};
    source.each = [view](const yanxun::RowSink& sink) {
        for (const CapabilityLine& line : view.lines) {
            const std::vector<Value> cells{line.isSection ? line.text : tr("　{} {}", line.no, line.text), line.ratio,
                                           line.performance ? word(*line.performance) : std::string(),
                                           line.attainment ? word(*line.attainment) : std::string()};
            sink(cells);
        }
    };
    return source;
}

} // namespace

BesideTab::BesideTab(wxWindow* parent, const ViewContext& context) : FactTab(parent, context, "drills.beside_tab") {}

std::string BesideTab::title(const Drill&) { return tr("自评与达成度"); }

wxSizer* BesideTab::fill(const Drill& drill) {
    auto* const column = new wxBoxSizer(wxVERTICAL);
    addSelves(column, drill);
    addCapability(column, drill);
    return column;
}

void BesideTab::addSelves(wxSizer* column, const Drill& drill) {
    std::vector<SelfAssessment> all;
    context_.database.read([&](yanxun::Reader& reader) { all = selves::of(reader, drill.id); });
    auto* const grid = factGrid(this);
    addFact(this, grid, word(Audience::participants), shown(all, Audience::participants));
    addFact(this, grid, word(Audience::publicPeople), shown(all, Audience::publicPeople));
    column->Add(grid, 0, wxEXPAND);
    column->Add(paragraph(this, tr("自评和满意度与评估得分并列，不计入总分。"), TextStyle::caption, true), 0,
                wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::s));
    auto* const list = new RowList(this, "drills.self_list", tr("自评和满意度"));
    list->SetMinSize(FromDIP(wxSize(-1, leastList)));
    list->set(selfRows(all));
    auto* const deeds = new wxBoxSizer(wxHORIZONTAL);
    wxButton* const add = button(this, tr("登记自评"), "plus");
    add->SetName("drills.self_add");
    add->Enable(tookPlace(drill.status));
    wxButton* const remove = button(this, tr("删除"), "trash");
    remove->SetName("drills.self_remove");
    // The tab is emptied and filled anew when records change: nothing of it is touched after a write.
    add->Bind(wxEVT_BUTTON, [this, drill](wxCommandEvent&) {
        guarded(this, [&] {
            SelfDialog dialog(this, context_, drill.id);
            if (dialog.ShowModal() == wxID_OK) CallAfter([this, drill] { show(drill); });
        });
    });
    remove->Bind(wxEVT_BUTTON, [this, list, all, drill](wxCommandEvent&) {
        guarded(this, [&] {
            const auto row = list->chosen();
            if (!row) return showMessage(this, tr("请先在列表中选一条。"));
            if (!confirm(this, tr("删除“{}”的评价？", all[*row].source), tr("删除"))) return;
            context_.database.write([&](yanxun::Writer& writer) { selves::remove(writer, all[*row].id); });
            CallAfter([this, drill] { show(drill); });
        });
    });
    deeds->Add(add, 0, wxRIGHT, FromDIP(space::s));
    deeds->Add(remove);
    column->Add(list, 0, wxEXPAND);
    column->Add(deeds, 0, wxTOP | wxBOTTOM, FromDIP(space::s));
}

void BesideTab::addCapability(wxSizer* column, const Drill& drill) {
    std::optional<StoredResult> stored;
    context_.database.read([&](yanxun::Reader& reader) { stored = results::newest(reader, drill.id); });
    if (!stored) {
        column->Add(paragraph(this, tr("评估结果定稿后，这里显示各分部的达成度和各项的完成情况。"), TextStyle::body, true), 0,
                    wxEXPAND | wxTOP, FromDIP(space::m));
        return;
    }
    const CapabilityView view = capabilityView(context_.rating.sheet(stored->sheetId, stored->sheetVersion), *stored);
    auto* const grid = factGrid(this);
    addFact(this, grid, tr("总体达成度"), view.attainment ? word(*view.attainment) : std::string());
    addFact(this, grid, tr("结果版本"), tr("第 {} 版", view.version));
    column->Add(grid, 0, wxEXPAND | wxTOP, FromDIP(space::m));
    auto* const list = new RowList(this, "drills.capability_list", tr("完成情况和达成度"));
    list->SetMinSize(FromDIP(wxSize(-1, leastList * 2)));
    list->set(capabilityRows(view));
    column->Add(list, 1, wxEXPAND | wxTOP, FromDIP(space::s));
    column->Add(paragraph(this, capabilityNote(), TextStyle::caption, true), 0, wxEXPAND | wxTOP, FromDIP(space::s));
}

} // namespace drills
