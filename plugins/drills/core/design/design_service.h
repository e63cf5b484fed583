#pragma once
#include "core/design/design.h"
#include "core/design/link_store.h"
#include "core/drill_service.h"
#include "core/duty_service.h"

namespace drills {

/// Makes the design of a drill and what is told and counted on its day. Each method is one action inside the caller's
/// Writer. `why` is the reason of a correction once the drill took place, see drill_rules.h; it is logged. Rows are known
/// by what people call them: no, post and person, text, name.
class DesignService {
public:
    /// All are borrowed and outlive the service.
    DesignService(DrillService& drills, const DutyService& duties, participation::Records& records)
        : drills_(drills), duties_(duties), records_(records) {}

    /// All but the number and what steps set (submitted by, no result); times are facts.
    void put(yanxun::Writer& writer, const DrillDesign& design, const std::string& why) const;
    /// New or changed. No 0 = the next one.
    void putObjective(yanxun::Writer& writer, Objective objective, const std::string& why) const;
    void removeObjective(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const std::string& why) const;
    /// Once the drill took place, until it is archived.
    void judgeObjective(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, Achieved achieved, const std::string& note) const;
    void testPlan(yanxun::Writer& writer, std::int64_t drill, std::int64_t plan, const std::string& clauses, const std::string& why) const;
    void forgetPlan(yanxun::Writer& writer, std::int64_t drill, std::int64_t plan, const std::string& why) const;
    /// `unit.unitName` is looked up in the directory.
    void putUnit(yanxun::Writer& writer, const links::TakingUnit& unit, const std::string& why) const;
    void removeUnit(yanxun::Writer& writer, std::int64_t drill, const std::string& unit, const std::string& why) const;

    void putPost(yanxun::Writer& writer, Post post, const std::string& why) const;
    void removePost(yanxun::Writer& writer, std::int64_t drill, const std::string& role, const std::string& person, const std::string& why) const;
    /// 到岗: the person said so; at any time before the end.
    void confirmPost(yanxun::Writer& writer, std::int64_t drill, const std::string& role, const std::string& person, bool confirmed) const;

    void putCheck(yanxun::Writer& writer, CheckItem item) const;
    void removeCheck(yanxun::Writer& writer, std::int64_t drill, const std::string& text) const;
    /// Done by who writes, now; or open again. While the drill is 准备中 (or 已批准), and again when it fell back.
    void check(yanxun::Writer& writer, std::int64_t drill, const std::string& text, bool done, const std::string& note) const;

    /// Tells somebody of the drill: from 已批准 on, until it ends. A second time changes the words.
    void notify(yanxun::Writer& writer, Notification notice) const;
    void receipt(yanxun::Writer& writer, std::int64_t drill, const std::string& toWhom, const std::string& reply) const;
    void removeNotice(yanxun::Writer& writer, std::int64_t drill, const std::string& toWhom) const;

    void putGroup(yanxun::Writer& writer, GroupCount group, const std::string& why) const;
    void removeGroup(yanxun::Writer& writer, std::int64_t drill, const std::string& name, const std::string& why) const;
    /// 签到: the heads of one unit, counted or by names; participation keeps both and tells the drill.
    void signIn(yanxun::Writer& writer, std::int64_t drill, const std::string& unit, std::optional<std::int64_t> counted,
                const std::vector<participation::Named>& names, const std::string& why) const;

    /// Another day, the same hours; `reason` from 已批准 on. Not once it began.
    void postponeTo(yanxun::Writer& writer, std::int64_t drill, yanxun::Date day, const std::string& reason) const;
    /// A new drill like it on that day, as 草案; returns its number in the table.
    std::int64_t copy(yanxun::Writer& writer, std::int64_t drill, yanxun::Date day, const std::string& name) const;

private:
    Drill designed(yanxun::Writer& writer, std::int64_t drill, const std::string& what, const std::string& why) const;
    Drill conducted(yanxun::Writer& writer, std::int64_t drill, const std::string& what, const std::string& why) const;

    DrillService& drills_;
    const DutyService& duties_;
    participation::Records& records_;
};

} // namespace drills
