#pragma once
#include <yanxun/ui/theme.h>

namespace yanxun::ui {

Palette lightPalette();
Palette darkPalette();
/// The style sheet that gives native controls the palette's look.
std::string styleSheet(const Palette& palette);

} // namespace yanxun::ui
