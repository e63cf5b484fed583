#include "core/plugins/manifest.h"

#include "core/registry.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <algorithm>
#include <cctype>

namespace yanxun::host {
namespace {

std::string childText(const pugi::xml_node& plugin, const char* name) {
    return text::key(plugin.child_value(name));
}

/// Ids become names of files, tables and console verbs.
bool isId(const std::string& id) {
    if (id.empty() || id.size() > 40 || !(id[0] >= 'a' && id[0] <= 'z')) return false;
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

} // namespace

Manifest readManifest(const std::filesystem::path& file) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_file(file.c_str());
    const pugi::xml_node plugin = document.child("plugin");
    if (!parsed || !plugin) {
        throw Error(tr("插件的说明文件无法读取：{}。请重新安装这个插件。", file.string()));
    }

    Manifest manifest;
    manifest.id = plugin.attribute("id").value();
    manifest.version = plugin.attribute("version").value();
    manifest.name = childText(plugin, "name");
    manifest.description = childText(plugin, "description");
    manifest.licence = childText(plugin, "licence");
    for (const pugi::xml_node& needed : plugin.child("needs").children("plugin")) {
        auto& named = needed.attribute("optional").as_bool() ? manifest.wishes : manifest.needs;
        named.push_back(needed.attribute("id").value());
    }
    if (!isId(manifest.id)) {
        throw Error(tr("插件说明文件里的标识“{}”不对：只能用小写字母、数字和下划线，以字母开头（{}）。", manifest.id,
                       file.string()));
    }
    if (manifest.id == Registry::kOwnRoom) {
        throw Error(tr("插件的标识“{}”是程序自己用的，请给插件换一个标识（{}）。", manifest.id, file.string()));
    }
    if (manifest.name.empty()) manifest.name = manifest.id;
    return manifest;
}

} // namespace yanxun::host
