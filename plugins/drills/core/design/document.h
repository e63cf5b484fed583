#pragma once
#include "core/design/design.h"

namespace drills {

/// One version of a paper of the drill: 工作方案, 脚本, 评估方案 … Its content stands by SHA-256 among the attachments.
/// Immutable once approved; a change is the next version.
struct Document : DrillRow {
    std::string kind, title, fileName, sha256;
    std::int64_t version = 0, bytes = 0;
    std::string addedBy, approvedBy;
    yanxun::Millis addedAt = 0;
    std::optional<yanxun::Millis> approvedAt;
    bool isApproved() const { return approvedAt.has_value(); }
};

/// 演练情景: initial state, and facts one a line («天气：大风»). A template (drillId 0), or the copy of one drill.
struct Scenario {
    std::int64_t id = 0, revision = 0, drillId = 0;
    std::string title, hazard, story, facts;
};

const std::vector<std::string>& documentKinds();

} // namespace drills
