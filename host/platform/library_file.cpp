#include "platform/library_file.h"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <vector>

namespace yanxun::platform {
namespace {

template <class T>
bool readAt(std::ifstream& in, std::uint64_t at, T* into, std::size_t count) {
    in.seekg(static_cast<std::streamoff>(at));
    return static_cast<bool>(in.read(reinterpret_cast<char*>(into), static_cast<std::streamsize>(count * sizeof(T))));
}

} // namespace

bool isWholeLibrary(const std::filesystem::path& file) {
    std::error_code wrong;
    const std::uint64_t size = std::filesystem::file_size(file, wrong);
    std::ifstream in(file, std::ios::binary);
    Elf64_Ehdr head;
    if (wrong || !in || !readAt(in, 0, &head, 1)) return false;
    if (std::memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 || head.e_ident[EI_CLASS] != ELFCLASS64) return false;
    if (head.e_type != ET_DYN || head.e_phnum == 0 || head.e_phentsize != sizeof(Elf64_Phdr)) return false;
    if (head.e_shoff > size || std::uint64_t{head.e_shnum} * head.e_shentsize > size - head.e_shoff) return false;

    std::vector<Elf64_Phdr> parts(head.e_phnum);
    if (!readAt(in, head.e_phoff, parts.data(), parts.size())) return false;
    for (const Elf64_Phdr& part : parts) {
        if (part.p_offset > size || part.p_filesz > size - part.p_offset) return false;
    }
    return true;
}

} // namespace yanxun::platform
