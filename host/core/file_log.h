#pragma once
#include <yanxun/log.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>

namespace yanxun::host {

/// The program's log file, shared by the logs of host and plugins. Above 2 MiB it becomes yanxun.log.1, that one .2;
/// warnings and errors go to standard error too. Without a writable folder only that. Any thread.
class LogFile {
public:
    explicit LogFile(std::filesystem::path file);
    void write(std::string_view level, std::string_view source, std::string_view line, bool aloud);

private:
    void rotate();
    std::mutex guard_;
    std::filesystem::path file_;
    std::ofstream out_;
    std::uintmax_t size_ = 0;
};

/// A log whose lines carry one source: «host» or a plugin's id.
class SourceLog final : public Log {
public:
    SourceLog(LogFile& file, std::string source) : file_(file), source_(std::move(source)) {}
    void debug(std::string_view line) override { file_.write("debug", source_, line, false); }
    void info(std::string_view line) override { file_.write("info", source_, line, false); }
    void warning(std::string_view line) override { file_.write("warning", source_, line, true); }
    void error(std::string_view line) override { file_.write("error", source_, line, true); }

private:
    LogFile& file_;
    std::string source_;
};

} // namespace yanxun::host
