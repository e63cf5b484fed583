#pragma once
#include <Poco/SHA2Engine.h>

#include <memory>
#include <string>
#include <string_view>

namespace yanxun::data {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
class Digest {
public:
    Digest();
    void add(std::string_view bytes) { engine_->update(bytes.data(), bytes.size()); }
    std::string hex(); ///< ends it

private:
    std::unique_ptr<Poco::SHA2Engine> engine_;
};

} // namespace yanxun::data
