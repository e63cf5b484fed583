#include "core/figures.h"
#include "core/report_parts.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

/// Of a year, or of all when it is 0.
yanxun::Period periodOf(int year) {
    if (year != 0) return yanxun::Period::year(year);
    return {{1900, 1, 1}, {2200, 12, 31}};
}

} // namespace

std::vector<yanxun::TableKind> tableExports() {
    yanxun::TableKind activities;
    activities.id = "campaigns.activities";
    activities.title = yanxun::tr("宣传活动");
    activities.rows = [](yanxun::Reader& reader, int year) { return activityRows(reader, {periodOf(year), {}, false}); };
    yanxun::TableKind posts;
    posts.id = "campaigns.posts";
    posts.title = yanxun::tr("微视频和线上作品");
    posts.rows = [](yanxun::Reader& reader, int year) { return postRows(reader, periodOf(year), 0); };
    return {std::move(activities), std::move(posts)};
}

} // namespace campaigns
