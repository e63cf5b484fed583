#pragma once
#include <functional>
#include <string>
#include <vector>

namespace drills::testing {

/// Every statement that SQLite runs in `work`, with its values in it. Connections opened before the first call of
/// listen() are not heard.
void listen();
std::vector<std::string> heardIn(const std::function<void()>& work);

} // namespace drills::testing
