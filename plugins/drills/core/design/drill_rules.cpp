#include "core/design/drill_rules.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

void requireReason(const Drill& drill, const std::string& correction) {
    if (isFinal(drill.status)) throw Error(tr("演练“{}”{}，不能再修改。", drill.name, word(drill.status)));
    if (!yanxun::text::key(correction).empty()) return;
    throw Error(tr("演练“{}”{}，事实已锁定；确需更正的，请写明更正原因，改动会记录在案。", drill.name, word(drill.status)));
}

} // namespace

bool designIsOpen(Status status) { return status <= Status::ready || status == Status::postponed; }

bool conductIsOpen(Status status) { return status == Status::running || status == Status::paused; }

bool factsAreLocked(Status status) { return tookPlace(status) || isFinal(status); }

void requireDesign(const Drill& drill, const std::string& correction) {
    if (designIsOpen(drill.status)) return;
    if (conductIsOpen(drill.status)) throw Error(tr("演练“{}”{}，方案内容不能在演练中修改；请在结束后写明原因更正。", drill.name, word(drill.status)));
    requireReason(drill, correction);
}

void requireConduct(const Drill& drill, const std::string& correction) {
    if (conductIsOpen(drill.status)) return;
    if (designIsOpen(drill.status)) throw Error(tr("演练“{}”还没有开始（{}），开始后才能登记现场情况。", drill.name, word(drill.status)));
    requireReason(drill, correction);
}

void requireFacts(const Drill& drill, const std::string& correction) {
    if (factsAreLocked(drill.status)) requireReason(drill, correction);
}

} // namespace drills
