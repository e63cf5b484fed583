#include "core/drill.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::tr;

/// The way of a drill, without the exits that are open from many places.
std::vector<Status> onward(Status from, Content content) {
    switch (from) {
    case Status::draft: return {Status::submitted};
    case Status::submitted: return {Status::approved, Status::draft};
    case Status::approved: return {Status::preparing};
    case Status::preparing: return {Status::ready};
    case Status::ready: return {Status::running};
    case Status::running: return {Status::paused, Status::ended};
    case Status::paused: return {Status::running, Status::ended};
    case Status::ended:
        if (content == Content::single) return {Status::evaluating, Status::reviewing};
        return {Status::evaluating};
    case Status::evaluating: return {Status::reviewing};
    case Status::reviewing: return {Status::archived, Status::evaluating};
    case Status::postponed: return {Status::preparing};
    case Status::archived:
    case Status::cancelled:
    case Status::aborted: return {};
    }
    return {};
}

bool canPostpone(Status from) {
    return from == Status::approved || from == Status::preparing || from == Status::ready;
}

bool canCancel(Status from) { return from <= Status::ready || from == Status::postponed; }

bool canAbort(Status from) { return from == Status::running || from == Status::paused; }

} // namespace

bool tookPlace(Status status) { return status >= Status::ended && status <= Status::archived; }

bool isCounted(Status status, bool isPractice) { return tookPlace(status) && !isPractice; }

bool isFinal(Status status) {
    return status == Status::archived || status == Status::cancelled || status == Status::aborted;
}

std::vector<Status> nextSteps(Status from, Content content) {
    std::vector<Status> steps = onward(from, content);
    if (canPostpone(from)) steps.push_back(Status::postponed);
    if (canCancel(from)) steps.push_back(Status::cancelled);
    if (canAbort(from)) steps.push_back(Status::aborted);
    return steps;
}

bool needsReason(Status to) {
    return to == Status::postponed || to == Status::cancelled || to == Status::aborted;
}

void requireStep(const Drill& drill, Status to, const std::string& reason) {
    const std::vector<Status> steps = nextSteps(drill.status, drill.axes.content);
    if (std::find(steps.begin(), steps.end(), to) == steps.end()) {
        if (steps.empty()) throw yanxun::Error(tr("演练“{}”{}，状态不能再变更。", drill.name, word(drill.status)));
        std::string allowed;
        for (const Status step : steps) allowed += (allowed.empty() ? "" : "、") + word(step);
        throw yanxun::Error(
            tr("演练“{}”现在是“{}”，不能直接改为“{}”；可以改为：{}。", drill.name, word(drill.status), word(to), allowed));
    }
    if (needsReason(to) && yanxun::text::key(reason).empty()) {
        throw yanxun::Error(tr("改为“{}”要写明原因。", word(to)));
    }
}

std::string word(OrgForm form) {
    switch (form) {
    case OrgForm::live: return tr("实战");
    case OrgForm::tabletop: return tr("桌面");
    case OrgForm::unknown: break;
    }
    return {};
}

std::string word(Content content) {
    switch (content) {
    case Content::single: return tr("单项");
    case Content::combined: return tr("综合");
    case Content::unknown: break;
    }
    return {};
}

std::string word(Purpose purpose) {
    switch (purpose) {
    case Purpose::checking: return tr("检验性");
    case Purpose::demonstration: return tr("示范性");
    case Purpose::research: return tr("研究性");
    case Purpose::unknown: break;
    }
    return {};
}

std::string word(Notice notice) {
    switch (notice) {
    case Notice::announced: return tr("预告");
    case Notice::surprise: return tr("突发");
    case Notice::doubleBlind: return tr("双盲");
    case Notice::unknown: break;
    }
    return {};
}

std::string word(Status status) {
    switch (status) {
    case Status::draft: return tr("草案");
    case Status::submitted: return tr("待审批");
    case Status::approved: return tr("已批准");
    case Status::preparing: return tr("准备中");
    case Status::ready: return tr("就绪");
    case Status::running: return tr("进行中");
    case Status::paused: return tr("暂停");
    case Status::ended: return tr("已结束");
    case Status::evaluating: return tr("评估中");
    case Status::reviewing: return tr("待审定");
    case Status::archived: return tr("已归档");
    case Status::postponed: return tr("已延期");
    case Status::cancelled: return tr("已取消");
    case Status::aborted: return tr("已中止");
    }
    return {};
}

std::string word(Source source) {
    switch (source) {
    case Source::imported: return tr("导入");
    case Source::entered: return tr("录入");
    case Source::demo: return tr("演示");
    }
    return {};
}

std::string words(const Axes& axes) {
    std::string all;
    for (const std::string& one : {word(axes.content), word(axes.form), word(axes.purpose), word(axes.notice)}) {
        if (one.empty()) continue;
        if (!all.empty()) all += " · ";
        all += one;
    }
    return all;
}

std::span<const Status> allStatuses() {
    static constexpr std::array all{Status::draft,      Status::submitted, Status::approved, Status::preparing,
                                    Status::ready,      Status::running,   Status::paused,   Status::ended,
                                    Status::evaluating, Status::reviewing, Status::archived, Status::postponed,
                                    Status::cancelled,  Status::aborted};
    return all;
}

std::optional<Status> statusOf(const std::string& given) {
    const auto all = allStatuses();
    const auto found = std::find_if(all.begin(), all.end(), [&](Status s) { return word(s) == given; });
    if (found == all.end()) return std::nullopt;
    return *found;
}

} // namespace drills
