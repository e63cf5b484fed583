#include "core/class_filter.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace training {
namespace {

struct ModeId {
    Mode mode;
    const char* id;
};
constexpr std::array modeIds{ModeId{Mode::offline, "offline"}, ModeId{Mode::online, "online"},
                             ModeId{Mode::mixed, "mixed"}};

/// «%» and «&» would end a part too early.
std::string escaped(const std::string& value) {
    std::string safe;
    for (const char c : value)
        safe += c == '%' ? "%25" : c == '&' ? "%26" : std::string(1, c);
    return safe;
}

std::string unescaped(std::string value) {
    for (const auto& [code, plain] : {std::pair{"%26", "&"}, std::pair{"%25", "%"}}) {
        for (std::size_t at = value.find(code); at != std::string::npos; at = value.find(code, at + 1)) {
            value.replace(at, 3, plain);
        }
    }
    return value;
}

std::int64_t numberOf(const std::string& value) {
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

} // namespace

std::string partOf(const std::string& argument, std::string_view key) {
    for (std::size_t at = 0; at < argument.size();) {
        const std::size_t end = std::min(argument.find('&', at), argument.size());
        const std::string part = argument.substr(at, end - at);
        const std::size_t equals = part.find('=');
        if (equals != std::string::npos && part.substr(0, equals) == key) return unescaped(part.substr(equals + 1));
        at = end + 1;
    }
    return {};
}

ClassFilter parseArgument(const std::string& argument) {
    ClassFilter filter;
    filter.year = int(numberOf(partOf(argument, "year")));
    filter.ym = numberOf(partOf(argument, "ym"));
    filter.kind = partOf(argument, "kind");
    filter.region = partOf(argument, "region");
    filter.text = partOf(argument, "text");
    filter.unit = numberOf(partOf(argument, "unit"));
    filter.id = numberOf(partOf(argument, "id"));
    filter.countedOnly = partOf(argument, "counted") == "1";
    for (const ModeId& known : modeIds) {
        if (partOf(argument, "mode") == known.id) filter.mode = known.mode;
    }
    for (const Status status : allStatuses()) {
        if (numberOf(partOf(argument, "status")) == int(status)) filter.status = status;
    }
    const std::string days = partOf(argument, "period");
    if (const std::size_t gap = days.find(".."); gap != std::string::npos) {
        const auto first = yanxun::Date::fromIso(days.substr(0, gap)),
                   last = yanxun::Date::fromIso(days.substr(gap + 2));
        if (first && last) filter.period = yanxun::Period{*first, *last};
    }
    return filter;
}

std::string argumentOf(const ClassFilter& filter) {
    std::string argument;
    const auto put = [&](const char* key, const std::string& value) {
        argument += (argument.empty() ? "" : "&") + std::string(key) + '=' + escaped(value);
    };
    if (filter.year != 0) put("year", std::to_string(filter.year));
    if (filter.ym != 0) put("ym", std::to_string(filter.ym));
    if (filter.period) put("period", filter.period->first.iso() + ".." + filter.period->last.iso());
    for (const ModeId& known : modeIds) {
        if (known.mode == filter.mode) put("mode", known.id);
    }
    if (filter.status) put("status", std::to_string(int(*filter.status)));
    if (filter.countedOnly) put("counted", "1");
    if (!filter.kind.empty()) put("kind", filter.kind);
    if (!filter.region.empty()) put("region", filter.region);
    if (!filter.text.empty()) put("text", filter.text);
    if (filter.unit != 0) put("unit", std::to_string(filter.unit));
    if (filter.id != 0) put("id", std::to_string(filter.id));
    return argument;
}

} // namespace training
