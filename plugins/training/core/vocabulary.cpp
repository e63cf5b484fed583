#include "core/vocabulary.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <sstream>

namespace training {
namespace {

using yanxun::tr;

constexpr auto fileName = "training_words.xml";

Mode modeCalled(const std::string& value) {
    for (const Mode mode : {Mode::offline, Mode::online, Mode::mixed}) {
        if (word(mode) == value) return mode;
    }
    throw yanxun::Unavailable(tr("用语文件 {} 中“{}”不是可用的形式，应为线下、网络或混合。", fileName, value));
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
        for (const auto& entry : document.child("words").children()) {
            const std::string sort = entry.name(), name = entry.attribute("name").value();
            if (name.empty()) continue;
            words.names_[sort].push_back(name);
            words.byWord_[{sort, yanxun::text::loose(name)}] = name;
            std::istringstream others(entry.attribute("also").value());
            for (std::string other; others >> other;)
                words.byWord_[{sort, yanxun::text::loose(other)}] = name;
            if (sort == "mode") words.modes_[name] = modeCalled(entry.attribute("value").value());
        }
        return words;
    }
    throw yanxun::Unavailable(tr("缺少用语文件 {}，请重新安装。", fileName));
}

Mode Vocabulary::mode(const std::string& written) const {
    const auto found = modes_.find(known("mode", written));
    return found == modes_.end() ? Mode::unknown : found->second;
}

std::string Vocabulary::kind(const std::string& written) const { return known("kind", written); }
std::string Vocabulary::role(const std::string& written) const { return known("role", written); }

const std::vector<std::string>& Vocabulary::names(const std::string& sort) const {
    const auto found = names_.find(sort);
    return found == names_.end() ? none_ : found->second;
}

std::string Vocabulary::known(const std::string& sort, const std::string& written) const {
    const auto found = byWord_.find({sort, yanxun::text::loose(written)});
    return found == byWord_.end() ? yanxun::text::key(written) : found->second;
}

} // namespace training
