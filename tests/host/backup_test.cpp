// A backup holds everything, either engine takes it back, and a failure leaves nothing half done.
#include "core/backup/backup.h"
#include "core/backup/zip_file.h"
#include "core/demonstration.h"
#include "host/desk.h"

#include <yanxun/data/attachments.h>

#include <gmock/gmock.h>

#include <fstream>

using namespace yanxun;
using namespace yanxun::host;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

/// From which engine to which.
using Way = std::tuple<Engine, Engine>;

class BackupTest : public ::testing::TestWithParam<Way> {
protected:
    BackupTest() : source(std::get<0>(GetParam())), target(std::get<1>(GetParam())) {
        desk.install("good");
        desk.install("notebook");
    }

    std::unique_ptr<Program> start(const std::string& where, bool create = false) {
        ProgramOptions options;
        options.target = where;
        options.who = "测试员";
        options.at = 1'625'000'000'000;
        options.createDatabase = create;
        return std::make_unique<Program>(desk.places, options);
    }

    void backUpDemonstration() {
        const auto program = start(source.target(), true);
        program->setProfile("name", "东川区应急管理局");
        program->database().write([](Writer& writer) {
            writer.insert("notebook_note", {{"title", "带 引号 ' 和\n换行"}, {"day_ymd", 20210616}, {"heads", 3}});
        });
        const std::int64_t id = add(*program, "先记一笔"); // removed: its number must not come back
        program->database().write([&](Writer& writer) { writer.remove("notebook_note", id, 1); });
        makeBackup(program->database(), program->schemaVersions(), 1'625'000'000'000, zip);
    }

    static std::int64_t add(Program& program, const std::string& title) {
        std::int64_t id = 0;
        program.database().write([&](Writer& writer) {
            id = writer.insert("notebook_note", {{"title", title}, {"day_ymd", 20210101}, {"heads", 1}});
        });
        return id;
    }

    void restore(const std::filesystem::path& from) {
        ProgramOptions options;
        options.pluginsOnly = true;
        const Program known(desk.places, options);
        restoreBackup(from, target.target(), known.schemas(), clock);
    }

    /// The sentence of the refusal; the target must be as empty as before.
    std::string refusal(const std::filesystem::path& from) {
        std::string sentence;
        try {
            restore(from);
            ADD_FAILURE() << "nothing was thrown";
        } catch (const Error& wrong) {
            sentence = wrong.what();
        }
        EXPECT_FALSE(holdsRecords(start(target.target(), true)->database()));
        expectNothingLeftBehind();
        return sentence;
    }

    void expectNothingLeftBehind() const {
        for (const auto& folder : {desk.home.path(), std::filesystem::path(target.target()).parent_path()}) {
            std::error_code none;
            for (const auto& item : std::filesystem::directory_iterator(folder, none)) {
                EXPECT_FALSE(item.path().filename().string().starts_with(".yanxun-")) << item.path();
            }
        }
    }

    Desk desk;
    TestDatabase source, target;
    FixedClock clock{1'625'100'000'000};
    std::filesystem::path zip = desk.file("backup.zip");
};
INSTANTIATE_TEST_SUITE_P(Ways, BackupTest,
                         ::testing::Combine(::testing::Values(Engine::sqlite, Engine::postgresql),
                                            ::testing::Values(Engine::sqlite, Engine::postgresql)),
                         [](const auto& way) {
                             const auto name = [](Engine e) { return e == Engine::sqlite ? "SQLite" : "PostgreSQL"; };
                             return std::string(name(std::get<0>(way.param))) + "To" + name(std::get<1>(way.param));
                         });

void flipByteIn(const std::filesystem::path& file, std::uintmax_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(stream.get() ^ 0x5a);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(byte);
}

} // namespace

TEST_P(BackupTest, WhatWasBackedUpIsThereAfterRestoring) {
    backUpDemonstration();
    restore(zip);
    const auto program = start(target.target());
    EXPECT_EQ(program->profile("name"), "东川区应急管理局");
    program->database().read([](Reader& reader) {
        EXPECT_EQ(reader.scalarText("SELECT title FROM notebook_note"), "带 引号 ' 和\n换行");
        EXPECT_EQ(reader.scalar("SELECT score FROM notebook_note WHERE score IS NULL"), 0);
    });
    EXPECT_TRUE(program->database().check(Progress::none()).clean) << "the chain came over unbroken";
    EXPECT_TRUE(program->backupBeforeMigration().empty());
    EXPECT_GT(add(*program, "后来的"), 1) << "new records go on counting";
    EXPECT_TRUE(program->database().check(Progress::none()).clean);
    expectNothingLeftBehind();
}

TEST_P(BackupTest, RecordsAreFoundBySearchAfterRestoring) {
    {
        const auto program = start(source.target(), true);
        program->database().write([](Writer& writer) {
            const std::int64_t id =
                writer.insert("notebook_note", {{"title", "防汛演练"}, {"day_ymd", 20210616}, {"heads", 3}});
            writer.index({"notebook.note", id, "防汛演练", "李家村防汛演练", 20210616});
        });
        makeBackup(program->database(), program->schemaVersions(), 1'625'000'000'000, zip);
    }
    restore(zip);
    const auto program = start(target.target());
    program->database().read([](Reader& reader) {
        EXPECT_EQ(reader.searchCount("防汛"), 1);
        ASSERT_EQ(reader.search("李家村", 10).size(), 1u);
        EXPECT_EQ(reader.search("李家村", 10).front().title, "防汛演练");
    });
}

TEST_P(BackupTest, AttachedFilesComeOverWhole) {
    const std::string large(700'001, 'x'), small = "a photograph";
    std::ofstream(desk.file("large.jpg"), std::ios::binary) << large;
    std::ofstream(desk.file("small.jpg"), std::ios::binary) << small;
    std::string largeSha, smallSha;
    {
        const auto program = start(source.target(), true);
        program->setProfile("name", "东川区");
        program->database().write([&](Writer& writer) {
            largeSha = keepFile(writer, desk.file("large.jpg")).sha256;
            smallSha = keepFile(writer, desk.file("small.jpg")).sha256;
        });
        makeBackup(program->database(), program->schemaVersions(), 1'625'000'000'000, zip);
    }
    restore(zip);
    const auto program = start(target.target());
    program->database().read([&](Reader& reader) {
        EXPECT_EQ(storedFiles(reader).size(), 2u);
        copyFile(reader, largeSha, desk.file("back.jpg"));
        EXPECT_TRUE(contentOf(desk.file("back.jpg")) == large);
        copyFile(reader, smallSha, desk.file("back.jpg"));
        EXPECT_EQ(contentOf(desk.file("back.jpg")), small);
    });
    EXPECT_TRUE(program->database().check(Progress::none()).clean);
    expectNothingLeftBehind();
}

TEST_P(BackupTest, ATargetWithRecordsIsRefused) {
    backUpDemonstration();
    start(target.target(), true)->setProfile("name", "别的单位");
    EXPECT_THROW(restore(zip), Conflict);
    EXPECT_EQ(start(target.target())->profile("name"), "别的单位");
}

TEST_P(BackupTest, ADatabaseDamagedInsideTheZipIsRefused) {
    backUpDemonstration();
    const std::uintmax_t size = std::filesystem::file_size(zip);
    for (const std::uintmax_t part : {1, 2, 3, 4}) { // the database is the first and by far the largest part
        const std::filesystem::path damaged = desk.file("damaged" + std::to_string(part) + ".zip");
        std::filesystem::copy_file(zip, damaged);
        flipByteIn(damaged, size / 8 * part);
        EXPECT_THAT(refusal(damaged), HasSubstr("换一份备份"));
    }
}

TEST_P(BackupTest, AZipCutOffIsRefused) {
    backUpDemonstration();
    const std::uintmax_t size = std::filesystem::file_size(zip);
    for (const std::uintmax_t part : {1, 4, 7}) {
        const std::filesystem::path cut = desk.file("cut" + std::to_string(part) + ".zip");
        std::filesystem::copy_file(zip, cut);
        std::filesystem::resize_file(cut, size / 8 * part);
        EXPECT_THAT(refusal(cut), HasSubstr("备份"));
    }
}

TEST_P(BackupTest, AnyOtherFileIsRefused) {
    std::ofstream(zip) << "not a zip";
    EXPECT_THAT(refusal(zip), HasSubstr("不是演训宣的备份"));
    EXPECT_THROW(restore(desk.file("missing.zip")), Unavailable);
}

TEST_P(BackupTest, AnExistingFileIsNeverOverwritten) {
    const auto program = start(source.target(), true);
    std::ofstream(zip) << "something dear";
    EXPECT_THROW(makeBackup(program->database(), program->schemaVersions(), 0, zip), Conflict);
    EXPECT_EQ(contentOf(zip), "something dear");
}

TEST_P(BackupTest, ACancelledBackupLeavesNothing) {
    struct Impatient final : Progress {
        void step(std::int64_t, std::int64_t, std::string_view) override {}
        bool cancelled() const override { return true; }
    } impatient;
    const auto program = start(source.target(), true);
    program->setProfile("name", "东川区");
    EXPECT_THROW(makeBackup(program->database(), program->schemaVersions(), 0, zip, impatient), Cancelled);
    EXPECT_FALSE(std::filesystem::exists(zip));
    expectNothingLeftBehind();
}

TEST_P(BackupTest, ABackupOfALaterVersionIsRefused) {
    {
        const auto program = start(source.target(), true);
        program->setProfile("name", "东川区");
        makeBackup(program->database(), {{"notebook", 99}}, 0, zip);
    }
    EXPECT_THAT(refusal(zip), HasSubstr("更新本程序"));
}

TEST(Backup, AFullDiskIsSaidInASentence) {
    try {
        ZipWriter writer("/dev/full", 0, false);
        writer.addText("manifest.xml", std::string(1'000'000, 'x'));
        writer.close();
        FAIL() << "nothing was thrown";
    } catch (const Full& wrong) {
        EXPECT_THAT(wrong.what(), HasSubstr("磁盘空间不够"));
    }
}

TEST(Backup, FilesBesideTheDatabaseGoIntoItAndComeBack) {
    Desk desk;
    FixedClock clock{0};
    ProgramOptions options;
    options.target = desk.file("source.db").string();
    options.createDatabase = true;
    std::filesystem::create_directories(desk.file("source.files"));
    std::ofstream(desk.file("source.files") / "ab12") << "a photograph";
    {
        Program program(desk.places, options);
        program.setProfile("name", "东川区");
        makeBackup(program.database(), program.schemaVersions(), 0, desk.file("backup.zip"));
        restoreBackup(desk.file("backup.zip"), desk.file("target.db").string(), program.schemas(), clock);
    }
    EXPECT_EQ(contentOf(desk.file("target.files") / "ab12"), "a photograph");
}
