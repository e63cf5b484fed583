#pragma once
#include <yanxun/data/database.h>

#include <string>

namespace yanxun::host {

/// The bureau's profile in the database: name → value.
std::string readProfile(Reader& reader, const std::string& name); ///< "" when unset
void writeProfile(Writer& writer, const std::string& name, const std::string& value);

} // namespace yanxun::host
