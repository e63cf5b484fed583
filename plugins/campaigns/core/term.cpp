#include "core/term.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace campaigns {

using yanxun::tr;

std::string word(TermKind kind) {
    switch (kind) {
    case TermKind::category: return tr("类别");
    case TermKind::theme: return tr("主题");
    case TermKind::channel: return tr("渠道");
    case TermKind::metric: return tr("宣传形式");
    }
    return {};
}

Terms::Terms(std::vector<Term> all) : all_(std::move(all)) {
    std::sort(all_.begin(), all_.end(), [](const Term& a, const Term& b) {
        return std::tuple(a.kind, a.place, a.id) < std::tuple(b.kind, b.place, b.id);
    });
}

std::vector<const Term*> Terms::of(TermKind kind) const {
    std::vector<const Term*> found;
    for (const Term& term : all_) {
        if (term.kind == kind && term.active) found.push_back(&term);
    }
    return found;
}

const Term* Terms::find(std::int64_t id) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Term& term) { return term.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

const Term* Terms::find(TermKind kind, const std::string& written) const {
    const std::string wanted = yanxun::text::loose(written);
    if (wanted.empty()) return nullptr;
    for (const Term& term : all_) {
        if (term.kind == kind && yanxun::text::loose(term.name) == wanted) return &term;
    }
    for (const Term& term : all_) {
        if (term.kind != kind) continue;
        std::istringstream others(term.also);
        for (std::string other; others >> other;) {
            if (yanxun::text::loose(other) == wanted) return &term;
        }
    }
    return nullptr;
}

const Term* Terms::coded(TermKind kind, const std::string& code) const {
    const auto found = std::find_if(all_.begin(), all_.end(),
                                    [&](const Term& term) { return term.kind == kind && term.code == code; });
    return found == all_.end() ? nullptr : &*found;
}

std::string Terms::name(std::int64_t id) const {
    const Term* term = find(id);
    return term ? term->name : std::string();
}

std::vector<const Term*> Terms::counted() const {
    std::vector<const Term*> found = of(TermKind::category);
    std::erase_if(found, [](const Term* term) { return term->scope.empty(); });
    return found;
}

std::vector<std::string> splitWords(const std::string& written) {
    static constexpr std::array<std::string_view, 9> signs{"、", "，", "；", "\n", "/", ",", ";", "|", "／"};
    std::string text = written;
    for (const std::string_view sign : signs) {
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
            text.replace(at, sign.size(), "\n");
        }
    }
    std::vector<std::string> words;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::string word = yanxun::text::key(line);
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, const char* sign) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : sign) + word;
    return all;
}

} // namespace campaigns
