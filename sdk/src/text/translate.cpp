#include <yanxun/text.h>

#include <libintl.h>

#include <clocale>
#include <cstdlib>
#include <mutex>
#include <set>

namespace yanxun {
namespace {

struct Catalogues {
    std::mutex guard;
    std::string language = "zh";
    std::string folder;
    std::set<std::string, std::less<>> bound;
};

Catalogues& catalogues() {
    static Catalogues all;
    return all;
}

std::string lookUp(const char* domain, std::string_view source) {
    Catalogues& all = catalogues();
    const std::lock_guard lock(all.guard);
    if (all.language == "zh") return std::string(source);
    if (all.bound.insert(domain).second) {
        bindtextdomain(domain, all.folder.c_str());
        bind_textdomain_codeset(domain, "UTF-8");
    }
    return dgettext(domain, std::string(source).c_str());
}

} // namespace

std::string translate(const char* domain, std::string_view source, std::initializer_list<Arg> args) {
    const std::string pattern = lookUp(domain, source);
    if (args.size() == 0) return pattern;

    std::string result;
    auto next = args.begin();
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t gap = pattern.find("{}", at);
        if (gap == std::string::npos || next == args.end()) {
            result.append(pattern, at, std::string::npos);
            break;
        }
        result.append(pattern, at, gap - at);
        result += next++->text;
        at = gap + 2;
    }
    return result;
}

void setLanguage(const std::string& language, const std::string& folder) {
    Catalogues& all = catalogues();
    const std::lock_guard lock(all.guard);
    all.language = language;
    all.folder = folder;
    all.bound.clear();
    if (language == "zh") return;
    // gettext looks at LANGUAGE only when the locale is not «C».
    setenv("LANGUAGE", language.c_str(), 1);
    if (!std::setlocale(LC_MESSAGES, "en_US.UTF-8")) std::setlocale(LC_MESSAGES, "C.UTF-8");
}

std::string language() {
    Catalogues& all = catalogues();
    const std::lock_guard lock(all.guard);
    return all.language;
}

} // namespace yanxun
