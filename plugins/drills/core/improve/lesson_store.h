#pragma once
#include "core/improve/lesson.h"

#include <functional>

namespace drills::lessons {

/// Rows of drills_lesson; the rules stand in lesson.cpp.
std::int64_t insert(yanxun::Writer& writer, const Lesson& lesson);
void update(yanxun::Writer& writer, const Lesson& lesson);
void erase(yanxun::Writer& writer, const Lesson& lesson);
/// Newest first.
void each(yanxun::Reader& reader, const std::function<void(const Lesson&)>& use);

} // namespace drills::lessons
