#include <yanxun/error.h>
#include <yanxun/text.h>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

namespace yanxun::text {
namespace {

/// A converter that stops at what it cannot convert instead of putting a question mark.
std::unique_ptr<UConverter, decltype(&ucnv_close)> gb18030() {
    UErrorCode failed = U_ZERO_ERROR;
    std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GB18030", &failed), &ucnv_close);
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &failed);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &failed);
    if (U_FAILURE(failed)) throw std::runtime_error(u_errorName(failed));
    return converter;
}

} // namespace

std::string fromGb18030(std::string_view bytes) {
    UErrorCode failed = U_ZERO_ERROR;
    const auto converter = gb18030();
    const icu::UnicodeString wide(bytes.data(), std::int32_t(bytes.size()), converter.get(), failed);
    if (U_FAILURE(failed)) {
        throw Error(tr("文字编码不是 UTF-8，也不是 GB18030。请用表格软件打开，另存为“CSV UTF-8”或 .xlsx 后再试。"));
    }
    std::string utf8;
    wide.toUTF8String(utf8);
    return utf8;
}

std::string toGb18030(std::string_view utf8) {
    UErrorCode failed = U_ZERO_ERROR;
    const auto converter = gb18030();
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({utf8.data(), std::int32_t(utf8.size())});
    std::string bytes(std::size_t(wide.length()) * 4 + 8, '\0');
    const std::int32_t size = wide.extract(bytes.data(), std::int32_t(bytes.size()), converter.get(), failed);
    if (U_FAILURE(failed)) throw std::runtime_error(u_errorName(failed));
    bytes.resize(std::size_t(size));
    return bytes;
}

} // namespace yanxun::text
