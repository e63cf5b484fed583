#pragma once
#include <yanxun/ui/theme.h>

#include <wx/dataview.h>
#include <wx/dialog.h>

#include <functional>

namespace drills {

/// A dialog around a list: read, or tick lines and let them be taken.
class ListDialog final : public wxDialog {
public:
    struct Head {
        std::string title;
        int width = 100;  ///< DIP
        bool editable = false;
    };
    /// `name` is the dialog's, `name`_list the list's. With `deed` the lines have ticks, all set, and a button.
    ListDialog(wxWindow* parent, const std::string& name, const std::string& title, const std::string& explained,
               const std::vector<Head>& columns, const std::string& deed = {});
    void add(const std::vector<std::string>& cells);
    /// What a person may have written into a cell.
    std::string cell(std::size_t row, std::size_t column) const;
    bool isTicked(std::size_t row) const;
    std::size_t rows() const;
    /// Called by the deed's button; throws Error to stay open.
    std::function<void()> act;
    /// Once the lines are there.
    void finish(const std::string& emptySentence);

private:
    wxDataViewListCtrl* list_ = nullptr;
    wxWindow* empty_ = nullptr;
    wxBoxSizer* all_ = nullptr;
    wxButton* deed_ = nullptr;
    bool ticks_ = false;
};

} // namespace drills
