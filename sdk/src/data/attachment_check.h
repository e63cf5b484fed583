#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <string>

namespace yanxun::data {

/// Reads all that is attached and tells `problem` a sentence for each content that is missing or damaged.
void checkAttachments(Reader& reader, Progress& progress, const std::function<void(const std::string&)>& problem);

} // namespace yanxun::data
