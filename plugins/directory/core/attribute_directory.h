#pragma once
#include <directory/attributes.h>

namespace directory {

/// What other plugins read facts with. Any thread.
class AttributeDirectory final : public Attributes {
public:
    std::string title(std::string_view attribute) const override;
    void each(yanxun::Reader& reader, yanxun::Date day,
              const std::function<void(std::int64_t unit, const UnitFact&)>& use) const override;
};

} // namespace directory
