#include "core/activity_filter.h"

#include <yanxun/argument.h>

namespace campaigns {

using yanxun::addPart;
using yanxun::argumentNumber;
using yanxun::argumentPart;

ActivityFilter parseArgument(const std::string& argument) {
    const auto number = [&](const char* key) { return argumentNumber(argument, key); };
    ActivityFilter filter;
    filter.year = int(number("year"));
    filter.ym = number("ym");
    filter.period = yanxun::argumentPeriod(argument, "period");
    filter.category = number("category");
    filter.primary = number("primary");
    if (yanxun::hasPart(argument, "region")) filter.region = argumentPart(argument, "region");
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
    const auto put = [&](const char* key, std::int64_t value) { yanxun::addNumber(argument, key, value); };
    put("year", filter.year);
    put("ym", filter.ym);
    yanxun::addPeriod(argument, "period", filter.period);
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
