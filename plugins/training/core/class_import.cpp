#include "core/class_import.h"

#include "core/archive_store.h"
#include "core/class_planner.h"
#include "core/class_store.h"
#include "core/hours_store.h"
#include "core/learner_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

constexpr auto classTable = "training_class";
constexpr std::int64_t usualMinutesPerHour = 45;

/// Other words for the headings stand in templates/ledgers/training.classes.xml.
yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "training.classes";
    info.title = tr("安全培训台账");
    info.page = "training.page";
    info.columns = {
        required(ofItsRow(column("number", tr("期号"), ImportType::text))),
        required(column("name", tr("培训名称"), ImportType::text)),
        column("kind", tr("培训类别"), ImportType::text),
        required(column("form", tr("形式"), ImportType::text)),
        required(column("host", tr("主办单位"), ImportType::text)),
        required(column("date", tr("培训时间"), ImportType::date)),
        column("ends", tr("结束时间"), ImportType::date),
        ofItsRow(column("hours", tr("学时"), ImportType::text)),
        ofItsRow(column("invited", tr("应到"), ImportType::count)),
        ofItsRow(column("attended", tr("实到"), ImportType::count)),
        ofItsRow(column("passed", tr("合格"), ImportType::count)),
        column("teacher", tr("授课人"), ImportType::text),
        column("place", tr("地点"), ImportType::text),
        column("exam_form", tr("考核方式"), ImportType::text),
        ofItsRow(column("archive_no", tr("档案号"), ImportType::text)),
        ofItsRow(column("note", tr("备注"), ImportType::text)),
    };
    info.options = {unknownUnitsOption()};
    return info;
}

/// Text and numbers of a draft by the column of the planner's fields.
void take(ClassDraft& draft, const std::string& column, const Value& value) {
    const auto text = [&] { return textOf(&value); };
    const auto number = [&] { return integerOf(&value); };
    if (column == "name") draft.name = text();
    if (column == "kind") draft.kind = text();
    if (column == "mode_word") draft.mode = text();
    if (column == "starts_ymd" && number()) draft.startsOn = Date::fromYmd(*number());
    if (column == "ends_ymd") draft.endsOn = number() ? std::optional(Date::fromYmd(*number())) : std::nullopt;
    if (column == "minutes") draft.minutes = number();
    if (column == "invited") draft.invited = number();
    if (column == "attended") draft.attended = number();
    if (column == "attended_estimated") draft.attendedEstimated = number().value_or(0) != 0;
    if (column == "passed") draft.passed = number();
    if (column == "teacher") draft.teacher = text();
    if (column == "place") draft.place = text();
    if (column == "exam_form") draft.examForm = text();
    if (column == "archive_no") draft.archiveNo = text();
    if (column == "note") draft.note = text();
}

} // namespace

std::optional<std::int64_t> ledgerMinutes(const std::optional<std::int64_t>& hundredthHours) {
    if (!hundredthHours) return std::nullopt;
    return minutesOf(*hundredthHours, usualMinutesPerHour);
}

ClassImport::ClassImport(ClassService& service, directory::Units& units, participation::Records& records,
                         const Vocabulary& words)
    : service_(service), units_(units), records_(records), words_(words), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> ClassImport::planner(yanxun::Reader& reader,
                                                            const yanxun::ImportOptions& options) {
    return std::make_unique<ClassPlanner>(reader, units_, words_, options.choice("unknown-units") == "refuse");
}

void ClassImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions&,
                        yanxun::ImportRecorder& made) {
    std::int64_t id = row.existing;
    if (row.action == yanxun::ImportAction::create) {
        id = create(writer, row);
    } else {
        change(writer, id, row.fields);
    }
    made.made(classTable, id, store::get(writer, id).revision);
}

std::int64_t ClassImport::create(Writer& writer, const ImportRow& row) {
    ClassDraft draft;
    draft.source = Source::imported;
    draft.createUnit = true;
    draft.number = row.text("number");
    draft.unitName = row.text("host");
    for (const yanxun::Field& field : row.fields)
        take(draft, field.column, field.value);
    // More passed than came: the ledger is recorded as it is, the row was warned about.
    const auto passed = draft.passed;
    if (draft.passed && draft.attended && *draft.passed > *draft.attended) draft.passed.reset();
    // A double that got this far was allowed by the mode.
    const std::int64_t id = service_.add(writer, draft, true);
    if (passed != draft.passed) service_.keepPassed(writer, id, *passed);
    return id;
}

void ClassImport::change(Writer& writer, std::int64_t id, const Fields& fields) {
    const TrainingClass one = store::get(writer, id);
    ClassDraft draft = ClassService::draftOf(one);
    for (const yanxun::Field& field : fields)
        take(draft, field.column, field.value);
    if (valueOf(fields, "attended") && !draft.attended) draft.attended = 0;
    const auto passed = draft.passed;
    if (draft.passed && draft.attended && *draft.passed > *draft.attended) draft.passed.reset();
    service_.edit(writer, id, one.revision, draft);
    if (passed != draft.passed) service_.keepPassed(writer, id, *passed);
}

std::string ClassImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    const auto one = store::find(writer, record.id);
    if (!one) return {};
    if (credits::ofClass(writer, one->id)) return tr("第 {} 期“{}”已记入学时账，予以保留。", one->number, one->name);
    const bool worked = !learners::of(writer, one->id).empty() || !store::sessions(writer, one->id).empty();
    if (worked) return tr("第 {} 期“{}”已有名册或课次，予以保留。", one->number, one->name);
    if (archives::any(writer, "class", one->id))
        return tr("第 {} 期“{}”已存入档案材料，予以保留。", one->number, one->name);
    const auto entries = records_.of(writer, {classKind, one->id});
    const bool others = std::any_of(entries.begin(), entries.end(), [&](const participation::Entry& entry) {
        return entry.revision > 1 || entry.named > 0 || entry.unitId != one->unitId;
    });
    if (others) return tr("第 {} 期“{}”的参训人员已有新的登记，予以保留。", one->number, one->name);
    service_.remove(writer, one->id, one->revision);
    units_.removeIfUnused(writer, one->unitId);
    return {};
}

void ClassImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const Fields& before) {
    change(writer, record.id, before);
}

} // namespace training
