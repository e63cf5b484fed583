#pragma once
#include "core/file_log.h"
#include "core/file_settings.h"
#include "core/places.h"
#include "core/registry.h"
#include "core/service_map.h"

#include <yanxun/host.h>

namespace yanxun::host {

/// What all plugins share; lives longer than every PluginHost.
struct HostParts {
    const Places& places;
    Database& database;
    const Clock& clock;
    Registry& registry;
    ServiceMap& services;
    FileSettings& settings;
    LogFile& log;
};

/// The program as one plugin sees it.
class PluginHost final : public Host {
public:
    PluginHost(HostParts parts, const std::string& plugin, const std::filesystem::path& folder);
    ~PluginHost() override;

    Database& database() override { return parts_.database; }
    Services& services() override { return *services_; }
    Contributions& contributions() override { return *contributions_; }
    Settings& settings() override { return settings_; }
    const Paths& paths() const override { return *paths_; }
    const Clock& clock() const override { return parts_.clock; }
    Log& log() override { return log_; }

private:
    HostParts parts_;
    std::unique_ptr<Services> services_;
    std::unique_ptr<Contributions> contributions_;
    Settings& settings_;
    std::unique_ptr<Paths> paths_;
    SourceLog log_;
};

} // namespace yanxun::host
