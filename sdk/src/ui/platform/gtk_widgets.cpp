// GTK 3: single windows.
#include "platform.h"

#include <wx/fontutil.h>

#include <gtk/gtk.h>

namespace yanxun::ui::platform {

namespace {

GtkWidget* inner(wxTextCtrl* field) {
    GtkWidget* const outer = field->m_widget;
    return GTK_IS_BIN(outer) ? gtk_bin_get_child(GTK_BIN(outer)) : outer;
}

gboolean everyRowFits(GtkEntryCompletion*, const gchar*, GtkTreeIter*, gpointer) { return TRUE; }

/// The list below the entry shows the combo box's own rows; the caller already chose what fits.
void completeFrom(GtkEntry* entry, GtkTreeModel* rows) {
    if (gtk_entry_get_completion(entry)) return;
    GtkEntryCompletion* const completion = gtk_entry_completion_new();
    gtk_entry_completion_set_model(completion, rows);
    gtk_entry_completion_set_text_column(completion, 0);
    gtk_entry_completion_set_minimum_key_length(completion, 1);
    gtk_entry_completion_set_match_func(completion, everyRowFits, nullptr, nullptr);
    gtk_entry_set_completion(entry, completion);
    g_object_unref(completion);
}

} // namespace

void setSuggestions(wxComboBox* field, const std::vector<std::string>& suggestions) {
    GtkComboBox* const combo = GTK_COMBO_BOX(field->m_widget);
    GtkTreeModel* const rows = gtk_combo_box_get_model(combo);
    completeFrom(GTK_ENTRY(gtk_bin_get_child(GTK_BIN(combo))), rows);
    GtkListStore* const store = GTK_LIST_STORE(rows);
    gtk_list_store_clear(store);
    for (const std::string& suggestion : suggestions)
        gtk_list_store_insert_with_values(store, nullptr, -1, 0, suggestion.c_str(), -1);
}

void setStyleClass(wxWindow* window, const char* name, bool on) {
    GtkStyleContext* const style = gtk_widget_get_style_context(window->GetHandle());
    on ? gtk_style_context_add_class(style, name) : gtk_style_context_remove_class(style, name);
}

void wrapText(wxStaticText* label) {
    GtkLabel* const widget = GTK_LABEL(label->m_widget);
    gtk_label_set_line_wrap(widget, TRUE);
    gtk_label_set_line_wrap_mode(widget, PANGO_WRAP_WORD_CHAR);
}

wxSize measureText(const wxWindow* window, const wxString& text, int width) {
    PangoLayout* const layout = gtk_widget_create_pango_layout(window->GetHandle(), text.utf8_str());
    if (const wxFont font = window->GetFont(); font.IsOk())
        pango_layout_set_font_description(layout, font.GetNativeFontInfo()->description);
    if (width >= 0) pango_layout_set_width(layout, width * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    wxSize size;
    pango_layout_get_pixel_size(layout, &size.x, &size.y);
    g_object_unref(layout);
    return size;
}

void setTextMargins(wxTextCtrl* field, int horizontal, int vertical) {
    GtkWidget* const view = inner(field);
    if (!GTK_IS_TEXT_VIEW(view)) return;
    gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), field->FromDIP(horizontal));
    gtk_text_view_set_right_margin(GTK_TEXT_VIEW(view), field->FromDIP(horizontal));
    gtk_text_view_set_top_margin(GTK_TEXT_VIEW(view), field->FromDIP(vertical));
    gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(view), field->FromDIP(vertical));
}

void setAccessible(wxWindow* window, const std::string& name, const char* role) {
    AtkObject* const object = gtk_widget_get_accessible(window->GetHandle());
    if (!object) return;
    atk_object_set_name(object, name.c_str());
    if (role) atk_object_set_role(object, atk_role_for_name(role));
}

std::string accessibleName(wxWindow* window) {
    AtkObject* const object = gtk_widget_get_accessible(window->GetHandle());
    const char* const name = object ? atk_object_get_name(object) : nullptr;
    return name ? name : "";
}

void setAccessibleId(wxWindow* window, const std::string& id) {
    if (AtkObject* const object = gtk_widget_get_accessible(window->GetHandle()))
        atk_object_set_accessible_id(object, id.c_str());
}

} // namespace yanxun::ui::platform
