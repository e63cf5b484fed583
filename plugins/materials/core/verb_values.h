#pragma once
#include "core/draft.h"

#include <yanxun/data/database.h>
#include <yanxun/verb_values.h>

namespace materials {

using yanxun::flag;
using yanxun::makeVerb;
using yanxun::option;
using yanxun::positional;

/// An item or place named on the console, by name. Throw Error with what is alike.
Item itemNamed(yanxun::Reader& reader, const std::string& name);
Location placeNamed(yanxun::Reader& reader, const std::string& name);
/// Batch 0 when the code is "". Throws Error.
std::int64_t batchNamed(yanxun::Reader& reader, const Item& item, const std::string& code);
/// A document by its number or its id. Throws NotFound.
Document documentNamed(yanxun::Reader& reader, const std::string& numberOrId);
/// «家庭应急手册=2箱；消防安全明白卡=150»: throws Error for what cannot be read.
std::vector<DraftLine> linesOf(const std::string& text);

} // namespace materials
