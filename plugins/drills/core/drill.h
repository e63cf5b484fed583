#pragma once
#include <yanxun/date.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace drills {

/// 组织形式, 内容, 目的 and 通知方式: the axes of the guide (应急办函〔2009〕62号 §2) combine freely. «unknown» is what a
/// ledger did not say.
enum class OrgForm { unknown = 0, live = 1, tabletop = 2 };                         ///< 实战 桌面
enum class Content { unknown = 0, single = 1, combined = 2 };                       ///< 单项 综合
enum class Purpose { unknown = 0, checking = 1, demonstration = 2, research = 3 };  ///< 检验性 示范性 研究性
enum class Notice { unknown = 0, announced = 1, surprise = 2, doubleBlind = 3 };    ///< 预告 突发 双盲

struct Axes {
    OrgForm form = OrgForm::unknown;
    Content content = Content::unknown;
    Purpose purpose = Purpose::unknown;
    Notice notice = Notice::unknown;

    bool operator==(const Axes&) const = default;
};

/// Where a drill stands; the numbers are stored and grow along the way, side exits last.
enum class Status {
    draft = 10,      ///< 草案
    submitted = 20,  ///< 待审批
    approved = 30,   ///< 已批准
    preparing = 40,  ///< 准备中
    ready = 50,      ///< 就绪
    running = 60,    ///< 进行中
    paused = 65,     ///< 暂停
    ended = 70,      ///< 已结束
    evaluating = 80, ///< 评估中
    reviewing = 90,  ///< 待审定
    archived = 100,  ///< 已归档
    postponed = 200, ///< 已延期
    cancelled = 210, ///< 已取消
    aborted = 220,   ///< 已中止
};

enum class Source { imported = 1, entered = 2, demo = 3 }; ///< 导入 录入 演示

struct Drill {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::string name;
    std::int64_t unitId = 0;
    std::string unitName, regionCode, regionName; ///< as they were on the day
    yanxun::Date heldOn;
    std::string hazard;     ///< 灾种, the dictionary's word
    std::string hazardWord; ///< as it was written
    Axes axes;
    std::string modeWord; ///< 形式 as it was written; statistics by mode print it
    std::int64_t participants = 0; ///< copy of what participation reports
    bool participantsEstimated = false;
    std::optional<std::int64_t> watchers;    ///< 观摩; never counted as 参演
    std::optional<std::int64_t> ledgerScore; ///< 1/100 point, as a ledger says it
    std::optional<std::int64_t> panelScore;  ///< 1/100 point, copy of the newest score sheet's result
    std::string panelGrade;
    Status status = Status::draft;
    std::string statusReason; ///< of 已延期, 已取消, 已中止
    Source source = Source::entered;
    bool isPractice = false; ///< 练习: in no statistic
    std::string summary;
    std::int64_t findings = 0, openFindings = 0; ///< copies: how many there are, how many are not closed

    /// The panel's result, else the ledger's score.
    std::optional<std::int64_t> score() const { return panelScore ? panelScore : ledgerScore; }
};

/// True when statistics count the drill: it took place and is no practice.
bool isCounted(Status status, bool isPractice);
/// True from 已结束 on, side exits left out.
bool tookPlace(Status status);
/// 已归档 and the side exits 已取消, 已中止: nothing may be changed any more.
bool isFinal(Status status);

/// Where a drill may go from here. No state is skipped but 评估中 for 单项 drills (domain rule b.3).
std::vector<Status> nextSteps(Status from, Content content);
bool needsReason(Status to);
/// Throws Error with a sentence when the step is not allowed or its reason is missing.
void requireStep(const Drill& drill, Status to, const std::string& reason);

std::string word(OrgForm form);
std::string word(Content content);
std::string word(Purpose purpose);
std::string word(Notice notice);
std::string word(Status status);
std::string word(Source source);
/// The axes that are known, «实战 · 示范性»; "" when none is.
std::string words(const Axes& axes);
std::optional<Status> statusOf(const std::string& word);
std::span<const Status> allStatuses();

} // namespace drills
