#pragma once
#include "view/view_context.h"

#include <wx/scrolwin.h>

namespace materials {

struct StockFilter {
    std::string text;
    bool lowOnly = false, withRetired = false;
};

/// One item: what it is, what is where of it, and what can be done with it.
class StockPanel final : public wxScrolledWindow {
public:
    StockPanel(wxWindow* parent, const ViewContext& context);
    /// 0 = none.
    void show(std::int64_t item);
    void refresh();

private:
    void fill(const Item& item);
    void addDeeds(wxSizer* all, const Item& item);
    void post(DocumentType type, const Item& item);
    const ViewContext& context_;
    std::int64_t id_ = 0;
};

} // namespace materials
