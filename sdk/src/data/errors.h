#pragma once
#include "data/target.h"

#include <Poco/Exception.h>

namespace yanxun::data {

/// Throws what the connector said as Error, Conflict, Unavailable or Full with a sentence for the person.
[[noreturn]] void translate(const Poco::Exception& raised, const Target& target);

/// True when the session that raised this is of no more use.
bool isConnectionLost(const Poco::Exception& raised, const Target& target);

/// Runs `work`; the connector's exceptions leave it translated.
template <class Work>
decltype(auto) translated(const Target& target, Work&& work) {
    try {
        return work();
    } catch (const Poco::Exception& raised) {
        translate(raised, target);
    }
}

} // namespace yanxun::data
