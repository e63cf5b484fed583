#include "palette.h"

namespace yanxun::ui {

namespace {

// @name stands for a colour of the palette. No min-height on entries: wx does not count it and the text is cut.
constexpr const char* kSheet = R"css(
.background { background-color: @background; color: @text; }
label { color: inherit; }
button { border-radius: 6px; min-height: 26px; padding: 3px 12px; border: 1px solid @border;
  background-image: none; background-color: @surface; color: @text; box-shadow: none; text-shadow: none;
  -gtk-icon-shadow: none; }
button:hover, button:checked, button:active { background-image: none; background-color: @hover; color: @text; }
button:disabled { background-image: none; background-color: @background; color: alpha(@muted, 0.7); border-color: @border; }
button:focus { outline: 2px solid @accent; outline-offset: -2px; -gtk-outline-radius: 6px; }
button.suggested-action { background-color: @accent; color: @onAccent; border-color: @accent; }
button.suggested-action:hover { background-color: shade(@accent, 1.08); color: @onAccent; }
button.suggested-action:disabled { background-color: @accentSoft; color: alpha(@muted, 0.7); border-color: @accentSoft; }
button.suggested-action:focus { outline-color: @onAccent; outline-offset: -4px; }
button.destructive-action { background-color: @bad; color: @surface; border-color: @bad; }
button.destructive-action:hover { background-color: shade(@bad, 1.08); color: @surface; }
button.flat { background-color: transparent; border-color: transparent; }
button.flat:hover { background-color: @hover; }
entry { border-radius: 6px; padding: 0 8px; border: 1px solid @border; background-image: none;
  background-color: @surface; color: @text; box-shadow: none; caret-color: @text; }
entry:focus { border-color: @accent; box-shadow: none; }
entry:disabled { background-color: @background; color: @muted; }
entry.wrong, .wrong entry, textview.wrong, .wrong button { border-color: @bad; }
entry selection, textview text selection, label selection { background-color: @accent; color: @onAccent; }
placeholder { color: @muted; }
combobox button.combo { padding: 3px 10px; }
combobox entry { border-top-right-radius: 0; border-bottom-right-radius: 0; }
combobox entry + button.combo { border-top-left-radius: 0; border-bottom-left-radius: 0; padding: 3px 6px; border-left-width: 0; }
spinbutton { border-radius: 6px; border: 1px solid @border; background-image: none; background-color: @surface;
  color: @text; box-shadow: none; padding: 0; }
spinbutton entry { border: none; background-color: transparent; }
spinbutton button { border-width: 0 0 0 1px; border-radius: 0; min-height: 0; padding: 0 4px; }
textview, textview text { background-color: @surface; color: @text; caret-color: @text; }
scrolledwindow { border-color: @border; }
treeview.view { background-color: @surface; color: @text; border-color: @border; }
treeview.view:hover { background-color: @hover; }
treeview.view:selected, treeview.view:selected:focus { background-color: @accentSoft; color: @text; }
treeview.view header button, treeview.view header button:hover { background-image: none; background-color: @background;
  border-radius: 0; border-width: 0 0 1px 0; border-color: @border; color: @muted; font-weight: bold;
  padding: 5px 8px; box-shadow: none; }
treeview.view header button:hover { color: @text; }
list, list row { background-color: @surface; color: @text; }
list row:selected { background-color: @accentSoft; color: @text; }
menu, .menu, .context-menu { background-color: @surface; color: @text; border: 1px solid @border; }
menuitem:hover { background-color: @accentSoft; color: @text; }
menubar { background-color: @surface; color: @text; box-shadow: inset 0 -1px @border; }
menubar > menuitem:hover { box-shadow: inset 0 -3px @accent; background-color: @hover; color: @text; }
check, radio { background-image: none; background-color: @surface; border-color: alpha(@muted, 0.6); color: @accent; }
check:checked, radio:checked, check:indeterminate { background-image: none; background-color: @accent; border-color: @accent;
  color: @onAccent; }
check:disabled, radio:disabled { background-color: @background; color: @muted; }
progressbar trough { min-height: 6px; border: none; border-radius: 4px; background-color: @border; background-image: none; }
progressbar progress { min-height: 6px; border: none; border-radius: 4px; background-color: @accent; background-image: none; }
notebook, notebook stack { background-color: @surface; border: none; }
notebook.frame > header.top { margin: 0; }
notebook header { background-color: @background; border-color: @border; }
notebook header tab { color: @muted; padding: 4px 8px; }
notebook header tab:checked { color: @text; box-shadow: inset 0 -3px @accent; }
infobar, infobar > revealer > box { background-color: @warningSoft; background-image: none; color: @text; border: none; }
separator, paned > separator { background-color: @border; background-image: none; }
scrollbar { background-color: transparent; border: none; }
scrollbar slider { background-color: alpha(@muted, 0.55); }
tooltip, tooltip.background { border-radius: 6px; background-color: @tip; color: @tipText; }
tooltip * { background-color: transparent; color: @tipText; }
)css";

std::string hex(const wxColour& colour) { return std::string(colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_str()); }

} // namespace

std::string styleSheet(const Palette& p) {
    const std::pair<const char*, wxColour> names[] = {
        {"background", p.background}, {"surface", p.surface}, {"border", p.border},   {"text", p.text},
        {"muted", p.muted},           {"accent", p.accent},   {"onAccent", p.onAccent}, {"accentSoft", p.accentSoft},
        {"hover", p.hover},           {"bad", p.bad},         {"warningSoft", p.warningSoft},
        {"tip", p.dark ? p.hover : p.sidebar}, {"tipText", p.dark ? p.text : p.sidebarText}};
    std::string css;
    for (const auto& [name, colour] : names)
        css += std::string("@define-color ") + name + " " + hex(colour) + ";\n";
    return css + kSheet;
}

} // namespace yanxun::ui
