#pragma once
#include "core/activity_links.h"
#include "view/view_context.h"

#include <wx/scrolwin.h>

namespace materials {

/// One slip: its facts, its lines, its activity, and what can be done: print it, take it back, decide the activity.
class DocumentPanel final : public wxScrolledWindow {
public:
    DocumentPanel(wxWindow* parent, const ViewContext& context);
    /// 0 = none.
    void show(std::int64_t document);
    void refresh();
    void print();
    std::int64_t shown() const { return id_; }

private:
    void fill(const Document& document, const std::vector<Line>& lines, const std::optional<Link>& link);
    void addDeeds(wxSizer* all, const Document& document, const std::optional<Link>& link);
    void reverse(const Document& document);
    void chooseActivity(const Document& document);
    void decide(std::int64_t activity);
    const ViewContext& context_;
    std::int64_t id_ = 0;
};

} // namespace materials
