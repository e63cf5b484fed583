#pragma once
#include <yanxun/table/rows.h>

#include <wx/dataview.h>

#include <filesystem>
#include <optional>

namespace drills {

/// A short list made of a row source, with the row that is chosen; columns as wide as the source wishes.
class RowList final : public wxDataViewListCtrl {
public:
    RowList(wxWindow* parent, const char* name, const std::string& title);
    /// Keeps the chosen row where the list is as long as before. Columns are made with the first source.
    void set(const yanxun::RowSource& rows);
    std::optional<std::size_t> chosen() const;
};

/// Asks for a file and writes the rows into it; true when it did.
bool saveRows(wxWindow* parent, const yanxun::RowSource& rows, const std::string& id, const std::string& title);

} // namespace drills
