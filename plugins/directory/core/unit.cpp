#include "core/unit.h"

#include "core/uscc.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::tr;

namespace {

struct Word {
    std::string_view written, kind, subkind;
};

// The words ledgers write for a sort of unit; a word that is itself a kind is found before.
constexpr std::array words{
    Word{"公司", kind::enterprise, ""},
    Word{"生产经营单位", kind::enterprise, ""},
    Word{"个体工商户", kind::enterprise, "个体工商户"},
    Word{"企业单位", kind::enterprise, ""},
    Word{"行政村", kind::village, ""},
    Word{"村委会", kind::village, ""},
    Word{"村民委员会", kind::village, ""},
    Word{"农村", kind::village, ""},
    Word{"村庄", kind::village, ""},
    Word{"自然村", kind::village, "自然村"},
    Word{"居委会", kind::community, ""},
    Word{"居民委员会", kind::community, ""},
    Word{"社区居委会", kind::community, ""},
    Word{"小区", kind::community, "小区"},
    Word{"幼儿园", kind::school, "幼儿园"},
    Word{"小学", kind::school, "小学"},
    Word{"中学", kind::school, "中学"},
    Word{"初中", kind::school, "初中"},
    Word{"高中", kind::school, "高中"},
    Word{"大学", kind::school, "高校"},
    Word{"高校", kind::school, "高校"},
    Word{"职业学校", kind::school, "职业学校"},
    Word{"培训学校", kind::school, "培训学校"},
    Word{"政府部门", kind::government, ""},
    Word{"机关单位", kind::government, ""},
    Word{"政府机关", kind::government, ""},
    Word{"事业单位", kind::government, "事业单位"},
    Word{"卫生院", kind::hospital, "卫生院"},
    Word{"医疗机构", kind::hospital, ""},
    Word{"养老院", kind::carehome, ""},
    Word{"敬老院", kind::carehome, ""},
    Word{"社会团体", kind::society, ""},
};

constexpr std::array namedSchools{std::string_view("幼儿园")};

} // namespace

const std::optional<std::int64_t>& Unit::people() const { return const_cast<Unit*>(this)->people(); }

std::optional<std::int64_t>& Unit::people() {
    if (kind == kind::school) return pupils;
    if (kind == kind::village || kind == kind::community) return population;
    return staff;
}

UnitRef Unit::ref() const { return {id, name, kind, subkind, regionId, regionCode, regionName}; }

std::vector<FieldError> check(const Unit& unit) {
    std::vector<FieldError> errors;
    if (unit.name.empty()) errors.push_back({"name", tr("请填写单位全称。")});
    if (yanxun::text::length(unit.name) > 100)
        errors.push_back({"name", tr("单位名称超过 100 个字，请检查是否粘贴有误。")});
    if (!unit.kind.empty() && std::find(kind::all.begin(), kind::all.end(), unit.kind) == kind::all.end())
        errors.push_back({"kind", tr("没有“{}”这一类别，请从列表中选择。", unit.kind)});
    if (!unit.uscc.empty() && unit.uscc.size() != 18)
        errors.push_back({"uscc", tr("统一社会信用代码应为 18 位，现为 {} 位，请核对。", unit.uscc.size())});
    const std::pair<const char*, const std::optional<std::int64_t>*> counts[]{
        {"staff", &unit.staff}, {"pupils", &unit.pupils}, {"population", &unit.population}};
    for (const auto& [field, count] : counts)
        if (*count && **count < 0) errors.push_back({field, tr("人数不能为负数，请填写 0 或正整数。")});
    return errors;
}

void tidy(Unit& unit) {
    for (std::string* text : {&unit.name, &unit.kind, &unit.subkind, &unit.regionName, &unit.village, &unit.grid,
                              &unit.industry, &unit.contact, &unit.phone, &unit.address})
        *text = yanxun::text::key(*text);
    unit.note = yanxun::text::clean(unit.note);
    unit.uscc = normaliseUscc(unit.uscc);
    unit.usccValid = isValidUscc(unit.uscc);
    unit.incomplete = unit.kind.empty();
}

KindProposal proposeKind(std::string_view written, std::string_view unitName) {
    const std::string word = yanxun::text::key(written);
    KindProposal proposal;
    if (word.empty()) return proposal;
    const auto known = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.written == word; });
    if (std::find(kind::all.begin(), kind::all.end(), word) != kind::all.end()) {
        proposal.kind = word;
    } else if (known != words.end()) {
        proposal.kind = known->kind;
        proposal.subkind = known->subkind;
    } else {
        proposal.kind = kind::other;
        proposal.subkind = word;
        proposal.understood = false;
    }
    if (proposal.kind != kind::school || !proposal.subkind.empty()) return proposal;
    for (const std::string_view named : namedSchools) {
        if (unitName.find(named) == std::string_view::npos) continue;
        proposal.subkind = named;
        proposal.fromName = true;
    }
    return proposal;
}

std::string maskPhone(std::string_view phone) {
    if (phone.empty()) return {};
    if (phone.size() < 8) return std::string(phone.size(), '*');
    return std::string(phone.substr(0, 3)) + std::string(phone.size() - 7, '*') +
           std::string(phone.substr(phone.size() - 4));
}

} // namespace directory
