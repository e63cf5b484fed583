#include <yanxun/ui/workbench.h>

namespace yanxun {

Workbench::~Workbench() = default;
PageView::~PageView() = default;
void PageView::show(const std::string&) {}
void PageView::refresh() {}

} // namespace yanxun
