#include "core/post_import.h"

#include "core/import_values.h"
#include "core/post_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::Fields;
using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

constexpr auto postTable = "campaigns_post";
constexpr auto snapshotTable = "campaigns_snapshot";

/// Other words for the headings stand in templates/ledgers/campaigns.videos.xml.
yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "campaigns.videos";
    info.title = tr("微视频台账");
    info.columns = {
        ofItsRow(importColumn("serial", tr("序号"), ImportType::text)),
        requiredColumn(importColumn("published", tr("发布日期"), ImportType::date)),
        requiredColumn(importColumn("title", tr("标题"), ImportType::text)),
        requiredColumn(importColumn("platform", tr("平台"), ImportType::text)),
        importColumn("counted_on", tr("截至日期"), ImportType::date),
        ofItsRow(importColumn("views", tr("累计播放量"), ImportType::count)),
        ofItsRow(importColumn("link", tr("链接"), ImportType::text)),
        ofItsRow(importColumn("note", tr("备注"), ImportType::text)),
    };
    info.page = "campaigns.posts";
    return info;
}

std::optional<yanxun::Date> countedOn(const ImportRow& row) {
    const auto day = row.integer("counted_on");
    return day ? std::optional(yanxun::Date::fromYmd(*day)) : std::nullopt;
}

/// Decides the rows of one list of posts.
class Planner final : public yanxun::ImportPlanner {
public:
    explicit Planner(yanxun::Reader& reader) : reader_(reader) {}

    void plan(ImportRow& row) override {
        const std::string title = yanxun::text::key(row.text("title")), platform = yanxun::text::key(row.text("platform"));
        const auto published = row.integer("published"), counted = row.integer("counted_on");
        if (published && counted && *counted < *published) {
            row.fail("counted_on", "date.before", tr("截至日期早于发布日期，请改正。"));
        }
        if (row.integer("views") && !counted && row.cell("counted_on").raw.empty()) {
            row.warn("counted_on", "date.missing", tr("没有写截至日期，累计播放量按导入当日记。"));
        }
        if (title.empty() || platform.empty() || !published || row.failed()) return;
        row.key = platform + '|' + title;
        const auto take = [&](const char* column, const char* cell) {
            const Value& value = row.cell(cell).value;
            if (!value.isNull()) row.fields.push_back({column, value});
        };
        take("published_ymd", "published");
        take("link", "link");
        take("note", "note");
        take("views", "views");
        if (row.integer("views")) row.fields.push_back({"views_estimated", row.cell("views").estimated});
        meetExisting(row, platform, title);
    }

private:
    void meetExisting(ImportRow& row, const std::string& platform, const std::string& title) {
        const auto post = post_store::findByKey(reader_, platform, title);
        if (!post) return;
        row.existing = post->id;
        row.existingRevision = post->revision;
        const auto day = countedOn(row);
        // Without a day the newest count is what the row can be compared with.
        const auto known = post_store::snapshotOf(reader_, post->id, metric::views,
                                                  day.value_or(post->countedOn.value_or(post->publishedOn)));
        for (const yanxun::Field& field : row.fields) {
            Value stored;
            if (field.column == "published_ymd") stored = post->publishedOn.ymd();
            if (field.column == "link") stored = orNull(post->link);
            if (field.column == "note") stored = orNull(post->note);
            if (field.column == "views" && known) stored = known->value;
            if (field.column == "views_estimated" && known) stored = known->precision == Precision::estimated;
            row.stored.push_back({field.column, std::move(stored)});
        }
    }

    yanxun::Reader& reader_;
};

} // namespace

PostImport::PostImport(const PostService& service) : service_(service), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> PostImport::planner(yanxun::Reader& reader, const yanxun::ImportOptions&) {
    return std::make_unique<Planner>(reader);
}

void PostImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions&, yanxun::ImportRecorder& made) {
    std::int64_t id = row.existing;
    if (row.action == yanxun::ImportAction::create) {
        PostDraft draft;
        draft.title = row.text("title");
        draft.platform = row.text("platform");
        draft.publishedOn = yanxun::Date::fromYmd(row.integer("published").value_or(0));
        draft.link = row.text("link");
        draft.note = row.text("note");
        draft.source = Source::imported;
        // A double that got this far was allowed by the mode.
        id = service_.add(writer, draft, true);
    } else {
        change(writer, id, row.fields);
    }
    std::int64_t counted = 0;
    const Value* const views = valueOf(row.fields, "views");
    std::optional<Snapshot> replaced;
    if (views && views->integer()) {
        Snapshot snapshot{0, 0, id, metric::views, countedOn(row).value_or(yanxun::localDay(writer.at())),
                          *views->integer(),
                          row.cell("views").estimated ? Precision::estimated : Precision::exact};
        replaced = post_store::snapshotOf(writer, id, snapshot.metric, snapshot.countedOn);
        counted = post_store::putSnapshot(writer, snapshot);
    }
    made.made(postTable, id, post_store::get(writer, id).revision);
    if (counted == 0) return;
    const std::int64_t revision = post_store::snapshot(writer, counted)->revision;
    if (replaced) {
        made.changed(snapshotTable, counted, revision,
                     {{"value", replaced->value}, {"precision_kind", int(replaced->precision)}});
    } else {
        made.made(snapshotTable, counted, revision);
    }
}

void PostImport::change(Writer& writer, std::int64_t id, const Fields& fields) {
    const Post post = post_store::get(writer, id);
    PostDraft draft = PostService::draftOf(post, term_store::all(writer));
    if (const Value* day = valueOf(fields, "published_ymd")) {
        draft.publishedOn = yanxun::Date::fromYmd(integerOf(*day).value_or(post.publishedOn.ymd()));
    }
    if (const Value* link = valueOf(fields, "link")) draft.link = textOf(*link);
    if (const Value* note = valueOf(fields, "note")) draft.note = textOf(*note);
    service_.edit(writer, id, post.revision, draft);
}

std::string PostImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    if (record.table == snapshotTable) {
        if (const auto snapshot = post_store::snapshot(writer, record.id)) post_store::removeSnapshot(writer, *snapshot);
        return {};
    }
    const auto post = post_store::find(writer, record.id);
    if (!post) return {};
    const auto counted = post_store::snapshots(writer, post->id);
    if (counted.size() > 1) return tr("“{}”后来又登记了播放量，予以保留。", post->title);
    service_.remove(writer, post->id, post->revision);
    return {};
}

void PostImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const Fields& before) {
    if (record.table != snapshotTable) return change(writer, record.id, before);
    auto snapshot = post_store::snapshot(writer, record.id);
    if (!snapshot) return;
    if (const Value* value = valueOf(before, "value")) snapshot->value = integerOf(*value).value_or(0);
    if (const Value* kind = valueOf(before, "precision_kind")) snapshot->precision = Precision(integerOf(*kind).value_or(0));
    post_store::putSnapshot(writer, *snapshot);
}

} // namespace campaigns
