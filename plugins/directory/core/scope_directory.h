#pragma once
#include "core/scope_service.h"

#include <directory/scope.h>

namespace directory {

/// What other plugins see of the yearly lists. Any thread.
class ScopeDirectory final : public Scope {
public:
    explicit ScopeDirectory(const ScopeService& service) : service_(service) {}

    std::vector<std::string> categories() const override { return scopeCategories(); }
    void each(yanxun::Reader& reader, int year, std::string_view category,
              const std::function<void(const ScopeUnit&)>& use) const override;
    bool isFixed(yanxun::Reader& reader, int year) const override { return service_.isFixed(reader, year); }

private:
    const ScopeService& service_;
};

} // namespace directory
