#pragma once
#include "core/duty/submission_packet.h"
#include "core/unit_marks.h"
#include "view/duty/row_list.h"
#include "view/view_context.h"

#include <wx/panel.h>

namespace drills {

/// 报送: what is to be sent and what was; registers that it was.
class PacketPanel final : public wxPanel {
public:
    PacketPanel(wxWindow* parent, const ViewContext& context);
    void set(int year);

private:
    void sent();
    const ViewContext& context_;
    int year_ = 0;
    std::vector<PacketLine> lines_;
    wxStaticText* count_ = nullptr;
    RowList* list_ = nullptr;
};

/// 单位得分: a unit's year, never without what belongs beside it.
class MarksPanel final : public wxPanel {
public:
    MarksPanel(wxWindow* parent, const ViewContext& context);
    void set(int year);

private:
    const ViewContext& context_;
    std::vector<UnitMark> marks_;
    wxStaticText* count_ = nullptr;
    RowList* list_ = nullptr;
};

/// 抽查 of the year: draws, conclusions, 限期改正.
class SpotPanel final : public wxPanel {
public:
    SpotPanel(wxWindow* parent, const ViewContext& context);
    void set(int year);
    void choose(std::int64_t check);

private:
    void load();
    void act(bool (*dialog)(wxWindow*, const ViewContext&, const SpotCheck&));
    void withdraw();
    yanxun::RowSource rows() const;
    const ViewContext& context_;
    int year_ = 0;
    std::vector<SpotCheck> checks_;
    wxStaticText* count_ = nullptr;
    RowList* list_ = nullptr;
};

/// Each writes through the service and returns true when it did.
bool drawSpotChecks(wxWindow* parent, const ViewContext& context);
bool concludeSpotCheck(wxWindow* parent, const ViewContext& context, const SpotCheck& check);
bool closeSpotCheck(wxWindow* parent, const ViewContext& context, const SpotCheck& check);
bool sendPacket(wxWindow* parent, const ViewContext& context, const PacketLine& line);

} // namespace drills
