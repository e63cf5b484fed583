#pragma once
#include "console/progress_line.h"
#include "core/program.h"

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace CLI {
class App;
}

namespace yanxun::console {

/// What the words on the command line ask for cannot be understood. Exit code 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Exit codes: contract «yanxunctl».
enum Exit { done = 0, internal = 1, usage = 2, keptBack = 3, refused = 4, unavailable = 5, interrupted = 130 };

/// What stands before the verb.
struct Globals {
    std::string data, who, at, language = "zh";
};

/// One run of yanxunctl: the words are parsed into `run`, which opens what it needs.
class Console {
public:
    explicit Console(host::Places places) : places(std::move(places)) {}

    host::Places places;
    Globals globals;
    std::function<int()> run; ///< set by the chosen command

    /// The program on the database that was asked for, opened once. Throws like Program; Error also when a plugin is
    /// older than the database, because answers without it would be wrong.
    host::Program& open(bool create = false);
    /// The same for the list of plugins: tolerates plugins that are older than the database.
    host::Program& openTolerant();
    /// The plugins on an empty database: help, words to be understood before anything may be created.
    host::Program& openWithoutDatabase();
    /// What is open now; null when nothing is.
    host::Program* program() { return program_.get(); }
    void close() { program_.reset(); }
    /// The database that was asked for.
    std::string target() const;
    std::optional<Millis> fixedTime() const; ///< throws UsageError
    ProgressLine& progress() { return progress_; }

private:
    host::ProgramOptions options() const;
    ProgressLine progress_;
    std::unique_ptr<host::Program> program_;
};

// Each adds its verb; console/<verb>.cpp.
void addBackup(CLI::App& app, Console& console);
void addCalendar(CLI::App& app, Console& console);
void addCheck(CLI::App& app, Console& console);
void addDemo(CLI::App& app, Console& console);
void addExport(CLI::App& app, Console& console);
void addFigures(CLI::App& app, Console& console);
/// The options that kinds bring are known only when `registry` is there.
void addImport(CLI::App& app, Console& console, const host::Registry* registry);
void addMigrate(CLI::App& app, Console& console);
void addPlugins(CLI::App& app, Console& console);
void addReport(CLI::App& app, Console& console);
void addRestore(CLI::App& app, Console& console);
void addRules(CLI::App& app, Console& console);
void addUndo(CLI::App& app, Console& console);
void addPluginVerbs(CLI::App& app, Console& console, const host::Registry& registry);

/// Prints every figure of the year, as text or one JSON array.
void printFigures(host::Program& program, int year, bool json);

} // namespace yanxun::console
