#pragma once
#include "end_to_end/process.h"
#include "support/test_database.h"

#include <nlohmann/json.hpp>

#include <map>

namespace yanxun::testing {

/// A person with the demonstration district of 2021 in a database of the engine, and yanxunctl.
class YearDesk {
public:
    explicit YearDesk(Engine engine);
    /// Fills the district; everything in it is made of the scale alone.
    void fill();
    Outcome run(std::vector<std::string> words) const;
    /// What a verb with --json answers; fails the test unless it ends with 0.
    nlohmann::json answer(std::vector<std::string> words) const;
    std::map<std::string, nlohmann::json> figures(int year = 2021) const;
    /// Writes a report and gives its file.
    std::filesystem::path report(const std::string& kind, const std::string& format, int year = 2021) const;

    ScratchFolder home;
    TestDatabase database;
};

std::string bytesOf(const std::filesystem::path& path);
/// What a shell command prints; fails the test unless it ends with 0.
std::string outputOf(const std::string& command);
/// Without any white space: programs that read PDF put it where they like.
std::string packed(std::string text);

} // namespace yanxun::testing
