#include "core/attribute_directory.h"

#include "core/attribute_store.h"

namespace directory {

std::string AttributeDirectory::title(std::string_view attribute) const { return attributeTitle(attribute); }

void AttributeDirectory::each(yanxun::Reader& reader, yanxun::Date day,
                              const std::function<void(std::int64_t unit, const UnitFact&)>& use) const {
    std::vector<Attribute> ofOne;
    const auto tell = [&] {
        for (const Attribute& fact : holdingOn(ofOne, day)) {
            use(fact.unitId,
                {fact.attribute, fact.value, fact.confirmedOn.has_value(), fact.validFrom, fact.evidence});
        }
        ofOne.clear();
    };
    attribute_store::each(reader, [&](const Attribute& fact) {
        if (!ofOne.empty() && ofOne.front().unitId != fact.unitId) tell();
        ofOne.push_back(fact);
    });
    tell();
}

} // namespace directory
