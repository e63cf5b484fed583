#include "core/duty/duty_matrix.h"

#include "core/duty_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills {
namespace {

using yanxun::tr;

/// The more somebody has to do about it, the higher.
int urgency(DutyStatus status) {
    switch (status) {
    case DutyStatus::overdue: return 9;
    case DutyStatus::dueSoon: return 8;
    case DutyStatus::unconfirmed: return 7;
    case DutyStatus::unplanned: return 6;
    case DutyStatus::planned: return 5;
    case DutyStatus::papersMissing: return 4;
    case DutyStatus::done: return 3;
    case DutyStatus::exempt: return 2;
    case DutyStatus::notApplicable: return 1;
    }
    return 0;
}

bool isMet(DutyStatus status) { return status == DutyStatus::done || status == DutyStatus::papersMissing; }

void take(DutyMatrix::Cell& cell, const DutyMark& duty) {
    ++cell.need;
    cell.done += isMet(duty.status) ? 1 : 0;
    if (cell.status && urgency(*cell.status) >= urgency(duty.status)) return;
    cell.status = duty.status;
    cell.duty = duty.id;
}

/// Columns are known only when all duties were seen.
class Builder {
public:
    explicit Builder(bool byWindow) : byWindow_(byWindow) {}

    void add(const DutyMark& duty) {
        auto [place, isNew] = places_.try_emplace(duty.unitId, rows_.size());
        if (isNew) rows_.push_back({{duty.unitId, duty.unitName, duty.regionName, duty.unitKind}, {}, {}});
        Line& line = rows_[place->second];
        // One line for the whole year stands under every window: nothing can be judged.
        if (byWindow_ && duty.status == DutyStatus::unconfirmed) {
            take(line.everywhere, duty);
            titles_.try_emplace(Key(), duty);
            return;
        }
        const auto key = byWindow_ ? std::pair(duty.firstYmd, std::string()) : std::pair(std::int64_t(0), duty.rule);
        take(line.cells[key], duty);
        titles_.try_emplace(key, duty);
    }

    DutyMatrix matrix(const std::vector<DutyStatus>& statuses) {
        if (titles_.size() > 1) titles_.erase(Key());
        DutyMatrix made;
        for (const auto& [key, duty] : titles_) {
            made.columns.push_back({byWindow_ ? std::to_string(key.first) : key.second,
                                    byWindow_ ? duty.label : duty.rule, duty.ruleTitle});
        }
        for (Line& line : rows_) {
            if (!statuses.empty() && !shows(line, statuses)) continue;
            made.rows.push_back(std::move(line.row));
            for (const auto& [key, duty] : titles_) {
                const auto found = line.cells.find(key);
                made.cells.push_back(found == line.cells.end() ? line.everywhere : found->second);
            }
        }
        return made;
    }

private:
    using Key = std::pair<std::int64_t, std::string>;
    struct Line {
        DutyMatrix::Row row;
        std::map<Key, DutyMatrix::Cell> cells;
        DutyMatrix::Cell everywhere;
    };

    static bool shows(const Line& line, const std::vector<DutyStatus>& statuses) {
        const auto wanted = [&](const DutyMatrix::Cell& cell) {
            return cell.status && std::find(statuses.begin(), statuses.end(), *cell.status) != statuses.end();
        };
        return wanted(line.everywhere) ||
               std::any_of(line.cells.begin(), line.cells.end(), [&](const auto& one) { return wanted(one.second); });
    }

    bool byWindow_;
    std::vector<Line> rows_;
    std::map<std::int64_t, std::size_t> places_;
    std::map<Key, DutyMark> titles_;
};

} // namespace

DutyMatrix dutyMatrix(yanxun::Reader& reader, const DutyFilter& filter) {
    DutyFilter all = filter;
    all.statuses.clear();
    Builder builder(!filter.rule.empty());
    duties::eachMark(reader, all, [&](const DutyMark& duty) { builder.add(duty); });
    return builder.matrix(filter.statuses);
}

yanxun::RowSource matrixRows(const DutyMatrix& matrix) {
    yanxun::RowSource source;
    source.columns = {{"unit", tr("单位"), yanxun::CellKind::text, 28},
                      {"region", tr("乡镇（街道）"), yanxun::CellKind::text, 12},
                      {"kind", tr("类别"), yanxun::CellKind::text, 8}};
    int place = 0;
    for (const DutyMatrix::Column& column : matrix.columns) {
        source.columns.push_back({"c" + std::to_string(++place), column.label, yanxun::CellKind::text, 12});
    }
    source.each = [matrix](const yanxun::RowSink& sink) {
        for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
            std::vector<yanxun::Value> cells{matrix.rows[row].unit, matrix.rows[row].region, matrix.rows[row].kind};
            for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
                const auto& status = matrix.at(row, column).status;
                cells.push_back(status ? word(*status) : std::string());
            }
            sink(cells);
        }
    };
    return source;
}

std::string mark(DutyStatus status) {
    switch (status) {
    case DutyStatus::unconfirmed: return tr("待");
    case DutyStatus::notApplicable: return tr("不");
    case DutyStatus::exempt: return tr("免");
    case DutyStatus::unplanned: return tr("未");
    case DutyStatus::planned: return tr("排");
    case DutyStatus::done: return tr("完");
    case DutyStatus::papersMissing: return tr("缺");
    case DutyStatus::dueSoon: return tr("临");
    case DutyStatus::overdue: return tr("逾");
    }
    return {};
}

std::string describe(const DutyMatrix& matrix, std::size_t row, std::size_t column) {
    const DutyMatrix::Cell& cell = matrix.at(row, column);
    const std::string place = tr("{} {}", matrix.rows[row].unit, matrix.columns[column].label);
    if (!cell.status) return tr("{}：这条规则不适用于该单位", place);
    if (cell.need == 1) return tr("{}：{}", place, word(*cell.status));
    return tr("{}：{}，共 {} 项，已完成 {} 项", place, word(*cell.status), cell.need, cell.done);
}

} // namespace drills
