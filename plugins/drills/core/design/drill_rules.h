#pragma once
#include "core/drill.h"

namespace drills {

/// What of a drill may be changed, by its state. One place for every part of it (domain rule b.3):
///
/// | state                     | design | conduct | facts                         | evaluation, findings |
/// | 草案 … 就绪, 已延期        | open   | closed  | open                          | closed, open         |
/// | 进行中, 暂停               | closed | open    | open                          | closed, open         |
/// | 已结束, 评估中, 待审定     | closed | reason  | locked: a correction needs a reason and is logged | open |
/// | 已归档, 已取消, 已中止     | closed | closed  | closed                        | closed, open (整改)  |
///
/// design: objectives, plans tested, units, posts, checklist, needs of resources, script. conduct: 签到, 人数清点,
/// 回执, what went out and came back, fired injects, stop-watches, observations. facts: the record itself: name, unit,
/// day, axes, times, people. A drill recorded after it took place (台账, 录入 of the past) never had a design: it may be
/// filled in like a correction.
bool designIsOpen(Status status);
bool conductIsOpen(Status status);
/// From 已结束 on: a correction needs a reason.
bool factsAreLocked(Status status);

/// Throws Error with a sentence when the design is closed; «correction» is the reason given, "" = none: with it the
/// design of a drill that took place may still be corrected.
void requireDesign(const Drill& drill, const std::string& correction = {});
/// Before 进行中 closed; from 已结束 on only with a reason.
void requireConduct(const Drill& drill, const std::string& correction = {});
/// Of the record itself.
void requireFacts(const Drill& drill, const std::string& correction = {});

} // namespace drills
