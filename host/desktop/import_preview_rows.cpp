#include "desktop/import_preview_rows.h"

#include "desktop/import_session.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::desktop {

using ui::RecordCell;

namespace {

constexpr int kNumberWidth = 64, kOutcomeWidth = 120, kReasonWidth = 420;            // DIP
constexpr int kWide = 14, kNarrow = 8, kAround = 28, kLeastWidth = 60, kMostWidth = 220; // DIP; of characters and columns
constexpr std::size_t kMeasuredRows = 200;

/// Ids of the columns shown, in the kind's order.
std::vector<std::string> shownColumns(const ImportPlan& plan, const ImportInfo& info) {
    std::vector<std::string> ids;
    for (const ImportColumn& column : info.columns) {
        if (plan.mapping.columns.contains(column.id)) ids.push_back(column.id);
    }
    return ids;
}

/// About as wide as the text is shown: a Chinese character takes the room of two others.
int widthOf(const std::string& text) {
    int wide = 0;
    for (const unsigned char byte : text) {
        if (byte < 0x80) wide += kNarrow;
        else if (byte >= 0xc0) wide += kWide; // the first byte of a character
    }
    return wide;
}

int columnWidth(const ImportPlan& plan, const std::string& id, const std::string& title) {
    int wide = widthOf(title);
    for (std::size_t at = 0; at < std::min(plan.rows.size(), kMeasuredRows); ++at) {
        wide = std::max(wide, widthOf(plan.rows[at].cell(id).raw));
    }
    return std::clamp(wide + kAround, kLeastWidth, kMostWidth);
}

Tone toneOf(const ImportRow& row, const std::string& column) {
    Tone tone = Tone::neutral;
    for (const ImportMessage& message : row.messages) {
        if (message.column != column) continue;
        if (message.level == ImportLevel::error) return Tone::bad;
        tone = Tone::warning;
    }
    return tone;
}

std::string inOneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::vector<RecordCell> cellsOf(const ImportPlan& plan, const ImportInfo& info, const std::vector<std::string>& columns,
                                const ImportRow& row) {
    std::vector<RecordCell> cells{{std::to_string(row.number)}, outcomeOf(row)};
    for (const std::string& column : columns) cells.push_back({inOneLine(row.cell(column).raw), toneOf(row, column)});
    cells.push_back({reasonOf(plan, info, row), row.failed() ? Tone::bad : Tone::neutral});
    return cells;
}

} // namespace

bool hasWarning(const ImportRow& row) {
    return std::any_of(row.messages.begin(), row.messages.end(),
                       [](const ImportMessage& message) { return message.level == ImportLevel::warning; });
}

bool belongsTo(const ImportRow& row, ImportFilter filter) {
    switch (filter) {
    case ImportFilter::all: return true;
    case ImportFilter::created: return row.action == ImportAction::create;
    case ImportFilter::updated: return row.action == ImportAction::update;
    case ImportFilter::skipped: return row.action == ImportAction::skip;
    case ImportFilter::warned: return hasWarning(row);
    case ImportFilter::wrong: return row.action == ImportAction::error;
    }
    return true;
}

std::int64_t countOf(const ImportPlan& plan, ImportFilter filter) {
    return std::count_if(plan.rows.begin(), plan.rows.end(), [&](const ImportRow& row) { return belongsTo(row, filter); });
}

RecordCell outcomeOf(const ImportRow& row) {
    const bool warned = hasWarning(row) && row.doubleOf == 0;
    switch (row.action) {
    case ImportAction::error: return {tr("错误"), Tone::bad};
    case ImportAction::skip: return {warned ? tr("跳过·有提醒") : tr("跳过"), Tone::neutral};
    case ImportAction::update: return {warned ? tr("更新·有提醒") : tr("更新"), warned ? Tone::warning : Tone::accent};
    case ImportAction::create: break;
    }
    return {warned ? tr("新建·有提醒") : tr("新建"), warned ? Tone::warning : Tone::good};
}

std::string reasonOf(const ImportPlan& plan, const ImportInfo& info, const ImportRow& row) {
    std::string all;
    for (const ImportMessage& message : row.messages) all += message.text;
    for (const ImportChange& change : row.changes) {
        if (row.action != ImportAction::update) break;
        all += tr("{}：{} → {}。", columnTitle(info, change.column), change.before.empty() ? tr("空") : change.before, change.after);
    }
    if (row.action == ImportAction::skip && row.doubleOf == 0) {
        all += plan.options.mode == ImportMode::add ? tr("已有相同的记录。") : tr("已有相同的记录，没有需要改动的内容。");
    }
    return inOneLine(all);
}

const ImportRow* rowOf(const ImportPlan& plan, std::int64_t number) {
    const auto found = std::lower_bound(plan.rows.begin(), plan.rows.end(), number,
                                        [](const ImportRow& row, std::int64_t wanted) { return row.number < wanted; });
    return found == plan.rows.end() || found->number != number ? nullptr : &*found;
}

std::vector<ui::RecordColumn> previewColumns(const ImportPlan& plan, const ImportInfo& info) {
    std::vector<ui::RecordColumn> columns{{"number", tr("行"), CellKind::integer, kNumberWidth, false, false},
                                          {"outcome", tr("结果"), CellKind::text, kOutcomeWidth, false, true}};
    for (const std::string& id : shownColumns(plan, info)) {
        const auto column = std::find_if(info.columns.begin(), info.columns.end(), [&](const auto& c) { return c.id == id; });
        columns.push_back({id, column->title, CellKind::text, columnWidth(plan, id, column->title), false, false});
    }
    columns.push_back({"reason", tr("说明"), CellKind::text, kReasonWidth, false, false});
    return columns;
}

ui::RecordSource previewSource(std::shared_ptr<const ImportPlan> plan, const ImportInfo& info, ImportFilter filter) {
    ui::RecordSource source;
    source.ids = [plan, filter](Reader&, const ui::RecordQuery&) {
        ui::RecordIds found;
        for (const ImportRow& row : plan->rows) {
            if (belongsTo(row, filter)) found.ids.push_back(row.number);
        }
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [plan, &info, columns = shownColumns(*plan, info)](Reader&, std::span<const std::int64_t> numbers) {
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t number : numbers) {
            const ImportRow* const row = rowOf(*plan, number);
            rows.push_back(row ? cellsOf(*plan, info, columns, *row) : std::vector<RecordCell>());
        }
        return rows;
    };
    return source;
}

} // namespace yanxun::desktop
