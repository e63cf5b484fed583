#include "core/class_filter.h"

#include <yanxun/argument.h>

#include <array>

namespace training {
namespace {

using yanxun::addNumber;
using yanxun::argumentNumber;
using yanxun::argumentPart;

struct ModeId {
    Mode mode;
    const char* id;
};
constexpr std::array modeIds{ModeId{Mode::offline, "offline"}, ModeId{Mode::online, "online"},
                             ModeId{Mode::mixed, "mixed"}};

} // namespace

ClassFilter parseArgument(const std::string& argument) {
    ClassFilter filter;
    filter.year = int(argumentNumber(argument, "year"));
    filter.ym = argumentNumber(argument, "ym");
    filter.period = yanxun::argumentPeriod(argument, "period");
    filter.kind = argumentPart(argument, "kind");
    filter.region = argumentPart(argument, "region");
    filter.text = argumentPart(argument, "text");
    filter.unit = argumentNumber(argument, "unit");
    filter.id = argumentNumber(argument, "id");
    filter.countedOnly = argumentNumber(argument, "counted") == 1;
    for (const ModeId& known : modeIds) {
        if (argumentPart(argument, "mode") == known.id) filter.mode = known.mode;
    }
    for (const Status status : allStatuses()) {
        if (argumentNumber(argument, "status") == int(status)) filter.status = status;
    }
    return filter;
}

std::string argumentOf(const ClassFilter& filter) {
    std::string argument;
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty()) yanxun::addPart(argument, key, value);
    };
    addNumber(argument, "year", filter.year);
    addNumber(argument, "ym", filter.ym);
    yanxun::addPeriod(argument, "period", filter.period);
    for (const ModeId& known : modeIds) {
        if (known.mode == filter.mode) put("mode", known.id);
    }
    if (filter.status) addNumber(argument, "status", int(*filter.status));
    addNumber(argument, "counted", filter.countedOnly);
    put("kind", filter.kind);
    put("region", filter.region);
    put("text", filter.text);
    addNumber(argument, "unit", filter.unit);
    addNumber(argument, "id", filter.id);
    return argument;
}

} // namespace training
