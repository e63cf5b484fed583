#pragma once
#include <yanxun/table/import.h>

#include <wx/grid.h>

#include <memory>

namespace yanxun::desktop {

/// The sheet as it was written, with the numbers people see: header rows and recognised columns in colour.
class ImportRawGrid final : public wxGrid {
public:
    explicit ImportRawGrid(wxWindow* parent);
    void show(std::shared_ptr<const Grid> sheet);
    /// Colours header and columns anew.
    void mark(const ImportMapping& mapping, const ImportInfo& info);

private:
    class Table;
    void dress();
    void fitColumns(int headerFirst);
    Table* table_ = nullptr; ///< owned by the grid
};

/// A, B … Z, AA: the letters above a column.
std::string columnLetters(int column);

} // namespace yanxun::desktop
