#pragma once
#include "core/answer_text.h"
#include "core/finding_store.h"
#include "core/improve/action_service.h"
#include "core/improve/evidence.h"
#include "core/improve/lesson.h"
#include "drills_fixture.h"

#include <fstream>

namespace drills::testing {

/// Drills with findings and actions. Several people act; who is said each time.
class ImproveTest : public DrillsTest {
protected:
    void as(const std::string& who, const std::function<void(yanxun::Writer&)>& work) {
        db().setWho(who);
        db().write(work);
    }
    std::int64_t drillOn(yanxun::Date day, const std::string& name = "防火演练") { return add(draft(name, "晋安小学", day)); }
    std::int64_t find(std::int64_t drill, const std::string& text, const std::string& item = {}) {
        std::int64_t id = 0;
        as("评估员", [&](yanxun::Writer& w) {
            Finding finding;
            finding.drillId = drill;
            finding.description = text;
            finding.severity = Severity::correction;
            finding.itemNo = item;
            if (!item.empty()) finding.sheetId = "general-live";
            id = service.addFinding(w, finding);
        });
        return id;
    }
    std::int64_t act(std::int64_t finding, yanxun::Date due = {2021, 7, 31}, const std::string& person = "责任人") {
        std::int64_t id = 0;
        as("评估员", [&](yanxun::Writer& w) {
            Action action;
            action.findingId = finding;
            action.measure = "补画疏散路线";
            action.dutyPerson = person;
            action.due = due;
            id = actionService.add(w, action);
        });
        return id;
    }
    void done(std::int64_t action) {
        as("评估员", [&](yanxun::Writer& w) { actionService.issue(w, action); });
        as("责任人", [&](yanxun::Writer& w) { actionService.report(w, action, 100, "已补画"); });
    }
    void check(std::int64_t action, CheckResult result = CheckResult::passed) {
        as("复查人", [&](yanxun::Writer& w) { actionService.verify(w, action, CheckKind::onSite, result, 0, "看过现场"); });
    }
    Action action(std::int64_t id) {
        Action found;
        db().read([&](yanxun::Reader& r) { found = actions::get(r, id); });
        return found;
    }
    Finding finding(std::int64_t id) {
        Finding found;
        db().read([&](yanxun::Reader& r) { found = findings::get(r, id); });
        return found;
    }
    /// The sentence `work` is refused with; "" when it is not.
    std::string refused(const std::string& who, const std::function<void(yanxun::Writer&)>& work) {
        try {
            as(who, work);
        } catch (const yanxun::Error& error) {
            return error.what();
        }
        return {};
    }
    std::filesystem::path file(const std::string& name, const std::string& content) {
        const auto path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    /// Scores by 甲 alone, 通用实战, all best but `change`, and freezes.
    void rate(std::int64_t drill, const std::string& change = {}) {
        const ScoreSheet& sheet = rating.sheet("general-live");
        Answers answers = readAnswers(sheet, best);
        for (const auto& [no, answer] : readAnswers(sheet, change)) answers[no] = answer;
        db().setWho("甲");
        db().write([&](yanxun::Writer& w) { rating.rate(w, drill, store::get(w, drill).revision, sheet, answers, "甲", ""); });
    }
    static constexpr auto best =
        "1.1=符合;1.2=5;1.3=是;1.4=符合;2.1=符合;2.2=6;2.3=是;3.1=6;3.2=符合;3.3=符合;4.1=10;4.2=符合;4.3=6;"
        "4.4=符合;4.5=符合;5.1=4;5.2=是;6.1=符合;6.2=3;6.3=符合";

    ActionService actionService;
    yanxun::testing::ScratchFolder folder;
};

} // namespace drills::testing
