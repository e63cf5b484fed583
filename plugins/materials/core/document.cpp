#include "core/document.h"

#include <yanxun/text.h>

#include <array>

namespace materials {
namespace {

using yanxun::tr;

struct TypeName {
    DocumentType type;
    const char *id, *prefix;
    int hour; ///< of its day, when nobody told the time
};
constexpr std::array typeNames{TypeName{DocumentType::opening, "opening", "QC", 0},
                               TypeName{DocumentType::receipt, "receipt", "RK", 8},
                               TypeName{DocumentType::transfer, "transfer", "DB", 9},
                               TypeName{DocumentType::requisition, "requisition", "LY", 10},
                               TypeName{DocumentType::issue, "issue", "FF", 12},
                               TypeName{DocumentType::giveBack, "return", "TH", 17},
                               TypeName{DocumentType::loss, "loss", "BS", 17},
                               TypeName{DocumentType::adjustment, "adjustment", "PD", 18},
                               TypeName{DocumentType::reversal, "reversal", "CX", 12}};
constexpr yanxun::Millis anHour = 3'600'000;

const TypeName& nameOf(DocumentType type) { return typeNames[std::size_t(type) - 1]; }

} // namespace

const std::vector<DocumentType>& enteredTypes() {
    static const std::vector<DocumentType> types{DocumentType::issue,       DocumentType::receipt,  DocumentType::requisition,
                                                 DocumentType::giveBack,    DocumentType::transfer, DocumentType::loss,
                                                 DocumentType::opening};
    return types;
}

std::string word(DocumentType type) {
    switch (type) {
    case DocumentType::opening: return tr("期初");
    case DocumentType::receipt: return tr("入库");
    case DocumentType::transfer: return tr("调拨");
    case DocumentType::requisition: return tr("领用");
    case DocumentType::issue: return tr("发放");
    case DocumentType::giveBack: return tr("退回");
    case DocumentType::loss: return tr("报损");
    case DocumentType::adjustment: return tr("盘点调整");
    case DocumentType::reversal: return tr("冲销");
    }
    return {};
}

std::string idOf(DocumentType type) { return nameOf(type).id; }
std::string prefixOf(DocumentType type) { return nameOf(type).prefix; }

std::optional<DocumentType> documentTypeOf(const std::string& idOrWord) {
    for (const TypeName& known : typeNames) {
        if (idOrWord == known.id || idOrWord == word(known.type)) return known.type;
    }
    return std::nullopt;
}

yanxun::Millis momentOf(DocumentType type, yanxun::Date day, yanxun::Millis now) {
    if (day == yanxun::localDay(now)) return now;
    return yanxun::startOf(day) + nameOf(type).hour * anHour;
}

std::string stateWord(const Document& document) {
    if (document.type == DocumentType::reversal) return tr("冲销单");
    return document.state == DocumentState::reversed ? tr("已冲销") : tr("已过账");
}

yanxun::Tone toneOf(const Document& document) {
    if (document.type == DocumentType::reversal || document.state == DocumentState::reversed) return yanxun::Tone::neutral;
    return yanxun::Tone::good;
}

} // namespace materials
