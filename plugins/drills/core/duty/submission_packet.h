#pragma once
#include "core/duty_service.h"

#include <yanxun/table/export.h>
#include <yanxun/verb.h>

namespace drills {

/// 报送: a drill that was held and is to be told to the supervisor (rule R02), and whether it was.
struct PacketLine {
    std::int64_t unitId = 0;
    std::string unitName, regionName, rule, window;
    yanxun::Date windowFirst;
    std::string drill; ///< names of the drills, with their days
    bool isHeld = true; ///< false: told, and no drill of the window is known
    std::optional<yanxun::Date> sentOn;
    std::string receipt;
};

/// Of the rules that ask for it, by unit's name.
std::vector<PacketLine> submissionPacket(yanxun::Reader& reader, const DutyService& service, int year,
                                         yanxun::Date today);
/// «已报送», «待报送», «已报送，未见演练记录».
std::string stateWord(const PacketLine& line);
yanxun::RowSource packetRows(std::vector<PacketLine> lines);
/// drills.submissions
yanxun::Verb submissionsVerb(const DutyService& service);
/// drills.submissions as a file.
yanxun::TableKind submissionsExport(const DutyService& service, const yanxun::Clock& clock);

} // namespace drills
