#pragma once
#include <yanxun/export.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace yanxun {

namespace text {

/// What may be stored: valid UTF-8 (broken bytes become U+FFFD), NFC, no control characters but tab and newline.
YANXUN_EXPORT std::string clean(std::string_view raw);
/// The form in which names are compared: NFKC, zero-width characters and all white space at the ends removed,
/// inner runs of white space as one space. Case is kept.
YANXUN_EXPORT std::string key(std::string_view raw);
/// `key` with ASCII letters lower-cased and all white space removed: for headings and look-ups that forgive.
YANXUN_EXPORT std::string loose(std::string_view raw);
/// Two-character pieces of every run of Chinese, whole words of letters and digits, lower case, separated by
/// spaces: what the search index stores. A lone Chinese character stays alone.
YANXUN_EXPORT std::string bigrams(std::string_view raw);
/// Orders like a Chinese dictionary by pinyin (ICU, zh collation), as lower-case hex so that both engines sort
/// it byte by byte. Store it beside the name; it changes when ICU's tables do.
YANXUN_EXPORT std::string sortKey(std::string_view raw);
/// Toneless pinyin and its initials, «zhongguo zg»: typed by people who search with letters.
YANXUN_EXPORT std::string pinyin(std::string_view raw);
/// 0 … 1, how alike two names are (edit distance over characters of `loose`, relative to the longer one).
YANXUN_EXPORT double similarity(std::string_view a, std::string_view b);
YANXUN_EXPORT bool isValidUtf8(std::string_view raw);
/// From GB18030 to UTF-8. Throws Error where a byte sequence is none.
YANXUN_EXPORT std::string fromGb18030(std::string_view bytes);
YANXUN_EXPORT std::string toGb18030(std::string_view utf8);
/// Number of code points.
YANXUN_EXPORT std::size_t length(std::string_view utf8);
/// «70 312» is for people of the West; the screen shows «70,312». Text files and JSON never group.
YANXUN_EXPORT std::string grouped(long long number);
/// SHA-256 as 64 lower-case hex characters.
YANXUN_EXPORT std::string sha256(std::string_view bytes);

} // namespace text

/// One argument of a translated sentence: text or a number.
struct YANXUN_EXPORT Arg {
    std::string text;
    Arg(std::string_view v) : text(v) {}
    Arg(const std::string& v) : text(v) {}
    Arg(const char* v) : text(v) {}
    Arg(long long v) : text(std::to_string(v)) {}
    Arg(long v) : text(std::to_string(v)) {}
    Arg(int v) : text(std::to_string(v)) {}
    Arg(unsigned long v) : text(std::to_string(v)) {}
    Arg(unsigned v) : text(std::to_string(v)) {}
};

/// Looks `source` up in the gettext catalogue of `domain` for the language set, then puts the arguments in place
/// of «{}» in order. The sources are Simplified Chinese, the users' own language: without a catalogue the screen
/// is complete. Any thread.
YANXUN_EXPORT std::string translate(const char* domain, std::string_view source, std::initializer_list<Arg> args = {});
/// «zh» (default: the sources themselves) or a language whose catalogues lie in `folder`/<language>/LC_MESSAGES;
/// affects translations made afterwards. Main thread, at start.
YANXUN_EXPORT void setLanguage(const std::string& language, const std::string& folder);
YANXUN_EXPORT std::string language();

#ifndef YANXUN_TEXT_DOMAIN
#define YANXUN_TEXT_DOMAIN "yanxun"
#endif

/// A sentence for the person, in the domain of the library that is being compiled (yanxun_add_plugin sets it).
/// Log lines never go through it.
template <class... Args>
static inline std::string tr(std::string_view source, const Args&... args) {
    return translate(YANXUN_TEXT_DOMAIN, source, {Arg(args)...});
}

} // namespace yanxun
