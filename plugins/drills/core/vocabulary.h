#pragma once
#include "core/drill.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace drills {

/// One band of a grade profile: from `from` (1/100 point) upwards.
struct GradeBand {
    std::string name;
    std::int64_t from = 0;
};

/// A line of the readiness list a drill starts with.
struct UsualCheck {
    OrgForm form = OrgForm::unknown; ///< unknown = every form
    std::string text;
    bool required = true;
};

/// The words of the trade as data (templates/words/drill_words.xml): 灾种 with what else they are called, 形式 with the
/// axes they stand for, and the grades by which ledger scores are told apart.
class Vocabulary {
public:
    Vocabulary() = default;
    /// Reads the first drill_words.xml found in `folders`. Throws Unavailable when there is none or it is wrong.
    static Vocabulary load(const std::vector<std::filesystem::path>& folders);

    /// The dictionary's word for what was written; a word nobody knows stays as it is.
    std::string hazard(const std::string& written) const;
    /// «双盲» → 实战 + 双盲. A word nobody knows says nothing about the axes.
    Axes axes(const std::string& modeWord) const;
    const std::vector<std::string>& hazards() const { return hazards_; }
    const std::vector<std::string>& modes() const { return modes_; }
    /// From the best down.
    const std::vector<GradeBand>& grades() const { return grades_; }
    /// The grade of a score rounded to 0.1 point; "" without grades.
    std::string grade(std::int64_t score) const;
    /// What stands for the hazard in numbers of drills: «FX»; the initials of its pinyin when the file does not say.
    std::string code(const std::string& hazard) const;
    /// The readiness list of a drill of that form.
    std::vector<UsualCheck> checks(OrgForm form) const;

private:
    std::vector<std::string> hazards_, modes_;
    std::map<std::string, std::string, std::less<>> hazardByWord_; ///< by text::loose
    std::map<std::string, Axes, std::less<>> axesByWord_;
    std::vector<GradeBand> grades_;
    std::map<std::string, std::string, std::less<>> codeByHazard_;
    std::vector<UsualCheck> checks_;
};

/// The first band, from the best down, that the score reaches; "" when it reaches none.
std::string gradeOf(const std::vector<GradeBand>& bands, std::int64_t score);

} // namespace drills
