#include "core/region_store.h"
#include "core/verbs.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

Region regionCalled(Reader& reader, const std::string& code) {
    const auto full = fullRegionCode(code);
    auto region = full ? region_store::withCode(reader, *full) : std::nullopt;
    if (!region) throw yanxun::NotFound(tr("没有代码为“{}”的区划。", code));
    return *region;
}

int list(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        std::vector<Region> regions;
        if (call.has("search"))
            regions = region_store::search(reader, call.text("search"),
                                           static_cast<std::size_t>(call.integer("limit", 1000)));
        else if (call.has("parent"))
            regions = region_store::childrenOf(reader, regionCalled(reader, call.text("parent")).code);
        else
            regions = region_store::childrenOf(reader, "");
        call.output->table("regions", rowsOf({{"code", tr("区划代码"), CellKind::code},
                                              {"level", tr("级别")},
                                              {"name", tr("名称")},
                                              {"path", tr("全称"), CellKind::text, 40}},
                                             regions, [&](const Region& region) {
                                                 return std::vector<Value>{region.code, levelTitle(region.level),
                                                                           region.name,
                                                                           parts.regions.path(reader, region)};
                                             }));
        call.output->say(tr("登记的区划共 {} 个。", region_store::count(reader)));
    });
    return 0;
}

int add(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Region region = parts.regions.add(writer, call.text("code"), call.text("name"));
        call.output->field("code", tr("区划代码"), region.code, CellKind::code);
        call.output->field("level", tr("级别"), levelTitle(region.level));
    });
    return 0;
}

int rename(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Region region = regionCalled(writer, call.text("code"));
        parts.regions.rename(writer, region.id, region.revision, call.text("name"));
    });
    return 0;
}

int remove(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Region region = regionCalled(writer, call.text("code"));
        parts.regions.remove(writer, region.id, region.revision);
    });
    return 0;
}

} // namespace

void addRegionVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter code{"code", tr("区划代码，2、4、6、9 或 12 位"), true, true};
    const VerbParameter name{"name", tr("名称"), true, true};
    contributions.add(yanxun::Verb{
        "directory.regions.list",
        tr("列出行政区划"),
        {{"parent", tr("上级区划代码")}, {"search", tr("名称或代码的一部分")}, {"limit", tr("最多列出的条数")}},
        true,
        [parts](VerbCall& call) { return list(parts, call); }});
    contributions.add(yanxun::Verb{
        "directory.regions.add", tr("登记区划，缺少的上级一并补上"), {code, name}, true, [parts](VerbCall& call) {
            return add(parts, call);
        }});
    contributions.add(
        yanxun::Verb{"directory.regions.rename", tr("修改区划名称"), {code, name}, true, [parts](VerbCall& call) {
                         return rename(parts, call);
                     }});
    contributions.add(yanxun::Verb{"directory.regions.remove", tr("删除区划"), {code}, true, [parts](VerbCall& call) {
                                       return remove(parts, call);
                                   }});
}

} // namespace directory
