// GTK 3: lists of records.
#include "../record/record_model.h"
#include "list.h"

#include <gtk/gtk.h>

#include <cmath>

namespace {

// A text cell on a rounded ground. It stays a GtkCellRendererText, so that GTK's accessibility knows its text.
struct YanxunPillCell {
    GtkCellRendererText parent;
    GdkRGBA ground;
};
struct YanxunPillCellClass {
    GtkCellRendererTextClass parent;
};
G_DEFINE_TYPE(YanxunPillCell, yanxun_pill_cell, GTK_TYPE_CELL_RENDERER_TEXT)

void yanxun_pill_cell_init(YanxunPillCell* cell) { cell->ground = {0, 0, 0, 0}; }

void renderPill(GtkCellRenderer* cell, cairo_t* cr, GtkWidget* widget, const GdkRectangle* background,
                const GdkRectangle* area, GtkCellRendererState flags) {
    gchar* text = nullptr;
    g_object_get(cell, "text", &text, nullptr);
    const bool empty = !text || !*text;
    g_free(text);
    if (empty) return;
    GdkRectangle pill;
    gtk_cell_renderer_get_aligned_area(cell, widget, flags, area, &pill);
    const double radius = std::min(pill.height, pill.width) / 2.0;
    cairo_new_sub_path(cr);
    cairo_arc(cr, pill.x + radius, pill.y + radius, radius, M_PI / 2, 3 * M_PI / 2);
    cairo_arc(cr, pill.x + pill.width - radius, pill.y + radius, radius, -M_PI / 2, M_PI / 2);
    cairo_close_path(cr);
    gdk_cairo_set_source_rgba(cr, &reinterpret_cast<YanxunPillCell*>(cell)->ground);
    cairo_fill(cr);
    // Not «selected»: the text keeps the colour of its tone.
    const auto plain = static_cast<GtkCellRendererState>(flags & ~GTK_CELL_RENDERER_SELECTED);
    GTK_CELL_RENDERER_CLASS(yanxun_pill_cell_parent_class)->render(cell, cr, widget, background, area, plain);
}

void yanxun_pill_cell_class_init(YanxunPillCellClass* type) { GTK_CELL_RENDERER_CLASS(type)->render = renderPill; }

} // namespace

namespace yanxun::ui::platform {

namespace {

GdkRGBA rgba(const wxColour& c) { return {c.Red() / 255.0, c.Green() / 255.0, c.Blue() / 255.0, c.Alpha() / 255.0}; }

class PillRenderer final : public wxDataViewTextRenderer {
public:
    PillRenderer() : wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL) {
        g_object_ref_sink(m_renderer);
        g_object_unref(m_renderer);
        m_renderer = GTK_CELL_RENDERER(g_object_new(yanxun_pill_cell_get_type(), nullptr));
        g_object_set(m_renderer, "xpad", 9, "ypad", 3, "scale", 0.88, nullptr);
        SetMode(wxDATAVIEW_CELL_INERT);
        SetAlignment(wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL);
    }

    bool SetValue(const wxVariant& value) override {
        const auto [text, tone] = readPillValue(value.GetString());
        const GdkRGBA ink = rgba(palette().tone(tone));
        reinterpret_cast<YanxunPillCell*>(m_renderer)->ground = rgba(palette().toneSoft(tone));
        g_object_set(m_renderer, "foreground-rgba", &ink, nullptr);
        return SetTextValue(text);
    }
};

GtkAdjustment* vertical(wxDataViewCtrl* list) {
    return gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(list->GtkGetTreeView()));
}

} // namespace

wxDataViewRenderer* newPillRenderer() { return new PillRenderer; }

void padCells(wxDataViewRenderer* renderer, int pixels) { g_object_set(renderer->GetGtkHandle(), "xpad", pixels, nullptr); }

void expandColumn(wxDataViewColumn* column) {
    gtk_tree_view_column_set_expand(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()), TRUE);
}

double scrolledDown(wxDataViewCtrl* list) { return gtk_adjustment_get_value(vertical(list)); }

void scrollDown(wxDataViewCtrl* list, double pixels) { gtk_adjustment_set_value(vertical(list), pixels); }

std::pair<int, int> visibleRows(wxDataViewCtrl* list) {
    GtkTreePath *first = nullptr, *last = nullptr;
    if (!gtk_tree_view_get_visible_range(GTK_TREE_VIEW(list->GtkGetTreeView()), &first, &last)) return {0, -1};
    const std::pair<int, int> rows{gtk_tree_path_get_indices(first)[0], gtk_tree_path_get_indices(last)[0]};
    gtk_tree_path_free(first);
    gtk_tree_path_free(last);
    return rows;
}

void setListName(wxDataViewCtrl* list, const std::string& name) {
    AtkObject* const object = gtk_widget_get_accessible(list->GtkGetTreeView());
    if (object) atk_object_set_name(object, name.c_str());
}

} // namespace yanxun::ui::platform
