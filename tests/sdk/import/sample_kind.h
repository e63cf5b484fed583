#pragma once
#include "sdk/import/workbook.h"
#include "support/test_database.h"

#include <yanxun/table/import.h>

#include <gmock/gmock.h>

namespace import_test {

using namespace yanxun;

/// Visits of units, one a row; the units they name are made when unknown and remember their last visit.
class VisitKind final : public ImportKind {
public:
    VisitKind();
    const ImportInfo& info() const override { return info_; }
    std::unique_ptr<ImportPlanner> planner(Reader& reader, const ImportOptions& options) override;
    void begin(Writer&, const ImportOptions&) override { ++begun; }
    void end(Writer&) override { ++ended; }
    void apply(Writer& writer, const ImportRow& row, const ImportOptions& options, ImportRecorder& made) override;
    std::string undoCreated(Writer& writer, const ImportedRecord& record) override;

    int begun = 0, ended = 0;
    int throwAtRow = 0; ///< apply() of this row finds its key taken

private:
    ImportInfo info_;
};

/// A progress that stops after so many questions.
class StopAfter final : public Progress {
public:
    explicit StopAfter(int questions) : left_(questions) {}
    void step(std::int64_t, std::int64_t, std::string_view) override {}
    bool cancelled() const override { return left_-- <= 0; }

private:
    mutable int left_;
};

class ImportTest : public yanxun::testing::DatabaseTest {
protected:
    ImportTest();

    std::filesystem::path csv(const std::string& text, const std::string& name = "走访台账.csv");
    std::filesystem::path xlsx(const std::vector<Sheet>& sheets, const std::string& name = "走访台账.xlsx");
    /// Plans the file, nothing written.
    ImportPlan planOf(const std::filesystem::path& file, ImportOptions options = {}, const std::string& sheet = {});
    ImportResult import(const std::filesystem::path& file, ImportOptions options = {});
    static ImportOptions mode(ImportMode mode);
    static const ImportRow& rowAt(const ImportPlan& plan, int number);

    /// Visits as «name|unit|day|people|score|note», in their order.
    std::vector<std::string> visits();
    std::vector<std::string> units(); ///< as «name|last visit»
    std::int64_t count(const std::string& table);
    /// The visit of that name gets a note by hand.
    void edit(const std::string& name, const std::string& note);

    VisitKind kind;
    yanxun::testing::ScratchFolder folder;
    Importer importer;
};

/// The codes of messages, in their order.
std::vector<std::string> codes(const std::vector<ImportMessage>& messages);
/// The sentence of the first message with that code; "" when there is none.
std::string sentence(const std::vector<ImportMessage>& messages, const std::string& code);
/// The sentence of the Error `act` throws; "" when it throws none.
template <class E = Error>
std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const E& error) {
        return error.what();
    }
    return {};
}

inline constexpr const char* kHeader = "序号,活动名称,组织单位,时间,参演人数,得分,备注\n";

} // namespace import_test
