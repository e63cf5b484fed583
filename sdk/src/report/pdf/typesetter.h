#pragma once
#include "report/pdf/page_style.h"

#include <pango/pangocairo.h>

#include <memory>
#include <string_view>

namespace yanxun::pdf {

template <class T>
struct Unreferenced {
    void operator()(T* object) const { g_object_unref(object); }
};
using TextLayout = std::unique_ptr<PangoLayout, Unreferenced<PangoLayout>>;

/// How a piece of text is set. `width` 0 = one line of any length.
struct TextForm {
    double size = 10, width = 0;
    bool bold = false, ellipsis = false;
    PangoAlignment align = PANGO_ALIGN_LEFT;
    double indent = 0;
};

/// Sets Chinese text in lines: the same lines on paper and on any screen, because sizes are points and the glyphs'
/// measures are never fitted to pixels. Has its own fonts, so that it disturbs no window. One thread at a time.
class Typesetter {
public:
    explicit Typesetter(const PageStyle& style);

    TextLayout set(std::string_view text, const TextForm& form) const;
    /// Into a layout that is used again and again: much cheaper for the cells of a long table.
    void reset(PangoLayout& layout, std::string_view text, const TextForm& form) const;
    double lineHeight(double size) const;

    static double height(PangoLayout& layout);
    static double width(PangoLayout& layout);

private:
    struct FontFreed {
        void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    };
    std::unique_ptr<PangoFontMap, Unreferenced<PangoFontMap>> fonts_;
    std::unique_ptr<PangoContext, Unreferenced<PangoContext>> context_;
    std::unique_ptr<PangoFontDescription, FontFreed> font_;
};

/// A rough width in ems that is never too small: tells which cells need no setting to know that they take one line.
double roughWidth(std::string_view text);

} // namespace yanxun::pdf
