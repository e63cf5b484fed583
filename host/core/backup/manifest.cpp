#include "core/backup/manifest.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <sstream>

namespace yanxun::host {

std::string BackupManifest::xml() const {
    pugi::xml_document document;
    pugi::xml_node backup = document.append_child("backup");
    backup.append_attribute("version") = 1;
    backup.append_attribute("program") = program.c_str();
    backup.append_attribute("made-at") = madeAt.c_str();
    backup.append_attribute("form") = native ? "native" : "tables";
    for (const SchemaVersion& part : versions) {
        pugi::xml_node owner = backup.append_child("owner");
        owner.append_attribute("id") = part.owner.c_str();
        owner.append_attribute("version") = part.version;
    }
    for (const ZipPart& part : parts) {
        pugi::xml_node node = backup.append_child("part");
        node.append_attribute("name") = part.name.c_str();
        node.append_attribute("size") = static_cast<unsigned long long>(part.size);
        node.append_attribute("sha256") = part.sha256.c_str();
    }
    std::ostringstream out;
    document.save(out, "  ");
    return out.str();
}

BackupManifest BackupManifest::read(const std::string& xml, const std::filesystem::path& zip) {
    pugi::xml_document document;
    const bool parsed = static_cast<bool>(document.load_buffer(xml.data(), xml.size()));
    const pugi::xml_node backup = document.child("backup");
    if (!parsed || !backup) throw Error(tr("{} 不是演训宣的备份，或已损坏。请换一份备份。", zip.string()));
    if (backup.attribute("version").as_int() != 1) {
        throw Error(tr("备份 {} 是用更新版本的演训宣做的。请更新本程序后再恢复。", zip.string()));
    }
    BackupManifest manifest;
    manifest.native = backup.attribute("form").as_string() == std::string_view("native");
    manifest.program = backup.attribute("program").as_string();
    manifest.madeAt = backup.attribute("made-at").as_string();
    for (const pugi::xml_node& owner : backup.children("owner")) {
        manifest.versions.push_back({owner.attribute("id").as_string(), owner.attribute("version").as_int()});
    }
    for (const pugi::xml_node& part : backup.children("part")) {
        manifest.parts.push_back({part.attribute("name").as_string(),
                                  static_cast<std::uintmax_t>(part.attribute("size").as_ullong()),
                                  part.attribute("sha256").as_string()});
    }
    return manifest;
}

} // namespace yanxun::host
