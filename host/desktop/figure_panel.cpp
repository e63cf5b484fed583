#include "desktop/figure_panel.h"

#include "core/figure_text.h"
#include "desktop/heat_map.h"

#include <yanxun/text.h>
#include <yanxun/ui/chart.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kHeight = 248, kHeadHeight = 34; // DIP
constexpr double kHundred = 100;

ChartSeries seriesOf(const FigureKind& kind, const FigureResult& result, const std::string& name) {
    ChartSeries series{name, {}};
    for (const FigurePoint& point : result.series) {
        const double value = kind.kind == CellKind::hundredths ? double(point.value) / kHundred : double(point.value);
        series.points.push_back({point.key, point.label, value});
    }
    return series;
}

const FigureResult& resultOf(const YearFigures& figures, const FigureKind& kind) {
    static const FigureResult& none = *new FigureResult;
    const auto found = figures.results.find(kind.id);
    return found == figures.results.end() ? none : found->second;
}

std::string problemOf(const YearFigures& figures, const FigureKind& kind) {
    const auto found = figures.problems.find(kind.id);
    return found == figures.problems.end() ? std::string() : found->second;
}

ChartShape shapeOf(FigureShape shape) {
    switch (shape) {
    case FigureShape::parts: return ChartShape::donut;
    case FigureShape::bars: return ChartShape::horizontalBars;
    default: return ChartShape::bars;
    }
}

/// Total and all records of the figure, at the right of the title.
class PanelHead {
public:
    PanelHead(Card* card, const std::string& name, std::function<void()> all) {
        total_ = label(card, {}, TextStyle::caption, true);
        card->head()->Add(total_, 0, wxALIGN_CENTRE_VERTICAL);
        card->head()->SetMinSize(card->FromDIP(wxSize(-1, kHeadHeight)));
        if (!all) return;
        wxButton* const more = headButton(card, tr("明细"), name + ".all");
        more->Bind(wxEVT_BUTTON, [all](wxCommandEvent&) { all(); });
        card->head()->Add(more, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, card->FromDIP(space::s));
    }
    void set(const std::string& text, bool trouble) {
        total_->SetForegroundColour(trouble ? palette().bad : palette().muted);
        if (total_->GetLabelText() == wx(text)) return;
        total_->SetLabelText(wx(text));
        total_->GetParent()->Layout();
    }

private:
    wxStaticText* total_ = nullptr;
};

class ChartPanel final : public FigurePanel {
public:
    ChartPanel(wxWindow* parent, const FigureKind& kind, const OpenFigure& open)
        : FigurePanel(parent, kind.title), kind_(kind), head_(this, "panel." + kind.id, [&kind, open] { open(kind, {}); }) {
        SetName(wx("panel." + kind.id));
        chart_ = new Chart(this, shapeOf(kind.shape), kind.title);
        chart_->SetName(wx("chart." + kind.id));
        chart_->SetMinSize(FromDIP(wxSize(240, kHeight)));
        chart_->clicked = [&kind, open](const std::string&, const std::string& key) { open(kind, key); };
        body()->Add(chart_, 1, wxEXPAND);
    }
    void set(const YearFigures& figures) override {
        const FigureResult& result = resultOf(figures, kind_);
        const std::string problem = problemOf(figures, kind_);
        const std::string total = tr("{} 年共 {} {}", figures.year, host::figureText(kind_, result.value), kind_.unit);
        head_.set(!problem.empty() ? problem : result.note.empty() ? total : result.note, !problem.empty());
        chart_->set(result.series.empty() ? std::vector<ChartSeries>{}
                                          : std::vector<ChartSeries>{seriesOf(kind_, result, kind_.title)},
                    kind_.unit);
    }

private:
    const FigureKind& kind_;
    PanelHead head_;
    Chart* chart_ = nullptr;
};

class MatrixPanel final : public FigurePanel {
public:
    MatrixPanel(wxWindow* parent, const FigureKind& kind, const OpenFigure& open)
        : FigurePanel(parent, kind.title), kind_(kind), head_(this, "panel." + kind.id, [&kind, open] { open(kind, {}); }) {
        SetName(wx("panel." + kind.id));
        map_ = new HeatMap(this, "matrix." + kind.id);
        map_->pressed = [this, open](int row, int column) { open(kind_, heatKey(matrix_, row, column)); };
        body()->Add(map_, 1, wxEXPAND);
    }
    void set(const YearFigures& figures) override {
        const FigureResult& result = resultOf(figures, kind_);
        const std::string problem = problemOf(figures, kind_);
        head_.set(problem.empty() ? told(result) : problem, !problem.empty());
        matrix_ = result.matrix;
        map_->set(heatTable(matrix_, kind_.title));
    }

private:
    static std::string told(const FigureResult& result) {
        if (!result.note.empty()) return result.note;
        std::int64_t reached = 0, expected = 0;
        for (const FigureMatrix::Cell& cell : result.matrix.cells) {
            reached += cell.reached;
            expected += cell.expected;
        }
        return expected == 0 ? std::string() : tr("应覆盖 {} · 已覆盖 {}", text::grouped(expected), text::grouped(reached));
    }
    const FigureKind& kind_;
    PanelHead head_;
    FigureMatrix matrix_;
    HeatMap* map_ = nullptr;
};

/// Month series of several plugins side by side.
class WorkloadPanel final : public FigurePanel {
public:
    WorkloadPanel(wxWindow* parent, std::vector<const FigureKind*> kinds, const OpenFigure& open)
        : FigurePanel(parent, tr("月度工作量")), kinds_(std::move(kinds)), head_(this, "panel.workload", {}) {
        SetName("panel.workload");
        chart_ = new Chart(this, ChartShape::bars, tr("月度工作量"));
        chart_->SetName("chart.workload");
        chart_->SetMinSize(FromDIP(wxSize(280, kHeight)));
        chart_->clicked = [this, open](const std::string& series, const std::string& key) {
            for (const FigureKind* kind : kinds_) {
                if (kind->legend == series) return open(*kind, key);
            }
        };
        body()->Add(chart_, 1, wxEXPAND);
    }
    void set(const YearFigures& figures) override {
        std::vector<ChartSeries> all;
        std::string problem;
        for (const FigureKind* kind : kinds_) {
            all.push_back(seriesOf(*kind, resultOf(figures, *kind), kind->legend));
            if (problem.empty()) problem = problemOf(figures, *kind);
        }
        const bool oneUnit = std::all_of(kinds_.begin(), kinds_.end(),
                                         [&](const FigureKind* kind) { return kind->unit == kinds_.front()->unit; });
        head_.set(problem.empty() ? tr("{} 年，点击柱子查看明细", figures.year) : problem, !problem.empty());
        chart_->set(std::move(all), oneUnit ? kinds_.front()->unit : std::string());
    }

private:
    std::vector<const FigureKind*> kinds_;
    PanelHead head_;
    Chart* chart_ = nullptr;
};

} // namespace

wxButton* headButton(Card* card, const std::string& text, const std::string& name) {
    auto* const made = new wxButton(card, wxID_ANY, wx(text), wxDefaultPosition, wxDefaultSize,
                                    wxBORDER_NONE | wxBU_EXACTFIT);
    made->SetName(wx(name));
    made->SetFont(font(TextStyle::caption));
    followTheme(made, [made] { made->SetForegroundColour(palette().accent); });
    card->head()->SetMinSize(card->FromDIP(wxSize(-1, kHeadHeight))); // titles of neighbours stand alike
    return made;
}

FigurePanel* makePanel(wxWindow* parent, const FigureKind& kind, OpenFigure open) {
    if (kind.shape == FigureShape::matrix) return new MatrixPanel(parent, kind, open);
    return new ChartPanel(parent, kind, open);
}

FigurePanel* makeWorkloadPanel(wxWindow* parent, const std::vector<FigureKind>& figures, OpenFigure open) {
    std::vector<const FigureKind*> kinds;
    for (const FigureKind& kind : figures) {
        if (kind.shape == FigureShape::months && !kind.legend.empty()) kinds.push_back(&kind);
    }
    return kinds.empty() ? nullptr : new WorkloadPanel(parent, std::move(kinds), open);
}

} // namespace yanxun::desktop
