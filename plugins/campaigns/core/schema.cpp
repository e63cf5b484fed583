#include "core/schema.h"

namespace campaigns {
namespace {

// The dictionary: categories (kind 1), themes (2), channels of posts (3), metrics (4). `scope` is the category of
// directory's yearly list; `code` is the stable name of a seeded entry.
constexpr std::string_view termTable =
    "CREATE TABLE campaigns_term ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " kind {int} NOT NULL, code {text} NOT NULL DEFAULT '', name {text} NOT NULL, name_key {text} NOT NULL,"
    " also {text} NOT NULL DEFAULT '', unit {text} NOT NULL DEFAULT '', scope {text} NOT NULL DEFAULT '',"
    " place {int} NOT NULL, active {int} NOT NULL DEFAULT 1, UNIQUE (kind, name_key))";

// name_key of each is what text::loose() makes of the name; a test compares them.
constexpr std::string_view termRows =
    "INSERT INTO campaigns_term (uid, kind, code, name, name_key, also, unit, scope, place) VALUES"
    " ('0175a000-0000-7000-8000-000000000001', 1, 'enterprise', '进企业', '进企业', '企业 进厂矿', '', '企业', 1),"
    " ('0175a000-0000-7000-8000-000000000002', 1, 'village', '进农村', '进农村', '农村 进乡村 进村', '', '农村', 2),"
    " ('0175a000-0000-7000-8000-000000000003', 1, 'community', '进社区', '进社区', '社区', '', '社区', 3),"
    " ('0175a000-0000-7000-8000-000000000004', 1, 'school', '进学校', '进学校', '学校 进校园 校园', '', '学校', 4),"
    " ('0175a000-0000-7000-8000-000000000005', 1, 'family', '进家庭', '进家庭', '家庭 入户', '', '家庭', 5),"
    " ('0175a000-0000-7000-8000-000000000011', 2, 'concept', '安全发展理念', '安全发展理念', '', '', '', 1),"
    " ('0175a000-0000-7000-8000-000000000012', 2, 'situation', '安全生产和自然灾害防治形势任务',"
    "  '安全生产和自然灾害防治形势任务', '形势任务', '', '', 2),"
    " ('0175a000-0000-7000-8000-000000000013', 2, 'measures', '安全生产、防灾减灾救灾和应急救援工作举措',"
    "  '安全生产、防灾减灾救灾和应急救援工作举措', '工作举措', '', '', 3),"
    " ('0175a000-0000-7000-8000-000000000014', 2, 'law', '安全生产法规制度标准', '安全生产法规制度标准', '法规制度标准', '', '', 4),"
    " ('0175a000-0000-7000-8000-000000000015', 2, 'knowledge', '公共安全知识', '公共安全知识', '', '', '', 5),"
    " ('0175a000-0000-7000-8000-000000000021', 3, 'video', '微视频', '微视频', '短视频 视频', '条', '', 1),"
    " ('0175a000-0000-7000-8000-000000000022', 3, 'push', '推送', '推送', '图文 公众号推送', '条', '', 2),"
    " ('0175a000-0000-7000-8000-000000000023', 3, 'live', '直播', '直播', '', '场', '', 3),"
    " ('0175a000-0000-7000-8000-000000000024', 3, 'sms', '短信', '短信', '公益短信', '条', '', 4),"
    " ('0175a000-0000-7000-8000-000000000031', 4, 'banner', '横幅', '横幅', '条幅', '条', '', 1),"
    " ('0175a000-0000-7000-8000-000000000032', 4, 'board', '展板', '展板', '', '块', '', 2),"
    " ('0175a000-0000-7000-8000-000000000033', 4, 'booklet', '宣传册', '宣传册', '手册', '册', '', 3),"
    " ('0175a000-0000-7000-8000-000000000034', 4, 'leaflet', '传单', '传单', '宣传单 资料', '份', '', 4),"
    " ('0175a000-0000-7000-8000-000000000035', 4, 'goods', '物品', '物品', '宣传品', '个', '', 5),"
    " ('0175a000-0000-7000-8000-000000000036', 4, 'consult', '现场咨询', '现场咨询', '咨询', '人次', '', 6),"
    " ('0175a000-0000-7000-8000-000000000037', 4, 'poster', '海报挂图', '海报挂图', '海报 挂图', '张', '', 7),"
    " ('0175a000-0000-7000-8000-000000000038', 4, 'car', '宣传车', '宣传车', '', '辆次', '', 8),"
    " ('0175a000-0000-7000-8000-000000000039', 4, 'screen', '电子屏', '电子屏', '', '条次', '', 9),"
    " ('0175a000-0000-7000-8000-000000000040', 4, 'household', '入户', '入户', '入户走访', '户', '', 10),"
    " ('0175a000-0000-7000-8000-000000000041', 4, 'broadcast', '广播', '广播', '', '次', '', 11),"
    " ('0175a000-0000-7000-8000-000000000042', 4, 'online', '线上播放', '线上播放', '播放量', '次', '', 12)";

constexpr std::string_view keyDateTable =
    "CREATE TABLE campaigns_key_date_year ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, rule {text} NOT NULL, year {int} NOT NULL,"
    " first_ymd {int} NOT NULL, last_ymd {int} NOT NULL, theme {text} NOT NULL DEFAULT '',"
    " doc_no {text} NOT NULL DEFAULT '', is_on {int} NOT NULL DEFAULT 1, UNIQUE (rule, year))";

constexpr std::string_view campaignTable =
    "CREATE TABLE campaigns_campaign ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " name {text} NOT NULL, name_key {text} NOT NULL, name_sort {text} NOT NULL,"
    " key_date {text} NOT NULL DEFAULT '', owner_id {int} NOT NULL DEFAULT 0, owner_name {text} NOT NULL DEFAULT '',"
    " first_ymd {int} NOT NULL, last_ymd {int} NOT NULL, plan_doc_no {text} NOT NULL DEFAULT '',"
    " budget_fen {int}, note {text} NOT NULL DEFAULT '')";

constexpr std::string_view activityTable =
    "CREATE TABLE campaigns_activity ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " name {text} NOT NULL, name_key {text} NOT NULL, name_sort {text} NOT NULL,"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, unit_sort {text} NOT NULL,"
    " host_id {int} NOT NULL DEFAULT 0, host_name {text} NOT NULL DEFAULT '',"
    " held_ymd {int} NOT NULL, held_ym {int} NOT NULL,"
    " place {text} NOT NULL DEFAULT '', region_code {text} NOT NULL DEFAULT '',"
    " region_name {text} NOT NULL DEFAULT '', region_sort {text} NOT NULL DEFAULT '',"
    " form {text} NOT NULL DEFAULT '', category_id {int} NOT NULL DEFAULT 0, campaign_id {int} NOT NULL DEFAULT 0,"
    " attendance {int} NOT NULL DEFAULT 0, attendance_estimated {int} NOT NULL DEFAULT 0,"
    // What materials hands out at it; not a person's edit, so it never moves the revision.
    " issued {int} NOT NULL DEFAULT 0,"
    " link {text} NOT NULL DEFAULT '', photos {int}, leader {text} NOT NULL DEFAULT '',"
    " summary {text} NOT NULL DEFAULT '', status {int} NOT NULL, status_reason {text} NOT NULL DEFAULT '',"
    // What isCounted() says, stored so that the indexes of statistics hold nothing else.
    " source {int} NOT NULL, counted {int} NOT NULL,"
    // Digest of categories, themes, reach and numbers: their change is a change of the activity.
    " parts {text} NOT NULL)";

// Belongs to the logged row of the activity.
constexpr std::string_view activityTermTable =
    "CREATE TABLE campaigns_activity_term ("
    " activity_id {int} NOT NULL REFERENCES campaigns_activity(id), term_id {int} NOT NULL REFERENCES campaigns_term(id),"
    " kind {int} NOT NULL, place {int} NOT NULL, PRIMARY KEY (activity_id, term_id))";

// unit_id 0 = the region as a whole; names and codes are those of the day.
constexpr std::string_view reachTable =
    "CREATE TABLE campaigns_reach ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, activity_id {int} NOT NULL REFERENCES campaigns_activity(id),"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL DEFAULT '', region_code {text} NOT NULL DEFAULT '',"
    " region_name {text} NOT NULL DEFAULT '', place {int} NOT NULL)";

// Derived: one row for each unit and category an activity counts for. Rebuilt with the activity; checked by
// campaigns.check.
constexpr std::string_view coverTable =
    "CREATE TABLE campaigns_cover ("
    " activity_id {int} NOT NULL, category_id {int} NOT NULL, unit_id {int} NOT NULL, held_ymd {int} NOT NULL,"
    " counted {int} NOT NULL, PRIMARY KEY (activity_id, category_id, unit_id))";

constexpr std::string_view metricTable =
    "CREATE TABLE campaigns_metric ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, activity_id {int} NOT NULL REFERENCES campaigns_activity(id),"
    " term_id {int} NOT NULL REFERENCES campaigns_term(id), value {int} NOT NULL, precision_kind {int} NOT NULL,"
    " basis {text} NOT NULL DEFAULT '', UNIQUE (activity_id, term_id))";

constexpr std::string_view postTable =
    "CREATE TABLE campaigns_post ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " channel_id {int} NOT NULL REFERENCES campaigns_term(id), title {text} NOT NULL, title_key {text} NOT NULL,"
    " title_sort {text} NOT NULL, platform {text} NOT NULL, platform_key {text} NOT NULL,"
    " published_ymd {int} NOT NULL, published_ym {int} NOT NULL, link {text} NOT NULL DEFAULT '',"
    " activity_id {int} NOT NULL DEFAULT 0, campaign_id {int} NOT NULL DEFAULT 0, note {text} NOT NULL DEFAULT '',"
    // Copies of the newest snapshot of «views».
    " views {int}, views_estimated {int} NOT NULL DEFAULT 0, counted_ymd {int},"
    " source {int} NOT NULL)";

constexpr std::string_view snapshotTable =
    "CREATE TABLE campaigns_snapshot ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, post_id {int} NOT NULL REFERENCES campaigns_post(id),"
    " metric {text} NOT NULL, counted_ymd {int} NOT NULL, value {int} NOT NULL, precision_kind {int} NOT NULL,"
    " UNIQUE (post_id, metric, counted_ymd))";

constexpr std::string_view targetTable =
    "CREATE TABLE campaigns_target ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, year {int} NOT NULL,"
    " owner_id {int} NOT NULL DEFAULT 0, owner_name {text} NOT NULL DEFAULT '',"
    " region_name {text} NOT NULL DEFAULT '', category_id {int} NOT NULL, kind {int} NOT NULL, measure {int} NOT NULL,"
    " wanted {int} NOT NULL, words {text} NOT NULL, due_ymd {int}, basis {text} NOT NULL DEFAULT '')";

} // namespace

std::vector<yanxun::Migration> migrations() {
    return {{1,
             "dictionary, key dates, campaigns, activities, posts, targets",
             {termTable, termRows, keyDateTable, campaignTable,
              "CREATE INDEX campaigns_campaign_list ON campaigns_campaign (first_ymd, id)",
              activityTable,
              "CREATE INDEX campaigns_activity_key ON campaigns_activity (name_key, held_ymd, unit_id)",
              "CREATE INDEX campaigns_activity_unit ON campaigns_activity (unit_id, held_ymd)",
              "CREATE INDEX campaigns_activity_host ON campaigns_activity (host_id, held_ymd)",
              "CREATE INDEX campaigns_activity_campaign ON campaigns_activity (campaign_id, held_ymd) WHERE campaign_id > 0",
              // Lists: the orders a person may choose.
              "CREATE INDEX campaigns_activity_held ON campaigns_activity (held_ymd, id)",
              "CREATE INDEX campaigns_activity_name ON campaigns_activity (name_sort, id)",
              // Figures: each begins with the order its figure groups by and covers it; `counted` stands in it too, because
              // SQLite 3.40 does not see that the index holds nothing else.
              "CREATE INDEX campaigns_by_category ON campaigns_activity (held_ym, category_id, attendance, counted)"
              " WHERE counted = 1",
              "CREATE INDEX campaigns_by_region ON campaigns_activity (held_ym, region_name, attendance, counted)"
              " WHERE counted = 1",
              "CREATE INDEX campaigns_planned ON campaigns_activity (held_ymd, id) WHERE status = 10",
              activityTermTable,
              "CREATE INDEX campaigns_activity_term_term ON campaigns_activity_term (term_id, activity_id)",
              reachTable,
              "CREATE INDEX campaigns_reach_activity ON campaigns_reach (activity_id, place, id)",
              "CREATE INDEX campaigns_reach_unit ON campaigns_reach (unit_id, activity_id)",
              coverTable,
              // Coverage walks this in its order: who was reached in a category, how often, when last.
              "CREATE INDEX campaigns_cover_unit ON campaigns_cover (category_id, unit_id, held_ymd, counted)",
              metricTable, postTable,
              "CREATE INDEX campaigns_post_key ON campaigns_post (platform_key, title_key)",
              "CREATE INDEX campaigns_post_published ON campaigns_post (published_ymd, id)",
              "CREATE INDEX campaigns_post_channel ON campaigns_post (channel_id, published_ym, views)",
              "CREATE INDEX campaigns_post_activity ON campaigns_post (activity_id) WHERE activity_id > 0",
              snapshotTable, targetTable,
              "CREATE INDEX campaigns_target_year ON campaigns_target (year, category_id, id)"}}};
}

} // namespace campaigns
