#include "core/ledger_import.h"

#include "core/drill_store.h"
#include "core/finding_store.h"
#include "core/ledger_planner.h"
#include "core/result_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Fields;
using yanxun::ImportColumn;
using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

constexpr auto drillTable = "drills_drill";

ImportColumn column(const char* id, std::string title, ImportType type) {
    ImportColumn made;
    made.id = id;
    made.title = std::move(title);
    made.type = type;
    return made;
}

ImportColumn required(ImportColumn made) {
    made.required = true;
    made.headingRequired = true;
    return made;
}

/// A merged cell over several drills means a shared township or unit, never a shared headcount or score.
ImportColumn ofItsRow(ImportColumn made) {
    made.fillDown = false;
    return made;
}

/// Other words for the headings stand in templates/ledgers/drills.ledger.xml.
yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "drills.ledger";
    info.title = tr("应急演练台账");
    info.columns = {
        ofItsRow(column("serial", tr("序号"), ImportType::text)),
        required(column("name", tr("演练名称"), ImportType::text)),
        column("region_name", tr("所属乡镇（街道）"), ImportType::text),
        required(column("unit", tr("组织单位"), ImportType::text)),
        required(column("date", tr("演练时间"), ImportType::date)),
        column("hazard", tr("灾种"), ImportType::text),
        column("form", tr("形式"), ImportType::text),
        ofItsRow(column("participants", tr("参演人数"), ImportType::count)),
        ofItsRow(column("watchers", tr("观摩人数"), ImportType::count)),
        ofItsRow(column("score", tr("评估得分"), ImportType::hundredths)),
        ofItsRow(column("problem", tr("存在问题"), ImportType::text)),
        ofItsRow(column("rectified", tr("整改情况"), ImportType::text)),
    };
    info.options = {{"unknown-units",
                     tr("名录中没有的单位"),
                     {{"create", tr("新建为待完善单位")}, {"refuse", tr("不导入，报错")}}}};
    info.page = "drills.page";
    return info;
}

const Value* valueOf(const Fields& fields, std::string_view column) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const yanxun::Field& field) { return field.column == column; });
    return found == fields.end() ? nullptr : &found->value;
}

std::string textOf(const Value* value) { return value && value->text() ? *value->text() : std::string(); }

std::optional<std::int64_t> integerOf(const Value* value) {
    if (!value || !value->integer()) return std::nullopt;
    return *value->integer();
}

} // namespace

LedgerImport::LedgerImport(DrillService& service, directory::Units& units, participation::Records& records)
    : service_(service), units_(units), records_(records), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> LedgerImport::planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) {
    return std::make_unique<LedgerPlanner>(reader, units_, options.choice("unknown-units") == "refuse");
}

void LedgerImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions&, yanxun::ImportRecorder& made) {
    std::int64_t id = row.existing;
    if (row.action == yanxun::ImportAction::create) {
        id = create(writer, row);
    } else {
        change(writer, id, row.fields);
    }
    made.made(drillTable, id, store::get(writer, id).revision);
}

std::int64_t LedgerImport::create(Writer& writer, const ImportRow& row) {
    DrillDraft draft;
    draft.source = Source::imported;
    draft.createUnit = true;
    draft.name = row.text("name");
    draft.unitName = row.text("unit");
    draft.regionName = row.text("region_name");
    draft.heldOn = yanxun::Date::fromYmd(row.integer("date").value_or(0));
    draft.hazard = row.text("hazard");
    draft.mode = row.text("form");
    draft.participants = row.integer("participants");
    draft.participantsEstimated = row.cell("participants").estimated;
    draft.watchers = row.integer("watchers");
    draft.ledgerScore = row.integer("score");
    draft.problem = row.text("problem");
    draft.rectification = row.text("rectified");
    // A double that got this far was allowed by the mode.
    return service_.add(writer, draft, true);
}

void LedgerImport::change(Writer& writer, std::int64_t id, const Fields& fields) {
    const Drill drill = store::get(writer, id);
    DrillDraft draft = DrillService::draftOf(drill);
    if (const Value* region = valueOf(fields, "region_name")) draft.regionName = textOf(region);
    if (const Value* hazard = valueOf(fields, "hazard_word")) draft.hazard = textOf(hazard);
    if (const Value* mode = valueOf(fields, "mode_word")) {
        draft.mode = textOf(mode);
        draft.axes.reset();
    }
    if (const Value* count = valueOf(fields, "participants")) draft.participants = integerOf(count).value_or(0);
    if (const Value* rough = valueOf(fields, "participants_estimated")) {
        draft.participantsEstimated = integerOf(rough).value_or(0) != 0;
    }
    if (const Value* watchers = valueOf(fields, "watchers")) draft.watchers = integerOf(watchers);
    if (const Value* score = valueOf(fields, "ledger_score")) draft.ledgerScore = integerOf(score);
    draft.correction = tr("导入台账时更新");
    service_.edit(writer, id, drill.revision, draft);

    const Value* problem = valueOf(fields, "problem");
    const Value* rectification = valueOf(fields, "rectification");
    if (!problem && !rectification) return;
    Finding kept;
    for (const Finding& finding : findings::of(writer, id)) {
        if (finding.source == FindingSource::ledger) kept = finding;
    }
    service_.putLedgerFinding(writer, id, problem ? textOf(problem) : kept.description,
                              rectification ? textOf(rectification) : kept.stateWord);
}

std::string LedgerImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    const auto drill = store::find(writer, record.id);
    if (!drill) return {};
    if (findings::touched(writer, drill->id)) return tr("演练“{}”的问题与整改已有新的记录，予以保留。", drill->name);
    if (results::newest(writer, drill->id)) return tr("演练“{}”已录入评分，予以保留。", drill->name);
    const auto entries = records_.of(writer, {drillKind, drill->id});
    const bool others = std::any_of(entries.begin(), entries.end(), [&](const participation::Entry& entry) {
        return entry.revision > 1 || entry.named > 0 || entry.unitId != drill->unitId;
    });
    if (others) return tr("演练“{}”的参与人员已有新的登记，予以保留。", drill->name);

    service_.remove(writer, drill->id, drill->revision);
    units_.removeIfUnused(writer, drill->unitId);
    return {};
}

void LedgerImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const Fields& before) {
    change(writer, record.id, before);
}

} // namespace drills
