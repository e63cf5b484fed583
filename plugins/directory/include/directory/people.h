#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace directory {

/// What other plugins copy beside a person's id: names as they are now.
struct PersonRef {
    std::int64_t id = 0;
    std::string name;
    std::int64_t unitId = 0; ///< 0 = of no unit
    std::string unitName;
    std::string post;
    bool active = true;
};

/// A person another plugin met and nobody knows.
struct UnknownPerson {
    std::string name;
    std::int64_t unitId = 0;
    std::string post;
    std::string seenIn; ///< «training.certificates»; never empty: tells such people from those registered by hand
};

/// A plugin that keeps ids of people says so. Registered in start().
struct PersonUser {
    std::string plugin;
    /// True when any record of the plugin names the person.
    std::function<bool(yanxun::Reader&, std::int64_t person)> uses;
};

/// People by name and unit: two people of one unit with one name are never guessed between. Any thread.
class People {
public:
    static constexpr const char* id = "directory.people/1";
    virtual ~People() = default;

    virtual std::optional<PersonRef> get(yanxun::Reader& reader, std::int64_t person) const = 0;
    /// By normalised name within the unit (0 = people of no unit). Empty also when several have the name.
    virtual std::optional<PersonRef> find(yanxun::Reader& reader, std::string_view name, std::int64_t unit) const = 0;
    /// How many of the unit have the name: tells «nobody» from «several».
    virtual std::int64_t count(yanxun::Reader& reader, std::string_view name, std::int64_t unit) const = 0;
    /// For a suggestion list: name begins with, or pinyin or its initials begin with `typed`; those of `unit` (0 = of
    /// any) in pinyin order.
    virtual std::vector<PersonRef> suggest(yanxun::Reader& reader, std::string_view typed, std::int64_t unit,
                                           std::size_t limit) const = 0;
    /// Throws Error when the name is missing or far too long.
    virtual PersonRef create(yanxun::Writer& writer, const UnknownPerson& person) = 0;
    /// Deletes a person that create() made if nobody changed it since and no plugin uses it; false when it stays.
    virtual bool removeIfUnused(yanxun::Writer& writer, std::int64_t person) = 0;
    virtual void addUser(PersonUser user) = 0;
};

} // namespace directory
