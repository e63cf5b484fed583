#include "palette.h"

namespace yanxun::ui {

namespace {

wxColour rgb(unsigned value) { return wxColour((value >> 16) & 255, (value >> 8) & 255, value & 255); }

} // namespace

const wxColour& Palette::tone(Tone tone) const {
    switch (tone) {
    case Tone::good: return good;
    case Tone::warning: return warning;
    case Tone::bad: return bad;
    case Tone::accent: return accent;
    case Tone::neutral: break;
    }
    return muted;
}

const wxColour& Palette::toneSoft(Tone tone) const {
    switch (tone) {
    case Tone::good: return goodSoft;
    case Tone::warning: return warningSoft;
    case Tone::bad: return badSoft;
    case Tone::accent: return accentSoft;
    case Tone::neutral: break;
    }
    return hover;
}

Palette lightPalette() {
    Palette p;
    p.background = rgb(0xF4F6FA);
    p.surface = rgb(0xFFFFFF);
    p.border = rgb(0xE2E7EF);
    p.text = rgb(0x1D2738);
    p.muted = rgb(0x667085);
    p.accent = rgb(0x1F5FD6);
    p.onAccent = rgb(0xFFFFFF);
    p.accentSoft = rgb(0xE8F0FE);
    p.hover = rgb(0xF1F4F9);
    p.sidebar = rgb(0x10294D);
    p.sidebarText = rgb(0xDCE6F5);
    p.sidebarMuted = rgb(0x8FA6C8);
    p.sidebarSelected = rgb(0x24477B);
    p.sidebarSelectedText = rgb(0xFFFFFF);
    p.good = rgb(0x0E8A5F);
    p.goodSoft = rgb(0xE3F6EE);
    p.warning = rgb(0xB26A00);
    p.warningSoft = rgb(0xFFF3DC);
    p.bad = rgb(0xC9353B);
    p.badSoft = rgb(0xFDE8E8);
    p.series = {rgb(0x2F6FED), rgb(0x12A594), rgb(0xF2A33C), rgb(0xE5484D), rgb(0x8E6FD8), rgb(0x8592A6)};
    return p;
}

Palette darkPalette() {
    Palette p;
    p.background = rgb(0x15181E);
    p.surface = rgb(0x1E232B);
    p.border = rgb(0x303845);
    p.text = rgb(0xE6EAF0);
    p.muted = rgb(0x9AA5B4);
    p.accent = rgb(0x5B9BFF);
    p.onAccent = rgb(0x0B1320);
    p.accentSoft = rgb(0x22344F);
    p.hover = rgb(0x272E38);
    p.sidebar = rgb(0x101318);
    p.sidebarText = rgb(0xC9D3E0);
    p.sidebarMuted = rgb(0x77849A);
    p.sidebarSelected = rgb(0x22344F);
    p.sidebarSelectedText = rgb(0xFFFFFF);
    p.good = rgb(0x4CC79A);
    p.goodSoft = rgb(0x16352A);
    p.warning = rgb(0xF0B45B);
    p.warningSoft = rgb(0x3A2C12);
    p.bad = rgb(0xF2797C);
    p.badSoft = rgb(0x40201F);
    p.series = {rgb(0x5B9BFF), rgb(0x2CC4B1), rgb(0xF5B55C), rgb(0xF2797C), rgb(0xA98DEB), rgb(0x8592A6)};
    p.dark = true;
    return p;
}

} // namespace yanxun::ui
