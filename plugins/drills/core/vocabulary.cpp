#include "core/vocabulary.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <sstream>

namespace drills {
namespace {

using yanxun::tr;

constexpr auto fileName = "drill_words.xml";

/// A name and what else it is called, as keys that forgive spaces and case.
std::vector<std::string> keysOf(const pugi::xml_node& entry) {
    std::vector<std::string> keys{yanxun::text::loose(entry.attribute("name").value())};
    std::istringstream others(entry.attribute("also").value());
    for (std::string other; others >> other;) keys.push_back(yanxun::text::loose(other));
    return keys;
}

template <class Axis>
Axis axisOf(const pugi::xml_node& entry, const char* attribute, std::initializer_list<Axis> known) {
    const std::string given = entry.attribute(attribute).value();
    if (given.empty()) return Axis{};
    for (const Axis axis : known) {
        if (word(axis) == given) return axis;
    }
    throw yanxun::Unavailable(tr("用语文件 {} 中“{}”不是可用的分类。", fileName, given));
}

Axes axesOf(const pugi::xml_node& entry) {
    return {axisOf(entry, "form", {OrgForm::live, OrgForm::tabletop}),
            axisOf(entry, "content", {Content::single, Content::combined}),
            axisOf(entry, "purpose", {Purpose::checking, Purpose::demonstration, Purpose::research}),
            axisOf(entry, "notice", {Notice::announced, Notice::surprise, Notice::doubleBlind})};
}

} // namespace

Vocabulary Vocabulary::load(const std::vector<std::filesystem::path>& folders) {
    for (const auto& folder : folders) {
        const std::filesystem::path path = folder / fileName;
        if (!std::filesystem::exists(path)) continue;
        pugi::xml_document document;
        if (!document.load_file(path.c_str())) {
            throw yanxun::Unavailable(tr("用语文件 {} 无法读取，请重新安装或恢复该文件。", path.string()));
        }
        Vocabulary words;
        for (const auto& entry : document.child("words").children("hazard")) {
            words.hazards_.push_back(entry.attribute("name").value());
            for (const auto& key : keysOf(entry)) words.hazardByWord_[key] = words.hazards_.back();
            if (entry.attribute("code")) words.codeByHazard_[words.hazards_.back()] = entry.attribute("code").value();
        }
        for (const auto& entry : document.child("words").children("mode")) {
            words.modes_.push_back(entry.attribute("name").value());
            for (const auto& key : keysOf(entry)) words.axesByWord_[key] = axesOf(entry);
        }
        for (const auto& entry : document.child("words").children("grade")) {
            words.grades_.push_back({entry.attribute("name").value(), entry.attribute("from").as_llong() * 100});
        }
        for (const auto& entry : document.child("words").children("check")) {
            words.checks_.push_back({axesOf(entry).form, entry.attribute("text").value(), entry.attribute("required").as_bool(true)});
        }
        return words;
    }
    throw yanxun::Unavailable(tr("缺少用语文件 {}，请重新安装。", fileName));
}

std::string Vocabulary::hazard(const std::string& written) const {
    const auto found = hazardByWord_.find(yanxun::text::loose(written));
    return found == hazardByWord_.end() ? yanxun::text::key(written) : found->second;
}

Axes Vocabulary::axes(const std::string& modeWord) const {
    const auto found = axesByWord_.find(yanxun::text::loose(modeWord));
    return found == axesByWord_.end() ? Axes{} : found->second;
}

std::string Vocabulary::grade(std::int64_t score) const { return gradeOf(grades_, score); }

std::string Vocabulary::code(const std::string& hazard) const {
    const auto found = codeByHazard_.find(hazard);
    if (found != codeByHazard_.end()) return found->second;
    const std::string pinyin = yanxun::text::pinyin(hazard);
    const std::size_t blank = pinyin.rfind(' ');
    std::string code;
    for (const char letter : blank == std::string::npos ? std::string() : pinyin.substr(blank + 1)) {
        if (letter >= 'a' && letter <= 'z' && code.size() < 2) code += char(letter - 'a' + 'A');
    }
    return code.empty() ? "QT" : code;
}

std::vector<UsualCheck> Vocabulary::checks(OrgForm form) const {
    std::vector<UsualCheck> fitting;
    for (const UsualCheck& check : checks_) {
        if (check.form == OrgForm::unknown || check.form == form) fitting.push_back(check);
    }
    return fitting;
}

std::string gradeOf(const std::vector<GradeBand>& bands, std::int64_t score) {
    for (const GradeBand& band : bands) {
        if (score >= band.from) return band.name;
    }
    return {};
}

} // namespace drills
