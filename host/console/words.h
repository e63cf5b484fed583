#pragma once
#include "console/console.h"

#include <yanxun/error.h>

#include <CLI/CLI.hpp>

namespace yanxun::console {

/// An app or verb whose help is Chinese.
CLI::App& speakChinese(CLI::App& app);
CLI::App& addVerb(CLI::App& app, const std::string& name, const std::string& title);

/// Null when the app has no such verb.
const CLI::App* findVerb(const CLI::App& app, const std::string& name);

CLI::Validator oneOf(std::vector<std::string> words);
CLI::Validator wholeNumber(std::int64_t least, std::int64_t most);

/// `--year Y`; `year` stays 0 when not given.
CLI::Option* addYear(CLI::App& verb, int& year, const std::string& title);

/// What a word on the command line names is not there: the words are wrong, not the data. Turns NotFound into UsageError.
template <class Look>
decltype(auto) named(Look&& look) {
    try {
        return look();
    } catch (const NotFound& wrong) {
        throw UsageError(wrong.what());
    }
}

/// The sentence for what CLI11 did not understand.
std::string sentence(const CLI::ParseError& error, const CLI::App& app);

} // namespace yanxun::console
