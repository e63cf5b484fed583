#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace campaigns {

/// What an entry of the dictionary is a word for; the numbers are stored.
enum class TermKind { category = 1, theme = 2, channel = 3, metric = 4 }; ///< 类别 主题 渠道 宣传形式

/// An entry of the bureau's dictionary. The five 进 are seeded; 七进, 八进 … are added by people.
struct Term {
    std::int64_t id = 0, revision = 0;
    TermKind kind = TermKind::category;
    std::string code;  ///< of a seeded entry: «enterprise», «banner»; "" of a bureau's own
    std::string name;  ///< 进企业, 横幅
    std::string also;  ///< what ledgers call it besides, parted by spaces
    std::string unit;  ///< of metrics and channels: 条 块 份
    std::string scope; ///< of categories: the list of directory it is counted against (企业); "" = none
    std::int64_t place = 0;
    bool active = true;
};

std::string word(TermKind kind);
/// What records call their terms: looked up by id and by what people write.
class Terms {
public:
    Terms() = default;
    explicit Terms(std::vector<Term> all);

    const std::vector<Term>& all() const { return all_; }
    /// In the dictionary's order, those not in use left out.
    std::vector<const Term*> of(TermKind kind) const;
    const Term* find(std::int64_t id) const;
    /// By name or another word for it (text::loose); null when nobody knows it.
    const Term* find(TermKind kind, const std::string& written) const;
    /// A seeded entry by its code; null when the bureau removed it.
    const Term* coded(TermKind kind, const std::string& code) const;
    /// The name, "" of an unknown id.
    std::string name(std::int64_t id) const;
    /// Categories that are counted against a yearly list.
    std::vector<const Term*> counted() const;

private:
    std::vector<Term> all_;
};

/// «进农村、进家庭» at the usual signs between words (顿号, commas, semicolons, slashes, line breaks); none is empty.
std::vector<std::string> splitWords(const std::string& written);
std::string joined(const std::vector<std::string>& words, const char* sign = "、");

} // namespace campaigns
