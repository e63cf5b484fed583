#include "core/verb_values.h"

#include "core/document_store.h"
#include "core/item_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <charconv>

namespace materials {

using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;

Item itemNamed(Reader& reader, const std::string& name) {
    if (auto found = items::findByName(reader, name)) return std::move(*found);
    std::string alike;
    for (const Item& item : items::suggest(reader, name, 3)) alike += (alike.empty() ? "" : "、") + item.name;
    if (alike.empty()) throw yanxun::NotFound(tr("没有叫“{}”的物品；yanxunctl materials items 可以列出全部。", name));
    throw yanxun::NotFound(tr("没有叫“{}”的物品，是否是：{}？", name, alike));
}

Location placeNamed(Reader& reader, const std::string& name) {
    if (auto found = locations::findPhysical(reader, name)) return std::move(*found);
    throw yanxun::NotFound(tr("没有叫“{}”的库位；yanxunctl materials places 可以列出全部。", name));
}

std::int64_t batchNamed(Reader& reader, const Item& item, const std::string& code) {
    if (yanxun::text::key(code).empty()) return 0;
    if (const auto found = items::findBatch(reader, item.id, code)) return found->id;
    throw yanxun::NotFound(tr("“{}”没有批次“{}”。", item.name, code));
}

Document documentNamed(Reader& reader, const std::string& numberOrId) {
    if (auto found = documents::findByNumber(reader, numberOrId)) return std::move(*found);
    std::int64_t id = 0;
    const char* const end = numberOrId.data() + numberOrId.size();
    const bool isId = std::from_chars(numberOrId.data(), end, id).ptr == end && id > 0;
    if (!isId) throw yanxun::NotFound(tr("没有单号为“{}”的单据。", numberOrId));
    return documents::get(reader, id);
}

std::vector<DraftLine> linesOf(const std::string& written) {
    std::string text = written;
    for (const std::string wide : {"；", "＝"}) {
        for (std::size_t at; (at = text.find(wide)) != std::string::npos;) text.replace(at, wide.size(), wide == "；" ? ";" : "=");
    }
    std::vector<DraftLine> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        const std::string part = text.substr(at, end - at);
        at = end + 1;
        if (yanxun::text::key(part).empty()) continue;
        const std::size_t equal = part.find('=');
        const std::string amount = equal == std::string::npos ? std::string() : yanxun::text::key(part.substr(equal + 1));
        DraftLine line;
        const auto read = std::from_chars(amount.data(), amount.data() + amount.size(), line.entered);
        if (read.ec != std::errc()) throw Error(tr("“{}”看不懂；请写成 物品=数量单位，例如 家庭应急手册=2箱，多种用分号分开。", part));
        line.item = yanxun::text::key(part.substr(0, equal));
        line.measure = yanxun::text::key(std::string(read.ptr, amount.data() + amount.size()));
        line.row = int(lines.size()) + 1;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace materials
