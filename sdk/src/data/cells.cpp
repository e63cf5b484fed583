#include "data/cells.h"

#include <yanxun/text.h>

#include <Poco/Data/Binding.h>

namespace yanxun::data {
namespace {

/// Characters of three bytes that are their own NFC form and never join with a neighbour: what Chinese text is made of.
bool isPlainWide(unsigned c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x3000 && c <= 0x3029) ||
           (c >= 0xff01 && c <= 0xffee) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2460 && c <= 0x25ff);
}

} // namespace

bool isCleanText(std::string_view text) {
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    while (at < end) {
        if (*at < 0x80) {
            if (*at < 0x20 ? *at != '\t' && *at != '\n' : *at == 0x7f) return false;
            ++at;
        } else if (*at >= 0xe2 && *at < 0xf0 && end - at >= 3 && (at[1] & 0xc0) == 0x80 && (at[2] & 0xc0) == 0x80 &&
                   isPlainWide(unsigned(*at & 15) << 12 | unsigned(at[1] & 63) << 6 | unsigned(at[2] & 63))) {
            at += 3;
        } else if (*at >= 0xc2 && *at < 0xcc && end - at >= 2 && (at[1] & 0xc0) == 0x80 && (*at > 0xc2 || at[1] >= 0xa0)) {
            at += 2; // U+00A0 … U+02FF: Latin, the point in foreign names
        } else {
            return text::clean(text) == text;
        }
    }
    return true;
}

void ValueCells::put(Poco::Data::AbstractBinder& binder, std::size_t position) {
    cleaned_.clear();
    blobs_.clear();
    for (const Value& value : values_) {
        if (const auto* integer = value.integer()) {
            binder.bind(position, *integer, Poco::Data::AbstractBinder::PD_IN);
        } else if (const auto* real = value.real()) {
            binder.bind(position, *real, Poco::Data::AbstractBinder::PD_IN);
        } else if (const auto* text = value.text()) {
            const bool clean = isCleanText(*text);
            binder.bind(position, clean ? *text : cleaned_.emplace_back(text::clean(*text)),
                        Poco::Data::AbstractBinder::PD_IN);
        } else if (const auto* blob = value.blob(); blob && !blob->empty()) {
            blobs_.emplace_back(reinterpret_cast<const unsigned char*>(blob->data()), blob->size());
            binder.bind(position, blobs_.back(), Poco::Data::AbstractBinder::PD_IN);
        } else {
            binder.bind(position, Poco::Data::Keywords::null, Poco::Data::AbstractBinder::PD_IN);
        }
        ++position;
    }
}

} // namespace yanxun::data
