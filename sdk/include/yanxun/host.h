#pragma once
#include <yanxun/clock.h>
#include <yanxun/contributions.h>
#include <yanxun/data/database.h>
#include <yanxun/log.h>
#include <yanxun/paths.h>
#include <yanxun/services.h>
#include <yanxun/settings.h>

namespace yanxun {

/// What a plugin sees of the program, already narrowed to that plugin. Everything it returns lives until the
/// plugin is destroyed.
class YANXUN_EXPORT Host {
public:
    virtual ~Host();
    virtual Database& database() = 0;
    virtual Services& services() = 0;
    virtual Contributions& contributions() = 0;
    virtual Settings& settings() = 0;
    virtual const Paths& paths() const = 0;
    virtual const Clock& clock() const = 0;
    virtual Log& log() = 0;
};

} // namespace yanxun
