#include "sdk/table/table_files.h"

#include <yanxun/error.h>
#include <yanxun/table/export.h>

#include <gmock/gmock.h>

#include <csignal>
#include <sys/resource.h>

using namespace yanxun;
using namespace yanxun::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

RowSource texts(std::vector<std::string> all) {
    return {{{"text", "文字", CellKind::text}}, [all = std::move(all)](const RowSink& sink) {
                for (const std::string& one : all) {
                    const Value row[]{one};
                    sink(row);
                }
            }};
}

RowSource many(int count) {
    return {{{"text", "文字", CellKind::text}}, [count](const RowSink& sink) {
                for (int i = 0; i < count; ++i) {
                    const Value row[]{"开封市城乡一体化示范区的一行文字"};
                    sink(row);
                }
            }};
}

std::vector<std::string> filesOf(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder)) names.push_back(file.path().filename().string());
    return names;
}

TEST(ExportTest, CsvIsWhatSpreadsheetsOpen) {
    const Folder folder;
    EXPECT_EQ(writeTable(texts({"甲,乙", "他说\"好\""}), "t", "清单", TableFormat::csv, folder / "a.csv"), 2);
    EXPECT_EQ(bytesOf(folder / "a.csv"), "\xef\xbb\xbf文字\r\n\"甲,乙\"\r\n\"他说\"\"好\"\"\"\r\n");
}

TEST(ExportTest, ATextThatASpreadsheetWouldRunIsMarkedAndReadsBack) {
    const Folder folder;
    writeTable(texts({"=1+1", "@x", "+86 1", "-5", "-a", "+86"}), "t", "清单", TableFormat::csv, folder / "a.csv");
    EXPECT_THAT(bytesOf(folder / "a.csv"), StartsWith("\xef\xbb\xbf文字\r\n'=1+1\r\n'@x\r\n'+86 1\r\n-5\r\n'-a\r\n+86\r\n"));
    EXPECT_THAT(shown(folder / "a.csv"), ElementsAre("1: 文字", "2: =1+1", "3: @x", "4: +86 1", "5: -5", "6: -a", "7: +86"));
}

TEST(ExportTest, AFolderThatIsNotThereIsNamed) {
    const Folder folder;
    try {
        writeTable(texts({"a"}), "t", "清单", TableFormat::csv, folder / "nowhere/a.csv");
        FAIL();
    } catch (const Unavailable& error) {
        EXPECT_THAT(error.what(), HasSubstr("nowhere”不存在"));
    }
}

TEST(ExportTest, AFullDiskLeavesTheOldFile) {
    const Folder folder;
    const auto path = folder.file("a.csv", "alt");
    const Child child = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit little{20'000, 20'000};
        ::setrlimit(RLIMIT_FSIZE, &little);
        try {
            writeTable(many(100'000), "t", "清单", TableFormat::csv, path);
            return std::string("written");
        } catch (const Full& full) {
            return std::string(full.what());
        }
    });
    EXPECT_THAT(child.said, HasSubstr("磁盘空间不足"));
    EXPECT_EQ(bytesOf(path), "alt");
    EXPECT_THAT(filesOf(path.parent_path()), ElementsAre("a.csv"));
}

TEST(ExportTest, StoppingLeavesNothing) {
    class Stop final : public Progress {
    public:
        void step(std::int64_t, std::int64_t, std::string_view) override {}
        bool cancelled() const override { return true; }
    } stop;
    const Folder folder;
    EXPECT_THROW(writeTable(many(5000), "t", "清单", TableFormat::xml, folder / "a.xml", stop), Cancelled);
    EXPECT_THAT(filesOf(folder / ""), ElementsAre());
}

TEST(ExportTest, RowsDoNotStayInMemory) {
    const Folder folder;
    for (const TableFormat format : {TableFormat::csv, TableFormat::xml}) {
        const Child child = inChild([&] { return std::to_string(writeTable(many(400'000), "t", "清单", format, folder / "big")); });
        EXPECT_EQ(child.said, "400000");
        if (memoryCounts()) { EXPECT_LT(child.grownKb, 8 * 1024); }
    }
}

} // namespace
