#pragma once
#include <yanxun/error.h>
#include <yanxun/text.h>

#include <string_view>

namespace yanxun {

/// What plugins offer to each other, found by an id with a version: `T::id`, e.g. "directory.units/1".
/// T is a pure virtual class in the offering plugin's include/<plugin>/. Main thread, in start() and stop();
/// the pointers stay good until the offering plugin's stop().
class YANXUN_EXPORT Services {
public:
    virtual ~Services();

    template <class T>
    void provide(T& service) {
        put(T::id, static_cast<void*>(&service));
    }
    /// Null when nobody offers it.
    template <class T>
    T* find() const {
        return static_cast<T*>(get(T::id));
    }
    /// Throws Error with a sentence when nobody offers it.
    template <class T>
    T& require() const {
        if (T* found = find<T>()) return *found;
        throw Error(missing(T::id));
    }

protected:
    virtual void put(std::string_view id, void* service) = 0;
    virtual void* get(std::string_view id) const = 0;

private:
    static std::string missing(std::string_view id);
};

} // namespace yanxun
