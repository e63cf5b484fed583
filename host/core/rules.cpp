#include "core/rules.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <map>

namespace yanxun::host {
namespace {

RuleFile readFile(const std::filesystem::path& file) {
    pugi::xml_document document;
    if (!document.load_file(file.c_str()) || !document.document_element()) {
        throw Error(tr("规则文件 {} 已损坏，无法读取。请恢复这个文件。", file.string()));
    }
    const pugi::xml_node root = document.document_element();
    RuleFile result;
    result.file = file;
    result.id = root.attribute("id").as_string(file.stem().c_str());
    result.title = root.attribute("title").as_string();
    result.version = root.attribute("version").as_string();
    for (const pugi::xml_node& node : root.children()) {
        if (!node.attribute("id")) continue;
        RuleRow row;
        row.id = node.attribute("id").as_string();
        row.title = node.attribute("title").as_string();
        row.basis = node.attribute("basis").as_string();
        row.from = node.attribute("from").as_string();
        row.until = node.attribute("until").as_string();
        row.checked = node.attribute("checked").as_string();
        row.sure = node.attribute("sure").as_string();
        row.on = node.attribute("on").as_bool(true);
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace

std::vector<RuleFile> readRules(const std::vector<std::filesystem::path>& folders) {
    std::map<std::string, std::filesystem::path> files;
    for (const std::filesystem::path& folder : folders) {
        std::error_code none;
        for (const auto& item : std::filesystem::directory_iterator(folder, none)) {
            if (item.path().extension() == ".xml") files.emplace(item.path().filename().string(), item.path());
        }
    }
    std::vector<RuleFile> all;
    for (const auto& [name, file] : files) all.push_back(readFile(file));
    return all;
}

} // namespace yanxun::host
