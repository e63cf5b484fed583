#include "core/entry.h"

#include <yanxun/text.h>

namespace participation {

Difference differenceOf(const Entry& entry) {
    if (!entry.counted || entry.named == 0) return Difference::none;
    if (entry.named > *entry.counted) return Difference::excess;
    return (*entry.counted - entry.named) * 10 > *entry.counted ? Difference::notable : Difference::none;
}

std::string differenceTitle(Difference difference) {
    switch (difference) {
    case Difference::none:
        return yanxun::tr("一致");
    case Difference::notable:
        return yanxun::tr("相差超过10%");
    case Difference::excess:
        return yanxun::tr("名单多于人数");
    }
    return {};
}

} // namespace participation
