#pragma once
#include "core/design/document.h"
#include "core/design/resource.h"
#include "view/design/rows_tab.h"

namespace drills {

/// 资源: what is needed, out and back; what is short, and which drill wants it at the same time.
class ResourcesTab final : public RowsTab {
public:
    ResourcesTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    std::string note(yanxun::Reader& reader, const Drill& drill) override;
    void need();
    void catalogue();
    void move(bool out);
    std::vector<ResourceUse> all_;
};

/// 文件: papers with versions; immutable once approved.
class DocumentsTab final : public RowsTab {
public:
    DocumentsTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    void add();
    std::vector<Document> all_;
};

} // namespace drills
