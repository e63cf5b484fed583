#pragma once
#include "core/activity.h"

#include <yanxun/verb_values.h>

namespace campaigns {

using yanxun::flag;
using yanxun::idParameter;
using yanxun::makeVerb;
using yanxun::option;
using yanxun::rowsOf;

/// «横幅=5；展板=约3» in the dictionary's words. Throws Error naming what it does not understand.
std::vector<Metric> readMetrics(const Terms& terms, const std::string& written);
std::string metricsText(const Terms& terms, const std::vector<Metric>& metrics);

} // namespace campaigns
