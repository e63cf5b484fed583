// Charts of reports, drawn as lines and areas: sharp at every size, their words selectable.
#include "report/pdf/painter.h"

#include <algorithm>
#include <cmath>

namespace yanxun::pdf {
namespace {

constexpr int kGridLines = 4;

double mostOf(const ChartBlock& block) {
    double most = 0;
    for (const auto& bar : block.bars) most = std::max(most, bar.value);
    return most;
}

/// The next round number: 1, 2 or 5 times a power of ten for each of the grid's steps.
double roundStep(double most) {
    const double raw = most / kGridLines, power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw) return factor * power;
    }
    return 10 * power;
}

std::string shown(double value) {
    const auto whole = std::llround(value);
    if (std::abs(value - double(whole)) < 1e-9) return std::to_string(whole);
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

} // namespace

void Painter::standingChart(const ChartBlock& block, double top) {
    const double step = std::max(roundStep(mostOf(block)), mostOf(block) < kGridLines ? 1.0 : 0.0);
    const double ceiling = std::ceil(mostOf(block) / step - 1e-9) * step;
    const double line = typesetter_.lineHeight(style_.note), scale = roughWidth(shown(ceiling)) * style_.note + 8;
    const double left = style_.left + scale, width = style_.width(landscape_) - scale;
    const double ground = top + sizes::kStandingHeight - line - 6, height = ground - top - line;

    for (double at = 0; at <= ceiling + step / 2; at += step) {
        const double y = ground - height * at / ceiling;
        colour(style_.line);
        cairo_rectangle(on_, left, y - 0.25, width, 0.5);
        cairo_fill(on_);
        text(shown(at), style_.left, y - line / 2, {style_.note, scale - 6, false, false, PANGO_ALIGN_RIGHT}, style_.muted);
    }
    const double slot = width / double(block.bars.size()), bar = std::min(slot * 0.56, 28.0);
    for (std::size_t i = 0; i < block.bars.size(); ++i) {
        const auto& [label, said, value] = block.bars[i];
        const double x = left + slot * double(i), tall = height * std::max(value, 0.0) / ceiling;
        if (tall > 0) {
            box(x + (slot - bar) / 2, ground - tall, bar, tall, 2);
            colour(style_.accent);
            cairo_fill(on_);
        }
        const TextForm form{style_.note, slot, false, false, PANGO_ALIGN_CENTER};
        text(said, x, ground - tall - line, form, style_.textColour);
        TextForm below = form;
        below.size = std::min(style_.note, 0.95 * slot / std::max(roughWidth(label), 1.0));
        text(label, x, ground + 4, below, style_.muted);
    }
}

void Painter::bars(const ChartBlock& block, const Placed& placed) {
    double labels = 0, values = 0;
    for (const auto& bar : block.bars) {
        labels = std::max(labels, roughWidth(bar.label) * style_.table);
        values = std::max(values, roughWidth(bar.shown) * style_.table);
    }
    const double all = style_.width(landscape_), most = mostOf(block);
    labels = std::min(labels + 2, all * 0.4);
    const double left = style_.left + labels + 8, room = all - labels - values - 16;
    for (std::size_t i = placed.first; i < placed.last; ++i) {
        const auto& [label, said, value] = block.bars[i];
        const double y = placed.y + double(i - placed.first) * sizes::kBarHeight, long_ = room * std::max(value, 0.0) / most;
        text(label, style_.left, y, {style_.table, labels, false, true}, style_.textColour);
        box(left, y + 3.5, std::max(long_, 0.75), sizes::kBarHeight - 7, 2);
        colour(style_.accent);
        cairo_fill(on_);
        text(said, left + long_ + 5, y, {style_.table, 0}, style_.textColour);
    }
}

} // namespace yanxun::pdf
