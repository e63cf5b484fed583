#include "table/byte_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace yanxun::table {
namespace {

constexpr std::size_t pieceSize = 1 << 16;

[[noreturn]] void cannotOpen(const std::filesystem::path& path, int error) {
    const std::string name = path.string();
    if (error == ENOENT || error == ENOTDIR) throw Unavailable(tr("找不到文件“{}”，请检查路径和文件名。", name));
    if (error == EACCES || error == EPERM) {
        throw Unavailable(tr("没有权限读取“{}”。请换一个文件，或请管理员授权。", name));
    }
    throw Unavailable(tr("打不开“{}”（系统错误 {}）。请把文件复制到本机后再试。", name, error));
}

[[noreturn]] void cannotKeep() {
    if (errno == ENOSPC || errno == EDQUOT) throw Full(tr("临时文件夹的磁盘空间不足。请清理磁盘后再试。"));
    throw Unavailable(tr("临时文件写不进去（系统错误 {}）。请检查临时文件夹后再试。", errno));
}

} // namespace

ByteFile ByteFile::open(const std::filesystem::path& path, std::uint64_t copyLimit) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (status.type() == std::filesystem::file_type::directory) {
        throw Unavailable(tr("“{}”是一个文件夹，请选择其中的文件。", path.string()));
    }
    if (std::filesystem::exists(status) && status.type() != std::filesystem::file_type::regular) {
        throw Unavailable(tr("“{}”不是普通文件，请选择表格文件。", path.string()));
    }
    errno = 0;
    ByteFile file(std::fopen(path.c_str(), "rb"));
    if (!file.file_) cannotOpen(path, errno);
    file.size_ = std::filesystem::file_size(path, failed);
    if (failed) cannotOpen(path, failed.value());
    if (file.size_ > copyLimit) return file;

    ByteFile copy = temporary();
    file.each([&](std::string_view piece) {
        copy.append(piece);
        return true;
    });
    return copy;
}

ByteFile ByteFile::temporary() {
    errno = 0;
    ByteFile file(std::tmpfile());
    if (!file.file_) cannotKeep();
    return file;
}

std::size_t ByteFile::readAt(std::uint64_t offset, std::span<char> into) const {
    if (offset >= size_) return 0;
    std::fseek(file_.get(), long(offset), SEEK_SET);
    const std::size_t got = std::fread(into.data(), 1, into.size(), file_.get());
    if (got < into.size() && std::ferror(file_.get())) {
        throw Unavailable(tr("读取文件时出错（系统错误 {}）。请把文件复制到本机后再试。", errno));
    }
    return got;
}

std::string ByteFile::readAt(std::uint64_t offset, std::size_t length) const {
    std::string bytes(offset < size_ ? std::size_t(std::min<std::uint64_t>(length, size_ - offset)) : 0, '\0');
    bytes.resize(readAt(offset, std::span(bytes)));
    return bytes;
}

void ByteFile::append(std::string_view bytes) {
    errno = 0;
    std::fseek(file_.get(), long(size_), SEEK_SET);
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
    if (!written || std::fflush(file_.get()) != 0) cannotKeep();
    size_ += bytes.size();
}

void ByteFile::each(const std::function<bool(std::string_view)>& use) const {
    std::vector<char> piece(pieceSize);
    for (std::uint64_t at = 0;;) {
        const std::size_t got = readAt(at, piece);
        if (got == 0 || !use({piece.data(), got})) return;
        at += got;
    }
}

ByteRange::int_type ByteRange::underflow() {
    const std::size_t wanted = std::size_t(std::min<std::uint64_t>(sizeof buffer_, end_ - at_));
    const std::size_t got = wanted == 0 ? 0 : file_.readAt(at_, {buffer_, wanted});
    if (got == 0) return traits_type::eof();
    at_ += got;
    setg(buffer_, buffer_, buffer_ + got);
    return traits_type::to_int_type(buffer_[0]);
}

} // namespace yanxun::table
