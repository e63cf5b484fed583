#include "core/plugins/stamp.h"

#include <yanxun/ui/abi.h>

namespace yanxun::host {

const char* hostStamp() { return YANXUN_ABI; }

} // namespace yanxun::host
