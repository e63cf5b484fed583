#include "view/duty/duty_lists.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;
using namespace yanxun::ui;

/// A line of text, its buttons at the right, the list below.
wxBoxSizer* frame(wxWindow* parent, wxStaticText* count, wxWindow* list) {
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(count, 1, wxALIGN_CENTRE_VERTICAL);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(head, 0, wxEXPAND | wxTOP | wxBOTTOM, parent->FromDIP(space::s));
    all->Add(list, 1, wxEXPAND);
    parent->SetSizer(all);
    return head;
}

void addDeed(wxWindow* parent, wxSizer* head, const std::string& title, const char* name, std::function<void()> run) {
    wxButton* const made = button(parent, title);
    made->SetName(name);
    made->Bind(wxEVT_BUTTON, [parent, run = std::move(run)](wxCommandEvent&) { guarded(parent, run); });
    head->Add(made, 0, wxLEFT, parent->FromDIP(space::s));
}

} // namespace

PacketPanel::PacketPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.packet");
    count_ = cutLine(this);
    list_ = new RowList(this, "drills.packet_list", tr("报送清单"));
    auto* const head = frame(this, count_, list_);
    addDeed(this, head, tr("登记报送"), "drills.packet_send", [this] { sent(); });
    addDeed(this, head, tr("导出"), "drills.packet_export",
            [this] { saveRows(this, packetRows(lines_), "drills.submissions", tr("演练情况报送清单")); });
}

void PacketPanel::set(int year) {
    year_ = year;
    context_.database.read([&](yanxun::Reader& reader) {
        lines_ = submissionPacket(reader, context_.duties, year, context_.clock.today());
    });
    list_->set(packetRows(lines_));
    const auto open = std::count_if(lines_.begin(), lines_.end(), [](const PacketLine& line) { return !line.sentOn; });
    setLine(count_, lines_.empty() ? tr("{} 年没有应当报送的演练。", year)
                                   : tr("应报送 {} 项，待报送 {} 项", lines_.size(), open));
}

void PacketPanel::sent() {
    const auto row = list_->chosen();
    if (!row) return showMessage(this, tr("请先在列表中选一项。"));
    if (sendPacket(this, context_, lines_[*row])) set(year_);
}

MarksPanel::MarksPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.marks");
    count_ = cutLine(this);
    list_ = new RowList(this, "drills.marks_list", tr("单位年度得分"));
    auto* const head = frame(this, count_, list_);
    addDeed(this, head, tr("导出"), "drills.marks_export",
            [this] { saveRows(this, unitMarkRows(marks_), "drills.unit_marks", tr("各单位演练年度得分")); });
}

void MarksPanel::set(int year) {
    context_.database.read([&](yanxun::Reader& reader) {
        marks_ = unitMarks(reader, context_.duties, year, context_.clock.today());
    });
    list_->set(unitMarkRows(marks_));
    setLine(count_, marks_.empty() ? tr("{} 年还没有审定的评估结果。", year)
                                   : tr("{} 个单位有审定的结果；综合演练按 1.5 倍计，练习和示范性演练不计。", marks_.size()));
}

SpotPanel::SpotPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.spots");
    count_ = cutLine(this);
    list_ = new RowList(this, "drills.spot_list", tr("抽查记录"));
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                [this](wxDataViewEvent&) { guarded(this, [this] { act(concludeSpotCheck); }); });
    auto* const head = frame(this, count_, list_);
    addDeed(this, head, tr("抽取单位"), "drills.spot_draw", [this] {
        if (drawSpotChecks(this, context_)) load();
    });
    addDeed(this, head, tr("登记结论"), "drills.spot_conclude", [this] { act(concludeSpotCheck); });
    addDeed(this, head, tr("登记改正"), "drills.spot_close", [this] { act(closeSpotCheck); });
    addDeed(this, head, tr("撤回"), "drills.spot_withdraw", [this] { withdraw(); });
    addDeed(this, head, tr("导出"), "drills.spot_export",
            [this] { saveRows(this, rows(), "drills.spot_checks", tr("演练抽查记录")); });
}

yanxun::RowSource SpotPanel::rows() const {
    yanxun::RowSource source;
    source.columns = {{"unit", tr("单位"), CellKind::text, 24},      {"region", tr("乡镇（街道）"), CellKind::text, 11},
                      {"state", tr("状态"), CellKind::text, 11},      {"drawn", tr("抽取日期"), CellKind::date, 11},
                      {"checked", tr("检查日期"), CellKind::date, 11}, {"checker", tr("检查人"), CellKind::text, 9},
                      {"problem", tr("存在问题"), CellKind::text, 24}, {"due", tr("限期改正"), CellKind::date, 11},
                      {"closing", tr("改正情况"), CellKind::text, 20}, {"seed", tr("抽取依据"), CellKind::text, 20}};
    source.each = [this](const yanxun::RowSink& sink) {
        const auto day = [](const std::optional<yanxun::Date>& date) { return date ? Value(date->ymd()) : Value(); };
        for (const SpotCheck& check : checks_) {
            const std::vector<Value> cells{check.unitName,       check.regionName, stateWord(check, context_.clock.today()),
                                           check.drawnOn.ymd(),  day(check.checkedOn), check.checker,
                                           check.problem,        day(check.due),       check.closing,
                                           check.seed};
            sink(cells);
        }
    };
    return source;
}

void SpotPanel::set(int year) {
    year_ = year;
    load();
}

void SpotPanel::load() {
    checks_.clear();
    context_.database.read([&](yanxun::Reader& reader) {
        spots::each(reader, year_, [&](const SpotCheck& check) { checks_.push_back(check); });
    });
    list_->set(rows());
    const auto number = [this](SpotConclusion wanted) {
        return std::count_if(checks_.begin(), checks_.end(), [&](const SpotCheck& c) { return c.conclusion == wanted; });
    };
    setLine(count_, checks_.empty()
                        ? tr("{} 年还没有抽查。按“抽取单位”从高危和人员密集场所单位中抽取（规则 R03）。", year_)
                        : tr("抽取 {} 家：待检查 {}，符合 {}，不符合 {}", checks_.size(), number(SpotConclusion::open),
                             number(SpotConclusion::conforms), number(SpotConclusion::fails)));
}

void SpotPanel::choose(std::int64_t check) {
    for (std::size_t i = 0; i < checks_.size(); ++i) {
        if (checks_[i].id == check) list_->SelectRow(unsigned(i));
    }
}

void SpotPanel::act(bool (*dialog)(wxWindow*, const ViewContext&, const SpotCheck&)) {
    const auto row = list_->chosen();
    if (!row) return showMessage(this, tr("请先在列表中选一家单位。"));
    if (dialog(this, context_, checks_[*row])) load();
}

void SpotPanel::withdraw() {
    const auto row = list_->chosen();
    if (!row) return showMessage(this, tr("请先在列表中选一家单位。"));
    const SpotCheck& check = checks_[*row];
    if (!confirm(this, tr("撤回“{}”的抽查？", check.unitName), tr("撤回"))) return;
    context_.database.write([&](yanxun::Writer& writer) { context_.spots.withdraw(writer, check.id); });
    load();
}

} // namespace drills
