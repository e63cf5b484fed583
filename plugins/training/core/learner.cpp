#include "core/learner.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace training {

using yanxun::tr;

std::int64_t creditFor(Presence presence, std::int64_t planned, std::optional<std::int64_t> starts,
                       std::optional<std::int64_t> ends, std::optional<std::int64_t> in,
                       std::optional<std::int64_t> out) {
    if (presence == Presence::absent || presence == Presence::leave) return 0;
    std::int64_t missed = 0;
    if (starts && in && *in > *starts) missed += *in - *starts;
    if (ends && out && *out < *ends) missed += *ends - *out;
    return std::clamp<std::int64_t>(planned - missed, 0, planned);
}

std::string word(Presence presence) {
    switch (presence) {
    case Presence::present:
        return tr("到");
    case Presence::late:
        return tr("迟到");
    case Presence::leftEarly:
        return tr("早退");
    case Presence::leave:
        return tr("请假");
    case Presence::absent:
        return tr("缺勤");
    case Presence::online:
        return tr("线上");
    }
    return {};
}

std::span<const Presence> allPresences() {
    static constexpr std::array all{Presence::present, Presence::late,   Presence::leftEarly,
                                    Presence::leave,   Presence::absent, Presence::online};
    return all;
}

std::optional<Presence> presenceOf(const std::string& given) {
    for (const Presence presence : allPresences()) {
        if (word(presence) == given) return presence;
    }
    return std::nullopt;
}

} // namespace training
