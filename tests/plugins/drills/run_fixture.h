#pragma once
#include "core/run/run_service.h"
#include "core/run/run_store.h"
#include "core/run/script_service.h"
#include "core/run/script_store.h"
#include "drills_fixture.h"

namespace drills::testing {

/// Drills with scripts; the clock is set by the test. 09:00 local of a day in June 2021 is T+0.
class RunTest : public DrillsTest {
protected:
    static constexpr yanxun::Millis nine = 1'624'064'400'000;

    RunTest() { at(-3600); }

    /// Seconds from 09:00.
    void at(std::int64_t seconds) { clock.set(nine + seconds * 1000); }
    void write(const std::function<void(yanxun::Writer&)>& work) { db().write(work); }

    std::int64_t plannedDrill(const std::string& name = "防火疏散演练") {
        return add(draft(name, "晋安小学", {2021, 6, 19}), Status::draft);
    }
    std::int64_t add(const DrillDraft& draft, Status) {
        const std::int64_t id = DrillsTest::add(draft);
        // Entered on its own day it counts as over: the way of a planned one starts as 草案.
        if (get(id).status == Status::draft) return id;
        write([&](yanxun::Writer& writer) {
            Drill drill = store::get(writer, id);
            drill.status = Status::draft;
            store::update(writer, drill);
        });
        return id;
    }
    ScriptLine line(std::int64_t drill, std::int64_t offset, const std::string& text, LineKind kind = LineKind::event) {
        ScriptLine made;
        made.drillId = drill;
        made.offset = offset;
        made.text = text;
        made.kind = kind;
        return made;
    }
    std::int64_t addLine(const ScriptLine& made) {
        std::int64_t no = 0;
        write([&](yanxun::Writer& writer) { no = scripts.addLine(writer, made); });
        return no;
    }
    /// Handed in by one and approved by another.
    void approve(std::int64_t drill) {
        as("编写人甲", [&](yanxun::Writer& writer) { scripts.submit(writer, drill); });
        as("负责人乙", [&](yanxun::Writer& writer) { scripts.approve(writer, drill); });
    }
    void as(const std::string& who, const std::function<void(yanxun::Writer&)>& work) {
        const std::string before = db().who();
        db().setWho(who);
        try {
            db().write(work);
        } catch (...) {
            db().setWho(before);
            throw;
        }
        db().setWho(before);
    }
    /// 就绪, without what other parts of the record ask for.
    void makeReady(std::int64_t drill) {
        write([&](yanxun::Writer& writer) {
            Drill stored = store::get(writer, drill);
            stored.status = Status::ready;
            store::update(writer, stored);
        });
    }
    void start(std::int64_t drill) {
        at(0);
        write([&](yanxun::Writer& writer) { runs.start(writer, drill); });
    }
    drills::Run run(std::int64_t drill) {
        drills::Run loaded;
        db().read([&](yanxun::Reader& reader) { loaded = drills::runs::load(reader, drill); });
        return loaded;
    }
    std::vector<ScriptLine> lines(std::int64_t drill) {
        std::vector<ScriptLine> all;
        db().read([&](yanxun::Reader& reader) { all = drills::scripts::lines(reader, drill); });
        return all;
    }
    Script script(std::int64_t drill) {
        Script found;
        db().read([&](yanxun::Reader& reader) { found = drills::scripts::find(reader, drill).value(); });
        return found;
    }
    void fire(std::int64_t drill, std::int64_t no, const std::string& reason = {}) {
        write([&](yanxun::Writer& writer) { runs.fire(writer, drill, no, reason); });
    }
    /// Three lines at T+0, T+5, T+10 minutes, approved, running since 09:00.
    std::int64_t runningDrill() {
        const std::int64_t drill = plannedDrill("正在进行的演练");
        for (const int minutes : {0, 5, 10}) addLine(line(drill, minutes * 60, "事件" + std::to_string(minutes)));
        approve(drill);
        makeReady(drill);
        start(drill);
        return drill;
    }

    ScriptService scripts;
    RunService runs{service};
};

} // namespace drills::testing
