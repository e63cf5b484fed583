#pragma once
#include <yanxun/table/import.h>
#include <yanxun/ui/theme.h>

#include <functional>

class wxChoice;
class wxComboBox;
class wxScrolledWindow;

namespace yanxun::desktop {

/// One row of the preview: what is said of it, what it changes, and a cell to correct.
class ImportRowPanel final : public wxPanel {
public:
    explicit ImportRowPanel(wxWindow* parent);
    /// Null = no row is chosen.
    void show(const ImportPlan& plan, const ImportInfo& info, const ImportRow* row);
    /// The person typed another text for a cell of the row shown.
    std::function<void(int row, const std::string& column, const std::string& text)> corrected;

private:
    void showNothing();
    void addMessages(const ImportInfo& info);
    void addChanges(const ImportInfo& info);
    void addEditor(const ImportPlan& plan, const ImportInfo& info);
    void columnChosen();
    void apply();
    void add(wxWindow* window, int above, int flags = wxEXPAND);

    wxScrolledWindow* area_ = nullptr;
    wxChoice* column_ = nullptr;
    wxComboBox* value_ = nullptr;
    ImportRow row_; ///< a copy: the plan may be replaced
    std::vector<std::string> columns_; ///< as column_ lists them
};

} // namespace yanxun::desktop
