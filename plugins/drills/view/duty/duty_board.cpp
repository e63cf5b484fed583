#include "view/duty/duty_board.h"

#include "core/drill_store.h"
#include "core/duty_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/paint.h>

#include <wx/wrapsizer.h>

#include <array>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr std::array statuses{DutyStatus::overdue, DutyStatus::dueSoon,       DutyStatus::unplanned,
                              DutyStatus::planned, DutyStatus::papersMissing, DutyStatus::done,
                              DutyStatus::exempt,  DutyStatus::unconfirmed,   DutyStatus::notApplicable};

/// One of the nine colours with its mark and word.
class LegendMark final : public wxWindow {
public:
    LegendMark(wxWindow* parent, DutyStatus status) : wxWindow(parent, wxID_ANY), map_(status) {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        const wxSize text = parent->GetTextExtent(wx(word(status)));
        SetMinSize(wxSize(text.x + FromDIP(34), FromDIP(22)));
        setAccessible(this, tr("{}：{}", mark(status), word(status)));
        Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    }

private:
    void paint() {
        Canvas canvas(this, ground(this));
        auto& gc = canvas.gc();
        const HeatPaint paint = heatPaint(heatCell(map_));
        const int side = FromDIP(18), height = GetClientSize().y;
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(paint.fill));
        gc.DrawRoundedRectangle(0, (height - side) / 2.0, side + FromDIP(2), side, FromDIP(3));
        gc.SetFont(font(TextStyle::caption), paint.ink);
        drawText(gc, wx(mark(map_)), side / 2.0 + FromDIP(1), height / 2.0, 0.5, 0.5);
        gc.SetFont(font(TextStyle::caption), palette().text);
        drawText(gc, wx(word(map_)), side + FromDIP(7), height / 2.0, 0, 0.5);
    }
    DutyStatus map_;
};

std::string textOf(const DutyMatrix::Cell& cell) {
    if (!cell.status) return {};
    return cell.need > 1 ? tr("{} {}/{}", mark(*cell.status), cell.done, cell.need) : mark(*cell.status);
}

HeatTable tableOf(const DutyMatrix& matrix) {
    HeatTable table;
    for (const auto& row : matrix.rows) table.rows.push_back({row.unit, tr("{}　{}　{}", row.unit, row.kind, row.region)});
    for (const auto& column : matrix.columns) table.columns.push_back({column.label, tr("{}　{}", column.label, column.title)});
    table.summary = tr("应演任务看板：{} 个单位，{} 列。用方向键逐格查看，按回车安排演练。", matrix.rows.size(), matrix.columns.size());
    table.empty = tr("没有符合条件的单位。可以放宽筛选条件，或先导入单位名录并确认属性。");
    table.cell = [matrix](std::size_t row, std::size_t column) {
        const DutyMatrix::Cell& cell = matrix.at(row, column);
        HeatCell made = cell.status ? heatCell(*cell.status) : HeatCell{};
        made.text = textOf(cell);
        made.tip = describe(matrix, row, column);
        return made;
    };
    return table;
}

} // namespace

HeatCell heatCell(DutyStatus status) {
    using yanxun::Tone;
    const auto made = [&](HeatFill fill, Tone tone) { return HeatCell{mark(status), word(status), fill, 0, tone}; };
    switch (status) {
    case DutyStatus::overdue: return made(HeatFill::strong, Tone::bad);
    case DutyStatus::dueSoon: return made(HeatFill::strong, Tone::warning);
    case DutyStatus::unplanned: return made(HeatFill::soft, Tone::warning);
    case DutyStatus::planned: return made(HeatFill::strong, Tone::accent);
    case DutyStatus::done: return made(HeatFill::strong, Tone::good);
    case DutyStatus::papersMissing: return made(HeatFill::soft, Tone::good);
    case DutyStatus::exempt: return made(HeatFill::soft, Tone::accent);
    case DutyStatus::unconfirmed: return made(HeatFill::soft, Tone::bad);
    case DutyStatus::notApplicable: return made(HeatFill::none, Tone::neutral);
    }
    return {};
}

DutyBoard::DutyBoard(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.duty_board");
    map_ = new HeatMap(this, "drills.duty_map", HeatSize::scrolled);
    map_->chosen = [this] { tell(); };
    map_->opened = [this](int, int column) { open(column); };
    detail_ = cutLine(this);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(legend(), 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::xs));
    all->Add(map_, 1, wxEXPAND);
    all->Add(detail_, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    SetSizer(all);
}

wxSizer* DutyBoard::legend() {
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (const DutyStatus status : statuses) line->Add(new LegendMark(this, status), 0, wxRIGHT, FromDIP(space::m));
    return line;
}

void DutyBoard::set(const DutyFilter& filter) {
    byRule_ = filter.rule.empty();
    context_.database.read([&](yanxun::Reader& reader) { matrix_ = dutyMatrix(reader, filter); });
    map_->set(tableOf(matrix_));
    tell();
}

std::int64_t DutyBoard::chosen() const {
    const int row = map_->row(), column = map_->column();
    if (row < 0 || row >= int(matrix_.rows.size()) || column >= int(matrix_.columns.size())) return 0;
    return matrix_.at(std::size_t(row), std::size_t(column)).duty;
}

/// The reason behind the chosen cell, with the drills that count for it.
void DutyBoard::tell() {
    const std::int64_t id = chosen();
    std::string text = tr("选择一格，这里说明理由；按回车或双击安排缺少的演练。");
    if (byRule_) text = tr("每列是一条规则，显示全年最紧要的状态；按回车或双击看该规则的各个时段。");
    if (id != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            const Duty duty = duties::get(reader, std::span(&id, 1)).front();
            text = tr("{}　{}　{}　{}：应演 {} 次，已演 {} 次", duty.unitName, duty.ruleTitle, duty.span.label, word(duty.status),
                      duty.need, duty.done);
            if (!duty.part.empty()) text += tr("　{}", duty.part);
            if (!duty.reason.empty()) text += tr("　（{}）", duty.reason);
            for (const std::int64_t drill : duty.drills) {
                if (const auto found = store::find(reader, drill)) text += tr("　{} {}", found->heldOn.iso(), found->name);
            }
        });
    }
    setLine(detail_, text);
    if (selectionChanged) selectionChanged();
}

void DutyBoard::open(int column) {
    if (byRule_) {
        if (ruleOpened) ruleOpened(matrix_.columns[std::size_t(column)].key);
    } else if (opened) {
        opened();
    }
}

} // namespace drills
