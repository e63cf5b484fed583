#include "core/draft.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace materials {
namespace {

using yanxun::tr;

std::string joined(const std::vector<Problem>& problems) {
    std::string all;
    for (const Problem& problem : problems) {
        if (!all.empty()) all += '\n';
        all += problem.row == 0 ? problem.sentence : tr("第 {} 行：{}", problem.row, problem.sentence);
    }
    return all;
}

bool isPackWord(const std::string& word) {
    static constexpr std::array words{"箱", "包", "捆", "盒", "件"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::int64_t mostAtOnce = 100'000'000;

} // namespace

Refused::Refused(std::vector<Problem> problems) : Error(joined(problems)), problems_(std::move(problems)) {}
Refused::~Refused() = default;

Measured measured(const Item& item, const std::vector<Pack>& packs, std::int64_t entered, const std::string& measure) {
    if (entered <= 0) return {0, tr("数量应当大于 0，请改正。"), {}};
    const std::string unit = yanxun::text::key(measure);
    std::int64_t factor = unit.empty() || unit == item.baseUnit ? 1 : 0;
    std::vector<std::string> known{item.baseUnit};
    for (const Pack& pack : packs) {
        if (pack.name == unit && factor == 0) factor = pack.quantity;
        known.push_back(pack.name);
    }
    if (factor == 0) {
        std::string list;
        for (const std::string& one : known) list += (list.empty() ? "" : "、") + one;
        return {0, tr("“{}”不按“{}”计数，可以写：{}；或者先在物品里登记这种包装。", item.name, unit, list), known};
    }
    if (entered > mostAtOnce / factor) return {0, tr("数量 {} 太大，请核对是否多写了几位。", entered), {}};
    return {entered * factor, {}, {}};
}

NewItemUnits unitsOfNew(const std::string& measure, std::int64_t perBox) {
    const std::string unit = yanxun::text::key(measure);
    if (perBox > 1 && isPackWord(unit)) return {tr("份"), unit, perBox};
    return {unit.empty() ? tr("份") : unit, perBox > 1 ? tr("箱") : std::string(), perBox > 1 ? perBox : 0};
}

std::string shortSentence(const Item& item, const std::string& place, yanxun::Date day, std::int64_t now, std::int64_t wanted) {
    return tr("库存不足：“{}”在“{}”{} 只能出 {}，要出 {}，缺 {}；请先导入入库台账或登记入库，或者减少数量。", item.name, place,
              day.iso(), shownQuantity(now, item.baseUnit), shownQuantity(wanted, item.baseUnit),
              shownQuantity(wanted - now, item.baseUnit));
}

std::string laterShortSentence(const Item& item, const std::string& place, yanxun::Date day, std::int64_t missing,
                               const std::string& culprit) {
    return tr("库存不足：这样“{}”在“{}”到 {} 会短缺 {}，因为那天的{} 要用；请减少数量、改日期，或先导入入库台账补足。", item.name,
              place, day.iso(), shownQuantity(missing, item.baseUnit), culprit);
}

std::string noStockYetSentence(const std::string& item) {
    return tr("库存不足：还没有“{}”的入库记录，请先导入入库台账或登记入库。", item);
}

} // namespace materials
