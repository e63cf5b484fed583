#pragma once
#include "../platform/list.h"
#include "../widgets/paragraph.h"
#include "record_model.h"

#include <wx/timer.h>

#include <optional>

namespace yanxun::ui {

struct RecordTable::Inner {
    Inner(RecordTable& table, std::string name, Database& database, std::vector<RecordColumn> columns,
          RecordSource source);

    void build();
    void addColumn(unsigned index);
    void bind();
    void saveWidths();

    void reload();
    void start();
    void finished(std::exception_ptr error);
    void take(RecordIds fresh);
    bool isLoading() const { return task != nullptr || waiting; }
    PageCache::Rows fetch(std::span<const std::int64_t> ids);

    std::vector<std::int64_t> selection() const;
    void selectionMoved();
    void reselect(bool reveal);
    void showState();
    std::string footerText() const;

    RecordTable& owner;
    std::string name;
    Database& database;
    std::vector<RecordColumn> columns;
    RecordSource source;
    RecordQuery query;
    std::int64_t total = 0;
    bool everLoaded = false;
    std::string trouble; ///< why the list is not as it should be

    wxDataViewCtrl* list = nullptr;
    wxObjectDataPtr<RecordModel> model;
    Paragraph* empty = nullptr;
    wxStaticText* footer = nullptr;
    wxBoxSizer* middle = nullptr;
    wxBoxSizer* column = nullptr;
    std::string emptySentence;
    std::vector<int> shownWidths;
    std::vector<std::int64_t> wanted; ///< ids selected, also while they are out of sight
    bool selecting = false;           ///< by us: not the person's deed

    bool waiting = false; ///< a reload was asked for and has not begun
    wxTimer debounce, slow;
    std::shared_ptr<RecordIds> arriving;
    std::unique_ptr<Task> task; ///< last: it stops before what it uses goes
};

} // namespace yanxun::ui
