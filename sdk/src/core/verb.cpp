#include <yanxun/text.h>
#include <yanxun/verb.h>

#include <charconv>

namespace yanxun {

VerbOutput::~VerbOutput() = default;

bool VerbCall::has(std::string_view id) const { return arguments.find(id) != arguments.end(); }

std::string VerbCall::text(std::string_view id) const {
    const auto found = arguments.find(id);
    return found == arguments.end() ? std::string{} : found->second;
}

std::int64_t VerbCall::integer(std::string_view id, std::int64_t otherwise) const {
    const auto found = arguments.find(id);
    if (found == arguments.end()) return otherwise;
    const std::string& given = found->second;
    std::int64_t value = 0;
    const auto [end, wrong] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (wrong != std::errc{} || end != given.data() + given.size()) {
        throw Error(tr("参数 --{} 应当是整数，收到的是“{}”。", id, given));
    }
    return value;
}

Date VerbCall::date(std::string_view id) const {
    const std::optional<Date> day = Date::fromIso(text(id));
    if (!day) throw Error(tr("参数 --{} 应当是日期，写成 2021-05-12 这样，收到的是“{}”。", id, text(id)));
    return *day;
}

} // namespace yanxun
