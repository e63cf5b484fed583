#include "table/xlsx_part.h"

#include "table/ahead.h"

#include <algorithm>

namespace yanxun::table {
namespace {

/// Unpacked bytes below which a thread costs more than it saves.
constexpr std::uint64_t worthAThread = 1 << 20;

struct Unpacked {
    std::vector<char> bytes = std::vector<char>(128 << 10);
    std::size_t size = 0;
};

} // namespace

void parsePart(XmlParser& parser, const ZipArchive& archive, const ZipEntry& entry) {
    ZipPart part(archive, entry);
    if (entry.size < worthAThread) return parser.parseQuickly([&](std::span<char> into) { return part.read(into); });

    Ahead<Unpacked> ahead([&](Unpacked& piece) { return (piece.size = part.read(piece.bytes)) > 0; });
    const Unpacked* piece = nullptr;
    std::size_t taken = 0;
    parser.parseQuickly([&](std::span<char> into) -> std::size_t {
        if (!piece || taken == piece->size) {
            piece = ahead.next();
            taken = 0;
            if (!piece) return 0;
        }
        const std::size_t size = std::min(into.size(), piece->size - taken);
        std::copy_n(piece->bytes.data() + taken, size, into.data());
        taken += size;
        return size;
    });
}

} // namespace yanxun::table
