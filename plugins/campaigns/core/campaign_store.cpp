#include "core/campaign_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace campaigns::campaign_store {
namespace {

using yanxun::Date;
using yanxun::Row;

constexpr std::string_view selectCampaign =
    "SELECT c.id, c.revision, c.uid, c.name, c.key_date, c.owner_id, c.owner_name, c.first_ymd, c.last_ymd,"
    " c.plan_doc_no, c.budget_fen, c.note,"
    " (SELECT count(*) FROM campaigns_activity a WHERE a.campaign_id = c.id AND a.campaign_id > 0)"
    " FROM campaigns_campaign c ";

Campaign campaignOf(const Row& row) {
    Campaign campaign;
    campaign.id = row.integer(0);
    campaign.revision = row.integer(1);
    campaign.uid = row.str(2);
    campaign.name = row.str(3);
    campaign.keyDate = row.str(4);
    campaign.ownerId = row.integer(5);
    campaign.ownerName = row.str(6);
    campaign.first = Date::fromYmd(row.integer(7));
    campaign.last = Date::fromYmd(row.integer(8));
    campaign.planDocNo = row.str(9);
    campaign.budgetFen = row.maybeInteger(10);
    campaign.note = row.str(11);
    campaign.activities = row.integer(12);
    return campaign;
}

yanxun::Fields fieldsOf(const Campaign& campaign) {
    return {{"name", campaign.name},
            {"name_key", yanxun::text::key(campaign.name)},
            {"name_sort", yanxun::text::sortKey(campaign.name)},
            {"key_date", campaign.keyDate},
            {"owner_id", campaign.ownerId},
            {"owner_name", campaign.ownerName},
            {"first_ymd", campaign.first.ymd()},
            {"last_ymd", campaign.last.ymd()},
            {"plan_doc_no", campaign.planDocNo},
            {"budget_fen", campaign.budgetFen},
            {"note", campaign.note}};
}

void letGo(yanxun::Writer& writer, const std::string& table, std::int64_t campaign) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM " + table + " WHERE campaign_id = ?", {campaign},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows) writer.update(table, id, revision, {{"campaign_id", 0}});
}

KeyDateYear yearOf(const Row& row) {
    return {row.integer(0),       row.integer(1), row.str(2), int(row.integer(3)), Date::fromYmd(row.integer(4)),
            Date::fromYmd(row.integer(5)), row.str(6), row.str(7), row.flag(8)};
}

constexpr std::string_view selectYear =
    "SELECT id, revision, rule, year, first_ymd, last_ymd, theme, doc_no, is_on FROM campaigns_key_date_year ";

} // namespace

bool exists(yanxun::Reader& reader, std::int64_t id) {
    return reader.scalar("SELECT count(*) FROM campaigns_campaign WHERE id = ?", {id}) > 0;
}

Campaign get(yanxun::Reader& reader, std::int64_t id) {
    Campaign campaign;
    reader.one(std::string(selectCampaign) + "WHERE c.id = ?", {id}, [&](const Row& row) { campaign = campaignOf(row); });
    if (campaign.id == 0) throw yanxun::NotFound(yanxun::tr("这个宣传行动已不存在，可能已被删除，请刷新。"));
    return campaign;
}

std::vector<Campaign> list(yanxun::Reader& reader) {
    std::vector<Campaign> all;
    reader.each(std::string(selectCampaign) + "ORDER BY c.first_ymd DESC, c.id DESC",
                [&](const Row& row) { all.push_back(campaignOf(row)); });
    return all;
}

std::int64_t add(yanxun::Writer& writer, const Campaign& campaign) {
    yanxun::Fields fields = fieldsOf(campaign);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("campaigns_campaign", fields);
}

std::int64_t update(yanxun::Writer& writer, const Campaign& campaign) {
    return writer.update("campaigns_campaign", campaign.id, campaign.revision, fieldsOf(campaign));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    letGo(writer, "campaigns_activity", id);
    letGo(writer, "campaigns_post", id);
    writer.remove("campaigns_campaign", id, revision);
}

bool usesUnit(yanxun::Reader& reader, std::int64_t unit) { return !ownedBy(reader, unit).empty(); }

std::vector<std::int64_t> ownedBy(yanxun::Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM campaigns_campaign WHERE owner_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::vector<KeyDateYear> keyDateYears(yanxun::Reader& reader, int year) {
    std::vector<KeyDateYear> all;
    reader.each(std::string(selectYear) + "WHERE year = ? ORDER BY rule", {year},
                [&](const Row& row) { all.push_back(yearOf(row)); });
    return all;
}

void putKeyDateYear(yanxun::Writer& writer, const KeyDateYear& wanted) {
    std::optional<KeyDateYear> standing;
    writer.one(std::string(selectYear) + "WHERE rule = ? AND year = ?", {wanted.rule, wanted.year},
               [&](const Row& row) { standing = yearOf(row); });
    yanxun::Fields fields{{"first_ymd", wanted.first.ymd()}, {"last_ymd", wanted.last.ymd()}, {"theme", wanted.theme},
                          {"doc_no", wanted.docNo},          {"is_on", wanted.isOn}};
    if (standing) {
        writer.update("campaigns_key_date_year", standing->id, standing->revision, fields);
        return;
    }
    fields.push_back({"rule", wanted.rule});
    fields.push_back({"year", wanted.year});
    writer.insert("campaigns_key_date_year", fields);
}

bool removeKeyDateYear(yanxun::Writer& writer, const std::string& rule, int year) {
    std::int64_t id = 0, revision = 0;
    writer.one("SELECT id, revision FROM campaigns_key_date_year WHERE rule = ? AND year = ?", {rule, year},
               [&](const Row& row) {
                   id = row.integer(0);
                   revision = row.integer(1);
               });
    if (id != 0) writer.remove("campaigns_key_date_year", id, revision);
    return id != 0;
}

} // namespace campaigns::campaign_store
