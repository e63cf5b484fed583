#include "report/pdf/painter.h"

#include <yanxun/text.h>

#include <algorithm>
#include <numbers>

namespace yanxun::pdf {
namespace {

constexpr double kHairline = 0.5, kMarkSize = 150;

} // namespace

Painter::Painter(const Blocks& blocks, const Pages& pages, const PageStyle& style, const Typesetter& typesetter)
    : blocks_(blocks), pages_(pages), style_(style), typesetter_(typesetter), layout_(typesetter.set("", {})) {}

void Painter::paint(cairo_t& on, std::size_t page) {
    on_ = &on;
    landscape_ = pages_.all[page].landscape;
    mark(page);
    edges(page);
    for (const Placed& placed : pages_.all[page].placed) put(placed);
}

void Painter::put(const Placed& placed) {
    const Block& block = blocks_.all[placed.block];
    switch (placed.part) {
    case Part::lines: return lines(std::get<TextBlock>(block), placed);
    case Part::facts: return facts(std::get<FactsBlock>(block), placed);
    case Part::standingChart: return standingChart(std::get<ChartBlock>(block), placed.y);
    case Part::bars: return bars(std::get<ChartBlock>(block), placed);
    case Part::tableHead: return tableHead(std::get<TableBlock>(block), pages_.tables.at(placed.block), placed.y);
    case Part::tableRows: return tableRows(std::get<TableBlock>(block), pages_.tables.at(placed.block), placed);
    case Part::tableTotal: return tableTotal(std::get<TableBlock>(block), pages_.tables.at(placed.block), placed.y);
    }
}

/// Below all else, from corner to corner.
void Painter::mark(std::size_t page) {
    if (blocks_.mark.empty()) return;
    const double width = pages_.all[page].width(), height = pages_.all[page].height();
    cairo_save(on_);
    cairo_translate(on_, width / 2, height / 2);
    cairo_rotate(on_, -std::numbers::pi / 5);
    TextForm form;
    form.size = kMarkSize;
    form.bold = true;
    typesetter_.reset(*layout_, blocks_.mark, form);
    text(blocks_.mark, -Typesetter::width(*layout_) / 2, -Typesetter::height(*layout_) / 2, form, style_.head);
    cairo_restore(on_);
}

/// Name of the report and of the bureau above, page number below; the first page has its title and needs no name.
void Painter::edges(std::size_t page) {
    const double width = style_.width(landscape_), height = pages_.all[page].height();
    TextForm form{style_.note, width};
    if (page > 0) {
        const double y = style_.top - 8 - typesetter_.lineHeight(style_.note);
        form.ellipsis = true;
        form.width = width * (blocks_.issuer.empty() ? 1 : 0.6);
        text(blocks_.title, style_.left, y, form, style_.muted);
        if (!blocks_.issuer.empty()) {
            form.width = width * 0.38;
            form.align = PANGO_ALIGN_RIGHT;
            text(blocks_.issuer, style_.left + width - form.width, y, form, style_.muted);
        }
        colour(style_.line);
        cairo_rectangle(on_, style_.left, style_.top - 6, width, kHairline);
        cairo_fill(on_);
    }
    const TextForm below{style_.note, width, false, false, PANGO_ALIGN_CENTER};
    text(tr("第 {} 页 共 {} 页", page + 1, pages_.all.size()), style_.left, height - style_.bottom + 2, below, style_.muted);
}

void Painter::lines(const TextBlock& block, const Placed& placed) {
    const TextLayout layout = typesetter_.set(block.text, formOf(block.role, style_, landscape_));
    switch (block.role) {
    case TextRole::meta: colour(style_.muted); break;
    case TextRole::warning: colour(style_.warning); break;
    default: colour(style_.textColour);
    }
    if (placed.first == 0 && placed.last == std::size_t(pango_layout_get_line_count(layout.get()))) {
        cairo_move_to(on_, style_.left, placed.y);
        pango_cairo_show_layout(on_, layout.get());
        return;
    }
    const double line = Typesetter::height(*layout) / pango_layout_get_line_count(layout.get());
    PangoLayoutIter* iter = pango_layout_get_iter(layout.get());
    for (std::size_t i = 0; i < placed.last; ++i, pango_layout_iter_next_line(iter)) {
        if (i < placed.first) continue;
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter, nullptr, &logical);
        cairo_move_to(on_, style_.left + double(logical.x) / PANGO_SCALE, placed.y + double(i - placed.first) * line + line * .8);
        pango_cairo_show_layout_line(on_, pango_layout_iter_get_line_readonly(iter));
    }
    pango_layout_iter_free(iter);
}

void Painter::facts(const FactsBlock& block, const Placed& placed) {
    using namespace sizes;
    const double width = (style_.width(landscape_) - (kFactsInRow - 1) * kFactGap) / kFactsInRow;
    for (std::size_t i = placed.first; i < placed.last; ++i) {
        const FactsBlock::Fact& fact = block.facts[i];
        const double x = style_.left + double(i - placed.first) * (width + kFactGap);
        box(x + kHairline / 2, placed.y, width - kHairline, kFactHeight, 5);
        colour(style_.line);
        cairo_set_line_width(on_, kHairline);
        cairo_stroke(on_);
        text(fact.title, x + 8, placed.y + 5, {style_.note, width - 16, false, true}, style_.muted);
        const double unit = std::min(roughWidth(fact.unit) * style_.note, width / 3);
        const TextForm big{style_.heading + 2, width - 18 - unit, true, true};
        typesetter_.reset(*layout_, fact.value, {big.size, 0, true});
        if (Typesetter::width(*layout_) > big.width && fact.unit.empty()) { // a name, not a number: two lines of small letters
            colour(style_.textColour);
            cell(fact.value, x + 8, placed.y + 19, kFactHeight - 20, {style_.table, width - 16, true});
            continue;
        }
        text(fact.value, x + 8, placed.y + 21, big, style_.textColour);
        const double after = std::min(Typesetter::width(*layout_), big.width);
        text(fact.unit, x + 8 + after + 3, placed.y + 21 + (style_.heading + 2 - style_.note) * 1.1,
             {style_.note, width - 16 - after, false, true}, style_.muted);
    }
}

void Painter::tableHead(const TableBlock& table, const TablePlan& plan, double top) {
    colour(style_.head);
    cairo_rectangle(on_, style_.left, top, style_.width(landscape_), plan.headHeight);
    cairo_fill(on_);
    colour(style_.line);
    cairo_rectangle(on_, style_.left, top, style_.width(landscape_), kHairline);
    cairo_fill(on_);
    row(table, plan, top, plan.headHeight, true, [&](std::size_t c) { return std::string_view(table.columns[c].title); });
}

void Painter::tableRows(const TableBlock& table, const TablePlan& plan, const Placed& placed) {
    double y = placed.y;
    for (std::size_t i = placed.first; i < placed.last; ++i) {
        const double height = double(plan.rowHeights[i]);
        row(table, plan, y, height, false,
            [&](std::size_t c) { return table.cells.at(i * table.columns.size() + c); });
        y += height;
    }
}

void Painter::tableTotal(const TableBlock& table, const TablePlan& plan, double top) {
    row(table, plan, top, plan.totalHeight, true, [&](std::size_t c) { return std::string_view(table.totals[c]); });
}

/// Cells, the lines left and right of each, and the line below.
template <class CellAt>
void Painter::row(const TableBlock& table, const TablePlan& plan, double top, double height, bool bold, const CellAt& cellAt) {
    colour(style_.line);
    cairo_rectangle(on_, style_.left, top + height - kHairline, style_.width(landscape_), kHairline);
    double x = style_.left;
    for (const double width : plan.widths) {
        cairo_rectangle(on_, x, top, kHairline, height);
        x += width;
    }
    cairo_rectangle(on_, x - kHairline, top, kHairline, height);
    cairo_fill(on_);
    colour(style_.textColour);
    x = style_.left;
    for (std::size_t c = 0; c < plan.widths.size(); ++c) {
        const std::string_view words = cellAt(c);
        if (!words.empty()) {
            cell(words, x + TablePlan::kPadX, top + TablePlan::kPadY, height - 2 * TablePlan::kPadY, plan.cell(table, c, bold));
        }
        x += plan.widths[c];
    }
}

void Painter::cell(std::string_view words, double x, double y, double height, const TextForm& form) {
    typesetter_.reset(*layout_, words, form);
    const bool tooTall = pango_layout_get_line_count(layout_.get()) > 1 && Typesetter::height(*layout_) > height + 1;
    if (tooTall) {
        pango_layout_set_height(layout_.get(), int(height * PANGO_SCALE));
        pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
    }
    cairo_move_to(on_, x, y);
    pango_cairo_show_layout(on_, layout_.get());
    if (tooTall) pango_layout_set_height(layout_.get(), -1);
}

void Painter::colour(const Colour& colour) { cairo_set_source_rgb(on_, colour.red, colour.green, colour.blue); }

void Painter::box(double x, double y, double width, double height, double radius) {
    using std::numbers::pi;
    const double r = std::min({radius, width / 2, height / 2});
    cairo_new_sub_path(on_);
    cairo_arc(on_, x + width - r, y + r, r, -pi / 2, 0);
    cairo_arc(on_, x + width - r, y + height - r, r, 0, pi / 2);
    cairo_arc(on_, x + r, y + height - r, r, pi / 2, pi);
    cairo_arc(on_, x + r, y + r, r, pi, 3 * pi / 2);
    cairo_close_path(on_);
}

void Painter::text(std::string_view words, double x, double y, const TextForm& form, const Colour& tone) {
    typesetter_.reset(*layout_, words, form);
    colour(tone);
    cairo_move_to(on_, x, y);
    pango_cairo_show_layout(on_, layout_.get());
}

} // namespace yanxun::pdf
