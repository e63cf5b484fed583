#include "report/pdf/typesetter.h"

#include <algorithm>

namespace yanxun::pdf {
namespace {

constexpr double kLineSpacing = 1.12; // of what the font asks for: Chinese wants air

int units(double points) { return int(points * PANGO_SCALE); }

} // namespace

Typesetter::Typesetter(const PageStyle& style)
    : fonts_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(fonts_.get())),
      font_(pango_font_description_new()) {
    pango_font_description_set_family(font_.get(), style.family.c_str());
    // Chinese shapes of the characters, whatever the language of the system.
    pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
}

TextLayout Typesetter::set(std::string_view text, const TextForm& form) const {
    TextLayout layout(pango_layout_new(context_.get()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), float(kLineSpacing));
    reset(*layout, text, form);
    return layout;
}

void Typesetter::reset(PangoLayout& layout, std::string_view text, const TextForm& form) const {
    pango_font_description_set_absolute_size(font_.get(), form.size * PANGO_SCALE);
    pango_font_description_set_weight(font_.get(), form.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(&layout, font_.get());
    pango_layout_set_width(&layout, form.width > 0 ? units(form.width) : -1);
    pango_layout_set_ellipsize(&layout, form.ellipsis ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    pango_layout_set_alignment(&layout, form.align);
    pango_layout_set_indent(&layout, units(form.indent));
    pango_layout_set_text(&layout, text.data(), int(text.size()));
}

double Typesetter::lineHeight(double size) const { return height(*set("国", {size})); }

double Typesetter::height(PangoLayout& layout) {
    int width = 0, height = 0;
    pango_layout_get_size(&layout, &width, &height);
    return double(height) / PANGO_SCALE;
}

double Typesetter::width(PangoLayout& layout) {
    int width = 0, height = 0;
    pango_layout_get_size(&layout, &width, &height);
    return double(width) / PANGO_SCALE;
}

double roughWidth(std::string_view text) {
    double width = 0, widest = 0;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if ((byte & 0xC0) == 0x80) continue; // the rest of a character
        if (byte == '\n') {
            widest = std::max(widest, width);
            width = 0;
        } else if (byte >= '0' && byte <= '9') {
            width += .58;
        } else if (byte == '-' || byte == '.' || byte == ',' || byte == ' ') {
            width += .38;
        } else {
            width += byte < 0x80 && byte >= 'a' && byte != 'm' && byte != 'w' ? .65 : 1.02;
        }
    }
    return std::max(widest, width);
}

} // namespace yanxun::pdf
