#pragma once
#include <yanxun/data/database.h>

namespace yanxun {

struct DemoRequest {
    int scale = 1;  ///< times the district's year
    int year = 2021;
};

/// How a plugin fills the demonstration district. Deterministic: the same request gives the same records.
struct DemoKind {
    std::string id;
    int order = 0; ///< directory first
    std::function<void(Writer&, const DemoRequest&, Progress&)> fill;
};

} // namespace yanxun
