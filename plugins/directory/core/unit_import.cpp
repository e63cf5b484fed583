#include "core/unit_import.h"

#include "core/attribute_store.h"
#include "core/unit_planner.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::ImportColumn;
using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

namespace {

/// Other words for these headings stand in templates/ledgers/directory.units.xml.
std::vector<ImportColumn> columns() {
    const auto column = [](const char* id, std::string title, ImportType type = ImportType::text,
                           bool fillDown = false) {
        return ImportColumn{id, std::move(title), type, false, fillDown, false, {}};
    };
    std::vector<ImportColumn> all{
        column("name", tr("单位名称")),
        column("short_name", tr("简称")),
        column("aliases", tr("别名")),
        column("kind", tr("类别"), ImportType::text, true),
        column("uscc", tr("统一社会信用代码"), ImportType::code),
        column("region_name", tr("所属乡镇街道"), ImportType::text, true),
        column("village", tr("村社区"), ImportType::text, true),
        column("grid", tr("网格"), ImportType::text, true),
        column("industry", tr("行业")),
        column("people", tr("从业人数/学生数/人口"), ImportType::count),
        column("staff", tr("从业人数"), ImportType::count),
        column("pupils", tr("学生数"), ImportType::count),
        column("population", tr("人口"), ImportType::count),
        column("high_risk", tr("是否高危"), ImportType::flag),
        column("crowded", tr("人员密集场所"), ImportType::flag),
        column("contact", tr("联系人")),
        column("phone", tr("联系电话"), ImportType::code),
        column("address", tr("地址")),
        column("note", tr("备注")),
    };
    all[0].required = true;
    all[3].headingRequired = true;
    return all;
}

Attribute factOf(const yanxun::Field& field, const yanxun::ImportOptions& options, const Writer& writer) {
    Attribute fact;
    fact.attribute = field.column.substr(attributeField.size());
    fact.value = *field.value.text();
    fact.evidence = options.file;
    if (options.choice("unconfirmed") == "yes") return fact;
    fact.confirmedOn = yanxun::localDay(writer.at());
    fact.confirmedBy = writer.who();
    return fact;
}

bool differs(const ImportRow& row, const yanxun::Field& field) {
    const auto stored = std::find_if(row.stored.begin(), row.stored.end(),
                                     [&](const yanxun::Field& f) { return f.column == field.column; });
    return stored == row.stored.end() || stored->value != field.value;
}

} // namespace

UnitImport::UnitImport(const UnitService& units, const AttributeService& attributes, const yanxun::Clock& clock)
    : units_(units), attributes_(attributes),
      clock_(clock), info_{"directory.units",
                           tr("单位名录"),
                           columns(),
                           {{"unconfirmed",
                             tr("名录中的属性（高危、人员密集等）"),
                             {{"no", tr("视为已核实，以文件为依据")}, {"yes", tr("导入后逐项核实")}}}},
                           "directory.units"} {}

std::unique_ptr<yanxun::ImportPlanner> UnitImport::planner(Reader& reader, const yanxun::ImportOptions& options) {
    return std::make_unique<UnitPlanner>(reader, options.mode != yanxun::ImportMode::nocheck, clock_.today());
}

void UnitImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions& options,
                       yanxun::ImportRecorder& made) {
    const bool creates = row.action == yanxun::ImportAction::create;
    Unit unit = creates ? Unit{} : units_.require(writer, row.existing);
    putFields(unit, row.fields);
    if (creates) {
        unit.name = *row.fields.front().value.text();
        unit.source = source::imported;
    }
    std::vector<Attribute> facts;
    for (const auto& field : row.fields)
        if (field.column.starts_with(attributeField) && differs(row, field))
            facts.push_back(factOf(field, options, writer));
    for (const Attribute& fact : facts)
        if (fact.attribute == attribute::subkind && fact.confirmedOn) unit.subkind = fact.value;
    tidy(unit);
    units_.link(writer, unit);
    creates ? unit_store::add(writer, unit) : unit_store::update(writer, unit);

    std::vector<Alias> aliases;
    for (const auto& field : row.fields)
        if (field.column.starts_with(aliasField) && differs(row, field))
            aliases.push_back(unit_store::addAlias(writer, unit.id, *field.value.text(), options.file));
    for (Attribute& fact : facts) {
        fact.unitId = unit.id;
        attribute_store::add(writer, fact);
    }
    unit_store::index(writer, unit);
    made.made("directory_unit", unit.id, unit.revision);
    if (creates) return; // its facts and names go with it
    for (const Attribute& fact : facts)
        made.made("directory_attribute", fact.id, fact.revision);
    for (const Alias& alias : aliases)
        made.made("directory_alias", alias.id, alias.revision);
}

std::string UnitImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    if (record.table == "directory_attribute") {
        if (const auto fact = attribute_store::get(writer, record.id)) {
            attribute_store::remove(writer, *fact);
            attributes_.refreshSubkind(writer, fact->unitId, *fact);
        }
        return {};
    }
    if (record.table == "directory_alias") {
        if (const auto alias = unit_store::alias(writer, record.id)) {
            unit_store::removeAlias(writer, *alias);
            unit_store::index(writer, units_.require(writer, alias->unitId));
        }
        return {};
    }
    const auto unit = unit_store::get(writer, record.id);
    if (!unit) return {};
    if (units_.users().uses(writer, unit->id) || unit_store::isNamed(writer, unit->id))
        return tr("单位“{}”已被其他记录使用，予以保留。", unit->name);
    units_.remove(writer, unit->id, unit->revision);
    return {};
}

void UnitImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) {
    if (record.table != "directory_unit") return;
    Unit unit = units_.require(writer, record.id);
    putFields(unit, before);
    tidy(unit);
    units_.link(writer, unit);
    unit_store::update(writer, unit);
    unit_store::index(writer, unit);
}

} // namespace directory
