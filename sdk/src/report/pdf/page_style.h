#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace yanxun::pdf {

struct Colour {
    double red = 0, green = 0, blue = 0;
};

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kShortSide = 210 * kPointsPerMillimetre, kLongSide = 297 * kPointsPerMillimetre; // A4

/// How paper looks; all lengths in points. The defaults are those of templates/reports/page.xml.
struct PageStyle {
    double top = 20 * kPointsPerMillimetre, right = 18 * kPointsPerMillimetre, bottom = 18 * kPointsPerMillimetre,
           left = 18 * kPointsPerMillimetre;
    std::string family = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Microsoft YaHei, sans-serif";
    double title = 18, heading = 13, text = 10.5, table = 9, note = 8.5;
    Colour textColour{.114, .153, .220}, muted{.400, .439, .522}, line{.835, .859, .898}, head{.957, .965, .980},
        accent{.184, .435, .929}, warning{.698, .416, 0};

    double width(bool landscape) const { return (landscape ? kLongSide : kShortSide) - left - right; }
};

/// Reads page.xml of the first folder that has one; the defaults when none has. Throws Error naming a file that is
/// damaged or holds a value that cannot be.
PageStyle readPageStyle(const std::vector<std::filesystem::path>& folders);

} // namespace yanxun::pdf
