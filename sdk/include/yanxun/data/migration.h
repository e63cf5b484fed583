#pragma once
#include <string_view>
#include <vector>

namespace yanxun {

/// One append-only step of a plugin's schema, applied in one transaction. Statements are standard SQL with a few names
/// the layer fills in per engine: {pk} {int} {real} {text} {blob}. Table names begin with the plugin's id. No foreign
/// key across plugins. The texts must live as long as the library (string literals).
struct Migration {
    int version = 0;
    std::string_view what;
    std::vector<std::string_view> statements;
};

} // namespace yanxun
