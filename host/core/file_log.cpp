#include "core/file_log.h"

#include <yanxun/clock.h>

#include <iostream>

namespace yanxun::host {
namespace {

constexpr std::uintmax_t kLargest = 2 * 1024 * 1024;

std::filesystem::path numbered(const std::filesystem::path& file, int number) {
    std::filesystem::path name = file;
    name += "." + std::to_string(number);
    return name;
}

} // namespace

LogFile::LogFile(std::filesystem::path file) : file_(std::move(file)) {
    std::error_code none;
    std::filesystem::create_directories(file_.parent_path(), none);
    size_ = std::filesystem::file_size(file_, none);
    if (none) size_ = 0;
    out_.open(file_, std::ios::app | std::ios::binary);
}

void LogFile::write(std::string_view level, std::string_view source, std::string_view line, bool aloud) {
    std::string whole = isoInstant(SystemClock().now());
    whole.append(" ").append(level).append(" ").append(source).append(": ").append(line).append("\n");
    const std::lock_guard lock(guard_);
    if (size_ + whole.size() > kLargest) rotate();
    out_ << whole << std::flush;
    size_ += whole.size();
    if (aloud) std::cerr << level << " " << source << ": " << line << std::endl;
}

void LogFile::rotate() {
    std::error_code ignored;
    out_.close();
    std::filesystem::rename(numbered(file_, 1), numbered(file_, 2), ignored);
    std::filesystem::rename(file_, numbered(file_, 1), ignored);
    out_.open(file_, std::ios::trunc | std::ios::binary);
    size_ = 0;
}

} // namespace yanxun::host
