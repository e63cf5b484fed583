#include "core/stock_walk.h"

#include <algorithm>

namespace materials {
namespace {

/// The flows of the first moment.
std::span<const Flow> firstMoment(std::span<const Flow> flows) {
    const auto end = std::find_if(flows.begin(), flows.end(), [&](const Flow& flow) { return flow.at != flows.front().at; });
    return flows.first(std::size_t(end - flows.begin()));
}

/// The newest that takes something and was not taken back in the same moment.
std::int64_t culprit(std::span<const Flow> moment) {
    std::int64_t found = 0;
    for (const Flow& flow : moment) {
        const auto same = [&](std::int64_t change) {
            return std::count_if(moment.begin(), moment.end(), [&](const Flow& other) { return other.change == change; });
        };
        if (flow.change < 0 && same(flow.change) > same(-flow.change)) found = flow.documentId;
    }
    if (found != 0) return found;
    const auto takes = std::find_if(moment.begin(), moment.end(), [](const Flow& flow) { return flow.change < 0; });
    return takes == moment.end() ? 0 : takes->documentId;
}

} // namespace

std::optional<Shortage> walk(std::int64_t before, std::int64_t change, std::span<const Flow> later) {
    std::int64_t running = before + change;
    if (running < 0) return Shortage{0, -running, 0};
    while (!later.empty()) {
        const auto moment = firstMoment(later);
        running += sum(moment);
        if (running < 0) return Shortage{moment.front().at, -running, culprit(moment)};
        later = later.subspan(moment.size());
    }
    return std::nullopt;
}

std::int64_t available(std::int64_t before, std::span<const Flow> later) {
    std::int64_t running = before, least = before;
    while (!later.empty()) {
        const auto moment = firstMoment(later);
        running += sum(moment);
        least = std::min(least, running);
        later = later.subspan(moment.size());
    }
    return std::max<std::int64_t>(least, 0);
}

std::int64_t sum(std::span<const Flow> later) {
    std::int64_t total = 0;
    for (const Flow& flow : later) total += flow.change;
    return total;
}

} // namespace materials
