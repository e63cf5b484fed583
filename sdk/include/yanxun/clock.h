#pragma once
#include <yanxun/date.h>

namespace yanxun {

/// The only way to the time. `--at` on the console and tests give a fixed one. Any thread.
class YANXUN_EXPORT Clock {
public:
    virtual ~Clock();
    virtual Millis now() const = 0;
    Date today() const { return localDay(now()); }
};

/// The machine's clock.
class YANXUN_EXPORT SystemClock final : public Clock {
public:
    Millis now() const override;
};

/// Stands at one instant until it is set to another.
class YANXUN_EXPORT FixedClock final : public Clock {
public:
    explicit FixedClock(Millis at) : at_(at) {}
    Millis now() const override { return at_; }
    void set(Millis at) { at_ = at; }

private:
    Millis at_;
};

} // namespace yanxun
