#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace yanxun::host {

/// plugin.xml beside a plugin's library; id and version were put in by the build.
struct Manifest {
    std::string id, version, name, description, licence;
    std::vector<std::string> needs;  ///< ids of the plugins that must run before
    std::vector<std::string> wishes; ///< optional="true": run before if they run at all
};

/// Throws Error with a sentence that names the file.
Manifest readManifest(const std::filesystem::path& file);

} // namespace yanxun::host
