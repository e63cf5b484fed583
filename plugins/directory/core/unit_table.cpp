#include "core/unit_table.h"

#include "core/attribute_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

namespace {

constexpr std::string_view withoutKind = "incomplete"; // key of the units whose kind nobody told

} // namespace

std::vector<yanxun::Column> unitColumns() {
    return {{"name", tr("单位名称"), CellKind::text, 32},
            {"kind", tr("类别"), CellKind::text, 10},
            {"subkind", tr("细类"), CellKind::text, 10},
            {"township", tr("所属乡镇街道"), CellKind::text, 16},
            {"region_code", tr("区划代码"), CellKind::code, 14},
            {"village", tr("村社区"), CellKind::text, 14},
            {"grid", tr("网格"), CellKind::text, 10},
            {"industry", tr("行业"), CellKind::text, 14},
            {"uscc", tr("统一社会信用代码"), CellKind::code, 20},
            {"uscc_state", tr("代码核验"), CellKind::text, 10},
            {"people", tr("人数"), CellKind::integer, 10},
            {"contact", tr("联系人"), CellKind::text, 10},
            {"phone", tr("联系电话"), CellKind::code, 14},
            {"address", tr("地址"), CellKind::text, 30},
            {"state", tr("状态"), CellKind::text, 10}};
}

std::vector<Value> unitCells(const Unit& unit) {
    const std::string codeState = unit.uscc.empty() ? "" : unit.usccValid ? tr("有效") : tr("未核验");
    const std::string state = unit.incomplete ? tr("待完善") : unit.active ? tr("正常") : tr("停用");
    return {unit.name,     unit.kind,    unit.subkind,          unit.regionName, unit.regionCode,
            unit.village,  unit.grid,    unit.industry,         unit.uscc,       codeState,
            unit.people(), unit.contact, maskPhone(unit.phone), unit.address,    state};
}

yanxun::RowSource unitRows(Reader& reader, const UnitFilter& filter) {
    return {unitColumns(), [&reader, filter](const yanxun::RowSink& sink) {
                unit_store::each(reader, filter, [&](const Unit& unit) {
                    const auto cells = unitCells(unit);
                    sink(cells);
                });
            }};
}

yanxun::TableKind unitsExport() {
    return {"directory.units_list", tr("单位名录"), [](Reader& reader, int) { return unitRows(reader, {}); }};
}

yanxun::FigureKind unitsByKind() {
    yanxun::FigureKind figure;
    figure.id = "directory.units_by_kind";
    figure.title = tr("单位数");
    figure.unit = tr("个");
    figure.shape = yanxun::FigureShape::parts;
    figure.order = 900;
    figure.icon = "unit";
    figure.compute = [](Reader& reader, const yanxun::Period&) {
        yanxun::FigureResult result;
        const auto counts = unit_store::countByKind(reader);
        const auto add = [&](std::string_view kind, std::string_view key, const std::string& label) {
            for (const auto& [counted, number] : counts) {
                if (counted != kind) continue;
                result.series.push_back({std::string(key), label, number});
                result.value += number;
            }
        };
        for (const std::string_view kind : kind::all)
            add(kind, kind, std::string(kind));
        add("", withoutKind, tr("待完善"));
        return result;
    };
    figure.rows = [](Reader& reader, const yanxun::Period&, const std::string& key) {
        UnitFilter filter;
        filter.incompleteOnly = key == withoutKind;
        if (key != withoutKind) filter.kind = key;
        return unitRows(reader, filter);
    };
    figure.page = "directory.units";
    figure.pageArgument = [](const yanxun::Period&, const std::string& key) -> std::string {
        if (key.empty()) return {};
        return key == withoutKind ? "incomplete=1" : "kind=" + key;
    };
    return figure;
}

yanxun::TaskKind incompleteUnits() {
    UnitFilter filter;
    filter.incompleteOnly = true;
    return {"directory.incomplete", tr("待完善的单位"), "directory.units",
            [filter](Reader& reader, yanxun::Date) { return unit_store::count(reader, filter); },
            [filter](Reader& reader, yanxun::Date, std::size_t limit) {
                std::vector<yanxun::Task> tasks;
                const auto found = unit_store::list(reader, filter, {}, static_cast<std::int64_t>(limit));
                for (const Unit& unit : unit_store::get(reader, found.ids))
                    tasks.push_back({unit.name,
                                     tr("由其他台账带入，请补填类别，或与已有单位合并"),
                                     {},
                                     yanxun::Tone::warning,
                                     "id=" + std::to_string(unit.id)});
                return tasks;
            }};
}

yanxun::TaskKind unconfirmedFacts() {
    return {
        "directory.unconfirmed", tr("待核实的单位属性"), "directory.units",
        [](Reader& reader, yanxun::Date) { return attribute_store::countUnconfirmed(reader); },
        [](Reader& reader, yanxun::Date, std::size_t limit) {
            std::vector<yanxun::Task> tasks;
            for (const Unit& unit : unit_store::get(reader, attribute_store::unitsWithUnconfirmed(reader, limit)))
                tasks.push_back(
                    {unit.name, tr("有属性未经核实"), {}, yanxun::Tone::neutral, "id=" + std::to_string(unit.id)});
            return tasks;
        }};
}

} // namespace directory
