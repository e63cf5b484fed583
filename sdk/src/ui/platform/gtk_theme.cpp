// GTK 3: style sheet, dark mode and what the desktop wishes.
#include "platform.h"

#include <gio/gio.h>
#include <gtk/gtk.h>

#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>

namespace yanxun::ui::platform {

namespace {

constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPortalPath = "/org/freedesktop/portal/desktop";
constexpr const char* kPortalSettings = "org.freedesktop.portal.Settings";
constexpr const char* kAppearance = "org.freedesktop.appearance";
constexpr const char* kColorScheme = "color-scheme";
constexpr int kPortalTimeoutMs = 500;

constexpr const char* kPlainUtf8 = "C.UTF-8"; // «C» would switch translations off

bool isUnset(const char* value) { return !value || !*value; }

bool isPlainC(const char* value) {
    return value && (std::strcmp(value, "C") == 0 || std::strcmp(value, "POSIX") == 0);
}

bool applying = false; // our own notification must not look like the desktop's

std::function<void()>& watcher() {
    static std::function<void()> changed;
    return changed;
}

GDBusConnection* sessionBus() {
    static GDBusConnection* const bus = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
    return bus;
}

/// Portals wrap the value in one or two variants.
std::optional<bool> darkOf(GVariant* value) {
    GVariant* inner = g_variant_ref(value);
    while (g_variant_is_of_type(inner, G_VARIANT_TYPE_VARIANT)) {
        GVariant* next = g_variant_get_variant(inner);
        g_variant_unref(inner);
        inner = next;
    }
    std::optional<bool> dark;
    if (g_variant_is_of_type(inner, G_VARIANT_TYPE_UINT32)) {
        const guint32 scheme = g_variant_get_uint32(inner);
        if (scheme != 0) dark = scheme == 1; // 0 = no preference
    }
    g_variant_unref(inner);
    return dark;
}

std::optional<bool> portalIsDark() {
    GDBusConnection* const bus = sessionBus();
    if (!bus) return {};
    GVariant* const answer = g_dbus_connection_call_sync(
        bus, kPortal, kPortalPath, kPortalSettings, "Read", g_variant_new("(ss)", kAppearance, kColorScheme),
        G_VARIANT_TYPE("(v)"), G_DBUS_CALL_FLAGS_NONE, kPortalTimeoutMs, nullptr, nullptr);
    if (!answer) return {};
    GVariant* const value = g_variant_get_child_value(answer, 0);
    const std::optional<bool> dark = darkOf(value);
    g_variant_unref(value);
    g_variant_unref(answer);
    return dark;
}

bool themeNameIsDark() {
    gchar* name = nullptr;
    g_object_get(gtk_settings_get_default(), "gtk-theme-name", &name, nullptr);
    const std::string theme = name ? name : "";
    g_free(name);
    const char* const forced = std::getenv("GTK_THEME");
    if (forced && *forced) return std::string_view(forced).find("dark") != std::string_view::npos;
    return theme.find("dark") != std::string::npos || theme.find("Dark") != std::string::npos;
}

void onPortalSignal(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* parameters,
                    void*) {
    if (!g_variant_is_of_type(parameters, G_VARIANT_TYPE("(ssv)"))) return;
    const char* group = nullptr;
    const char* key = nullptr;
    GVariant* value = nullptr;
    g_variant_get(parameters, "(&s&sv)", &group, &key, &value);
    const bool ours = std::strcmp(group, kAppearance) == 0 && std::strcmp(key, kColorScheme) == 0;
    g_variant_unref(value);
    if (ours && watcher()) watcher()();
}

void onThemeName(GObject*, GParamSpec*, void*) {
    if (!applying && watcher()) watcher()();
}

} // namespace

void preferChinese(bool speak) {
    setenv("FC_LANG", "zh-cn", 0);
    if (isPlainC(std::getenv("LC_ALL"))) setenv("LC_ALL", kPlainUtf8, 1);
    for (const char* const category : {"LC_CTYPE", "LC_MESSAGES"})
        if (isUnset(std::getenv("LC_ALL")) && (isPlainC(std::getenv(category)) || isUnset(std::getenv(category))) &&
            (isPlainC(std::getenv("LANG")) || isUnset(std::getenv("LANG"))))
            setenv(category, kPlainUtf8, 1);
    if (speak) setenv("LANGUAGE", "zh_CN:zh", 1);
}

void setStyleSheet(const std::string& css) {
    static GtkCssProvider* const provider = [] {
        GtkCssProvider* const made = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(made),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
        return made;
    }();
    gtk_css_provider_load_from_data(provider, css.data(), static_cast<gssize>(css.size()), nullptr);
}

void setDark(bool dark) {
    GtkSettings* const settings = gtk_settings_get_default();
    applying = true;
    g_object_set(settings, "gtk-application-prefer-dark-theme", static_cast<gboolean>(dark), nullptr);
    // wx 3.2.2 looks again at the colours only when the theme's name is said to have changed.
    g_object_notify(G_OBJECT(settings), "gtk-theme-name");
    applying = false;
}

bool systemIsDark() { return portalIsDark().value_or(themeNameIsDark()); }

void watchSystem(std::function<void()> changed) {
    const bool first = !watcher();
    watcher() = std::move(changed);
    if (!first) return;
    g_signal_connect(gtk_settings_get_default(), "notify::gtk-theme-name", G_CALLBACK(onThemeName), nullptr);
    if (GDBusConnection* const bus = sessionBus())
        g_dbus_connection_signal_subscribe(bus, kPortal, kPortalSettings, "SettingChanged", kPortalPath, nullptr,
                                           G_DBUS_SIGNAL_FLAGS_NONE, onPortalSignal, nullptr, nullptr);
}

} // namespace yanxun::ui::platform
