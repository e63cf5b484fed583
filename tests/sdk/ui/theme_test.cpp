#include <support/gui.h>
#include <support/portal.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

class ThemeTest : public ::testing::Test {
protected:
    ThemeTest() { addIconFolder(YANXUN_SOURCE_DIR "/assets/icons"); }
    ~ThemeTest() override { setThemeMode(ThemeMode::light); }
};

int brightness(const wxColour& c) { return c.Red() + c.Green() + c.Blue(); }

TEST_F(ThemeTest, ChangingTheModeRecoloursWhatIsShown) {
    setThemeMode(ThemeMode::light);
    ShownFrame shown({400, 200});
    auto* const card = new Card(shown.parent(), "标题");
    auto* const words = label(card, "文字");
    card->body()->Add(words);
    shown.show(card);
    EXPECT_GT(brightness(pixel(card, {30, 120})), 700);
    EXPECT_LT(brightness(words->GetForegroundColour()), 200);
    setThemeMode(ThemeMode::dark);
    settle(std::chrono::milliseconds(200));
    EXPECT_LT(brightness(pixel(card, {30, 120})), 150);
    EXPECT_GT(brightness(words->GetForegroundColour()), 600);
    EXPECT_EQ(themeMode(), ThemeMode::dark);
}

TEST_F(ThemeTest, FollowsTheDesktopsWish) {
    Portal portal(true);
    setThemeMode(ThemeMode::followSystem);
    EXPECT_TRUE(palette().dark);
    ShownFrame shown({400, 200});
    auto* const card = new Card(shown.parent(), "标题");
    shown.show(card);
    portal.change(false);
    EXPECT_TRUE(waitFor([] { return !palette().dark; }));
    settle(std::chrono::milliseconds(200));
    EXPECT_GT(brightness(pixel(card, {30, 120})), 700);
    setThemeMode(ThemeMode::dark);
    portal.change(true);
    portal.change(false);
    settle(std::chrono::milliseconds(200));
    EXPECT_TRUE(palette().dark) << "the person's own choice stands";
}

TEST_F(ThemeTest, TextStandsOutFromItsGround) {
    const auto luminance = [](const wxColour& c) {
        const auto linear = [](unsigned char v) {
            const double s = v / 255.0;
            return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.Red()) + 0.7152 * linear(c.Green()) + 0.0722 * linear(c.Blue());
    };
    const auto contrast = [&](const wxColour& a, const wxColour& b) {
        const double x = luminance(a), y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    };
    for (const ThemeMode mode : {ThemeMode::light, ThemeMode::dark}) {
        setThemeMode(mode);
        const Palette& p = palette();
        EXPECT_GE(contrast(p.text, p.surface), 7) << p.dark;
        EXPECT_GE(contrast(p.muted, p.background), 4.5) << p.dark;
        EXPECT_GE(contrast(p.onAccent, p.accent), 4.5) << p.dark;
        EXPECT_GE(contrast(p.sidebarText, p.sidebar), 7) << p.dark;
        for (const Tone tone : {Tone::good, Tone::warning, Tone::bad, Tone::accent, Tone::neutral})
            EXPECT_GE(contrast(p.tone(tone), p.toneSoft(tone)), 3.8) << p.dark << int(tone);
    }
}

TEST_F(ThemeTest, EveryIconKeepsToTheGridAndTheStroke) {
    for (const auto& entry : std::filesystem::directory_iterator(YANXUN_SOURCE_DIR "/assets/icons")) {
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        for (const char* const rule : {"viewBox=\"0 0 24 24\"", "stroke=\"currentColor\"", "stroke-width=\"1.8\"",
                                       "stroke-linecap=\"round\"", "fill=\"none\""})
            EXPECT_NE(text.str().find(rule), std::string::npos) << entry.path() << rule;
        EXPECT_TRUE(icon(entry.path().stem().string(), palette().text).IsOk()) << entry.path();
    }
}

TEST_F(ThemeTest, AnUnknownIconIsAnEmptySquare) {
    EXPECT_TRUE(icon("no-such-icon", palette().text).IsOk());
    EXPECT_TRUE(icon("../../secret", palette().text).IsOk());
}

TEST_F(ThemeTest, AParagraphTakesTheHeightItsWidthNeeds) {
    ShownFrame shown({600, 300});
    auto* const panel = new wxPanel(shown.parent());
    auto* const words = paragraph(panel, "检验校园地震应急预案的可操作性，提升师生避险与疏散能力；锻炼应急队伍的快速响应能力。");
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(words, 0, wxEXPAND);
    panel->SetSizer(column);
    shown.show(panel);
    const int wide = words->GetSize().y;
    shown.frame()->SetClientSize(shown.frame()->FromDIP(wxSize(220, 300)));
    EXPECT_TRUE(waitFor([&] { return words->GetSize().y >= 2 * wide; })) << words->GetSize().y << " after " << wide;
}

} // namespace
} // namespace yanxun::testing
