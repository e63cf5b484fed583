#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>
#include <vector>

namespace drills {

/// 问题分级 by effect on life safety; a ledger does not say it.
enum class Severity { unknown = 0, deficiency = 1, correction = 2, improvement = 3 }; ///< 不足项 整改项 改进项
enum class Rectification { open = 1, closed = 2 };                                    ///< 整改中 已整改
/// 台账 录入 评估 观察 自评 点评 督查
enum class FindingSource { ledger = 1, entered = 2, evaluation = 3, observation = 4, selfCheck = 5, review = 6, inspection = 7 };

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
    // Where it was seen and why it came about; all may be unknown.
    std::string sheetId, itemNo;           ///< item of that score sheet
    std::optional<std::int64_t> injectNo;  ///< line of the drill's script
    std::string unitName;                  ///< whose it is; "" = the drill's unit
    std::string plan, clause;              ///< 预案 and 条款
    std::string category, cause;           ///< 预案 组织 人员 装备 通信 协调 环境; 直接 管理
};

std::string word(Severity severity);
std::string word(FindingSource source);
/// Throws Error with the words that are possible.
Severity severityOf(const std::string& word);
/// 预案 组织 人员 装备 通信 协调 环境
std::vector<std::string> findingCategories();
std::string word(Rectification state);
/// «已整改», «整改完成», «已完成», «已闭环», «已销号» → closed; all else, blank too, is open: unknown is not done.
Rectification rectificationOf(const std::string& written);

} // namespace drills
