#pragma once
#include "core/scoring.h"

namespace drills::testing {

inline ScoreItem item(const char* no, ScoreStyle style, std::int64_t full, Critical critical = Critical::none,
                      bool naAllowed = false) {
    ScoreItem made;
    made.no = no;
    made.text = no;
    made.style = style;
    made.full = full;
    made.critical = critical;
    made.naAllowed = naAllowed;
    if (style == ScoreStyle::level) made.levels = {{"符合", 10000}, {"基本符合", 8000}, {"部分符合", 6000}, {"不符合", 0}};
    if (style == ScoreStyle::time) {
        made.fullAt = 120'000;
        made.zeroAt = 240'000;
    }
    if (style == ScoreStyle::ratio) {
        made.fullAt = 10'000;
        made.zeroAt = 9'500;
    }
    const bool byItself = style == ScoreStyle::level || style == ScoreStyle::yesNo;
    if (critical != Critical::none && byItself) made.vetoAt = 0;
    return made;
}

/// A 准备 20 · B 实施 60 · C 总结 20, as in the worked example of the scoring rules (c.8).
inline ScoreSheet exampleSheet() {
    ScoreSheet sheet;
    sheet.id = "example";
    sheet.title = "例表";
    sheet.grades = {{"优", 9000}, {"良", 8000}, {"中", 6000}, {"差", 0}};
    sheet.drillVetoes = {{"1", "人员伤亡"}, {"3", "弄虚作假"}};
    using enum ScoreStyle;
    sheet.sections = {
        {"准备", "", {item("A1", points, 1000), item("A2", points, 1000, Critical::none, true)}, {}, false},
        {"实施", "", {item("B1", level, 2000, Critical::veto), item("B2", time, 2000), item("B3", points, 2000)}, {}, false},
        {"总结", "", {item("C1", points, 1000), item("C2", points, 1000, Critical::none, true)}, {}, false}};
    return sheet;
}

inline ItemAnswer given(const std::string& text) { return {ItemState::scored, text, false, ""}; }
inline ItemAnswer unseen() { return {ItemState::notObserved, "", false, ""}; }
inline ItemAnswer notApplicable(const std::string& reason = "理由") { return {ItemState::notApplicable, "", false, reason}; }

inline Evaluator evaluator(const char* key, Answers answers) {
    Evaluator made;
    made.key = key;
    made.name = key;
    made.answers = std::move(answers);
    return made;
}

/// The three evaluators of the worked example.
inline Panel examplePanel() {
    const auto garage = notApplicable("单位无地下车库");
    Panel panel = Panel::of(exampleSheet());
    panel.evaluators = {
        evaluator("甲", {{"A1", given("9")}, {"A2", garage}, {"B1", given("符合")}, {"B3", given("16")}, {"C1", given("8")}, {"C2", unseen()}}),
        evaluator("乙", {{"A1", given("8")}, {"A2", garage}, {"B1", given("符合")}, {"B3", given("10")}, {"C1", given("8")}, {"C2", unseen()}}),
        evaluator("丙", {{"A1", given("10")}, {"A2", garage}, {"B1", given("基本符合")}, {"B3", unseen()}, {"C1", given("9")}, {"C2", unseen()}})};
    panel.rulings["B2"].measured = "150";
    return panel;
}

inline const ItemResult& of(const ScoreResult& result, std::string_view no) {
    for (const ItemResult& one : result.items) {
        if (one.no == no) return one;
    }
    throw std::out_of_range(std::string(no));
}

} // namespace drills::testing
