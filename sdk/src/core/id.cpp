#include <yanxun/id.h>

#include <array>
#include <mutex>
#include <random>

namespace yanxun {

std::string newUid(std::int64_t milliseconds) {
    static std::mutex guard;
    static std::mt19937_64 generator{std::random_device{}()};
    std::array<unsigned char, 16> bytes;
    {
        const std::lock_guard lock(guard);
        for (int half = 0; half < 2; ++half) {
            const std::uint64_t random = generator();
            for (int i = 0; i < 8; ++i) {
                bytes[std::size_t(half * 8 + i)] = static_cast<unsigned char>(random >> (8 * i));
            }
        }
    }
    for (int i = 0; i < 6; ++i) bytes[std::size_t(i)] = static_cast<unsigned char>(milliseconds >> (8 * (5 - i)));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x70); // version 7
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80); // variant of RFC 9562

    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

} // namespace yanxun
