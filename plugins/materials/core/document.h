#pragma once
#include "core/item.h"

#include <yanxun/calendar.h>
#include <yanxun/clock.h>
#include <yanxun/error.h>

namespace materials {

enum class DocumentType {
    opening = 1,     ///< 期初
    receipt = 2,     ///< 入库
    transfer = 3,    ///< 调拨: between two places
    requisition = 4, ///< 领用: a unit or site holds it from now on, nobody has it yet
    issue = 5,       ///< 发放: given to people
    giveBack = 6,    ///< 退回
    loss = 7,        ///< 报损
    adjustment = 8,  ///< 盘点调整: made by stocktakes
    reversal = 9     ///< 冲销: takes a whole document back
};
/// All that a person may enter, in the order they are offered.
const std::vector<DocumentType>& enteredTypes();
std::string word(DocumentType type);
/// «issue»: for the console and page arguments.
std::string idOf(DocumentType type);
std::optional<DocumentType> documentTypeOf(const std::string& idOrWord);
/// «FF»: how numbers of that sort begin.
std::string prefixOf(DocumentType type);

enum class DocumentState { posted = 2, reversed = 3 };
enum class Source { entered = 0, imported = 1, demonstration = 2 };

/// A posted slip. Nothing of it changes any more but `state`; corrections are 冲销 and a new slip.
struct Document {
    std::int64_t id = 0, revision = 0;
    std::string uid, number;
    DocumentType type = DocumentType::issue;
    DocumentState state = DocumentState::posted;
    yanxun::Millis at = 0; ///< the moment it takes effect
    yanxun::Date day;      ///< local day of `at`
    std::int64_t fromId = 0, toId = 0; ///< locations
    std::string fromName, toName;
    std::int64_t unitId = 0;
    std::string unitName, regionCode, regionName; ///< who got it or gave it back
    std::string supplier, receiver, keeper, approver, note;
    std::optional<bool> isSigned;
    std::int64_t reversesId = 0, reversedById = 0;
    Source source = Source::entered;
    std::int64_t total = 0; ///< base units over all lines
    int lines = 0;
    std::string itemNames; ///< of its lines, for lists
    std::string activityName;
    std::int64_t activityId = 0; ///< linked; 0 = none or not sure
};

/// What a slip says of one item.
struct Line {
    std::int64_t id = 0, documentId = 0;
    int place = 0;
    std::int64_t itemId = 0, batchId = 0;
    std::string itemName, batchCode;
    std::int64_t entered = 0; ///< as written, in `measure`
    std::string measure;
    std::int64_t quantity = 0; ///< base units
    std::string baseUnit;
    std::optional<std::int64_t> price; ///< 1/100 yuan a base unit
    std::string note;
};

/// One movement of stock: `quantity` > 0 leaves one place for another. Never changed, never deleted.
struct Move {
    std::int64_t id = 0, documentId = 0;
    int place = 0; ///< of the line
    std::int64_t itemId = 0, batchId = 0, fromId = 0, toId = 0, quantity = 0;
    yanxun::Millis at = 0;
    DocumentType kind = DocumentType::issue; ///< of the document, of a reversal: of what it reverses
    int physicalChange = 0; ///< +1 it comes into the bureau's stock, −1 it leaves it, 0 neither
};

/// When a slip of that day takes effect: today it is now; of another day what comes in stands before what goes out.
yanxun::Millis momentOf(DocumentType type, yanxun::Date day, yanxun::Millis now);

/// How a list shows it: 已冲销, 冲销, else posted.
std::string stateWord(const Document& document);
yanxun::Tone toneOf(const Document& document);

} // namespace materials
