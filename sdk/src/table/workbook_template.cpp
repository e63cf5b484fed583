#include "table/workbook_file.h"

#include <yanxun/table/import.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {
namespace {

constexpr lxw_row_t preparedRows = 1000; ///< rows whose code cells are text before anybody types into them
constexpr lxw_row_t headingRow = 0, exampleRow = 1;

const char* example(ImportType type) {
    switch (type) {
    case ImportType::text: return "";
    case ImportType::code: return "000123";
    case ImportType::date: return "2021-06-16";
    case ImportType::count: return "120";
    case ImportType::hundredths: return "85.5";
    case ImportType::flag: return "是";
    }
    return "";
}

std::string rule(const ImportColumn& column) {
    std::string text = column.required ? tr("必填。") : tr("可以不填。");
    switch (column.type) {
    case ImportType::text: break;
    case ImportType::code: text += tr("按文本填写，保留前面的 0 和全部位数。"); break;
    case ImportType::date: text += tr("写全年月日，如 2021-06-16 或 2021年6月16日。"); break;
    case ImportType::count: text += tr("填整数；写“约300”“1.8万余”也能读入，记为估计数。"); break;
    case ImportType::hundredths: text += tr("填数字，最多两位小数，如 85.5。"); break;
    case ImportType::flag: text += tr("填“是”或“否”；不清楚就空着。"); break;
    }
    return text;
}

/// The empty workbook of a ledger and the sheet that explains it.
class Template {
public:
    explicit Template(const std::filesystem::path& path) : file_(path), book_(file_.book()) {
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_bg_color(heading_, 0xE8EEF7);
        format_set_border(heading_, LXW_BORDER_THIN);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_CENTER);
        text_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
        grey_ = workbook_add_format(book_);
        format_set_font_color(grey_, 0x808080);
        format_set_num_format(grey_, "@");
        wrapped_ = workbook_add_format(book_);
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    }

    void fill(const ImportInfo& info);
    void explain(const ImportInfo& info);
    void save() { file_.save(); }

private:
    void fillColumn(lxw_worksheet* sheet, lxw_col_t at, const ImportColumn& column);
    WorkbookFile file_;
    lxw_workbook* book_; ///< the file's
    lxw_format *heading_ = nullptr, *text_ = nullptr, *grey_ = nullptr, *wrapped_ = nullptr;
};

void Template::fill(const ImportInfo& info) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, workbookSheetName(info.title).c_str());
    worksheet_freeze_panes(sheet, exampleRow, 0);
    worksheet_set_row(sheet, headingRow, 22, nullptr);
    for (std::size_t i = 0; i < info.columns.size(); ++i) fillColumn(sheet, lxw_col_t(i), info.columns[i]);
    // The import leaves out a row whose first cell says so.
    worksheet_write_string(sheet, exampleRow, 0, tr("示例").c_str(), grey_);
    workbook_set_custom_property_string(book_, "yanxun.kind", info.id.c_str());
}

void Template::fillColumn(lxw_worksheet* sheet, lxw_col_t at, const ImportColumn& column) {
    worksheet_write_string(sheet, headingRow, at, column.title.c_str(), heading_);
    const double width = std::clamp(double(text::length(column.title)) * 2.2 + 2, 10.0, 40.0);
    worksheet_set_column(sheet, at, at, column.type == ImportType::code ? std::max(width, 22.0) : width, nullptr);
    worksheet_write_string(sheet, exampleRow, at, example(column.type), grey_);
    if (column.type == ImportType::code) {
        for (lxw_row_t row = exampleRow + 1; row <= preparedRows; ++row) worksheet_write_blank(sheet, row, at, text_);
    }
    if (column.type == ImportType::flag) {
        std::string yes = "是", no = "否";
        char* choices[] = {yes.data(), no.data(), nullptr};
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = choices;
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        worksheet_data_validation_range(sheet, exampleRow + 1, at, preparedRows, at, &validation);
    }
}

void Template::explain(const ImportInfo& info) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, tr("说明").c_str());
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, 80, nullptr);
    worksheet_write_string(sheet, 0, 0, tr("“{}”的填写说明", info.title).c_str(), heading_);
    lxw_row_t row = 1;
    const auto line = [&](const std::string& head, const std::string& words) {
        worksheet_write_string(sheet, row, 0, head.c_str(), wrapped_);
        worksheet_write_string(sheet, row++, 1, words.c_str(), wrapped_);
    };
    for (const ImportColumn& column : info.columns) line(column.title, rule(column));
    line(tr("示例行"), tr("第一格写着“示例”的行只供参照，导入时不读，可以删去。"));
    line(tr("表头"), tr("表头的文字和次序可以改动；必填的列要保留。"));
}

} // namespace

void writeTemplate(const ImportInfo& info, const std::filesystem::path& path) {
    Template book(path);
    book.fill(info);
    book.explain(info);
    book.save();
}

} // namespace yanxun
