#include "core/plugins/plugin_host.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace yanxun::host {
namespace {

class PluginPaths final : public Paths {
public:
    PluginPaths(const Places& places, std::string plugin, std::filesystem::path folder)
        : places_(places), plugin_(std::move(plugin)), folder_(std::move(folder)) {}

    std::filesystem::path assets() const override { return folder_ / "assets"; }
    std::filesystem::path data() const override { return made(places_.data / "plugin-data" / plugin_); }
    std::filesystem::path cache() const override { return made(places_.cache / plugin_); }

    std::vector<std::filesystem::path> templates(std::string_view sort) const override {
        std::vector<std::filesystem::path> found;
        for (const std::filesystem::path& folder : {folder_ / "templates", places_.templates()}) {
            if (std::filesystem::is_directory(folder / sort)) found.push_back(folder / sort);
        }
        return found;
    }

private:
    static std::filesystem::path made(const std::filesystem::path& folder) {
        std::error_code wrong;
        std::filesystem::create_directories(folder, wrong);
        if (wrong) throw Unavailable(tr("文件夹 {} 无法建立。请检查磁盘空间和写入权限。", folder.string()));
        return folder;
    }

    const Places& places_;
    std::string plugin_;
    std::filesystem::path folder_;
};

} // namespace

PluginHost::PluginHost(HostParts parts, const std::string& plugin, const std::filesystem::path& folder)
    : parts_(parts), services_(parts.services.servicesOf(plugin)),
      contributions_(parts.registry.contributionsOf(plugin)), settings_(parts.settings.group(plugin)),
      paths_(std::make_unique<PluginPaths>(parts.places, plugin, folder)), log_(parts.log, plugin) {}

PluginHost::~PluginHost() = default;

} // namespace yanxun::host
