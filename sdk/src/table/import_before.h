#pragma once
#include <yanxun/data/value.h>

#include <string>

namespace yanxun {

/// Reads an object that data::jsonObject wrote: the old values of a record an import changed. Throws Error when it is
/// damaged.
Fields decodeFields(const std::string& json);

} // namespace yanxun
