#include "core/atomic_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace yanxun {
namespace {

constexpr std::size_t longName = 230; // of the 255 bytes file systems give a name

std::filesystem::path besideOf(const std::filesystem::path& path) {
    const std::string tail = ".part" + std::to_string(::getpid());
    const std::string name = path.filename().string();
    return path.parent_path() / ((name.size() > longName ? "." : name) + tail);
}

/// Why nothing more can be written: a stream forgets it, so the same is tried again.
int reasonOf(const std::filesystem::path& aside, int remembered) {
    const int file = ::open(aside.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    int error = errno;
    if (file >= 0) {
        const std::string block(1 << 16, '\0');
        const ssize_t written = ::write(file, block.data(), block.size());
        const bool synced = written >= 0 && ::fsync(file) == 0;
        error = written >= 0 && written < ssize_t(block.size()) ? ENOSPC : written >= 0 && synced ? 0 : errno;
        ::close(file);
    }
    if (error != 0) return error;
    return remembered != 0 ? remembered : EIO;
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)), aside_(besideOf(path_)) {
    errno = 0;
    out_.open(aside_, std::ios::binary | std::ios::trunc);
    if (!out_) fail(errno);
}

AtomicFile::~AtomicFile() {
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(aside_, ignored); // gone already after commit()
}

void AtomicFile::check() {
    if (!out_) fail(reasonOf(aside_, errno));
}

void AtomicFile::commit() {
    check();
    errno = 0;
    out_.close();
    if (!out_) fail(reasonOf(aside_, errno));
    const int file = ::open(aside_.c_str(), O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        const bool synced = ::fsync(file) == 0;
        const int error = errno;
        ::close(file);
        if (!synced && error != EINVAL) fail(error); // EINVAL: a pipe or device
    }
    if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail(errno);
}

void AtomicFile::fail(int error) {
    const std::string name = path_.string();
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        throw Full(tr("磁盘空间不足，“{}”没有写成。请清理磁盘或换一个位置后再试。", name));
    }
    if (error == EACCES || error == EPERM || error == EROFS) {
        throw Unavailable(tr("没有权限写入“{}”。请换一个文件夹，或请管理员授权。", name));
    }
    if (error == ENOENT || error == ENOTDIR) {
        throw Unavailable(tr("文件夹“{}”不存在，请先建立或换一个位置。", path_.parent_path().string()));
    }
    if (error == EISDIR) throw Unavailable(tr("“{}”是一个文件夹，请另给一个文件名。", name));
    throw Unavailable(tr("“{}”写不进去（系统错误 {}）。请换一个位置后再试。", name, error));
}

} // namespace yanxun
