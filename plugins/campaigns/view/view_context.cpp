#include "view/view_context.h"

#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {

using yanxun::tr;

std::string shownNumber(std::int64_t number, bool estimated) {
    const std::string grouped = yanxun::text::grouped(number);
    return estimated ? tr("约 {}", grouped) : grouped;
}

std::string shownPeople(std::int64_t people, bool estimated) { return tr("{} 人次", shownNumber(people, estimated)); }

Terms termsOf(const ViewContext& context) {
    Terms terms;
    context.database.read([&](yanxun::Reader& reader) { terms = term_store::all(reader); });
    return terms;
}

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    static constexpr std::string_view sign = "、";
    const std::size_t at = typed.rfind(sign);
    const std::string before = at == std::string::npos ? std::string() : typed.substr(0, at + sign.size());
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& unit : context.units.suggest(reader, typed.substr(before.size()), 12)) {
            names.push_back(before + unit.name);
        }
    });
    return names;
}

} // namespace campaigns
