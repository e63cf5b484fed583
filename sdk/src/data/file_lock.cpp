#include "data/file_lock.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace yanxun::data {
namespace {

constexpr int kLines = 64;
constexpr int kLineBytes = 160;
constexpr off_t kInUse = 1'000'000; ///< shared by all, exclusive for restore; far behind the lines

/// Locks of the open file, not of the process (POSIX.1-2024): they end with the object or with the program.
bool lockByte(int file, short type, off_t at) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = at;
    lock.l_len = 1;
    return ::fcntl(file, F_OFD_SETLK, &lock) == 0;
}

bool isLockedByOther(int file, off_t at) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = at;
    lock.l_len = 1;
    return ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

std::string description(const std::string& who) {
    char host[65] = {};
    ::gethostname(host, sizeof host - 1);
    std::string line = who.substr(0, 60) + "@" + host + " pid " + std::to_string(::getpid());
    std::replace(line.begin(), line.end(), '\n', ' ');
    return text::clean(line); // the name may have been cut inside a character
}

} // namespace

FileLock::FileLock(const std::string& databasePath, const std::string& who)
    : shown_(databasePath), mine_(description(who)) {
    const std::string path = databasePath + ".lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) throw Unavailable(tr("没有权限写锁文件“{}”。请检查文件和所在文件夹的权限。", path));
    if (!lockByte(file_, F_RDLCK, kInUse)) {
        const std::string holder = others();
        ::close(file_);
        throw Conflict(tr("数据文件“{}”正在由 {} 独占（恢复或升级）。请等它完成后再试。", shown_, holder));
    }
    for (int line = 0; line < kLines && lines_.empty(); ++line) take(line);
}

FileLock::~FileLock() { ::close(file_); }

bool FileLock::take(int line) {
    if (!lockByte(file_, F_WRLCK, off_t(line) * kLineBytes)) return false;
    lines_.push_back(line);
    writeLine(line);
    return true;
}

void FileLock::writeLine(int line) {
    std::string padded = mine_;
    padded.resize(kLineBytes - 1, ' ');
    padded += '\n';
    if (::pwrite(file_, padded.data(), padded.size(), off_t(line) * kLineBytes) < 0) {
        // the line only names us to people; the lock on it holds without
        mine_ += '?';
    }
}

bool FileLock::checkpoints() {
    const bool first = std::find(lines_.begin(), lines_.end(), 0) != lines_.end();
    return first || take(0);
}

std::string FileLock::others() {
    std::string names;
    for (int line = 0; line < kLines; ++line) {
        if (!isLockedByOther(file_, off_t(line) * kLineBytes)) continue;
        char bytes[kLineBytes] = {};
        if (::pread(file_, bytes, sizeof bytes - 1, off_t(line) * kLineBytes) <= 0) continue;
        const std::string name = text::key(bytes);
        if (!name.empty() && names.find(name) == std::string::npos) names += (names.empty() ? "" : "、") + name;
    }
    return names.empty() ? tr("另一个程序") : names;
}

void FileLock::lockExclusively() {
    if (lockByte(file_, F_WRLCK, kInUse)) return;
    throw Conflict(tr("数据文件“{}”正被 {} 使用，不能独占。请先关闭它，再试一次。", shown_, others()));
}

void FileLock::unlockExclusively() { lockByte(file_, F_RDLCK, kInUse); }

} // namespace yanxun::data
