#pragma once
#include "desktop/task_list.h"
#include "desktop/tile.h"

namespace yanxun::desktop {

/// The most urgent tasks, a line each: how urgent, what, until when. Every line can be pressed.
class TaskLines final : public Tile {
public:
    explicit TaskLines(wxWindow* parent);
    void set(std::vector<OpenTask> tasks, Date today);
    std::function<void(const OpenTask&)> opened;

protected:
    void paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) override;
    void pressed(int part) override;
    std::string tip(int part) const override;
    std::string summary() const override;

private:
    std::vector<OpenTask> tasks_;
    Date today_;
};

/// «逾期», «今天», «七日内», else «待办»: what stands in the pill of a task.
std::string urgencyWord(const OpenTask& open, Date today);

} // namespace yanxun::desktop
