#pragma once
#include <libpq-fe.h>

#include <memory>
#include <string>

namespace yanxun::bench {

/// A database of its own on the server that YANXUN_TEST_PG names, gone with the object; and libpq to it, as the peer.
class ServerDatabase {
public:
    ServerDatabase();
    ~ServerDatabase();
    const std::string& target() const { return target_; }
    PGconn* connection() const { return connection_.get(); }
    void run(const std::string& sql);

private:
    using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
    std::string name_, target_;
    Connection connection_{nullptr, &PQfinish};
};

} // namespace yanxun::bench
