#include <yanxun/error.h>
#include <yanxun/text.h>

#include <gtest/gtest.h>

namespace text = yanxun::text;

TEST(CleanTest, ValidChineseStaysAsItIs) { EXPECT_EQ(text::clean("防汛 drill\t1\n2"), "防汛 drill\t1\n2"); }

TEST(CleanTest, BrokenBytesBecomeTheReplacementCharacter) {
    EXPECT_EQ(text::clean("演\xE7\xBB练"), "演\xEF\xBF\xBD练");
    EXPECT_EQ(text::clean("\xFF"), "\xEF\xBF\xBD");
}

TEST(CleanTest, ControlCharactersGo) {
    EXPECT_EQ(text::clean(std::string_view("a\0b\x01\x7f", 5)), "ab");
    EXPECT_EQ(text::clean("\xEF\xBF\xBE" "a"), "a"); // U+FFFE is not allowed in XML
}

TEST(CleanTest, EveryLineEndBecomesANewline) { EXPECT_EQ(text::clean("一\r\n二\r三\r"), "一\n二\n三\n"); }

TEST(CleanTest, DecomposedLettersAreComposed) { EXPECT_EQ(text::clean("e\xCC\x81"), "\xC3\xA9"); }

TEST(KeyTest, FullWidthFormsAndSpacesAreOne) {
    EXPECT_EQ(text::key("　２０２１－０６ 王梁庄村 \xC2\xA0"), "2021-06 王梁庄村");
    EXPECT_EQ(text::key("开封（集团）公司"), text::key("开封(集团)公司 "));
    EXPECT_EQ(text::key("zero\xE2\x80\x8Bwidth"), "zerowidth");
    EXPECT_EQ(text::key(" \t "), "");
}

TEST(KeyTest, LooseForgetsCaseAndSpaces) { EXPECT_EQ(text::loose("ＡＢ c　演 练"), "abc演练"); }

TEST(BigramTest, RunsOfChineseBecomePairsAndWordsStayWhole) {
    EXPECT_EQ(text::bigrams("防汛演练 A12，村"), "防汛 汛演 演练 a12 村");
    EXPECT_EQ(text::bigrams("第3期"), "第 3 期");
    EXPECT_EQ(text::bigrams("！"), "");
}

TEST(OrderTest, ChineseSortsByPinyin) {
    EXPECT_LT(text::sortKey("安康社区"), text::sortKey("北营村"));
    EXPECT_LT(text::sortKey("北营村"), text::sortKey("朱庄村"));
    EXPECT_EQ(text::sortKey("朱庄村 "), text::sortKey("朱庄村"));
    EXPECT_EQ(text::sortKey("朱庄村").find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(OrderTest, PinyinAndItsInitialsAreGiven) { EXPECT_EQ(text::pinyin("中国"), "zhongguo zg"); }

TEST(SimilarityTest, OneOfTenCharactersDiffers) {
    EXPECT_DOUBLE_EQ(text::similarity("开封兴和机械有限公司", "开封兴合机械有限公司"), 0.9);
    EXPECT_DOUBLE_EQ(text::similarity("甲", "甲 "), 1);
    EXPECT_DOUBLE_EQ(text::similarity("", "甲"), 0);
}

TEST(EncodingTest, Gb18030GoesBothWays) {
    const std::string name = "示范区应急管理局㐀";
    EXPECT_EQ(text::fromGb18030(text::toGb18030(name)), name);
    EXPECT_THROW(text::fromGb18030("\xD1\xDD\xFF\xFF"), yanxun::Error);
}

TEST(NumberTest, PeopleSeeGroupsOfThree) {
    EXPECT_EQ(text::grouped(0), "0");
    EXPECT_EQ(text::grouped(999), "999");
    EXPECT_EQ(text::grouped(11046), "11,046");
    EXPECT_EQ(text::grouped(-1234567), "-1,234,567");
}

TEST(DigestTest, TheKnownValueOfSha256) { // FIPS 180-4, example «abc»
    EXPECT_EQ(text::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(TranslateTest, ArgumentsFillTheGapsInOrder) {
    EXPECT_EQ(yanxun::tr("读入 {} 行，{}", 533, "新建"), "读入 533 行，新建");
    EXPECT_EQ(yanxun::tr("{} 与 {}", "只有一个"), "只有一个 与 {}");
    EXPECT_EQ(yanxun::tr("{}", "{}"), "{}"); // an argument is never a pattern
}
