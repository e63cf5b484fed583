#pragma once
#include "end_to_end/process.h"
#include "support/test_database.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace yanxun::testing {

using Words = std::vector<std::string>;

/// A home, a database that is not made yet, and the fixture plugin «notebook» beside the program's own.
class ConsoleTest : public ::testing::Test {
protected:
    explicit ConsoleTest(Engine engine = Engine::sqlite);

    /// Runs on the database, as somebody on the last day of 2021.
    Outcome run(Words words) const { return run(std::move(words), Around{}); }
    Outcome run(Words words, Around around) const;
    /// The same on another database.
    Outcome runOn(const std::string& target, Words words) const;
    /// The answer to the words and --json; fails the test when the exit code is another or it is not one JSON value.
    nlohmann::json answer(Words words, int exitCode = 0) const;
    std::unique_ptr<Process> start(Words words, Around around = {}) const;

    /// A ledger of the notebook: `rows` notes of 2021, the first called «甲0».
    std::filesystem::path notes(int rows, const std::string& name = "记事.csv", const std::string& title = "甲") const;
    void importNotes(int rows) const;
    std::int64_t heads() const; ///< the figure: one head for each note
    std::filesystem::path file(const std::string& name) const { return home.path() / name; }

    ScratchFolder home;
    TestDatabase database;

private:
    static Words common(const std::string& target, Words words);
    static Around withNotebook(Around around);
};

/// The same on both engines.
class ConsoleOnBothTest : public ConsoleTest, public ::testing::WithParamInterface<Engine> {
protected:
    ConsoleOnBothTest() : ConsoleTest(GetParam()) {}
};

/// A whole Chinese sentence on standard error, nothing on standard output, and that exit code.
MATCHER_P2(Refuses, exitCode, says, "") {
    *result_listener << "exit " << arg.exitCode << ", said «" << arg.err << "», answered «" << arg.out << "»";
    return arg.exitCode == exitCode && arg.out.empty() && arg.err.find(says) != std::string::npos && arg.err.ends_with("。\n") &&
           arg.err.find(" the ") == std::string::npos && arg.err.find("require") == std::string::npos;
}

} // namespace yanxun::testing
