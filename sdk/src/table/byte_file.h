#pragma once
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <streambuf>
#include <string>
#include <string_view>

namespace yanxun::table {

/// Bytes of a file, read at any place. One thread.
class ByteFile {
public:
    /// A private copy when the file has at most `copyLimit` bytes, else the file itself. Throws Unavailable with a
    /// sentence when there is none, it is a folder or may not be read.
    static ByteFile open(const std::filesystem::path& path, std::uint64_t copyLimit = 32u << 20);
    /// A nameless file that is gone with the object.
    static ByteFile temporary();

    std::uint64_t size() const { return size_; }
    /// Up to `into.size()` bytes from `offset`; fewer only at the end. Throws Unavailable when the disk fails.
    std::size_t readAt(std::uint64_t offset, std::span<char> into) const;
    std::string readAt(std::uint64_t offset, std::size_t length) const;
    /// Throws Full or Unavailable.
    void append(std::string_view bytes);
    /// Pushes all bytes in pieces, until `use` returns false.
    void each(const std::function<bool(std::string_view)>& use) const;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    explicit ByteFile(std::FILE* file) : file_(file) {}
    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t size_ = 0;
};

/// A part of a ByteFile as a stream buffer.
class ByteRange : public std::streambuf {
public:
    ByteRange(const ByteFile& file, std::uint64_t offset, std::uint64_t length)
        : file_(file), at_(offset), end_(offset + length) {}

protected:
    int_type underflow() override;

private:
    const ByteFile& file_;
    std::uint64_t at_, end_;
    char buffer_[32768];
};

} // namespace yanxun::table
