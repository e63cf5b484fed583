#pragma once
#include "view/view_context.h"

#include <wx/panel.h>

#include <memory>

namespace campaigns {

/// A page of one list with what can be done to its rows: targets, campaigns, key dates, the dictionary.
class ListPage : public wxPanel, public yanxun::PageView {
public:
    struct Deed {
        std::string name, text, icon;
        std::function<void(std::int64_t id)> run; ///< of the chosen row
    };
    struct Look {
        std::string name, title, empty;
        std::string addName, addText;
        std::function<void()> add; ///< empty = nothing can be added
        std::function<void(std::int64_t)> open; ///< double click, Enter
        std::vector<Deed> deeds;
        std::function<yanxun::ui::RecordSource()> source;
        std::function<std::string(std::int64_t total)> subtitle;
    };
    ListPage(wxWindow* parent, const ViewContext& context);

    void show(const std::string& argument) override;
    void refresh() override;

protected:
    /// Builds the page; `picks` stand above the list.
    void build(Look look, std::vector<yanxun::ui::RecordColumn> columns, std::vector<wxWindow*> picks = {});
    void load();
    /// Runs a deed on the chosen row inside a catch, and reloads.
    void act(const std::function<void(std::int64_t)>& run);
    const ViewContext& context_;
    yanxun::ui::RecordTable* table_ = nullptr;

private:
    Look look_;
    yanxun::ui::PageHeader* header_ = nullptr;
};

} // namespace campaigns
