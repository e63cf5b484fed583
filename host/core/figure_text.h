#pragma once
#include <yanxun/figure.h>

#include <string>

namespace yanxun::host {

/// A figure's number as people read it: «11,046», «85.3».
std::string figureText(const FigureKind& kind, std::int64_t value);

} // namespace yanxun::host
