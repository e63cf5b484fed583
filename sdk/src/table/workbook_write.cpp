#include "table/workbook_file.h"

#include <yanxun/table/workbook.h>

#include <array>

namespace yanxun {
namespace {

/// A spreadsheet keeps a list of choices in at most so many characters.
constexpr std::size_t mostChoiceBytes = 255;

class FormWriter {
public:
    explicit FormWriter(const std::filesystem::path& path) : file_(path) {
        for (std::size_t look = 0; look < formats_.size(); ++look) formats_[look] = format(CellLook(look));
    }
    void write(const WorkbookSheet& sheet);
    void property(const std::string& name, const std::string& value) {
        workbook_set_custom_property_string(file_.book(), name.c_str(), value.c_str());
    }
    void save() { file_.save(); }

private:
    lxw_format* format(CellLook look);
    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const WorkbookCell& cell);
    void offer(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::vector<std::string>& choices);
    void setUp(lxw_worksheet* page, const WorkbookSheet& sheet);
    WorkbookFile file_;
    std::array<lxw_format*, 5> formats_{};
};

lxw_format* FormWriter::format(CellLook look) {
    lxw_format* made = workbook_add_format(file_.book());
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(made);
    switch (look) {
    case CellLook::title:
        format_set_bold(made);
        format_set_font_size(made, 16);
        return made;
    case CellLook::note:
        format_set_font_size(made, 9);
        format_set_font_color(made, 0x606060);
        return made;
    case CellLook::heading:
        format_set_bold(made);
        format_set_bg_color(made, 0xE8EEF7);
        format_set_align(made, LXW_ALIGN_CENTER);
        break;
    case CellLook::input:
        format_set_num_format(made, "@");
        format_set_bg_color(made, 0xFFFBE6);
        format_set_unlocked(made);
        break;
    case CellLook::plain: break;
    }
    format_set_border(made, LXW_BORDER_THIN);
    return made;
}

void FormWriter::offer(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::vector<std::string>& choices) {
    std::size_t bytes = 0;
    for (const std::string& choice : choices) bytes += choice.size() + 1;
    if (choices.empty() || bytes > mostChoiceBytes) return;
    std::vector<char*> list;
    for (const std::string& choice : choices) list.push_back(const_cast<char*>(choice.c_str())); // read only, by its docs
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    worksheet_data_validation_cell(sheet, row, column, &validation);
}

void FormWriter::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const WorkbookCell& cell) {
    lxw_format* const look = formats_[std::size_t(cell.look)];
    if (cell.span > 1) {
        const auto last = lxw_col_t(column + cell.span - 1);
        worksheet_merge_range(sheet, row, column, row, last, cell.text.c_str(), look);
    } else if (cell.text.empty()) {
        worksheet_write_blank(sheet, row, column, look);
    } else {
        worksheet_write_string(sheet, row, column, cell.text.c_str(), look);
    }
    offer(sheet, row, column, cell.choices);
}

void FormWriter::setUp(lxw_worksheet* page, const WorkbookSheet& sheet) {
    if (sheet.landscape) worksheet_set_landscape(page);
    worksheet_set_paper(page, 9); // A4
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_set_margins(page, 0.4, 0.4, 0.7, 0.6);
    if (!sheet.pageHeader.empty()) worksheet_set_header(page, ("&C" + sheet.pageHeader).c_str());
    worksheet_set_footer(page, "&C&P / &N");
    if (sheet.repeatedRow >= 0) {
        worksheet_repeat_rows(page, lxw_row_t(sheet.repeatedRow), lxw_row_t(sheet.repeatedRow));
        worksheet_freeze_panes(page, lxw_row_t(sheet.repeatedRow + 1), 0);
    }
    if (sheet.locked) {
        lxw_protection freedom{};
        freedom.format_columns = LXW_TRUE;
        freedom.format_rows = LXW_TRUE;
        worksheet_protect(page, nullptr, &freedom);
    }
}

void FormWriter::write(const WorkbookSheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(file_.book(), workbookSheetName(sheet.name).c_str());
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
        worksheet_set_column(page, lxw_col_t(i), lxw_col_t(i), double(sheet.widths[i]), nullptr);
    }
    lxw_row_t row = 0;
    for (const auto& cells : sheet.rows) {
        lxw_col_t column = 0;
        for (const WorkbookCell& cell : cells) {
            write(page, row, column, cell);
            column = lxw_col_t(column + cell.span);
        }
        ++row;
    }
    setUp(page, sheet);
}

} // namespace

void writeWorkbook(const std::vector<WorkbookSheet>& sheets, const std::filesystem::path& path,
                   const std::map<std::string, std::string>& properties) {
    FormWriter writer(path);
    for (const WorkbookSheet& sheet : sheets) writer.write(sheet);
    for (const auto& [name, value] : properties) writer.property(name, value);
    writer.save();
}

} // namespace yanxun
