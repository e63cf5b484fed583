#pragma once

namespace yanxun::host {

/// What a plugin's PluginEntry::abi must equal, as a string. Its source is the one file of the core that sees wx's
/// build header; nothing of wx is linked.
const char* hostStamp();

} // namespace yanxun::host
