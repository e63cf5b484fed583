#pragma once
#include "core/training_class.h"

#include <filesystem>
#include <map>

namespace training {

/// The words of the trade as data (templates/words/training_words.xml): 形式 with the mode they stand for, 培训类别,
/// 人员类别, levels, ways of taking attendance, sorts of exam.
class Vocabulary {
public:
    Vocabulary() = default;
    /// Reads the first training_words.xml found in `folders`. Throws Unavailable when there is none or it is wrong.
    static Vocabulary load(const std::vector<std::filesystem::path>& folders);

    /// «线上» → 网络. A word nobody knows says nothing about the mode.
    Mode mode(const std::string& written) const;
    /// The dictionary's word for what was written; a word nobody knows stays as it is.
    std::string kind(const std::string& written) const;
    std::string role(const std::string& written) const;
    const std::vector<std::string>& modes() const { return names("mode"); }
    const std::vector<std::string>& kinds() const { return names("kind"); }
    const std::vector<std::string>& roles() const { return names("role"); }
    const std::vector<std::string>& levels() const { return names("level"); }
    const std::vector<std::string>& methods() const { return names("method"); }
    const std::vector<std::string>& exams() const { return names("exam"); }

private:
    const std::vector<std::string>& names(const std::string& sort) const;
    std::string known(const std::string& sort, const std::string& written) const;
    std::vector<std::string> none_;
    std::map<std::string, std::vector<std::string>> names_;             ///< by sort: mode, kind …
    std::map<std::pair<std::string, std::string>, std::string> byWord_; ///< (sort, text::loose) → name
    std::map<std::string, Mode, std::less<>> modes_;
};

} // namespace training
