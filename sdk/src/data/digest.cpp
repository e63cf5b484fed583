#include "data/digest.h"

namespace yanxun::data {

Digest::Digest() : engine_(std::make_unique<Poco::SHA2Engine>(Poco::SHA2Engine::SHA_256)) {}

std::string Digest::hex() { return Poco::DigestEngine::digestToHex(engine_->digest()); }

} // namespace yanxun::data
