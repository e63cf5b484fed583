#pragma once
#include <yanxun/services.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace yanxun::host {

/// Who offers which service. Main thread.
class ServiceMap {
public:
    /// The view of one plugin: what it provides is known as its own. An id taken throws Error.
    std::unique_ptr<Services> servicesOf(const std::string& plugin);
    void forget(const std::string& plugin);

private:
    class View;
    struct Offer {
        std::string plugin;
        void* service = nullptr;
    };
    std::map<std::string, Offer, std::less<>> offers_;
};

} // namespace yanxun::host
