#include "record_model.h"

#include <algorithm>

namespace yanxun::ui {

namespace {

constexpr std::size_t kFewRows = 256; // told one by one, so that the list keeps its place

bool isSame(const std::vector<RecordCell>& a, const std::vector<RecordCell>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const RecordCell& one, const RecordCell& other) {
        return one.text == other.text && one.tone == other.tone;
    });
}

} // namespace

wxString pillValue(const RecordCell& cell) { return wxString(wxUniChar('0' + int(cell.tone))) + wx(cell.text); }

std::pair<wxString, Tone> readPillValue(const wxString& value) {
    if (value.empty()) return {wxString(), Tone::neutral};
    return {value.Mid(1), static_cast<Tone>(value[0].GetValue() - '0')};
}

const std::vector<RecordCell>& PageCache::row(const std::vector<std::int64_t>& ids, std::size_t row) {
    static const std::vector<RecordCell> nothing;
    if (row >= ids.size()) return nothing;
    const std::size_t number = row / kRows;
    auto found = pages_.find(number);
    if (found == pages_.end()) {
        if (pages_.size() >= kPages) {
            pages_.erase(uses_.back());
            uses_.pop_back();
        }
        const std::size_t first = number * kRows;
        Rows rows = fetch_({ids.data() + first, std::min(kRows, ids.size() - first)});
        ++fetches_;
        uses_.push_front(number);
        found = pages_.emplace(number, Page{std::move(rows), uses_.begin()}).first;
    } else {
        uses_.splice(uses_.begin(), uses_, found->second.use);
    }
    const Rows& rows = found->second.rows;
    return row % kRows < rows.size() ? rows[row % kRows] : nothing;
}

void PageCache::clear() {
    pages_.clear();
    uses_.clear();
}

RecordModel::RecordModel(std::vector<RecordColumn> columns, PageCache::Fetch fetch)
    : wxDataViewVirtualListModel(0), columns_(std::move(columns)), cache_(std::move(fetch)) {}

bool RecordModel::take(std::vector<std::int64_t> ids, int seenFirst, int seenLast) {
    PageCache::Rows seen; // as they were read, fetched already
    for (int row = seenFirst; row <= seenLast; ++row)
        seen.push_back(cache_.row(ids_, std::size_t(row)));
    cache_.clear();
    const bool other = ids != ids_;
    const std::size_t before = ids_.size(), after = ids.size();
    ids_ = std::move(ids);
    if (other && !tellRows(before, after)) return true;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const std::size_t row = std::size_t(seenFirst) + i;
        if (row < after && !isSame(seen[i], cache_.row(ids_, row))) RowChanged(static_cast<unsigned>(row));
    }
    return other;
}

bool RecordModel::tellRows(std::size_t before, std::size_t after) {
    const std::size_t difference = before > after ? before - after : after - before;
    if (difference > kFewRows || before == 0 || after == 0) {
        Reset(static_cast<unsigned>(after));
        return false;
    }
    for (std::size_t i = before; i < after; ++i)
        RowAppended();
    // One by one: with RowsDeleted() the count is lower than what the list still asks for.
    for (std::size_t i = before; i > after; --i)
        RowDeleted(static_cast<unsigned>(i - 1));
    return true;
}

const RecordCell& RecordModel::cell(unsigned row, unsigned column) const {
    static const RecordCell nothing;
    const auto& cells = cache_.row(ids_, row);
    return column < cells.size() ? cells[column] : nothing;
}

void RecordModel::GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const {
    const RecordCell& shown = cell(row, column);
    value = columns_[column].pill ? pillValue(shown) : wx(shown.text);
}

bool RecordModel::GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& attr) const {
    if (column >= columns_.size() || columns_[column].pill) return false;
    const Tone tone = cell(row, column).tone;
    if (tone == Tone::neutral) return false;
    attr.SetColour(palette().tone(tone));
    return true;
}

} // namespace yanxun::ui
