#pragma once
#include <yanxun/report/report.h>

#include <cstdint>
#include <iosfwd>

namespace yanxun {

/// writeXml with tables cut after `mostRows` rows (0 = never); a cut table says how many rows it left out.
void writeXmlCut(const Report& report, std::ostream& out, std::int64_t mostRows, Progress& progress);

} // namespace yanxun
