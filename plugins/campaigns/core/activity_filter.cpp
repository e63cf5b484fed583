#include "core/activity_filter.h"

#include <algorithm>
#include <charconv>

namespace campaigns {
namespace {

/// «%» and «&» would end a part too early.
std::string escaped(const std::string& value) {
    std::string safe;
    for (const char c : value) {
        if (c == '%') {
            safe += "%25";
        } else if (c == '&') {
            safe += "%26";
        } else {
            safe += c;
        }
    }
    return safe;
}

std::string unescaped(const std::string& value) {
    std::string plain;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const std::string_view code = std::string_view(value).substr(at, 3);
        if (code == "%25" || code == "%26") {
            plain += code == "%25" ? '%' : '&';
            at += 2;
        } else {
            plain += value[at];
        }
    }
    return plain;
}

std::int64_t numberOf(const std::string& value) {
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::optional<yanxun::Period> periodOf(const std::string& value) {
    const std::size_t gap = value.find("..");
    if (gap == std::string::npos) return std::nullopt;
    const auto first = yanxun::Date::fromIso(value.substr(0, gap));
    const auto last = yanxun::Date::fromIso(value.substr(gap + 2));
    if (!first || !last) return std::nullopt;
    return yanxun::Period{*first, *last};
}

} // namespace

std::string argumentPart(const std::string& argument, const std::string& key) {
    for (std::size_t at = 0; at < argument.size();) {
        const std::size_t end = std::min(argument.find('&', at), argument.size());
        const std::string part = argument.substr(at, end - at);
        if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=') {
            return unescaped(part.substr(key.size() + 1));
        }
        at = end + 1;
    }
    return {};
}

void addPart(std::string& argument, const std::string& key, const std::string& value) {
    argument += (argument.empty() ? "" : "&") + key + '=' + escaped(value);
}

ActivityFilter parseArgument(const std::string& argument) {
    const auto number = [&](const char* key) { return numberOf(argumentPart(argument, key)); };
    ActivityFilter filter;
    filter.year = int(number("year"));
    filter.ym = number("ym");
    filter.period = periodOf(argumentPart(argument, "period"));
    filter.category = number("category");
    filter.primary = number("primary");
    if (("&" + argument).find("&region=") != std::string::npos) filter.region = argumentPart(argument, "region");
    if (const auto status = number("status"); status != 0 && !word(ActivityStatus(status)).empty()) {
        filter.status = ActivityStatus(status);
    }
    filter.countedOnly = number("counted") != 0;
    filter.text = argumentPart(argument, "text");
    filter.unit = number("unit");
    filter.campaign = number("campaign");
    filter.id = number("id");
    return filter;
}

std::string argumentOf(const ActivityFilter& filter) {
    std::string argument;
    const auto put = [&](const char* key, std::int64_t value) {
        if (value != 0) addPart(argument, key, std::to_string(value));
    };
    put("year", filter.year);
    put("ym", filter.ym);
    if (filter.period) addPart(argument, "period", filter.period->first.iso() + ".." + filter.period->last.iso());
    put("category", filter.category);
    put("primary", filter.primary);
    if (filter.region) addPart(argument, "region", *filter.region);
    if (filter.status) put("status", int(*filter.status));
    put("counted", filter.countedOnly);
    if (!filter.text.empty()) addPart(argument, "text", filter.text);
    put("unit", filter.unit);
    put("campaign", filter.campaign);
    put("id", filter.id);
    return argument;
}

} // namespace campaigns
