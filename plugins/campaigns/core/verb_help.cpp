#include "core/verb_help.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace campaigns {

using yanxun::Error;
using yanxun::tr;

namespace {

yanxun::Cell written(const std::string& text) {
    yanxun::Cell cell;
    cell.kind = text.empty() ? yanxun::Cell::Kind::empty : yanxun::Cell::Kind::text;
    cell.text = text;
    return cell;
}

} // namespace

std::vector<Metric> readMetrics(const Terms& terms, const std::string& text) {
    std::vector<Metric> metrics;
    for (const std::string& part : splitWords(text)) {
        const std::size_t equals = part.find('=');
        const std::string name = yanxun::text::key(part.substr(0, equals));
        const Term* const term = terms.find(TermKind::metric, name);
        if (!term) {
            std::vector<std::string> known;
            for (const Term* one : terms.of(TermKind::metric)) known.push_back(one->name);
            throw Error(tr("没有“{}”这种宣传形式；可以是：{}。", name, joined(known)));
        }
        const auto count =
            equals == std::string::npos ? std::nullopt : yanxun::parseCount(written(part.substr(equals + 1)));
        if (!count) throw Error(tr("看不懂“{}”：请写成 {}=5，约数写成 {}=约5。", part, name, name));
        const bool rough = count->precision == yanxun::Precision::estimated;
        metrics.push_back({0, 0, term->id, count->value, rough ? Precision::estimated : Precision::exact, {}});
    }
    return metrics;
}

std::string metricsText(const Terms& terms, const std::vector<Metric>& metrics) {
    std::vector<std::string> parts;
    for (const Metric& metric : metrics) {
        const Term* const term = terms.find(metric.termId);
        parts.push_back((term ? term->name : "") + (metric.precision == Precision::estimated ? "=约" : "=") +
                        std::to_string(metric.value));
    }
    return joined(parts, "；");
}

} // namespace campaigns
