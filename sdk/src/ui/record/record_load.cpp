// Asking the database: the ids on a worker, the cells by pages; and what the person had selected.
#include "record_inner.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/weakref.h>

#include <algorithm>
#include <unordered_set>

namespace yanxun::ui {

namespace {

constexpr int kBetweenReloadsMs = 250, kSlowMs = 400;

std::string troubleOf(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const Error& known) {
        return known.what();
    } catch (...) {
        return tr("列表没有读出来。请刷新重试；如果仍然出错，请把日志交给维护人员。");
    }
}

} // namespace

void RecordTable::Inner::reload() {
    waiting = true;
    // The first comes at once, the next ones together.
    if (!task && !debounce.IsRunning()) start();
}

void RecordTable::Inner::start() {
    if (task) return; // finished() begins again
    waiting = false;
    debounce.StartOnce(kBetweenReloadsMs);
    slow.StartOnce(kSlowMs);
    arriving = std::make_shared<RecordIds>();
    task = std::make_unique<Task>(
        [&db = database, ask = source.ids, query = query, into = arriving](Progress&) {
            db.read([&](Reader& reader) { *into = ask(reader, query); });
        },
        [this](std::exception_ptr error) { finished(error); });
}

void RecordTable::Inner::finished(std::exception_ptr error) {
    task.reset();
    slow.Stop();
    if (waiting) {
        if (!debounce.IsRunning()) start(); // the filters changed meanwhile
        if (everLoaded || task) return;
    }
    trouble = error ? troubleOf(error) : std::string();
    if (!error) take(std::move(*arriving));
    everLoaded = true;
    showState();
    if (owner.loaded) guarded(&owner, owner.loaded);
}

void RecordTable::Inner::take(RecordIds fresh) {
    if (std::int64_t(fresh.ids.size()) > query.limit) fresh.ids.resize(std::size_t(query.limit));
    total = std::max(fresh.total, std::int64_t(fresh.ids.size()));
    const double place = platform::scrolledDown(list);
    const auto [seenFirst, seenLast] = platform::visibleRows(list);
    selecting = true;
    const bool other = model->take(std::move(fresh.ids), seenFirst, seenLast);
    if (other) list->UnselectAll();
    selecting = false;
    list->Refresh();
    if (!other) return;
    reselect(false);
    owner.CallAfter([self = wxWeakRef<wxDataViewCtrl>(list), place] {
        if (self) platform::scrollDown(self.get(), place);
    });
}

PageCache::Rows RecordTable::Inner::fetch(std::span<const std::int64_t> ids) {
    PageCache::Rows rows;
    try {
        database.read([&](Reader& reader) { rows = source.rows(reader, ids); });
    } catch (...) {
        // Called while painting: no dialog here.
        trouble = troubleOf(std::current_exception());
        owner.CallAfter([self = wxWeakRef<RecordTable>(&owner)] {
            if (self) self->inner_->showState();
        });
    }
    rows.resize(ids.size());
    return rows;
}

std::vector<std::int64_t> RecordTable::Inner::selection() const {
    wxDataViewItemArray items;
    list->GetSelections(items);
    std::vector<std::int64_t> ids;
    for (const wxDataViewItem& item : items)
        if (const auto row = model->GetRow(item); row < model->ids().size()) ids.push_back(model->ids()[row]);
    return ids;
}

void RecordTable::Inner::selectionMoved() {
    if (selecting) return;
    wanted = selection();
    footer->SetLabelText(wx(footerText()));
    if (!owner.selectionChanged) return;
    guarded(&owner, [call = owner.selectionChanged, id = wanted.empty() ? 0 : wanted.front()] { call(id); });
}

void RecordTable::Inner::reselect(bool reveal) {
    const std::unordered_set<std::int64_t> sought(wanted.begin(), wanted.end());
    wxDataViewItemArray items;
    if (!sought.empty())
        for (unsigned row = 0; row < model->ids().size() && items.size() < sought.size(); ++row)
            if (sought.count(model->ids()[row])) items.Add(model->GetItem(row));
    selecting = true;
    list->SetSelections(items);
    selecting = false;
    if (reveal && !items.empty()) list->EnsureVisible(items.front());
    if (!items.empty()) list->SetCurrentItem(items.front());
    showState();
    if (!sought.empty() && items.empty() && everLoaded && !isLoading()) {
        wanted.clear();
        if (owner.selectionChanged) guarded(&owner, [call = owner.selectionChanged] { call(0); });
    }
}

std::string RecordTable::Inner::footerText() const {
    if (!trouble.empty()) return trouble;
    if (!everLoaded) return tr("正在查询……");
    const auto listed = std::int64_t(model->ids().size());
    if (listed < total)
        return tr("已列出前 {} 条，还有 {} 条，请缩小筛选范围。", text::grouped(listed), text::grouped(total - listed));
    const auto chosen = list->GetSelectedItemsCount();
    if (chosen > 0) return tr("已选 {} 条 · 共 {} 条", text::grouped(chosen), text::grouped(total));
    return tr("共 {} 条", text::grouped(total));
}

void RecordTable::Inner::showState() {
    const bool nothing = everLoaded && model->ids().empty() && trouble.empty();
    empty->setText(emptySentence.empty() ? tr("没有符合条件的记录。") : emptySentence);
    if (nothing == list->IsShown()) {
        column->Show(list, !nothing);
        column->Show(middle, nothing, true);
        owner.Layout();
    }
    footer->SetLabelText(wx(footerText()));
    footer->SetForegroundColour(trouble.empty() ? palette().muted : palette().bad);
}

} // namespace yanxun::ui
