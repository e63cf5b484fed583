#include "table/workbook_copy.h"

#include "core/atomic_file.h"
#include "report/xml_stream.h"
#include "table/cell_text.h"
#include "table/table_readers.h"
#include "table/workbook_columns.h"
#include "table/xlsx_workbook.h"

#include <yanxun/error.h>
#include <yanxun/table/grid.h>
#include <yanxun/text.h>

#include <Poco/Exception.h>

#include <algorithm>

namespace yanxun {
namespace {

using table::AddedColumns;

/// Behind everything the sheet shows, or where an earlier copy put these headings.
AddedColumns place(TableFile& file, std::size_t sheet, const std::vector<std::string>& headings, int headerRow, Progress& progress) {
    AddedColumns columns;
    columns.count = int(headings.size());
    columns.headerRow = headerRow;
    file.read(sheet, [&](GridRow& row) {
        progress.check();
        columns.first = std::max(columns.first, int(row.cells.size()));
        if (row.number != headerRow) return true;
        const auto same = [](const Cell& cell, const std::string& heading) { return text::key(cell.text) == text::key(heading); };
        const auto found = std::search(row.cells.begin(), row.cells.end(), headings.begin(), headings.end(), same);
        if (found == row.cells.end() || headings.empty()) return true;
        columns.again = true;
        columns.first = int(found - row.cells.begin());
        return false;
    });
    if (columns.last() >= table::columnLimit) table::throwTooManyColumns();
    return columns;
}

std::string fitting(const std::string& text) {
    std::string clean = text::clean(text);
    if (table::characters(clean) <= table::cellTextLimit) return clean;
    std::size_t at = 0;
    for (std::size_t count = 0; count < table::cellTextLimit - 1; ++count) {
        do ++at;
        while ((clean[at] & 0xc0) == 0x80);
    }
    return clean.substr(0, at) + "…";
}

void copyXlsx(const table::ByteFile& bytes, const std::filesystem::path& from, std::size_t sheet, const AddedColumns& columns,
              AtomicFile& to, Progress& progress) {
    const table::ZipArchive zip(bytes);
    const table::Workbook workbook = table::readWorkbook(zip, from);
    const table::ZipEntry* changed = zip.find(workbook.sheets.at(sheet).part);
    if (!changed) table::throwDamaged();
    table::ZipCopy copy(to.out());
    for (const table::ZipEntry& entry : zip.entries()) {
        progress.check();
        if (&entry != changed) {
            copy.copy(zip, entry);
            continue;
        }
        try {
            copy.begin(entry);
            table::copySheet(zip, entry, columns, copy, progress);
            copy.end();
        } catch (const Poco::IOException&) {
            to.check(); // the packer could not write on: the file knows why
            throw;
        }
        to.check();
    }
    copy.finish();
}

/// Tables from XML have no form of their own to keep: the cells and the columns, as writeTable() would write them.
void copyXml(TableFile& file, const AddedColumns& columns, std::ostream& out, Progress& progress) {
    XmlStream xml(out);
    xml.open("table");
    xml.attribute("title", file.sheets().front().name);
    bool begun = false;
    file.read(0, [&](GridRow& row) {
        progress.check();
        const auto* texts = columns.of(row.number);
        row.cells.resize(std::max<std::size_t>(row.cells.size(), std::size_t(columns.last()) + 1));
        for (int i = 0; texts && i < columns.count; ++i) row.cells[std::size_t(columns.first + i)].text = (*texts)[std::size_t(i)];
        const bool heading = !begun;
        begun = true;
        xml.open(heading ? "columns" : "row");
        for (const Cell& cell : row.cells) {
            if (!heading) {
                xml.leaf("c", text::clean(cell.text));
                continue;
            }
            xml.open("column");
            xml.attribute("title", text::clean(cell.text));
            xml.close();
        }
        xml.close();
        return true;
    });
    xml.close();
    xml.finish();
}

} // namespace

void copyWithColumns(const std::filesystem::path& from, std::size_t sheet, const std::vector<std::string>& headings,
                     int headerRow, const std::map<int, std::vector<std::string>>& textsByRow,
                     const std::filesystem::path& to, Progress& progress) {
    const auto file = TableFile::open(from);
    AddedColumns columns = place(*file, sheet, headings, headerRow, progress);
    columns.texts = textsByRow;
    columns.texts[headerRow] = headings;
    for (auto& [row, texts] : columns.texts) {
        texts.resize(headings.size());
        for (std::string& text : texts) text = fitting(text);
    }
    const table::ByteFile bytes = table::ByteFile::open(from);
    AtomicFile copy(to);
    switch (table::formOf(bytes, from)) {
    case table::TableForm::xlsx: copyXlsx(bytes, from, sheet, columns, copy, progress); break;
    case table::TableForm::csv: table::copyCsv(bytes, columns, copy, progress); break;
    case table::TableForm::xml: copyXml(*file, columns, copy.out(), progress); break;
    }
    progress.check();
    copy.commit();
}

} // namespace yanxun
