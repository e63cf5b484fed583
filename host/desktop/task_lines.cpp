#include "desktop/task_lines.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kLine = 32, kPill = 56; // DIP
constexpr std::int64_t kWeek = 7;

}

std::string urgencyWord(const OpenTask& open, Date today) {
    if (!open.task.due) return tr("待办");
    const std::int64_t days = open.task.due->days() - today.days();
    if (days < 0) return tr("逾期");
    if (days == 0) return tr("今天");
    return days < kWeek ? tr("七日内") : tr("待办");
}

TaskLines::TaskLines(wxWindow* parent) : Tile(parent, "home.tasks") {
    SetMinSize(FromDIP(wxSize(240, 6 * kLine)));
}

void TaskLines::set(std::vector<OpenTask> tasks, Date today) {
    tasks_ = std::move(tasks);
    today_ = today;
    forgetParts();
}

std::string TaskLines::tip(int part) const {
    const Task& task = tasks_[std::size_t(part)].task;
    std::string all = tasks_[std::size_t(part)].kind + tr("：") + task.title;
    for (const std::string& more : {task.detail, dueText(task, today_)}) {
        if (!more.empty()) all += tr("，{}", more);
    }
    return all;
}

std::string TaskLines::summary() const {
    return tasks_.empty() ? tr("没有待办。") : tr("待办，列出 {} 项。用方向键逐项查看。", tasks_.size());
}

void TaskLines::pressed(int part) {
    if (opened) opened(tasks_[std::size_t(part)]);
}

void TaskLines::paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) {
    const Palette& p = palette();
    const wxSize size = GetClientSize();
    if (tasks_.empty()) {
        gc.SetFont(font(TextStyle::body), p.muted);
        drawText(gc, wx(tr("没有待办。")), size.x / 2.0, size.y / 2.0, 0.5, 0.5);
        return;
    }
    const double tall = FromDIP(kLine);
    const std::size_t lines = std::min(tasks_.size(), std::size_t(std::max(size.y / tall, 1.0)));
    for (std::size_t i = 0; i < lines; ++i) {
        const OpenTask& open = tasks_[i];
        const wxRect line(0, int(tall * double(i)), size.x, int(tall));
        if (marked() == int(i)) {
            gc.SetPen(*wxTRANSPARENT_PEN);
            gc.SetBrush(wxBrush(p.hover));
            gc.DrawRoundedRectangle(line.x, line.y, line.width, line.height, FromDIP(6));
        }
        const double middle = line.y + tall / 2;
        drawPill(gc, this, wxRect(FromDIP(4), line.y, FromDIP(kPill), line.height), urgencyWord(open, today_),
                 open.task.tone);
        gc.SetFont(font(TextStyle::body), p.muted);
        const wxString due = wx(dueText(open.task, today_));
        double dueWidth = 0, height = 0;
        gc.GetTextExtent(due, &dueWidth, &height);
        drawText(gc, due, size.x - FromDIP(4), middle, 1, 0.5);
        gc.SetFont(font(TextStyle::body), p.text);
        const double left = FromDIP(kPill + space::m);
        const std::string text = open.task.detail.empty() ? open.task.title : open.task.title + " · " + open.task.detail;
        drawText(gc, fitted(gc, wx(text), size.x - left - dueWidth - FromDIP(space::l)), left, middle, 0, 0.5);
        gc.SetPen(wxPen(p.border));
        gc.StrokeLine(0, line.GetBottom() + 0.5, size.x, line.GetBottom() + 0.5);
        areas.push_back(line);
    }
}

} // namespace yanxun::desktop
