#include "desktop/data_watch.h"

#include <yanxun/ui/dialogs.h>

namespace yanxun::desktop {
namespace {

constexpr int kPause = 500; // ms

}

DataWatch::DataWatch(Database& database, Calls calls) : database_(database), calls_(std::move(calls)) {
    version_ = database_.dataVersion();
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ui::guarded(nullptr, [this] { look(); }); });
    timer_.Start(kPause);
}

DataWatch::~DataWatch() { timer_.Stop(); }

void DataWatch::look() {
    if (calls_.tick) calls_.tick();
    std::int64_t now = 0;
    try {
        now = database_.dataVersion();
    } catch (const Error& wrong) {
        if (!lost_ && calls_.lost) calls_.lost(wrong.what());
        lost_ = true;
        return;
    }
    if (lost_ && calls_.back) calls_.back();
    const bool changed = now != version_ || lost_;
    lost_ = false;
    version_ = now;
    if (changed && calls_.changed) calls_.changed();
}

} // namespace yanxun::desktop
