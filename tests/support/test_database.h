#pragma once
#include <yanxun/data/database.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

namespace yanxun::testing {

/// A folder that disappears with the object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// An empty database of the engine, gone with the object: a file in a scratch folder, or a new database on the server
/// that YANXUN_TEST_PG names (set by tests/support/with_postgres.sh). Without a server the constructor throws.
class TestDatabase {
public:
    explicit TestDatabase(Engine engine);
    ~TestDatabase();
    const std::string& target() const { return target_; }

private:
    ScratchFolder folder_;
    std::string target_, name_;
};

/// Every test of a suite derived from this runs on both engines:
///   class DrillStoreTest : public yanxun::testing::DatabaseTest {};
///   YANXUN_ON_BOTH_ENGINES(DrillStoreTest);
///   TEST_P(DrillStoreTest, ADrillIsFoundByItsKey) { db().write(…); }
class DatabaseTest : public ::testing::TestWithParam<Engine> {
protected:
    DatabaseTest();
    Database& db() { return *database_; }
    const std::string& target() const { return holder_->target(); }
    void reopen(); ///< closes and opens again: what was committed must be there
    FixedClock clock{1'625'000'000'000}; ///< 2021-06-30 local

private:
    std::unique_ptr<TestDatabase> holder_;
    std::unique_ptr<Database> database_;
};

} // namespace yanxun::testing

#define YANXUN_ON_BOTH_ENGINES(Suite)                                                                                  \
    INSTANTIATE_TEST_SUITE_P(Engines, Suite, ::testing::Values(yanxun::Engine::sqlite, yanxun::Engine::postgresql),     \
                             [](const auto& p) { return p.param == yanxun::Engine::sqlite ? "SQLite" : "PostgreSQL"; })
