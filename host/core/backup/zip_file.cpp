#include "core/backup/zip_file.h"

#include "platform/system.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <Poco/DateTime.h>
#include <Poco/SHA2Engine.h>
#include <Poco/Timestamp.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <cerrno>
#include <istream>
#include <sstream>
#include <streambuf>

namespace yanxun::host {
namespace {

constexpr std::uintmax_t kNoRoom = 1024 * 1024; ///< less than this free means the disk is what was in the way
constexpr std::streamsize kBlock = 256 * 1024;

/// Reads from another stream, counts, digests, tells the progress and may be cancelled.
class DigestingBuffer final : public std::streambuf {
public:
    DigestingBuffer(std::istream& in, std::uintmax_t total, Progress& progress)
        : in_(in), total_(total), progress_(progress), block_(kBlock), engine_(Poco::SHA2Engine::SHA_256) {}

    std::uintmax_t size() const { return size_; }
    std::string sha256() { return Poco::DigestEngine::digestToHex(engine_.digest()); }

protected:
    int_type underflow() override {
        progress_.check();
        in_.read(block_.data(), kBlock);
        const std::streamsize count = in_.gcount();
        if (count == 0) return traits_type::eof();
        engine_.update(block_.data(), static_cast<std::size_t>(count));
        size_ += static_cast<std::uintmax_t>(count);
        progress_.step(static_cast<std::int64_t>(size_), static_cast<std::int64_t>(total_), tr("压缩"));
        setg(block_.data(), block_.data(), block_.data() + count);
        return traits_type::to_int_type(block_.front());
    }

private:
    std::istream& in_;
    std::uintmax_t total_;
    Progress& progress_;
    std::vector<char> block_;
    Poco::SHA2Engine engine_;
    std::uintmax_t size_ = 0;
};

[[noreturn]] void throwDamaged(const std::filesystem::path& file) {
    throw Error(tr("备份文件 {} 已损坏，或不是演训宣的备份。请换一份备份。", file.string()));
}

} // namespace

void throwCannotWrite(const std::filesystem::path& file) {
    if (errno == ENOSPC || platform::freeBytes(file.parent_path()) < kNoRoom) {
        throw Full(tr("磁盘空间不够，{} 没有写成。请清理磁盘后重试。", file.string()));
    }
    throw Unavailable(tr("文件 {} 无法写入。请检查文件夹是否存在、您有没有写入的权限。", file.string()));
}

struct ZipWriter::Inner {
    Inner(const std::filesystem::path& out, Millis stamp, bool large)
        : file(out), stream(out, std::ios::binary | std::ios::trunc), zip(stream, true, large),
          time(Poco::Timestamp(stamp * 1000)) {}
    std::filesystem::path file;
    std::ofstream stream;
    Poco::Zip::Compress zip;
    Poco::DateTime time;
};

ZipWriter::ZipWriter(const std::filesystem::path& out, Millis stamp, bool large) {
    errno = 0;
    inner_ = std::make_unique<Inner>(out, stamp, large);
    if (!inner_->stream) throwCannotWrite(out);
}

ZipWriter::~ZipWriter() = default;

ZipPart ZipWriter::addFile(const std::string& name, const std::filesystem::path& file, Progress& progress) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Unavailable(tr("文件 {} 无法读取。请检查它是否还在、您有没有读取的权限。", file.string()));
    errno = 0;
    DigestingBuffer digesting(in, std::filesystem::file_size(file), progress);
    std::istream through(&digesting);
    through.exceptions(std::ios::badbit); // so that Cancelled passes
    try {
        inner_->zip.addFile(through, inner_->time, Poco::Path(name, Poco::Path::PATH_UNIX),
                            Poco::Zip::ZipCommon::CM_DEFLATE, Poco::Zip::ZipCommon::CL_FAST);
    } catch (const Poco::Exception&) {
        throwCannotWrite(inner_->file);
    }
    if (!inner_->stream) throwCannotWrite(inner_->file);
    return {name, digesting.size(), digesting.sha256()};
}

void ZipWriter::addText(const std::string& name, const std::string& text) {
    std::istringstream in(text);
    errno = 0;
    try {
        inner_->zip.addFile(in, inner_->time, Poco::Path(name, Poco::Path::PATH_UNIX));
    } catch (const Poco::Exception&) {
        throwCannotWrite(inner_->file);
    }
}

void ZipWriter::close() {
    try {
        inner_->zip.close();
    } catch (const Poco::Exception&) {
        throwCannotWrite(inner_->file);
    }
    inner_->stream.close();
    if (!inner_->stream) throwCannotWrite(inner_->file);
}

struct ZipReader::Inner {
    explicit Inner(const std::filesystem::path& from) : file(from), stream(from, std::ios::binary) {}
    std::filesystem::path file;
    std::ifstream stream;
    std::unique_ptr<Poco::Zip::ZipArchive> archive;
};

ZipReader::ZipReader(const std::filesystem::path& file) : inner_(std::make_unique<Inner>(file)) {
    if (!inner_->stream || std::filesystem::is_directory(file)) {
        throw Unavailable(tr("备份文件 {} 无法读取。请检查文件名和读取的权限。", file.string()));
    }
    try {
        inner_->archive = std::make_unique<Poco::Zip::ZipArchive>(inner_->stream);
    } catch (const Poco::Exception&) {
        throwDamaged(file);
    }
    inner_->stream.clear();
}

ZipReader::~ZipReader() = default;

bool ZipReader::has(const std::string& name) const {
    return inner_->archive->findHeader(name) != inner_->archive->headerEnd();
}

std::string ZipReader::text(const std::string& name) {
    const auto header = inner_->archive->findHeader(name);
    if (header == inner_->archive->headerEnd()) throwDamaged(inner_->file);
    try {
        inner_->stream.clear();
        Poco::Zip::ZipInputStream in(inner_->stream, header->second);
        std::string text(1024 * 1024, '\0');
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(in.gcount()));
        return text;
    } catch (const Poco::Exception&) {
        throwDamaged(inner_->file);
    }
}

ZipPart ZipReader::extract(const std::string& name, std::uintmax_t limit, const std::filesystem::path& out,
                           Progress& progress) {
    const auto header = inner_->archive->findHeader(name);
    if (header == inner_->archive->headerEnd()) throwDamaged(inner_->file);
    std::ofstream to;
    errno = 0;
    if (!out.empty()) {
        to.open(out, std::ios::binary | std::ios::trunc);
        if (!to) throwCannotWrite(out);
    }
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    ZipPart part{name, 0, {}};
    std::vector<char> block(kBlock);
    try {
        inner_->stream.clear();
        Poco::Zip::ZipInputStream in(inner_->stream, header->second);
        while (in) {
            progress.check();
            in.read(block.data(), kBlock);
            const std::streamsize count = in.gcount();
            part.size += static_cast<std::uintmax_t>(count);
            if (part.size > limit) throwDamaged(inner_->file);
            engine.update(block.data(), static_cast<std::size_t>(count));
            if (to.is_open() && !to.write(block.data(), count)) throwCannotWrite(out);
            progress.step(static_cast<std::int64_t>(part.size), static_cast<std::int64_t>(limit), tr("核对备份"));
        }
    } catch (const Poco::Exception&) {
        throwDamaged(inner_->file);
    }
    if (to.is_open()) {
        to.close();
        if (!to) throwCannotWrite(out);
    }
    part.sha256 = Poco::DigestEngine::digestToHex(engine.digest());
    return part;
}

} // namespace yanxun::host
