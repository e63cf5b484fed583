#include "table/workbook_file.h"

#include <yanxun/report/workbook.h>
#include <yanxun/text.h>

#include <set>

namespace yanxun {
namespace {

constexpr int kWidest = 60;

/// One workbook of lists and lines of text, all with the same head on each page.
class Book {
public:
    Book(const std::filesystem::path& path, std::string head, Progress& progress)
        : file_(path), head_(std::move(head)), progress_(progress) {
        bold_ = workbook_add_format(file_.book());
        format_set_bold(bold_);
        format_set_bg_color(bold_, 0xF4F6FA);
        format_set_border(bold_, LXW_BORDER_THIN);
        title_ = workbook_add_format(file_.book());
        format_set_bold(title_);
        format_set_font_size(title_, 16);
        plain_ = workbook_add_format(file_.book());
        format_set_text_wrap(plain_);
        format_set_align(plain_, LXW_ALIGN_VERTICAL_TOP);
        number_ = workbook_add_format(file_.book());
        format_set_num_format(number_, "0.##");
    }

    lxw_worksheet* sheet(const std::string& wanted, bool landscape) {
        lxw_worksheet* page = workbook_add_worksheet(file_.book(), freeName(wanted).c_str());
        worksheet_set_paper(page, 9); // A4
        worksheet_fit_to_pages(page, 1, 0);
        if (landscape) worksheet_set_landscape(page);
        worksheet_set_header(page, ("&C" + head_).c_str());
        worksheet_set_footer(page, "&C&P / &N");
        return page;
    }

    void text(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const std::string& written, lxw_format* look) {
        worksheet_write_string(page, row, column, written.c_str(), look);
    }

    /// Headings in the first row, then the rows; returns how many.
    std::int64_t table(lxw_worksheet* page, const RowSource& source) {
        for (std::size_t i = 0; i < source.columns.size(); ++i) {
            const Column& column = source.columns[i];
            worksheet_set_column(page, lxw_col_t(i), lxw_col_t(i), std::min(column.width + 2, kWidest), nullptr);
            text(page, 0, lxw_col_t(i), column.title, bold_);
        }
        worksheet_freeze_panes(page, 1, 0);
        worksheet_repeat_rows(page, 0, 0);
        lxw_row_t row = 0;
        source.each([&](std::span<const Value> cells) {
            ++row;
            if (row % 1'000 == 0) progress_.check();
            for (std::size_t i = 0; i < cells.size() && i < source.columns.size(); ++i) {
                cell(page, row, lxw_col_t(i), cells[i], source.columns[i].kind);
            }
        });
        return row;
    }

    lxw_format* bold() const { return bold_; }
    lxw_format* title() const { return title_; }
    lxw_format* plain() const { return plain_; }
    void save() { file_.save(); }

private:
    void cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Value& value, CellKind kind) {
        if (value.isNull()) return;
        const std::int64_t* const number = value.integer();
        if (number && kind == CellKind::integer) worksheet_write_number(page, row, column, double(*number), nullptr);
        else if (number && kind == CellKind::hundredths) worksheet_write_number(page, row, column, double(*number) / 100, number_);
        else text(page, row, column, cellText(value, kind), plain_);
    }

    std::string freeName(const std::string& wanted) {
        std::string name = workbookSheetName(wanted);
        for (int again = 2; !names_.insert(name).second; ++again) {
            name = workbookSheetName(std::to_string(again) + " " + wanted);
        }
        return name;
    }

    WorkbookFile file_;
    std::string head_;
    Progress& progress_;
    std::set<std::string> names_;
    lxw_format *bold_ = nullptr, *title_ = nullptr, *plain_ = nullptr, *number_ = nullptr;
};

/// The first sheet: what is no table, in reading order.
class Front {
public:
    Front(Book& book, const Report& report) : book_(book), page_(book.sheet(report.title, false)) {
        worksheet_set_column(page_, 0, 0, 22, nullptr);
        worksheet_set_column(page_, 1, 1, 70, nullptr);
        line(report.title, {}, book_.title());
        fact(tr("填报单位"), report.issuer);
        fact(tr("统计口径"), report.scope);
        fact(tr("制表时间"), isoInstant(report.madeAt).substr(0, 10));
        for (const ReportField& field : report.fields) fact(field);
        for (const ReportSection& section : report.sections) add(section);
    }

    void add(const ReportSection& section) {
        ++row_;
        line(section.title, {}, book_.bold());
        for (const std::string& sentence : section.sentences) line({}, sentence, book_.plain());
        for (const ReportField& field : section.fields) fact(field);
        for (const ReportSection& inner : section.sections) add(inner);
    }

private:
    void line(const std::string& name, const std::string& value, lxw_format* look) {
        if (!name.empty()) book_.text(page_, row_, 0, name, look);
        if (!value.empty()) book_.text(page_, row_, 1, value, book_.plain());
        ++row_;
    }
    void fact(const std::string& name, const std::string& value) {
        if (!value.empty()) line(name, value, book_.plain());
    }
    void fact(const ReportField& field) {
        const std::string value = cellText(field.value, field.kind);
        fact(field.title, value.empty() || field.unit.empty() ? value : value + " " + field.unit);
    }

    Book& book_;
    lxw_worksheet* page_;
    lxw_row_t row_ = 0;
};

void addTables(Book& book, const ReportSection& section) {
    for (const ReportTable& table : section.tables) {
        book.table(book.sheet(table.title.empty() ? section.title : table.title, true), table.rows);
    }
    for (const ReportSection& inner : section.sections) addTables(book, inner);
}

} // namespace

void saveXlsx(const Report& report, const std::filesystem::path& path, Progress& progress) {
    Book book(path, report.mark.empty() ? report.title : report.mark + "　" + report.title, progress);
    Front(book, report);
    for (const ReportSection& section : report.sections) addTables(book, section);
    book.save();
}

std::int64_t saveXlsx(const RowSource& source, const std::string& title, const std::filesystem::path& path,
                      Progress& progress) {
    Book book(path, title, progress);
    const std::int64_t rows = book.table(book.sheet(title, true), source);
    book.save();
    return rows;
}

} // namespace yanxun
