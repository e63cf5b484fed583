#include "table/xlsx_workbook.h"

#include "table/xlsx_part.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace yanxun::table {
namespace {

constexpr std::size_t itemLimit = 10000;

struct Relation {
    std::string type, target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

/// «../x/y.xml» seen from the folder «xl/» is «x/y.xml»; «/x/y.xml» too.
std::string resolved(std::string folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    for (;;) {
        if (target.starts_with("./")) {
            target.remove_prefix(2);
        } else if (target.starts_with("../")) {
            target.remove_prefix(3);
            if (!folder.empty()) folder.pop_back();
            folder.erase(folder.rfind('/') + 1);
        } else {
            return folder + std::string(target);
        }
    }
}

class RelationsParser final : public XmlParser {
public:
    explicit RelationsParser(std::string folder) : folder_(std::move(folder)) {}
    Relations found;

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        if (found.size() >= itemLimit) throwDamaged();
        const std::string_view type = attributes.get("Type");
        found[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                    resolved(folder_, attributes.get("Target"))};
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    std::string folder_;
};

class WorkbookParser final : public XmlParser {
public:
    WorkbookParser(Workbook& workbook, const Relations& relations) : workbook_(workbook), relations_(relations) {}

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const std::string_view count = attributes.get("date1904");
            workbook_.counts1904 = count == "1" || count == "true";
        }
        if (name != "sheet") return;
        const auto relation = relations_.find(attributes.get("id"));
        if (relation == relations_.end() || relation->second.type != "worksheet") return;
        if (workbook_.sheets.size() >= itemLimit) throwDamaged();
        const std::string_view state = attributes.get("state");
        workbook_.sheets.push_back({std::string(attributes.get("name")), relation->second.target, state == "hidden" || state == "veryHidden"});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    Workbook& workbook_;
    const Relations& relations_;
};

Relations relationsOf(const ZipArchive& zip, const std::string& part) {
    const std::size_t slash = part.rfind('/') + 1;
    const ZipEntry* entry = zip.find(part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels");
    RelationsParser parser(part.substr(0, slash));
    if (entry) parsePart(parser, zip, *entry);
    return std::move(parser.found);
}

std::string partOfType(const Relations& relations, std::string_view type) {
    const auto found = std::find_if(relations.begin(), relations.end(), [&](const auto& r) { return r.second.type == type; });
    return found == relations.end() ? std::string{} : found->second.target;
}

[[noreturn]] void refuse(const ZipArchive& zip) {
    const auto holds = [&](std::string_view name) { return zip.find(name) != nullptr; };
    if (holds("xl/workbook.bin")) {
        throw Error(tr("这是二进制工作簿（.xlsb），无法读取。请用表格软件打开后另存为 .xlsx 再试。"));
    }
    if (holds("word/document.xml")) throw Error(tr("这是 Word 文档，不是表格。请把其中的表格复制到表格软件里，另存为 .xlsx 再试。"));
    if (holds("ppt/presentation.xml")) throw Error(tr("这是演示文稿，不是表格。请选择 .xlsx、.csv 或 .xml 表格文件。"));
    if (holds("content.xml") && holds("mimetype")) {
        throw Error(tr("这是 OpenDocument 文件（.ods），无法读取。请用表格软件打开后另存为 .xlsx 再试。"));
    }
    if (holds("[Content_Types].xml")) throwDamaged();
    throw Error(tr("这是压缩包，不是表格。请先解压，再选择其中的 .xlsx、.csv 或 .xml 文件。"));
}

} // namespace

std::string relatedPart(const ZipArchive& zip, const std::string& part, std::string_view type) {
    return partOfType(relationsOf(zip, part), type);
}

Workbook readWorkbook(const ZipArchive& zip, const std::filesystem::path& path) {
    std::string part = partOfType(relationsOf(zip, ""), "officeDocument");
    if (part.empty() || !zip.find(part)) part = "xl/workbook.xml";
    const ZipEntry* entry = zip.find(part);
    if (!entry || part.ends_with(".bin") || part.starts_with("word/") || part.starts_with("ppt/")) refuse(zip);

    const Relations relations = relationsOf(zip, part);
    if (!partOfType(relations, "vbaProject").empty() || zip.find("xl/vbaProject.bin")) {
        throw Error(tr("“{}”带有宏，为安全起见不读取。请用表格软件打开，另存为不带宏的 .xlsx 再试。", path.filename().string()));
    }
    Workbook workbook;
    workbook.strings = partOfType(relations, "sharedStrings");
    workbook.styles = partOfType(relations, "styles");
    WorkbookParser parser(workbook, relations);
    parsePart(parser, zip, *entry);
    if (workbook.sheets.empty()) throw Error(tr("文件里没有工作表。请用表格软件打开检查后再试。"));
    return workbook;
}

} // namespace yanxun::table
