#pragma once
#include <yanxun/data/value.h>

#include <Poco/Data/AbstractBinder.h>
#include <Poco/Data/AbstractBinding.h>
#include <Poco/Data/LOB.h>

#include <deque>
#include <string>

namespace yanxun::data {

/// The values of one execution. PostgreSQL's binder keeps pointers and SQLite's one to blobs: they must stay where they
/// are until the statement has run.
class Cells {
public:
    virtual ~Cells() = default;
    virtual void put(Poco::Data::AbstractBinder& binder, std::size_t position) = 0;
    /// How many there are; a statement refuses another number than its «?».
    virtual std::size_t count() const = 0;
};

/// A caller's Values, text made clean.
class ValueCells final : public Cells {
public:
    explicit ValueCells(const Values& values) : values_(values) {}
    void put(Poco::Data::AbstractBinder& binder, std::size_t position) override;
    std::size_t count() const override { return values_.size(); }

private:
    const Values& values_;
    std::deque<std::string> cleaned_;
    std::deque<Poco::Data::BLOB> blobs_;
};

/// The one binding of every statement: it stays, the cells behind it change.
class Feed final : public Poco::Data::AbstractBinding {
public:
    explicit Feed(std::size_t columns) : columns_(columns) {}
    void from(Cells* cells) { cells_ = cells; }

    std::size_t numOfColumnsHandled() const override { return columns_; }
    std::size_t numOfRowsHandled() const override { return 1; }
    bool canBind() const override { return cells_ != nullptr; }
    void bind(std::size_t position) override { cells_->put(*getBinder(), position); }
    void reset() override {}

private:
    std::size_t columns_;
    Cells* cells_ = nullptr;
};

/// True when text::clean would give back the same bytes; fast for ASCII and Chinese.
bool isCleanText(std::string_view text);

} // namespace yanxun::data
