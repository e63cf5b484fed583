// The out-of-line virtuals: one vtable and one type_info each, in this library.
#include <yanxun/clock.h>
#include <yanxun/contributions.h>
#include <yanxun/host.h>
#include <yanxun/plugin.h>

#include <charconv>
#include <chrono>

namespace yanxun {

Error::~Error() = default;
Conflict::~Conflict() = default;
NotFound::~NotFound() = default;
Unavailable::~Unavailable() = default;
Full::~Full() = default;
Cancelled::~Cancelled() = default;
Clock::~Clock() = default;
Contributions::~Contributions() = default;
Host::~Host() = default;
Log::~Log() = default;
Paths::~Paths() = default;
Progress::~Progress() = default;
Services::~Services() = default;
Settings::~Settings() = default;
Plugin::~Plugin() = default;

std::vector<Migration> Plugin::migrations() const { return {}; }
void Plugin::show(Workbench&) {}
void Plugin::stop() noexcept {}

Millis SystemClock::now() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void Progress::check() const {
    if (cancelled()) throw Cancelled(tr("已按您的要求停止，数据没有改动。"));
}

Progress& Progress::none() {
    struct Nobody final : Progress {
        void step(std::int64_t, std::int64_t, std::string_view) override {}
        bool cancelled() const override { return false; }
    };
    static Nobody nobody;
    return nobody;
}

std::string Services::missing(std::string_view id) {
    return tr("缺少所需的服务“{}”。请在“插件”页查看提供它的插件是否已启用。", id);
}

std::int64_t Settings::integer(std::string_view key, std::int64_t otherwise) const {
    const std::string stored = text(key);
    std::int64_t value = 0;
    const auto [end, wrong] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    return wrong == std::errc{} && end == stored.data() + stored.size() ? value : otherwise;
}

void Settings::setInteger(std::string_view key, std::int64_t value) { setText(key, std::to_string(value)); }
bool Settings::flag(std::string_view key, bool otherwise) const { return integer(key, otherwise ? 1 : 0) != 0; }
void Settings::setFlag(std::string_view key, bool value) { setInteger(key, value ? 1 : 0); }

} // namespace yanxun
