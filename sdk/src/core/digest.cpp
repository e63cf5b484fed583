#include "core/digest.h"

#include <yanxun/text.h>

#include <Poco/Crypto/DigestEngine.h>

namespace yanxun {

Digest::Digest() : engine_(std::make_unique<Poco::Crypto::DigestEngine>("SHA256")) {}
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

void Digest::add(std::string_view bytes) { engine_->update(bytes.data(), bytes.size()); }
std::string Digest::hex() { return Poco::DigestEngine::digestToHex(engine_->digest()); }

std::string text::sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.hex();
}

} // namespace yanxun
