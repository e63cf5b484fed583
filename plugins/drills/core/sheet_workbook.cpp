#include "core/sheet_workbook.h"

#include "core/evaluation_store.h"
#include "core/result_output.h"

#include <yanxun/table/rows.h>
#include <yanxun/table/value.h>
#include <yanxun/table/workbook.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CellLook;
using yanxun::Error;
using yanxun::tr;
using yanxun::WorkbookCell;

constexpr std::string_view keyMark = "评分表标识 ";
constexpr std::string_view noHeading = "编号", givenHeading = "评分", vetoHeading = "否决",
                           reasonHeading = "问题及说明", commentMark = "总体意见";
constexpr int columns = 9;

WorkbookCell cell(std::string text, CellLook look = CellLook::plain, int span = 1) {
    return {std::move(text), look, {}, span};
}

std::vector<WorkbookCell> itemRow(const ScoreSection& section, const ScoreItem& item, const Panel& panel,
                                  const Evaluator& evaluator, bool first) {
    const auto answer = answerOf(panel, evaluator, item);
    ItemAnswer shown = answer.value_or(ItemAnswer());
    const bool veto = shown.veto;
    shown.veto = false;
    std::vector<WorkbookCell> row{cell(first ? section.title : ""),
                                  cell(item.critical != Critical::none ? item.no + " ★" : item.no),
                                  cell(item.text),
                                  cell(item.method),
                                  cell(yanxun::cellText(item.full, yanxun::CellKind::hundredths)),
                                  cell(item.standard)};
    WorkbookCell given = cell(typed(shown), CellLook::input);
    given.choices =
        item.style == ScoreStyle::deduct || item.style == ScoreStyle::time || item.style == ScoreStyle::ratio
            ? std::vector<std::string>()
            : answerChoices(item);
    row.push_back(std::move(given));
    WorkbookCell ticked =
        cell(veto ? tr("是") : "", item.critical != Critical::none ? CellLook::input : CellLook::plain);
    if (item.critical != Critical::none) ticked.choices = {tr("是")};
    row.push_back(std::move(ticked));
    row.push_back(cell(shown.reason, CellLook::input));
    return row;
}

yanxun::WorkbookSheet sheetFor(const Drill& drill, const ScoreSheet& sheet, const Panel& panel,
                               const Evaluator& evaluator) {
    yanxun::WorkbookSheet page;
    page.name = tr("评分表");
    page.widths = {12, 7, 40, 8, 7, 34, 16, 7, 30};
    page.landscape = true;
    page.locked = true;
    page.pageHeader = tr("演练　{}", drill.name);
    page.rows.push_back({cell(sheet.title, CellLook::title, columns)});
    page.rows.push_back({cell(std::string(keyMark) + evaluator.key, CellLook::note, columns)});
    page.rows.push_back(
        {cell(tr("演练：{}　组织单位：{}　日期：{}", drill.name, drill.unitName, drill.heldOn.chinese()),
              CellLook::note, columns)});
    page.rows.push_back(
        {cell(tr("评估人员：{}　单位：{}　身份：{}　分工：{}", evaluator.name, evaluator.unit, word(evaluator.role),
                 evaluator.scope.empty() ? tr("全部") : joined(evaluator.scope)),
              CellLook::note, columns)});
    page.rows.push_back({cell(tr("黄色格填写。没有看到的填“未观察”；表上允许的可填“不适用”并写明理由；★项出现所列情形"
                                 "时在“否决”格填“是”并写明事实。{}",
                                 sheet.note),
                              CellLook::note, columns)});
    page.repeatedRow = int(page.rows.size());
    std::vector<WorkbookCell> heads;
    for (const std::string& head : {tr("分部"), tr(noHeading), tr("评估内容及要求"), tr("方式"), tr("分值"),
                                    tr("评分标准"), tr(givenHeading), tr(vetoHeading), tr(reasonHeading)}) {
        heads.push_back(cell(head, CellLook::heading));
    }
    page.rows.push_back(std::move(heads));
    for (const ScoreSection& section : sheet.sections) {
        bool first = true;
        for (const ScoreItem& item : section.items) {
            if (!evaluator.covers(section, item) || panel.ruling(item.no).tailored) continue;
            page.rows.push_back(itemRow(section, item, panel, evaluator, first));
            first = false;
        }
    }
    page.rows.push_back(
        {cell(tr(commentMark), CellLook::heading, 2), cell(evaluator.comment, CellLook::input, columns - 2)});
    page.rows.push_back(
        {cell(tr("评估人员签名：＿＿＿＿＿＿　日期：＿＿＿＿　　评估组长签名：＿＿＿＿＿＿　日期：＿＿＿＿"),
              CellLook::note, columns)});
    return page;
}

/// Names of people and drills become parts of a file's name.
std::string fileName(const std::string& text) {
    std::string name;
    for (const char c : text)
        name += std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos ? c : '_';
    return name;
}

std::string at(const yanxun::GridRow& row, int column) {
    if (column < 0 || std::size_t(column) >= row.cells.size()) return {};
    return yanxun::parseText(row.cells[std::size_t(column)]);
}

/// Where the columns stand; they may have been moved.
struct Columns {
    int no = -1, given = -1, veto = -1, reason = -1;
    bool found() const { return no >= 0 && given >= 0; }
};

Columns columnsOf(const yanxun::GridRow& row) {
    Columns found;
    for (int i = 0; i < int(row.cells.size()); ++i) {
        const std::string head = at(row, i);
        if (head == noHeading) found.no = i;
        if (head == givenHeading) found.given = i;
        if (head == vetoHeading) found.veto = i;
        if (head == reasonHeading) found.reason = i;
    }
    return found;
}

/// The first cell behind the mark that holds anything.
std::string behind(const yanxun::GridRow& row) {
    for (int i = 1; i < int(row.cells.size()); ++i) {
        if (const std::string text = at(row, i); !text.empty()) return text;
    }
    return {};
}

bool readRow(const yanxun::GridRow& row, Columns& where, SheetReading& reading) {
    const std::string first = at(row, 0);
    if (first.starts_with(keyMark)) reading.key = yanxun::text::key(first.substr(keyMark.size()));
    if (!where.found()) {
        where = columnsOf(row);
        return true;
    }
    if (first == commentMark) {
        reading.comment = behind(row);
        return false;
    }
    std::string no = at(row, where.no);
    if (const std::size_t star = no.find("★"); star != std::string::npos) no = yanxun::text::key(no.substr(0, star));
    if (!no.empty()) {
        reading.lines.push_back({row.number, no, at(row, where.given), at(row, where.veto), at(row, where.reason)});
    }
    return true;
}

ItemAnswer answerOf(const ScoreSheet& sheet, const SheetReading::Line& line) {
    const ScoreItem* const item = sheet.item(line.no);
    if (!item)
        throw Error(tr("第 {} 行的编号 {} 不在评分表“{}”里，请不要改动编号。", line.row, line.no, sheet.title));
    try {
        ItemAnswer answer = typedAnswer(*item, line.given, line.reason);
        answer.veto = answer.veto || line.veto == "是" || line.veto == "√" || line.veto == "★";
        if (answer.veto && answer.state == ItemState::blank) answer.state = ItemState::notObserved;
        return answer;
    } catch (const Error& wrong) {
        throw Error(tr("第 {} 行：{}", line.row, wrong.what()));
    }
}

} // namespace

std::vector<std::filesystem::path> writeSheetWorkbooks(const Drill& drill, const ScoreSheet& sheet,
                                                       const Panel& panel, const std::filesystem::path& folder) {
    if (panel.evaluators.empty()) throw Error(tr("评估组还没有人，请先增加评估人员。"));
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw yanxun::Unavailable(tr("文件夹 {} 建不起来，请换一个位置。", folder.string()));
    std::vector<std::filesystem::path> files;
    for (const Evaluator& evaluator : panel.evaluators) {
        const auto file = folder / fileName(tr("评分表_{}_{}.xlsx", drill.name, evaluator.name));
        yanxun::writeWorkbook({sheetFor(drill, sheet, panel, evaluator)}, file,
                              {{"yanxun.evaluator", evaluator.key}});
        files.push_back(file);
    }
    return files;
}

SheetReading readSheetWorkbook(const std::filesystem::path& file) {
    const auto table = yanxun::TableFile::open(file);
    SheetReading reading;
    for (std::size_t sheet = 0; sheet < table->sheets().size() && reading.lines.empty(); ++sheet) {
        Columns where;
        table->read(sheet, [&](yanxun::GridRow& row) { return readRow(row, where, reading); });
    }
    if (reading.key.empty() || reading.lines.empty()) {
        throw Error(tr("{} 不是本系统打印的评分表：没有“{}”或评分列。请用“打印评分表”写出的文件填写。",
                       file.filename().string(), keyMark));
    }
    return reading;
}

SheetTaken takeSheet(yanxun::Writer& writer, const RatingService& service, const SheetReading& reading, bool submit) {
    SheetTaken taken;
    taken.drill = evaluations::drillOf(writer, reading.key);
    if (taken.drill == 0)
        throw yanxun::NotFound(tr("这份评分表的评估人员已不在任何评估组里（标识 {}）。", reading.key));
    const Evaluation evaluation = service.get(writer, taken.drill);
    const ScoreSheet& sheet = service.sheetOf(evaluation);
    const Evaluator& evaluator = *evaluation.evaluator(reading.key);
    Answers answers;
    for (const auto& line : reading.lines) {
        const ItemAnswer answer = answerOf(sheet, line);
        const ItemRuling& ruling = evaluation.panel.ruling(line.no);
        // The measured value was printed; only what differs from it is the evaluator's own.
        const bool printed = !ruling.measured.empty() && answer.given == ruling.measured && !answer.veto;
        if (answer.state != ItemState::blank && !printed) answers[line.no] = answer;
    }
    const std::string comment = reading.comment.empty() ? evaluator.comment : reading.comment;
    taken.changed = service.fill(writer, taken.drill, reading.key, 0, answers, comment);
    if (submit && service.get(writer, taken.drill).evaluator(reading.key)->state != SheetState::submitted) {
        service.setState(writer, taken.drill, reading.key, SheetState::submitted, {});
    }
    const Evaluation now = service.get(writer, taken.drill);
    const Evaluator& after = *now.evaluator(reading.key);
    taken.evaluator = after.name;
    taken.state = word(after.state);
    taken.open = int(blanks(sheet, now.panel, after).size());
    return taken;
}

} // namespace drills
