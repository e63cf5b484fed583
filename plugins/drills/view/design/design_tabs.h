#pragma once
#include "core/design/design.h"
#include "core/design/link_store.h"
#include "view/design/rows_tab.h"

namespace drills {

/// 目标: objectives with their measure, and whether they were reached.
class ObjectivesTab final : public RowsTab {
public:
    ObjectivesTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    void edit(Objective objective);
    void judge();
    std::vector<Objective> all_;
};

/// 单位: who takes part in which role, with people and vehicles.
class UnitsTab final : public RowsTab {
public:
    UnitsTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    void edit(links::TakingUnit unit);
    std::vector<links::TakingUnit> all_;
};

/// 岗位: who stands where, and who confirmed it.
class PostsTab final : public RowsTab {
public:
    PostsTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    void edit(Post post);
    std::vector<Post> all_;
};

/// 就绪: the readiness list, the gate to 就绪.
class ChecksTab final : public RowsTab {
public:
    ChecksTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    std::string note(yanxun::Reader& reader, const Drill& drill) override;
    bool isEditable(const Drill& drill) const override;
    void add();
    std::vector<CheckItem> all_;
};

/// 通知: who was told and who replied.
class NoticesTab final : public RowsTab {
public:
    NoticesTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    void tell(Notification notice);
    void receipt();
    std::vector<Notification> all_;
};

/// 清点: groups counted during the drill.
class GroupsTab final : public RowsTab {
public:
    GroupsTab(wxWindow* parent, const ViewContext& context);

private:
    Rows load(yanxun::Reader& reader, const Drill& drill) override;
    std::string note(yanxun::Reader& reader, const Drill& drill) override;
    void edit(GroupCount group);
    void signIn();
    std::vector<GroupCount> all_;
};

} // namespace drills
