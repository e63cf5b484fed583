#pragma once
#include <campaigns/activities.h>

namespace campaigns {

/// Who is told of activities, and who keeps the documents behind their issued quantity. Filled in start().
struct Listeners {
    std::vector<ActivityWatcher> watchers;
    std::optional<IssueSource> issues;

    void added(yanxun::Writer& writer, std::int64_t activity) const;
    void changed(yanxun::Writer& writer, const ActivityRef& before) const;
    void removing(yanxun::Writer& writer, std::int64_t activity) const;
};

/// What other plugins look activities up with. Any thread.
class ActivityDirectory final : public Activities {
public:
    explicit ActivityDirectory(Listeners& listeners) : listeners_(listeners) {}

    std::optional<ActivityRef> get(yanxun::Reader& reader, std::int64_t activity) const override;
    std::vector<ActivityRef> find(yanxun::Reader& reader, std::string_view name,
                                  std::optional<yanxun::Date> day) const override;
    std::vector<ActivityRef> suggest(yanxun::Reader& reader, std::string_view typed, std::size_t limit) const override;
    void between(yanxun::Reader& reader, const yanxun::Period& period,
                 const std::function<void(const ActivityRef&)>& use) const override;
    void each(yanxun::Reader& reader, const std::function<void(const ActivityRef&)>& use) const override;
    void setIssued(yanxun::Writer& writer, std::int64_t activity, std::int64_t quantity) override;
    void setIssueSource(IssueSource source) override;
    void watch(ActivityWatcher watcher) override;

private:
    Listeners& listeners_;
};

} // namespace campaigns
