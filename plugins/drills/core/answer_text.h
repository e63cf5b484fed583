#pragma once
#include "core/item_answer.h"

namespace drills {

/// Answers as text, one a line or parted by «;»:
///   1.1 = 符合
///   2.3 = 不适用 | 本单位无备用通信
///   4.2 = 基本符合 ! | 三楼遗漏一人未被发现        («!» ticks 否决)
/// Blank lines and lines beginning with «#» are passed over. Throws Error naming the line.
Answers readAnswers(const ScoreSheet& sheet, const std::string& text);

} // namespace drills
