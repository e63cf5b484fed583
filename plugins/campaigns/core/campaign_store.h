#pragma once
#include <yanxun/data/database.h>

#include <optional>
#include <string>
#include <vector>

namespace campaigns {

/// 宣传行动: what activities are grouped by, 2021年安全生产月.
struct Campaign {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::string name;
    std::string keyDate; ///< id of the rule it is held for; "" = none
    std::int64_t ownerId = 0;
    std::string ownerName;
    yanxun::Date first, last;
    std::string planDocNo;
    std::optional<std::int64_t> budgetFen;
    std::string note;
    std::int64_t activities = 0; ///< how many it groups; not stored
};

/// What a bureau says of a key date in one year: theme, days, number of the notice.
struct KeyDateYear {
    std::int64_t id = 0, revision = 0;
    std::string rule;
    int year = 0;
    yanxun::Date first, last;
    std::string theme, docNo;
    bool isOn = true;
};

namespace campaign_store {

bool exists(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Campaign get(yanxun::Reader& reader, std::int64_t id);
/// Newest first.
std::vector<Campaign> list(yanxun::Reader& reader);
std::int64_t add(yanxun::Writer& writer, const Campaign& campaign);
std::int64_t update(yanxun::Writer& writer, const Campaign& campaign);
/// Activities and posts lose their link to it.
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> ownedBy(yanxun::Reader& reader, std::int64_t unit);

std::vector<KeyDateYear> keyDateYears(yanxun::Reader& reader, int year);
/// Adds or replaces what stands for that rule and year.
void putKeyDateYear(yanxun::Writer& writer, const KeyDateYear& year);
/// False when nothing stood there.
bool removeKeyDateYear(yanxun::Writer& writer, const std::string& rule, int year);

} // namespace campaign_store
} // namespace campaigns
