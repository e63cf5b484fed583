#include <yanxun/file.h>

#include "atomic_file.h"

namespace yanxun {

void writeFile(const std::filesystem::path& file, std::string_view bytes) {
    AtomicFile whole(file);
    whole.out().write(bytes.data(), std::streamsize(bytes.size()));
    whole.commit();
}

} // namespace yanxun
