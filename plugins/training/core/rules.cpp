#include "core/rules.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace training {
namespace {

using yanxun::Date;
using yanxun::tr;

[[noreturn]] void wrong(const std::string& file, const pugi::xml_node& row, const std::string& what) {
    throw yanxun::Error(tr("规则文件 {} 的“{}”有误：{}", file, row.attribute("id").value(), what));
}

std::vector<std::string> wordsOf(const pugi::xml_attribute& attribute) {
    std::vector<std::string> words;
    std::istringstream all(attribute.value());
    for (std::string word; all >> word;)
        words.push_back(word);
    return words;
}

std::optional<Date> dayOf(const std::string& file, const pugi::xml_node& row, const char* attribute) {
    const std::string text = row.attribute(attribute).value();
    if (text.empty()) return std::nullopt;
    const auto day = Date::fromIso(text);
    if (!day) wrong(file, row, tr("{} 不是日期（如 2021-09-01）。", attribute));
    return day;
}

Window windowOf(const std::string& file, const pugi::xml_node& row) {
    const std::string word = row.attribute("window").value();
    if (word == "once") return Window::once;
    if (word == "calendar-year") return Window::calendarYear;
    if (word == "rolling-12-months") return Window::rolling12;
    if (word == "years") return Window::years;
    wrong(file, row, tr("window 应为 once、calendar-year、rolling-12-months 或 years。"));
}

HoursRule hoursRule(const std::string& file, const pugi::xml_node& row) {
    HoursRule rule;
    rule.id = row.attribute("id").value();
    rule.title = row.attribute("title").value();
    rule.roles = wordsOf(row.attribute("roles"));
    rule.industry = row.attribute("industry").value();
    rule.jurisdiction = row.attribute("jurisdiction").value();
    rule.region = row.attribute("region").value();
    rule.kind = row.attribute("kind").value();
    rule.window = windowOf(file, row);
    rule.years = row.attribute("years").as_int(1);
    rule.hours = std::int64_t(row.attribute("hours").as_double() * 100 + 0.5);
    rule.basis = row.attribute("basis").value();
    rule.source = row.attribute("source").value();
    rule.mark = row.attribute("sure").value();
    rule.from = dayOf(file, row, "from");
    rule.until = dayOf(file, row, "until");
    rule.on = row.attribute("on").as_bool(true);
    if (rule.roles.empty() || rule.hours <= 0 || rule.basis.empty()) {
        wrong(file, row, tr("要有 roles、大于 0 的 hours 和 basis。"));
    }
    return rule;
}

CertificateType certificateTypeOf(const std::string& file, const pugi::xml_node& row) {
    CertificateType type;
    type.id = row.attribute("id").value();
    type.title = row.attribute("title").value();
    type.also = wordsOf(row.attribute("also"));
    type.validityMonths = row.attribute("validity-months").as_llong();
    type.reviewMonths = row.attribute("review-months").as_llong();
    type.basis = row.attribute("basis").value();
    type.mark = row.attribute("sure").value();
    if (type.title.empty() || type.validityMonths < 0 || type.reviewMonths < 0) {
        wrong(file, row, tr("要有 title，月数不能小于 0。"));
    }
    return type;
}

ArchivePart archivePart(const std::string& file, const pugi::xml_node& row) {
    ArchivePart part{row.attribute("id").value(),   row.attribute("title").value(), row.attribute("basis").value(),
                     row.attribute("sure").value(), row.attribute("scope").value(), row.attribute("derived").value()};
    if (part.scope != "class" && part.scope != "person" && part.scope != "unit") {
        wrong(file, row, tr("scope 应为 class、person 或 unit。"));
    }
    return part;
}

/// Rows of the first such file; rows without an id are remarks.
template <class Use>
void readRows(const std::vector<std::filesystem::path>& folders, const std::string& name, const Use& use) {
    for (const auto& folder : folders) {
        const std::filesystem::path path = folder / name;
        if (!std::filesystem::exists(path)) continue;
        pugi::xml_document document;
        if (!document.load_file(path.c_str()) || !document.document_element()) {
            throw yanxun::Unavailable(tr("规则文件 {} 已损坏，无法读取，请恢复该文件。", path.string()));
        }
        for (const auto& row : document.document_element().children()) {
            if (row.attribute("id")) use(row);
        }
        return;
    }
    throw yanxun::Unavailable(tr("缺少规则文件 {}，请重新安装。", name));
}

} // namespace

Rules Rules::load(const std::vector<std::filesystem::path>& folders) {
    Rules rules;
    readRows(folders, "training_hours.xml",
             [&](const pugi::xml_node& row) { rules.hours_.push_back(hoursRule("training_hours.xml", row)); });
    readRows(folders, "training_certificates.xml", [&](const pugi::xml_node& row) {
        if (std::string(row.name()) == "warning") {
            rules.warnDays_.clear();
            for (const std::string& days : wordsOf(row.attribute("days")))
                rules.warnDays_.push_back(std::atoll(days.c_str()));
            std::sort(rules.warnDays_.rbegin(), rules.warnDays_.rend());
            if (rules.warnDays_.empty() || rules.warnDays_.back() <= 0) {
                wrong("training_certificates.xml", row, tr("days 应为大于 0 的天数，以空格分开。"));
            }
        } else if (row.attribute("on").as_bool(true)) {
            rules.types_.push_back(certificateTypeOf("training_certificates.xml", row));
        }
    });
    readRows(folders, "training_archives.xml", [&](const pugi::xml_node& row) {
        if (row.attribute("on").as_bool(true)) rules.parts_.push_back(archivePart("training_archives.xml", row));
    });
    return rules;
}

std::vector<ArchivePart> Rules::partsOf(const std::string& scope) const {
    std::vector<ArchivePart> parts;
    for (const ArchivePart& part : parts_) {
        if (part.scope == scope) parts.push_back(part);
    }
    return parts;
}

const CertificateType* Rules::certificateType(const std::string& word) const {
    const std::string wanted = yanxun::text::loose(word);
    for (const CertificateType& type : types_) {
        if (type.id == word || yanxun::text::loose(type.title) == wanted) return &type;
        for (const std::string& other : type.also) {
            if (yanxun::text::loose(other) == wanted) return &type;
        }
    }
    return nullptr;
}

std::string Rules::titleOf(const std::string& type) const {
    const CertificateType* const known = certificateType(type);
    return known ? known->title : type;
}

} // namespace training
