#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>

namespace drills {

/// 问题分级 by effect on life safety; a ledger does not say it.
enum class Severity { unknown = 0, deficiency = 1, correction = 2, improvement = 3 }; ///< 不足项 整改项 改进项
enum class Rectification { open = 1, closed = 2 };                                    ///< 整改中 已整改
enum class FindingSource { ledger = 1, entered = 2, evaluation = 3 };                 ///< 台账 录入 评估

/// 存在问题 of a drill and how far its 整改 has come.
struct Finding {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t drillId = 0;
    FindingSource source = FindingSource::entered;
    Severity severity = Severity::unknown;
    std::string description;
    Rectification state = Rectification::open;
    std::string stateWord; ///< as the ledger writes it
    std::optional<yanxun::Date> due, closed;
};

std::string word(Severity severity);
std::string word(Rectification state);
/// «已整改», «整改完成», «已完成», «已闭环», «已销号» → closed; all else, blank too, is open: unknown is not done.
Rectification rectificationOf(const std::string& written);

} // namespace drills
