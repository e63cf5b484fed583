#pragma once
#include <yanxun/ui/record_table.h>

#include <list>
#include <unordered_map>

namespace yanxun::ui {

/// A pill's text and tone travel through wx in one string.
wxString pillValue(const RecordCell& cell);
std::pair<wxString, Tone> readPillValue(const wxString& value);

/// The cells of the rows seen lately, by pages of 64; the least recently used of 64 pages goes first. Main thread.
class PageCache {
public:
    using Rows = std::vector<std::vector<RecordCell>>;
    using Fetch = std::function<Rows(std::span<const std::int64_t>)>;
    static constexpr std::size_t kRows = 64, kPages = 64;

    explicit PageCache(Fetch fetch) : fetch_(std::move(fetch)) {}
    /// The cells of ids[row]; empty when the record is gone.
    const std::vector<RecordCell>& row(const std::vector<std::int64_t>& ids, std::size_t row);
    void clear();
    std::size_t fetches() const { return fetches_; }

private:
    struct Page {
        Rows rows;
        std::list<std::size_t>::iterator use;
    };
    Fetch fetch_;
    std::unordered_map<std::size_t, Page> pages_;
    std::list<std::size_t> uses_; ///< newest first
    std::size_t fetches_ = 0;
};

/// What the list control sees: the snapshot of ids, and the cells behind them.
class RecordModel final : public wxDataViewVirtualListModel {
public:
    RecordModel(std::vector<RecordColumn> columns, PageCache::Fetch fetch);
    /// Takes new ids, telling the control as little as is true. Returns false when nothing but cells may differ. Of the
    /// rows from `seenFirst` to `seenLast` it tells which hold other words now: a screen reader keeps those it read.
    bool take(std::vector<std::int64_t> ids, int seenFirst, int seenLast);
    const std::vector<std::int64_t>& ids() const { return ids_; }
    /// Cells may differ from now on.
    void forget() { cache_.clear(); }

    unsigned int GetColumnCount() const override { return static_cast<unsigned>(columns_.size()); }
    wxString GetColumnType(unsigned int) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override;
    bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& attr) const override;
    bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }

private:
    const RecordCell& cell(unsigned row, unsigned column) const;
    /// False when the rows are told as new ones.
    bool tellRows(std::size_t before, std::size_t after);
    std::vector<RecordColumn> columns_;
    std::vector<std::int64_t> ids_;
    mutable PageCache cache_;
};

} // namespace yanxun::ui
