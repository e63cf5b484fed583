#pragma once
#include <yanxun/abi.h>
#include <yanxun/data/migration.h>
#include <yanxun/export.h>

#include <cstdint>
#include <vector>

namespace yanxun {

class Host;
class Workbench;

/// A plugin: made once, on the main thread, through the door below. Five virtuals, four of them optional.
class YANXUN_EXPORT Plugin {
public:
    virtual ~Plugin();
    /// The schema steps this plugin brings, numbered 1, 2, 3 … and never edited once released.
    virtual std::vector<Migration> migrations() const;
    /// Offer services, add contributions. No window exists yet; on the console none ever will.
    virtual void start(Host& host) = 0;
    /// Add pages and commands. Main thread, the window exists.
    virtual void show(Workbench& workbench);
    /// Let go of what was taken from others. The plugin's windows are already gone.
    virtual void stop() noexcept;
};

/// The only thing the host reads before it trusts a library: plain data, C names, checked field by field before
/// any C++ call crosses.
struct PluginEntry {
    std::uint32_t size;  ///< sizeof(PluginEntry) of the plugin's SDK
    const char* abi;     ///< must equal the host's stamp as a string
    const char* id;      ///< must equal the folder's name and plugin.xml
    const char* version; ///< from project()
    Plugin* (*create)();
    void (*destroy)(Plugin*) noexcept;
};

} // namespace yanxun

#if defined(_WIN32)
#define YANXUN_DOOR extern "C" __declspec(dllexport)
#else
#define YANXUN_DOOR extern "C" __attribute__((visibility("default")))
#endif

/// Put it once, at the end of <id>_plugin.cpp, after including <yanxun/ui/abi.h>: YANXUN_PLUGIN(drills::DrillsPlugin)
#define YANXUN_PLUGIN(Class)                                                                                          \
    YANXUN_DOOR const yanxun::PluginEntry yanxun_plugin;                                                              \
    const yanxun::PluginEntry yanxun_plugin{sizeof(yanxun::PluginEntry),                                              \
                                            YANXUN_ABI,                                                               \
                                            YANXUN_PLUGIN_ID,                                                         \
                                            YANXUN_PLUGIN_VERSION,                                                    \
                                            []() -> yanxun::Plugin* { return new Class; },                            \
                                            [](yanxun::Plugin* p) noexcept { delete p; }};
