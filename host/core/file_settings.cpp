#include "core/file_settings.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <system_error>

namespace yanxun::host {

class FileSettings::Group final : public Settings {
public:
    Group(FileSettings& owner, std::string name) : owner_(owner), name_(std::move(name)) {}

    std::string text(std::string_view key, std::string_view otherwise) const override {
        const Values& values = owner_.values_[name_];
        const auto found = values.find(key);
        return std::string(found == values.end() ? otherwise : std::string_view(found->second));
    }

    void setText(std::string_view key, std::string_view value) override {
        const std::string clean = text::clean(value);
        Values& values = owner_.values_[name_];
        const auto found = values.find(key);
        if (found != values.end() && found->second == clean) return;
        values.insert_or_assign(std::string(key), clean);
        owner_.unsaved_[name_].insert_or_assign(std::string(key), clean);
        try {
            owner_.save();
        } catch (const Error&) {
            // Kept for this run and tried again with the next change; whoever must know calls save().
        }
    }

private:
    FileSettings& owner_;
    std::string name_;
};

FileSettings::FileSettings(std::filesystem::path file) : file_(std::move(file)) { values_ = load(); }
FileSettings::~FileSettings() = default;

Settings& FileSettings::group(const std::string& name) {
    std::unique_ptr<Group>& group = groups_[name];
    if (!group) group = std::make_unique<Group>(*this, name);
    return *group;
}

void FileSettings::save() {
    if (unsaved_.empty()) return;
    std::map<std::string, Values> all = load();
    for (const auto& [group, changes] : unsaved_) {
        for (const auto& [key, value] : changes) all[group].insert_or_assign(key, value);
    }
    write(all);
    values_ = std::move(all);
    unsaved_.clear();
}

std::map<std::string, FileSettings::Values> FileSettings::load() {
    std::map<std::string, Values> all;
    std::error_code wrong;
    if (!std::filesystem::exists(file_, wrong)) return all;
    pugi::xml_document document;
    if (!document.load_file(file_.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single)) {
        putAside_ = file_;
        putAside_ += ".damaged";
        std::filesystem::rename(file_, putAside_, wrong);
        return all;
    }
    for (const pugi::xml_node& group : document.child("settings").children("group")) {
        Values& values = all[group.attribute("id").value()];
        for (const pugi::xml_node& value : group.children("value")) {
            values[value.attribute("key").value()] = value.child_value();
        }
    }
    return all;
}

void FileSettings::write(const std::map<std::string, Values>& all) const {
    pugi::xml_document document;
    pugi::xml_node settings = document.append_child("settings");
    settings.append_attribute("version") = 1;
    for (const auto& [name, values] : all) {
        pugi::xml_node group = settings.append_child("group");
        group.append_attribute("id") = name.c_str();
        for (const auto& [key, text] : values) {
            pugi::xml_node value = group.append_child("value");
            value.append_attribute("key") = key.c_str();
            value.text() = text.c_str();
        }
    }
    std::error_code wrong;
    std::filesystem::create_directories(file_.parent_path(), wrong);
    std::filesystem::path aside = file_;
    aside += ".new";
    const bool written = document.save_file(aside.c_str(), "  ");
    if (written) std::filesystem::rename(aside, file_, wrong);
    if (!written || wrong) {
        throw Unavailable(tr("设置无法保存到 {}。请检查磁盘空间和文件夹的写入权限。", file_.string()));
    }
}

} // namespace yanxun::host
