#include "core/service_map.h"

namespace yanxun::host {

class ServiceMap::View final : public Services {
public:
    View(ServiceMap& all, std::string plugin) : all_(all), plugin_(std::move(plugin)) {}

protected:
    void put(std::string_view id, void* service) override {
        const auto [offer, isNew] = all_.offers_.try_emplace(std::string(id), Offer{plugin_, service});
        if (isNew) return;
        throw Error(tr("服务“{}”已由插件“{}”提供，插件“{}”不能再提供一次。", id, offer->second.plugin, plugin_));
    }

    void* get(std::string_view id) const override {
        const auto found = all_.offers_.find(id);
        return found == all_.offers_.end() ? nullptr : found->second.service;
    }

private:
    ServiceMap& all_;
    std::string plugin_;
};

std::unique_ptr<Services> ServiceMap::servicesOf(const std::string& plugin) {
    return std::make_unique<View>(*this, plugin);
}

void ServiceMap::forget(const std::string& plugin) {
    std::erase_if(offers_, [&](const auto& offer) { return offer.second.plugin == plugin; });
}

} // namespace yanxun::host
