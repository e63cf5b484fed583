// Random sheets and panels: what holds for every result, whatever was filled in.
#include "core/score_sheet_entries.h"
#include "scoring_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace drills::testing {
namespace {

constexpr int rounds = 10'000;

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int limit) { return int(engine_() % unsigned(limit)); }
    bool oneIn(int many) { return below(many) == 0; }
    std::mt19937& engine() { return engine_; }

private:
    std::mt19937 engine_;
};

ScoreSheet randomSheet(Chance& chance) {
    ScoreSheet sheet = exampleSheet();
    sheet.sections.clear();
    sheet.coverageMin = chance.below(5) * 2000;
    sheet.naMax = chance.oneIn(2) ? 3000 : 10000;
    sheet.vetoEffect = VetoEffect(chance.below(3));
    int left = 10000;
    for (int s = 0; left > 0; ++s) {
        ScoreSection section;
        section.title = "S" + std::to_string(s);
        for (int i = 0; i <= chance.below(4) && left > 0; ++i) {
            const int points = std::min(left, 50 * (1 + chance.below(40)));
            left -= points;
            const Critical critical = chance.oneIn(6) ? (chance.oneIn(2) ? Critical::veto : Critical::cap) : Critical::none;
            const std::string no = std::to_string(s) + "." + std::to_string(i);
            section.items.push_back(item(no.c_str(), ScoreStyle(chance.below(6)), points, critical, chance.oneIn(2)));
        }
        sheet.sections.push_back(std::move(section));
    }
    return sheet;
}

ItemAnswer randomAnswer(Chance& chance, const ScoreItem& one) {
    ItemAnswer answer;
    answer.reason = "理由";
    const int luck = chance.below(8);
    if (luck == 0) return unseen();
    if (luck == 1 && one.naAllowed && one.critical == Critical::none) return notApplicable();
    answer.state = ItemState::scored;
    answer.veto = one.critical != Critical::none && chance.oneIn(8);
    switch (one.style) {
    case ScoreStyle::yesNo: answer.given = chance.oneIn(4) ? "否" : "是"; break;
    case ScoreStyle::level: answer.given = one.levels[std::size_t(chance.below(4))].name; break;
    case ScoreStyle::points: {
        const int half = chance.below(int(one.full / 50) + 1);
        answer.given = std::to_string(half / 2) + (half % 2 ? ".5" : "");
        break;
    }
    case ScoreStyle::deduct: answer.given = std::to_string(chance.below(4)) + "×" + std::to_string(chance.below(4)) + " 缺"; break;
    case ScoreStyle::time: answer.given = std::to_string(chance.below(300)); break;
    case ScoreStyle::ratio: answer.given = std::to_string(900 + chance.below(120)) + "/1000"; break;
    case ScoreStyle::text: answer.given = "好"; break;
    }
    return answer;
}

Panel randomPanel(Chance& chance, const ScoreSheet& sheet) {
    Panel panel = Panel::of(sheet);
    panel.aggregate = Aggregate(chance.below(6));
    panel.aggregateReason = "随机";
    panel.totalMode = TotalMode(chance.below(2));
    const int people = 1 + chance.below(7);
    for (int p = 0; p < people; ++p) {
        Evaluator one = evaluator(("e" + std::to_string(p)).c_str(), {});
        one.weight = 20 + chance.below(200);
        if (chance.oneIn(7)) one.state = SheetState::open;
        for (const auto& section : sheet.sections) {
            for (const auto& asked : section.items) one.answers[asked.no] = randomAnswer(chance, asked);
        }
        panel.evaluators.push_back(std::move(one));
    }
    return panel;
}

std::size_t place(const ScoreSheet& sheet, const std::string& grade) {
    for (std::size_t i = 0; i < sheet.grades.size(); ++i) {
        if (sheet.grades[i].name == grade) return i;
    }
    return sheet.grades.size();
}

template <class Check>
void forEachCase(unsigned seed, Check check) {
    Chance chance(seed);
    for (int round = 0; round < rounds; ++round) {
        const ScoreSheet sheet = randomSheet(chance);
        const Panel panel = randomPanel(chance, sheet);
        check(chance, sheet, panel, score(sheet, panel));
        if (::testing::Test::HasFailure()) return;
    }
}

TEST(ScoringProperties, TheScoreNeverLeavesItsBounds) {
    int numbers = 0;
    forEachCase(1, [&](Chance&, const ScoreSheet&, const Panel&, const ScoreResult& result) {
        ASSERT_GE(result.coverage, 0);
        ASSERT_LE(result.coverage, 10000);
        if (!result.total) return;
        ++numbers;
        ASSERT_GE(*result.total, 0);
        ASSERT_LE(*result.total, 10000);
        ASSERT_EQ(*result.total % 10, 0);
        for (const ItemResult& one : result.items) {
            ASSERT_TRUE(!one.points || (*one.points >= 0 && *one.points <= one.full)) << one.no;
        }
    });
    EXPECT_GT(numbers, rounds / 4) << "the cases must reach a number";
}

TEST(ScoringProperties, NotApplicableLeavesEveryOtherItemAlone) {
    forEachCase(2, [](Chance& chance, const ScoreSheet& sheet, const Panel& panel, const ScoreResult& before) {
        std::vector<std::string> allowed;
        for (const auto& section : sheet.sections) {
            for (const auto& one : section.items) {
                if (one.naAllowed && one.critical == Critical::none) allowed.push_back(one.no);
            }
        }
        if (allowed.empty()) return;
        const std::string gone = allowed[std::size_t(chance.below(int(allowed.size())))];
        Panel without = panel;
        for (Evaluator& one : without.evaluators) one.answers[gone] = notApplicable();
        const ScoreResult after = score(sheet, without);
        for (std::size_t i = 0; i < after.items.size(); ++i) {
            if (after.items[i].no != gone) {
                ASSERT_EQ(after.items[i].points, before.items[i].points);
            }
        }
    });
}

TEST(ScoringProperties, TheOrderOfEvaluatorsDoesNotMatter) {
    forEachCase(3, [](Chance& chance, const ScoreSheet& sheet, const Panel& panel, const ScoreResult& before) {
        Panel mixed = panel;
        std::shuffle(mixed.evaluators.begin(), mixed.evaluators.end(), chance.engine());
        const ScoreResult after = score(sheet, mixed);
        ASSERT_EQ(after.total, before.total);
        ASSERT_EQ(after.grade, before.grade);
        ASSERT_EQ(after.disputed, before.disputed);
        ASSERT_EQ(inputsHash(sheet, mixed), inputsHash(sheet, panel));
    });
}

TEST(ScoringProperties, TrimmingFewerThanFiveIsTheMean) {
    Chance chance(4);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Vote> votes;
        for (int i = 0; i <= chance.below(4); ++i) votes.push_back({chance.below(2001)});
        ASSERT_EQ(aggregated(votes, Aggregate::trimmed), aggregated(votes, Aggregate::mean));
    }
}

TEST(ScoringProperties, AVetoCanLowerAGradeAndNeverRaiseIt) {
    int vetoed = 0;
    forEachCase(5, [&](Chance&, const ScoreSheet& sheet, const Panel& panel, const ScoreResult& before) {
        if (before.verdict != Verdict::graded) return;
        Panel worse = panel;
        worse.drillVetoes = {{"1", VetoDecision::confirmed, "伤一人", "组长"}};
        const ScoreResult after = score(sheet, worse);
        ++vetoed;
        ASSERT_EQ(after.total, before.total);
        ASSERT_GE(place(sheet, after.grade), place(sheet, before.grade));
    });
    forEachCase(6, [&](Chance&, const ScoreSheet& sheet, const Panel&, const ScoreResult& result) {
        if (result.verdict == Verdict::vetoed) {
            ASSERT_GE(place(sheet, result.grade), place(sheet, result.gradeComputed));
        }
    });
    EXPECT_GT(vetoed, 100);
}

TEST(ScoringProperties, WhatIsStoredGivesTheSameHashAndNumber) {
    forEachCase(7, [](Chance&, const ScoreSheet& sheet, const Panel& panel, const ScoreResult& before) {
        const std::string xml = entriesXml(sheet, panel);
        const Entries read = parseEntries(xml, sheet);
        const ScoreResult after = score(sheet, read.panel);
        ASSERT_EQ(inputsHash(sheet, read.panel), inputsHash(sheet, panel));
        ASSERT_EQ(after.total, before.total);
        ASSERT_EQ(after.coverage, before.coverage);
        ASSERT_EQ(after.grade, before.grade);
        ASSERT_EQ(after.disputed, before.disputed);
    });
}

} // namespace
} // namespace drills::testing
