#include "bench/participation_rows.h"

namespace yanxun::bench {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"drills.drill", "training.class", "campaigns.activity", "drills.drill"};
constexpr std::array<std::string_view, 6> kUnits{"白石坡镇中心小学", "澄湖街道幸福社区居民委员会", "禾丰农场安居村民委员会",
                                                 "云溪精密机械有限公司", "南屏乡卫生院", "青岭镇危险化学品经营有限公司"};
constexpr std::array<std::string_view, 3> kAudiences{"职工", "学生", "村民"};
constexpr std::array<std::string_view, 5> kPeople{"陈晓明", "欧阳海", "李静", "王建国", "赵云飞"};
constexpr std::array<std::string_view, 4> kTownships{"白石坡镇", "澄湖街道", "禾丰农场", "南屏乡"};
constexpr std::array<std::string_view, 4> kRemarks{"签到表已核对", "", "应急疏散后清点人数", "由网格员补报"};

template <class Words>
std::string_view pick(const Words& words, long number) {
    return words[std::size_t(number) % words.size()];
}

} // namespace

ParticipationRow participationRow(long n) {
    ParticipationRow row;
    row.subject = n / 20 + 1;
    row.unit = n * 7 % 20'000 + 1;
    row.signedAt = 1'609'430'400'000 + n * 7'919 % kRows * 28'000; // spread over the year, in no order
    row.counted = n % 90;
    row.estimated = n % 11 == 0;
    row.kind = pick(kKinds, n / 3);
    row.unitName = pick(kUnits, n);
    row.audience = pick(kAudiences, n / 2);
    row.person = pick(kPeople, n / 5);
    row.township = pick(kTownships, n / 7);
    row.remark = pick(kRemarks, n / 4);
    return row;
}

const std::array<BulkColumn, 11>& participationColumns() {
    static const std::array<BulkColumn, 11> columns{{{"subject_id", ColumnType::integer},
                                                     {"unit_id", ColumnType::integer},
                                                     {"signed_at", ColumnType::integer},
                                                     {"counted", ColumnType::integer},
                                                     {"estimated", ColumnType::integer},
                                                     {"kind", ColumnType::text},
                                                     {"unit_name", ColumnType::text},
                                                     {"audience", ColumnType::text},
                                                     {"person", ColumnType::text},
                                                     {"township", ColumnType::text},
                                                     {"remark", ColumnType::text}}};
    return columns;
}

std::string participationTable(const std::string& name) {
    std::string columns;
    for (const BulkColumn& column : participationColumns()) {
        columns += ", " + column.name + (column.type == ColumnType::text ? " {text} NOT NULL" : " {int} NOT NULL");
    }
    return "CREATE TABLE " + name + " (id {pk}" + columns + ")";
}

std::string participationInsert(const std::string& name) {
    std::string columns, places;
    for (const BulkColumn& column : participationColumns()) {
        columns += (columns.empty() ? "" : ", ") + column.name;
        places += places.empty() ? "?" : ", ?";
    }
    return "INSERT INTO " + name + "(" + columns + ") VALUES (" + places + ")";
}

void fill(BulkRow& into, const ParticipationRow& row) {
    std::size_t c = 0;
    for (const long long number : {row.subject, row.unit, row.signedAt, row.counted, row.estimated}) into.integer(c++, number);
    for (const std::string_view text : {row.kind, row.unitName, row.audience, row.person, row.township, row.remark}) into.text(c++, text);
}

} // namespace yanxun::bench
