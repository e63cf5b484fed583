#include "console/console.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {

std::optional<Millis> Console::fixedTime() const {
    if (globals.at.empty()) return {};
    const std::optional<Millis> at = parseInstant(globals.at);
    if (!at) throw UsageError(tr("参数 --at 应当是时间，写成 2021-12-31T09:00:00 这样，收到的是“{}”。", globals.at));
    return at;
}

std::string Console::target() const { return globals.data.empty() ? places.database().string() : globals.data; }

host::ProgramOptions Console::options() const {
    host::ProgramOptions options;
    options.target = globals.data;
    options.who = globals.who;
    options.at = fixedTime();
    return options;
}

host::Program& Console::openTolerant() {
    if (program_) return *program_;
    program_ = std::make_unique<host::Program>(places, options());
    return *program_;
}

host::Program& Console::open(bool create) {
    if (!program_ || !program_->hasDatabase()) {
        program_.reset();
        host::ProgramOptions wanted = options();
        wanted.createDatabase = create;
        program_ = std::make_unique<host::Program>(places, wanted);
        if (const auto& backup = program_->backupBeforeMigration(); !backup.empty()) {
            std::cerr << tr("数据库是旧版本的，已更新；更新前的备份在 {}。", backup.string()) << std::endl;
        }
    }
    for (const host::PluginInfo& plugin : program_->plugins().list()) {
        if (plugin.behindDatabase) throw Error(plugin.reason);
    }
    return *program_;
}

host::Program& Console::openWithoutDatabase() {
    program_.reset();
    host::ProgramOptions wanted = options();
    wanted.pluginsOnly = true;
    program_ = std::make_unique<host::Program>(places, wanted);
    return *program_;
}

} // namespace yanxun::console
