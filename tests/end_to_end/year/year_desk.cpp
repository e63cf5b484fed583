#include "end_to_end/year/year_desk.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace yanxun::testing {

YearDesk::YearDesk(Engine engine) : database(engine) {}

void YearDesk::fill() {
    const Outcome made = run({"demo"});
    ASSERT_EQ(made.exitCode, 0) << made.err;
}

Outcome YearDesk::run(std::vector<std::string> words) const {
    words.insert(words.begin(), {"--data", database.target(), "--as", "测试员", "--at", "2021-12-31T09:00:00"});
    return yanxunctl(home.path(), words);
}

nlohmann::json YearDesk::answer(std::vector<std::string> words) const {
    words.push_back("--json");
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    return nlohmann::json::parse(outcome.out, nullptr, false);
}

std::map<std::string, nlohmann::json> YearDesk::figures(int year) const {
    std::map<std::string, nlohmann::json> byId;
    for (const auto& figure : answer({"figures", "--year", std::to_string(year)})) byId[figure.at("id")] = figure;
    return byId;
}

std::filesystem::path YearDesk::report(const std::string& kind, const std::string& format, int year) const {
    const auto file = home.path() / (kind + "-" + std::to_string(year) + "." + format);
    const Outcome made = run({"report", kind, "--year", std::to_string(year), "--format", format, "-o", file.string()});
    EXPECT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(made.out, "") << "standard output carries answers only";
    return file;
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::string outputOf(const std::string& command) {
    std::string text;
    std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    char piece[4096];
    for (std::size_t n; (n = std::fread(piece, 1, sizeof piece, pipe)) > 0;) text.append(piece, n);
    EXPECT_EQ(::pclose(pipe), 0) << command << "\n" << text;
    return text;
}

std::string packed(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
    return text;
}

} // namespace yanxun::testing
