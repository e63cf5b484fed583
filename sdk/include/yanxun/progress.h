#pragma once
#include <yanxun/export.h>

#include <cstdint>
#include <string_view>

namespace yanxun {

/// Long work reports its steps here and asks whether the person wants it to stop. A window, a terminal line or
/// nobody watches. The worker calls it from its own thread; the watcher must not block.
class YANXUN_EXPORT Progress {
public:
    virtual ~Progress();
    /// `total` 0 = unknown. `what` is a short phrase for the person.
    virtual void step(std::int64_t done, std::int64_t total, std::string_view what) = 0;
    virtual bool cancelled() const = 0;
    /// Throws Cancelled when the person asked to stop. Call it between rows.
    void check() const;
    /// Somebody who never watches and never cancels.
    static Progress& none();
};

} // namespace yanxun
