#pragma once
#include "table/xlsx_strings.h"
#include "table/xlsx_styles.h"
#include "table/xml_parser.h"

#include <yanxun/table/grid.h>

namespace yanxun::table {

/// Reads one worksheet part into rows.
class SheetParser final : public XmlParser {
public:
    SheetParser(const SharedStrings& strings, const CellStyles& styles, bool counts1904,
                const std::function<bool(GridRow&)>& use, std::vector<MergedRange>& merged)
        : strings_(strings), styles_(styles), counts1904_(counts1904), use_(use), merged_(merged) {}

protected:
    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void finishCell();
    void finishRow();
    void addMerged(std::string_view range);
    void setNumber(Cell& cell);
    void setText(Cell& cell, std::string text);
    void setIsoDate(Cell& cell);

    /// What the attribute «t» says of a cell (ECMA-376 part 1, 18.18.11 ST_CellType).
    enum class Type { number, sharedString, inlineString, formulaString, boolean, error, isoDate };
    static Type typeNamed(std::string_view name);

    const SharedStrings& strings_;
    const CellStyles& styles_;
    const bool counts1904_;
    const std::function<bool(GridRow&)>& use_;
    std::vector<MergedRange>& merged_;

    GridRow row_;
    int rowNumber_ = 0, column_ = -1;
    bool inData_ = false, keep_ = false;
    Type type_ = Type::number; ///< of the open cell, as all that follow
    std::string value_;
    std::size_t style_ = 0;
    bool hasValue_ = false, hasFormula_ = false, inCell_ = false, inInline_ = false;
    int phonetic_ = 0;
    bool collecting_ = false;
};

} // namespace yanxun::table
