#pragma once
#include "core/improve/evidence.h"
#include "view/view_context.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>

namespace drills {

/// 佐证 of one record in a row: thumbnails of pictures, names of papers; open, save as, add, remove. Reusable: give it an
/// owner by show().
class EvidenceStrip final : public wxPanel {
public:
    EvidenceStrip(wxWindow* parent, const ViewContext& context);
    /// `mayChange` false: only open and save.
    void show(EvidenceOwner owner, std::int64_t ownerId, std::int64_t drillId, bool mayChange);

private:
    void reload();
    void add();
    void addFile(const std::filesystem::path& file);
    wxWindow* tile(const Evidence& one);
    void choose(std::int64_t id);
    void mark(); ///< the chosen tile, in the colours of the theme
    void open();
    void save();
    void remove();
    const Evidence* chosen() const;

    const ViewContext& context_;
    EvidenceOwner owner_ = EvidenceOwner::drill;
    std::int64_t ownerId_ = 0, drillId_ = 0, chosen_ = 0;
    bool mayChange_ = false;
    std::vector<Evidence> all_;
    wxScrolledWindow* tiles_;
    wxStaticText* said_;
    wxButton *add_, *open_, *save_, *remove_;
};

} // namespace drills
