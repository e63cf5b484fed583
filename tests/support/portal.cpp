#include "portal.h"

#include <gio/gio.h>

#include <atomic>
#include <future>
#include <thread>

namespace yanxun::testing {

namespace {

constexpr const char* kName = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kInterface = "org.freedesktop.portal.Settings";
constexpr const char* kDescription =
    "<node><interface name='org.freedesktop.portal.Settings'>"
    "<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/></method>"
    "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
    "</interface></node>";

} // namespace

// A thread of its own: the program asks and waits for the answer.
struct Portal::Room {
    std::atomic<bool> dark;
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    GDBusConnection* bus = nullptr;
    std::promise<void> ready;
    std::thread thread;

    explicit Room(bool isDark) : dark(isDark) {
        thread = std::thread([this] { serve(); });
        ready.get_future().get();
    }

    ~Room() {
        g_main_loop_quit(loop);
        thread.join();
        g_main_loop_unref(loop);
        g_main_context_unref(context);
    }

    GVariant* scheme() const { return g_variant_new_uint32(dark ? 1 : 2); }

    static void answer(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*,
                       GDBusMethodInvocation* call, void* data) {
        const auto* const room = static_cast<Room*>(data);
        // As the real one: a variant in a variant.
        g_dbus_method_invocation_return_value(call, g_variant_new("(v)", g_variant_new_variant(room->scheme())));
    }

    void serve() {
        g_main_context_push_thread_default(context);
        gchar* const address = g_dbus_address_get_for_bus_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
        bus = g_dbus_connection_new_for_address_sync(
            address, GDBusConnectionFlags(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
            nullptr, nullptr, nullptr);
        g_free(address);
        GDBusNodeInfo* const description = g_dbus_node_info_new_for_xml(kDescription, nullptr);
        GDBusInterfaceVTable table{};
        table.method_call = answer;
        g_dbus_connection_register_object(bus, kPath, description->interfaces[0], &table, this, nullptr, nullptr);
        GVariant* const owned =
            g_dbus_connection_call_sync(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "RequestName", g_variant_new("(su)", kName, 4U), nullptr, G_DBUS_CALL_FLAGS_NONE,
                                        -1, nullptr, nullptr);
        if (owned) g_variant_unref(owned);
        ready.set_value();
        g_main_loop_run(loop);
        g_dbus_connection_close_sync(bus, nullptr, nullptr);
        g_object_unref(bus);
        g_dbus_node_info_unref(description);
        g_main_context_pop_thread_default(context);
    }
};

Portal::Portal(bool dark) : room_(std::make_unique<Room>(dark)) {}

Portal::~Portal() = default;

void Portal::change(bool dark) {
    room_->dark = dark;
    g_dbus_connection_emit_signal(room_->bus, nullptr, kPath, kInterface, "SettingChanged",
                                  g_variant_new("(ssv)", "org.freedesktop.appearance", "color-scheme", room_->scheme()),
                                  nullptr);
    g_dbus_connection_flush_sync(room_->bus, nullptr, nullptr);
}

} // namespace yanxun::testing
