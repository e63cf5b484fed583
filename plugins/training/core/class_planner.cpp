#include "core/class_planner.h"

#include "core/class_import.h"
#include "core/class_store.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::Field;
using yanxun::Fields;
using yanxun::ImportRow;
using yanxun::tr;
using yanxun::Value;

/// «4学时», «4», «4.5课时» in 1/100; empty when the cell is blank. Fails the row when it is none.
std::optional<std::int64_t> hoursCell(ImportRow& row) {
    std::string text = row.text("hours");
    if (text.empty()) return std::nullopt;
    for (const std::string unit : {"学时", "课时", "小时"}) {
        if (text.ends_with(unit)) text.resize(text.size() - unit.size());
    }
    yanxun::Cell cell;
    cell.kind = yanxun::Cell::Kind::text;
    cell.text = yanxun::text::key(text);
    const auto hours = yanxun::parseHundredths(cell);
    if (!hours) row.fail("hours", "hours.invalid", tr("看不懂学时“{}”，请写成 4 或 4学时。", row.text("hours")));
    if (hours && *hours > 100000) row.fail("hours", "hours.range", tr("学时“{}”太大，请核对。", row.text("hours")));
    return hours;
}

void checkNumbers(ImportRow& row) {
    const auto attended = row.integer("attended"), passed = row.integer("passed"), invited = row.integer("invited");
    if (attended && passed && *passed > *attended) {
        row.warn("passed", "passed.many", tr("合格 {} 人多于实到 {} 人，照录，请核对。", *passed, *attended));
    }
    if (attended && invited && *attended > *invited) {
        row.warn("attended", "attended.many", tr("实到 {} 人多于应到 {} 人，照录，请核对。", *attended, *invited));
    }
    const auto first = row.integer("date"), last = row.integer("ends");
    if (first && last && *last < *first) {
        row.fail("ends", "date.order", tr("结束时间早于培训时间，请改正。"));
    }
}

/// Columns a filled cell writes; the blank ones are left out.
Fields fieldsOf(const ImportRow& row, const Vocabulary& words, const std::optional<std::int64_t>& hours) {
    Fields fields;
    const auto take = [&](const char* column, const char* cell) {
        const Value& value = row.cell(cell).value;
        if (!value.isNull()) fields.push_back({column, value});
    };
    take("name", "name");
    if (const std::string kind = words.kind(row.text("kind")); !kind.empty()) fields.push_back({"kind", kind});
    take("mode_word", "form");
    take("starts_ymd", "date");
    take("ends_ymd", "ends");
    if (const auto minutes = ledgerMinutes(hours)) fields.push_back({"minutes", *minutes});
    take("invited", "invited");
    take("attended", "attended");
    if (row.integer("attended")) fields.push_back({"attended_estimated", row.cell("attended").estimated});
    take("passed", "passed");
    for (const char* same : {"teacher", "place", "exam_form", "archive_no", "note"})
        take(same, same);
    return fields;
}

Value storedValue(const std::string& column, const TrainingClass& one) {
    if (column == "name") return orNull(one.name);
    if (column == "kind") return orNull(one.kind);
    if (column == "mode_word") return orNull(one.modeWord);
    if (column == "starts_ymd") return one.startsOn.ymd();
    if (column == "ends_ymd") return one.endsOn.ymd();
    if (column == "minutes") return one.minutes;
    if (column == "invited") return one.invited;
    if (column == "attended") return one.attended == 0 ? Value() : Value(one.attended);
    if (column == "attended_estimated") return one.attended == 0 ? Value() : Value(one.attendedEstimated);
    if (column == "passed") return one.passed;
    if (column == "teacher") return orNull(one.teacher);
    if (column == "place") return orNull(one.place);
    if (column == "exam_form") return orNull(one.examForm);
    if (column == "archive_no") return orNull(one.archiveNo);
    if (column == "note") return orNull(one.note);
    return {};
}

} // namespace

void ClassPlanner::plan(ImportRow& row) {
    const auto hours = hoursCell(row);
    checkNumbers(row);
    if (const std::string form = row.text("form"); !form.empty() && words_.mode(form) == Mode::unknown) {
        row.fail("form", "form.unknown", tr("看不懂形式“{}”，请写成线下、网络或混合。", form), words_.modes());
    }
    const UnitLookup::Known host = hosts_.check(row, "host");
    const std::string number = yanxun::text::key(row.text("number"));
    if (number.empty() || host.key.empty() || !row.integer("date") || row.failed()) return;
    row.key = number + '|' + host.key;
    row.fields = fieldsOf(row, words_, hours);
    if (host.unit) meetExisting(row, host.unit->id);
}

void ClassPlanner::meetExisting(ImportRow& row, std::int64_t unit) {
    const auto one = store::findByKey(reader_, row.text("number"), unit);
    if (!one) return;
    row.existing = one->id;
    row.existingRevision = one->revision;
    for (const Field& field : row.fields)
        row.stored.push_back({field.column, storedValue(field.column, *one)});
}

} // namespace training
