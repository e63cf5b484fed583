#include "end_to_end/console/console_fixture.h"

#include <fstream>

namespace yanxun::testing {

ConsoleTest::ConsoleTest(Engine engine) : database(engine) {}

Words ConsoleTest::common(const std::string& target, Words words) {
    words.insert(words.begin(), {"--data", target, "--as", "测试员", "--at", "2021-12-31T09:00:00"});
    return words;
}

Around ConsoleTest::withNotebook(Around around) {
    around.environment.emplace("YANXUN_PLUGIN_PATH", std::string(YANXUN_BINARY_DIR) + "/tests/fixtures/notebook");
    return around;
}

Outcome ConsoleTest::run(Words words, Around around) const {
    return yanxunctl(home.path(), common(database.target(), std::move(words)), withNotebook(std::move(around)));
}

Outcome ConsoleTest::runOn(const std::string& target, Words words) const {
    return yanxunctl(home.path(), common(target, std::move(words)), withNotebook({}));
}

std::unique_ptr<Process> ConsoleTest::start(Words words, Around around) const {
    return std::make_unique<Process>(home.path(), common(database.target(), std::move(words)), withNotebook(std::move(around)));
}

nlohmann::json ConsoleTest::answer(Words words, int exitCode) const {
    words.push_back("--json");
    const Outcome outcome = run(std::move(words));
    EXPECT_EQ(outcome.exitCode, exitCode) << outcome.err;
    EXPECT_TRUE(nlohmann::json::accept(outcome.out)) << outcome.out;
    return nlohmann::json::parse(outcome.out, nullptr, false);
}

std::filesystem::path ConsoleTest::notes(int rows, const std::string& name, const std::string& title) const {
    std::ofstream out(file(name), std::ios::binary);
    out << "事由,日期,人数\n";
    for (int i = 0; i < rows; ++i) out << title << i << ",2021-05-" << i % 28 + 1 << ",1\n";
    return file(name);
}

void ConsoleTest::importNotes(int rows) const {
    EXPECT_EQ(answer({"import", "notebook.notes", notes(rows).string()}).at("new"), rows);
}

std::int64_t ConsoleTest::heads() const {
    for (const auto& figure : answer({"figures", "--year", "2021"})) {
        if (figure.at("id") == "notebook.heads") return figure.at("value");
    }
    return -1;
}

} // namespace yanxun::testing
