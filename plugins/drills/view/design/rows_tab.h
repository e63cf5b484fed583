#pragma once
#include "view/drill_tab.h"

#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/stattext.h>

namespace drills {

/// A tab that is a list of rows of one drill with deeds below it. The row in hand stays chosen when it is filled anew; an
/// empty list says what to do.
class RowsTab : public wxPanel, public DrillTab {
public:
    struct ListColumn {
        std::string title;
        int width = 100; ///< DIP
    };
    wxWindow* window() override { return this; }
    std::string title(const Drill& drill) override;
    void show(const Drill& drill) override;

protected:
    using Rows = std::vector<std::vector<std::string>>;
    RowsTab(wxWindow* parent, const ViewContext& context, const char* name, std::string title,
            const std::vector<ListColumn>& columns, const std::string& empty);
    /// A button; `needsRow`: only with a row chosen. The last thing of a constructor.
    void deed(const char* name, const std::string& text, const char* icon, bool needsRow, std::function<void()> run);
    /// What a double click or Enter does.
    void onOpen(std::function<void()> run) { open_ = std::move(run); }
    /// The rows of the drill; keep the records they stand for in the same order.
    virtual Rows load(yanxun::Reader& reader, const Drill& drill) = 0;
    /// A sentence above the list, "" = none.
    virtual std::string note(yanxun::Reader& reader, const Drill& drill);
    virtual bool isEditable(const Drill& drill) const;

    void reload();
    std::size_t row() const { return std::size_t(list_->GetSelectedRow()); }
    /// Of the design, when it took place: dialogs ask for a reason.
    bool needsReason() const;

    const ViewContext& context_;
    Drill drill_;

private:
    void run(const std::function<void()>& deed);
    void enable();
    struct Deed {
        wxButton* button = nullptr;
        bool needsRow = false;
    };
    std::string title_;
    wxDataViewListCtrl* list_;
    wxWindow* empty_;
    wxStaticText* note_;
    wxSizer* deeds_;
    std::vector<Deed> made_;
    std::function<void()> open_;
};

} // namespace drills
