#include "core/figure_text.h"

#include <yanxun/text.h>

namespace yanxun::host {

std::string figureText(const FigureKind& kind, std::int64_t value) {
    return kind.kind == CellKind::integer ? text::grouped(value) : cellText(value, kind.kind);
}

} // namespace yanxun::host
