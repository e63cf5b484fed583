#pragma once
#include "core/document.h"

namespace materials {

/// A line as a person writes it.
struct DraftLine {
    std::string item;                 ///< name
    std::int64_t entered = 0;         ///< in `measure`
    std::string measure;              ///< "" = the base unit
    std::string batch;                ///< "" = whatever is there, the oldest first; of what comes in: no batch
    std::optional<std::int64_t> price; ///< 1/100 yuan a base unit
    std::string note;
    // Of what comes in with an item nobody knows yet:
    std::int64_t perBox = 0;          ///< base units in one 箱; 0 = not told
    std::string edition, spec;
    int row = 0;                      ///< the person's own number for it: problems are told by it
};

/// A slip that is not posted yet.
struct Draft {
    DocumentType type = DocumentType::issue;
    yanxun::Date day;
    std::optional<yanxun::Millis> at; ///< empty = momentOf()
    std::string from, to;             ///< places by name; "" = what is usual for the type
    std::string unitName;             ///< who gets it or gives it back
    bool createUnit = false;          ///< an unknown unit is made 待完善 instead of refused
    bool createItem = false;          ///< of what comes in: an unknown item is made
    bool allowSuperseded = false;     ///< given out although its content is out of date
    std::string supplier, receiver, keeper, approver, note;
    std::optional<bool> isSigned;
    std::string activity;             ///< name, as written
    std::int64_t activityId = 0;      ///< chosen by a person
    Source source = Source::entered;
    std::vector<DraftLine> lines;
};

/// What is wrong with one line, or with the slip (row 0).
struct Problem {
    int row = 0;
    std::string field; ///< item quantity measure batch unit date from to activity; "" = all of it
    std::string code;  ///< ASCII, stable: «stock.short»
    std::string sentence;
    std::vector<std::string> candidates;
};

/// All that is wrong with what was to be posted; nothing of it was.
class Refused final : public yanxun::Error {
public:
    explicit Refused(std::vector<Problem> problems);
    ~Refused() override;
    const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// What a line's numbers mean for its item: «2 箱» → 1000. Tells what is wrong instead.
struct Measured {
    std::int64_t quantity = 0; ///< base units; 0 = wrong
    std::string wrong;         ///< a sentence
    std::vector<std::string> candidates;
};
Measured measured(const Item& item, const std::vector<Pack>& packs, std::int64_t entered, const std::string& measure);

/// The base unit and the pack a first delivery tells: «10 箱, 每箱 500» counts in 份 by boxes of 500.
struct NewItemUnits {
    std::string baseUnit, packName;
    std::int64_t packQuantity = 0;
};
NewItemUnits unitsOfNew(const std::string& measure, std::int64_t perBox);

/// «库存不足：…». `now` is what could be taken, `wanted` what should be; `culprit` the slip that would go short later.
std::string shortSentence(const Item& item, const std::string& place, yanxun::Date day, std::int64_t now, std::int64_t wanted);
std::string laterShortSentence(const Item& item, const std::string& place, yanxun::Date day, std::int64_t missing,
                               const std::string& culprit);
std::string noStockYetSentence(const std::string& item);

} // namespace materials
