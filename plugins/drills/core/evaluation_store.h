#pragma once
#include "core/evaluation.h"

#include <yanxun/data/database.h>

namespace drills::evaluations {

/// With its whole panel; empty when the drill has none.
std::optional<Evaluation> find(yanxun::Reader& reader, std::int64_t drill);
/// The drill whose panel holds the evaluator; 0 when none does.
std::int64_t drillOf(yanxun::Reader& reader, std::string_view evaluatorKey);
/// The drill whose evaluation was begun last and is not frozen; 0 when there is none.
std::int64_t inProgress(yanxun::Reader& reader);
/// Sets id and revision.
void add(yanxun::Writer& writer, Evaluation& evaluation);
/// The head with the result as it stands; the panel's rows have their own functions.
void update(yanxun::Writer& writer, Evaluation& evaluation);
/// Sets key, id and revision.
void addEvaluator(yanxun::Writer& writer, std::int64_t evaluation, Evaluator& evaluator);
/// Throws Conflict when the sheet was changed since `evaluator` was read. `late`: came in after the result was
/// frozen.
void updateEvaluator(yanxun::Writer& writer, Evaluator& evaluator, bool late);
void removeEvaluator(yanxun::Writer& writer, const Evaluator& evaluator);
/// Writes what differs from the stored answers, and counts it; nothing is written when nothing differs.
int putAnswers(yanxun::Writer& writer, Evaluator& evaluator, const Answers& answers);
void putRuling(yanxun::Writer& writer, std::int64_t evaluation, const std::string& item, const ItemRuling& ruling);
void putVeto(yanxun::Writer& writer, std::int64_t evaluation, const DrillVeto& veto);
/// The drill's evaluation with all its rows; results stay.
void remove(yanxun::Writer& writer, std::int64_t drill);

std::optional<Repeat> repeatOf(yanxun::Reader& reader, std::int64_t drill);
void putRepeat(yanxun::Writer& writer, Repeat repeat);
void removeRepeat(yanxun::Writer& writer, std::int64_t drill);
std::int64_t openRepeatCount(yanxun::Reader& reader);
std::vector<Repeat> openRepeats(yanxun::Reader& reader, std::size_t limit);

/// A sheet that is to be in and is not.
struct OpenSheet {
    std::int64_t drillId = 0;
    std::string drillName, evaluator;
    yanxun::Date due;
};
/// Of evaluations that are due by `until` and not frozen, the most urgent first.
std::vector<OpenSheet> openSheets(yanxun::Reader& reader, yanxun::Date until, std::size_t limit);
std::int64_t openSheetCount(yanxun::Reader& reader, yanxun::Date until);

} // namespace drills::evaluations
