#pragma once
#include "core/activity.h"
#include "core/id_list.h"

#include <yanxun/data/database.h>

#include <functional>

namespace campaigns::metric_store {

/// In the order of their terms' ids.
std::vector<Metric> of(yanxun::Reader& reader, std::int64_t activity);
/// Of many activities, each in that order.
void ofMany(yanxun::Reader& reader, const IdList& activities, const std::function<void(std::int64_t, Metric)>& use);
/// Makes the rows what `wanted` says; one a term.
void replace(yanxun::Writer& writer, std::int64_t activity, const std::vector<Metric>& wanted);
void addMany(yanxun::Writer& writer, const std::function<const Activity*()>& next);
/// Terms with a number in the period's counted activities, with their sums.
struct Sum {
    std::int64_t termId = 0, value = 0;
    bool estimated = false;
};
std::vector<Sum> sums(yanxun::Reader& reader, const yanxun::Period& period);

} // namespace campaigns::metric_store
