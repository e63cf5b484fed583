#pragma once
#include <directory/people.h>

namespace directory {

/// What other plugins look people up with. Any thread once all users are known.
class PeopleDirectory final : public People {
public:
    std::optional<PersonRef> get(yanxun::Reader& reader, std::int64_t person) const override;
    std::optional<PersonRef> find(yanxun::Reader& reader, std::string_view name, std::int64_t unit) const override;
    std::int64_t count(yanxun::Reader& reader, std::string_view name, std::int64_t unit) const override;
    std::vector<PersonRef> suggest(yanxun::Reader& reader, std::string_view typed, std::int64_t unit,
                                   std::size_t limit) const override;
    PersonRef create(yanxun::Writer& writer, const UnknownPerson& person) override;
    bool removeIfUnused(yanxun::Writer& writer, std::int64_t person) override;
    void addUser(PersonUser user) override { users_.push_back(std::move(user)); }

private:
    std::vector<PersonUser> users_;
};

} // namespace directory
