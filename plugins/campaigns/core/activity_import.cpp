#include "core/activity_import.h"

#include "core/activity_import_row.h"
#include "core/activity_planner.h"
#include "core/activity_store.h"
#include "core/import_values.h"
#include "core/post_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace campaigns {
namespace {

using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::tr;
using yanxun::Writer;

constexpr auto activityTable = "campaigns_activity";

/// Other words for the headings stand in templates/ledgers/campaigns.activities.xml.
yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "campaigns.activities";
    info.title = tr("五进宣传活动台账");
    info.columns = {
        ofItsRow(importColumn("serial", tr("序号"), ImportType::text)),
        requiredColumn(importColumn("date", tr("活动时间"), ImportType::date)),
        requiredColumn(importColumn("name", tr("活动名称"), ImportType::text)),
        importColumn("category", tr("类别"), ImportType::text),
        importColumn("place", tr("地点"), ImportType::text),
        importColumn("units", tr("覆盖单位"), ImportType::text),
        importColumn("host", tr("主办单位"), ImportType::text),
        importColumn("form", tr("形式"), ImportType::text),
        ofItsRow(importColumn("attendance", tr("参与人次"), ImportType::count)),
    };
    info.columns[3].headingRequired = true;
    for (const MetricColumn& column : metricColumns()) {
        info.columns.push_back(ofItsRow(importColumn(column.column, tr(column.title), ImportType::count)));
    }
    info.columns.push_back(ofItsRow(importColumn("link", tr("新闻链接"), ImportType::text)));
    info.columns.push_back(ofItsRow(importColumn("photos", tr("照片"), ImportType::count)));
    info.columns.push_back(ofItsRow(importColumn("note", tr("备注"), ImportType::text)));
    info.options = {{"unknown-units",
                     tr("名录中没有的单位"),
                     {{"create", tr("新建为待完善单位")}, {"refuse", tr("不导入，报错")}}}};
    info.page = "campaigns.activities";
    return info;
}

} // namespace

ActivityImport::ActivityImport(ActivityService& service, directory::Units& units, participation::Records& records)
    : service_(service), units_(units), records_(records), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> ActivityImport::planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) {
    return std::make_unique<ActivityPlanner>(reader, units_, service_, options.choice("unknown-units") == "refuse");
}

void ActivityImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions&, yanxun::ImportRecorder& made) {
    std::int64_t id = row.existing;
    if (row.action == yanxun::ImportAction::create) {
        ActivityDraft draft;
        draft.source = Source::imported;
        draft.createUnits = true;
        draft.name = row.text("name");
        draft.heldOn = yanxun::Date::fromYmd(row.integer("date").value_or(0));
        draft.reach = reachWords(writer, units_, row.cell("units").raw.empty() ? row.text("units") : row.cell("units").raw);
        takeFields(draft, row.fields, term_store::all(writer));
        // A double that got this far was allowed by the mode.
        id = service_.add(writer, draft, true);
    } else {
        change(writer, id, row.fields);
    }
    made.made(activityTable, id, store::get(writer, id).revision);
}

void ActivityImport::change(Writer& writer, std::int64_t id, const yanxun::Fields& fields) {
    const Activity activity = store::get(writer, id);
    const Terms terms = term_store::all(writer);
    ActivityDraft draft = ActivityService::draftOf(activity, terms);
    draft.createUnits = true;
    takeFields(draft, fields, terms);
    service_.edit(writer, id, activity.revision, draft);
}

std::string ActivityImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    const auto activity = store::find(writer, record.id);
    if (!activity) return {};
    const auto entries = records_.of(writer, {activityKind, activity->id});
    const bool others = std::any_of(entries.begin(), entries.end(), [&](const participation::Entry& entry) {
        return entry.revision > 1 || entry.named > 0 || entry.unitId != activity->unitId;
    });
    if (others) return tr("活动“{}”的参与人员已有新的登记，予以保留。", activity->name);
    PostFilter linked;
    linked.activity = activity->id;
    if (post_store::ids(writer, linked, PostOrder::published, true, 1).total > 0) {
        return tr("活动“{}”已有作品与它关联，予以保留。", activity->name);
    }
    service_.remove(writer, activity->id, activity->revision);
    for (const Reach& reach : activity->reach) {
        if (reach.unitId != 0) units_.removeIfUnused(writer, reach.unitId);
    }
    if (activity->hostId != 0) units_.removeIfUnused(writer, activity->hostId);
    return {};
}

void ActivityImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) {
    change(writer, record.id, before);
}

} // namespace campaigns
