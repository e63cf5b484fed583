#pragma once
#include "drills_fixture.h"

#include "core/duty_service.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_service.h"
#include "core/plan/plan_store.h"

namespace drills::testing {

/// Drills with duties and plans; it is the morning of 2021-01-05. Two people: 甲 makes, 乙 approves.
class PlanTest : public DrillsTest {
protected:
    PlanTest() {
        clock.set(yanxun::startOf({2021, 1, 5}) + 9 * 3'600'000);
        as("甲");
        unit("晋安小学", "学校");
        unit("兴和化工", "企业");
    }
    std::int64_t unit(const std::string& name, const std::string& kind) {
        std::int64_t id = 0;
        write([&](yanxun::Writer& w) { id = neighbour->addUnit(w, name, kind); });
        return id;
    }
    void as(const std::string& who) { db().setWho(who); }
    void write(const std::function<void(yanxun::Writer&)>& work) { db().write(work); }
    void read(const std::function<void(yanxun::Reader&)>& work) { db().read(work); }

    std::int64_t makePlan(int year = 2021, const std::string& owner = {}) {
        std::int64_t id = 0;
        write([&](yanxun::Writer& w) { id = plans.make(w, year, owner, {}); });
        return id;
    }
    static PlanItemDraft item(const std::string& name, const std::string& unit, const std::string& recurrence,
                              yanxun::Date first = {}) {
        PlanItemDraft draft;
        draft.name = name;
        draft.unit = unit;
        draft.recurrence = recurrence;
        draft.first = first;
        draft.hazard = "火灾";
        draft.mode = "实战";
        return draft;
    }
    std::int64_t addItem(std::int64_t plan, const PlanItemDraft& draft, const std::string& reason = {}) {
        std::int64_t id = 0;
        write([&](yanxun::Writer& w) { id = plans.addItem(w, plan, draft, reason); });
        return id;
    }
    void issue(std::int64_t plan) {
        as("甲");
        write([&](yanxun::Writer& w) { plans.submit(w, plan, {}); });
        as("乙");
        write([&](yanxun::Writer& w) { plans.approve(w, plan, {}); });
        write([&](yanxun::Writer& w) { plans.issue(w, plan, "晋安应急〔2021〕1号"); });
        as("甲");
    }
    YearPlan plan(std::int64_t id) {
        YearPlan found;
        read([&](yanxun::Reader& r) { found = plans::get(r, id); });
        return found;
    }
    std::vector<PlanDate> dates(std::int64_t plan, std::int64_t item = 0) {
        std::vector<PlanDate> found;
        read([&](yanxun::Reader& r) { found = plans::dates(r, plan, item); });
        return found;
    }
    std::vector<PlanChange> changes(std::int64_t plan) {
        std::vector<PlanChange> found;
        read([&](yanxun::Reader& r) { found = plans::changes(r, plan); });
        return found;
    }
    std::string days(std::int64_t plan, std::int64_t item = 0) {
        std::string text;
        for (const PlanDate& date : dates(plan, item))
            text += (text.empty() ? "" : " ") + date.day.iso().substr(5) + (date.cancelled ? "×" : "");
        return text;
    }
    /// The sentence of what the work throws; "" when nothing.
    std::string refused(const std::function<void(yanxun::Writer&)>& work) {
        try {
            write(work);
        } catch (const yanxun::Error& error) {
            return error.what();
        }
        return {};
    }

    DutyRules rules = readDutyRules({YANXUN_SOURCE_DIR "/templates/rules"});
    DutyService duties{neighbour->units(), neighbour->attributes(), rules, service};
    WorkCalendar calendar = WorkCalendar::load({YANXUN_SOURCE_DIR "/templates/rules"});
    PlanService plans{neighbour->units(), service, duties, words, calendar};
};

} // namespace drills::testing
