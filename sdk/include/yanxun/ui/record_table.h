#pragma once
#include <yanxun/table/rows.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/theme.h>

#include <wx/dataview.h>

#include <memory>
#include <span>

namespace yanxun::ui {

struct RecordColumn {
    std::string id, title;
    CellKind kind = CellKind::text;
    int width = 120; ///< DIP; 0 = takes what is left
    bool sortable = false;
    bool pill = false; ///< shown as a soft status; its tone comes from RecordCell
};

struct RecordCell {
    std::string text;
    Tone tone = Tone::neutral;
};

/// What a table asks: everything the page's filters say, and the order.
struct RecordQuery {
    std::string sort; ///< column id
    bool ascending = true;
    std::int64_t limit = 100'000; ///< ids beyond it are not fetched; `total` still counts them
};

struct RecordIds {
    std::vector<std::int64_t> ids;
    std::int64_t total = 0;
};

/// Where the rows come from, with the Reader of the thread they are called on. `ids` runs on a worker: let it own a copy
/// of the filters, and give the table a new source (setSource) when they change. `rows` runs on the main thread for at
/// most 64 records.
struct RecordSource {
    std::function<RecordIds(Reader&, const RecordQuery&)> ids;
    /// Cells of the given records, in that order, one entry per column; a vanished record gives empty cells.
    std::function<std::vector<std::vector<RecordCell>>(Reader&, std::span<const std::int64_t>)> rows;
};

/// A list of records: wxDataViewCtrl over a snapshot of ids fetched by a worker, cells by pages with a cache, at most
/// 100,000 rows with a sentence below when there are more. Sorting asks the source again. Column widths are remembered
/// under `name`.
class YANXUN_UI_EXPORT RecordTable : public wxPanel {
public:
    RecordTable(wxWindow* parent, const std::string& name, Database& database, std::vector<RecordColumn> columns,
                RecordSource source);
    ~RecordTable() override;
    /// Asks again, at most four times a second; keeps the selection by id and, when it can, the place in the list.
    void reload();
    /// Asks with other filters from now on, and reloads.
    void setSource(RecordSource source);
    void sortBy(const std::string& column, bool ascending);
    std::int64_t selected() const; ///< 0 = none
    std::vector<std::int64_t> selection() const;
    void select(std::int64_t id);
    std::int64_t total() const;
    bool loading() const;
    wxDataViewCtrl* control();
    /// What stands in the middle when there is nothing.
    void setEmpty(const std::string& sentence);
    /// What screen readers call the list.
    void setTitle(const std::string& title);

    std::function<void(std::int64_t id)> activated;   ///< double click, Enter
    std::function<void(std::int64_t id)> selectionChanged;
    std::function<void()> loaded;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

/// Where column widths are kept, under «table.column» in DIP; 0 = none kept. The host sets it at start.
struct WidthStore {
    std::function<int(const std::string& key)> get;
    std::function<void(const std::string& key, int width)> set;
};
YANXUN_UI_EXPORT void setWidthStore(WidthStore store);

} // namespace yanxun::ui
