#pragma once
#include <string>

namespace yanxun {

/// A kind of record the search box knows; its rows are put there by Writer::index with this id.
struct SearchKind {
    std::string id;    ///< «drills.drill»
    std::string title; ///< 演练
    std::string page;  ///< opened with «id=<record id>»
    std::string icon;
};

} // namespace yanxun
