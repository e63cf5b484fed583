#include "table/ledger_headings.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <pugixml.hpp>

namespace yanxun {

namespace {

/// The file in the first folder that has it; false when none has.
bool loadFirst(const std::vector<std::filesystem::path>& folders, const std::string& name, pugi::xml_document& document) {
    for (const auto& folder : folders) {
        const auto path = folder / (name + ".xml");
        std::error_code absent;
        if (!std::filesystem::is_regular_file(path, absent)) continue;
        const auto read = document.load_file(path.c_str());
        if (read && document.child("ledger")) return true;
        throw Error(tr("表头词典“{}”已损坏，请恢复程序自带的文件后再导入。", path.string()));
    }
    return false;
}

std::vector<std::string> headingsIn(const pugi::xml_node& node) {
    std::vector<std::string> found;
    for (const auto& heading : node.children("heading")) found.emplace_back(heading.text().get());
    return found;
}

void addKeys(const pugi::xml_node& ledger, const char* name, std::set<std::string>& keys) {
    for (const auto& node : ledger.children(name)) {
        for (const auto& heading : headingsIn(node)) keys.insert(headingKey(heading));
    }
}

} // namespace

std::string headingKey(std::string_view heading) {
    std::string key = text::loose(heading);
    std::erase_if(key, [](char c) { return c == '*' || c == ':'; });
    return key;
}

std::string bareHeading(const std::string& key) {
    // Square brackets of Chinese print (【】) keep their own characters under NFKC.
    static constexpr std::pair<std::string_view, std::string_view> brackets[] = {{"(", ")"}, {"[", "]"}, {"【", "】"}};
    std::string bare = key;
    for (const auto& [open, close] : brackets) {
        for (auto from = bare.find(open); from != std::string::npos; from = bare.find(open)) {
            const auto to = bare.find(close, from);
            bare.erase(from, to == std::string::npos ? std::string::npos : to + close.size() - from);
        }
    }
    return bare;
}

LedgerHeadings LedgerHeadings::load(const std::vector<std::filesystem::path>& folders, const std::string& kind) {
    LedgerHeadings all;
    for (const char* own : {kResultHeading, kReasonHeading}) all.neutral.insert(headingKey(own));
    for (const std::string& name : {std::string("common"), kind}) {
        pugi::xml_document document;
        if (!loadFirst(folders, name, document)) continue;
        const auto ledger = document.child("ledger");
        addKeys(ledger, "serial", all.serial);
        addKeys(ledger, "neutral", all.neutral);
        for (const auto& column : ledger.children("column")) {
            all.byColumn[column.attribute("id").value()] = headingsIn(column);
            all.byTitle[headingKey(column.attribute("title").value())] = headingsIn(column);
        }
    }
    all.neutral.insert(all.serial.begin(), all.serial.end());
    return all;
}

std::vector<std::string> LedgerHeadings::namesOf(const ImportColumn& column) const {
    std::vector<std::string> names{column.title};
    names.insert(names.end(), column.synonyms.begin(), column.synonyms.end());
    auto more = byColumn.find(column.id);
    if (more == byColumn.end()) {
        more = byTitle.find(headingKey(column.title));
        if (more == byTitle.end()) return names;
    }
    names.insert(names.end(), more->second.begin(), more->second.end());
    return names;
}

} // namespace yanxun
