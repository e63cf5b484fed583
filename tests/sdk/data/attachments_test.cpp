// Content is kept once by what it is, comes back as it was, and nothing half written is ever taken for whole.
#include "notes.h"

#include <yanxun/data/attachments.h>

#include <fstream>

namespace {

using namespace yanxun;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class AttachmentsTest : public yanxun::testing::NotesTest {
protected:
    fs::path write(const std::string& name, const std::string& content) {
        const fs::path path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    StoredFile keep(const fs::path& file, std::int64_t maxBytes = kLargestAttachment) {
        StoredFile kept;
        db().write([&](Writer& writer) { kept = keepFile(writer, file, maxBytes); });
        return kept;
    }
    std::string back(const std::string& sha256) {
        const fs::path copy = folder.path() / "copy";
        db().read([&](Reader& reader) { copyFile(reader, sha256, copy); });
        std::ifstream in(copy, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool has(const std::string& sha256) {
        bool there = false;
        db().read([&](Reader& reader) { there = hasFile(reader, sha256); });
        return there;
    }
    /// Makes the kept content another of the same size.
    void damage(const StoredFile& kept) {
        if (GetParam() == Engine::sqlite) {
            std::ofstream(placeOf(kept.sha256), std::ios::binary) << std::string(std::size_t(kept.size), '!');
            return;
        }
        db().write([&](Writer& writer) {
            writer.exec("UPDATE attachment_piece SET body = ? WHERE number = 0 AND sha256 = ?",
                        {Blob(std::size_t(std::min<std::int64_t>(kept.size, 256 * 1024)), std::byte{'!'}), kept.sha256});
        });
    }
    void lose(const StoredFile& kept) {
        if (GetParam() == Engine::sqlite) {
            fs::remove(placeOf(kept.sha256));
            return;
        }
        db().write([&](Writer& writer) {
            writer.exec("DELETE FROM attachment_piece WHERE sha256 = ? AND number = 0", {kept.sha256});
        });
    }
    fs::path placeOf(const std::string& sha256) const {
        return filesBeside(target()) / sha256.substr(0, 2) / sha256;
    }
    template <class Thrown>
    std::string refusal(const std::function<void()>& work) {
        try {
            work();
        } catch (const Thrown& refused) {
            return refused.what();
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }
    yanxun::testing::ScratchFolder folder;
};
YANXUN_ON_BOTH_ENGINES(AttachmentsTest);

TEST_P(AttachmentsTest, ContentComesBackByItsSha256) {
    const StoredFile kept = keep(write("照片.jpg", "abc"));
    EXPECT_EQ(kept.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(kept.size, 3);
    EXPECT_EQ(back(kept.sha256), "abc");
    reopen();
    EXPECT_EQ(back(kept.sha256), "abc");
    db().read([&](Reader& reader) { EXPECT_EQ(fileContent(reader, kept.sha256, 3).size(), 3u); });
}

TEST_P(AttachmentsTest, LargeContentGoesThroughInPieces) {
    std::string large(3 * 256 * 1024 + 7, '\0');
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = char(i * 31 + i / 251);
    const StoredFile kept = keep(write("large", large));
    EXPECT_EQ(kept.size, std::int64_t(large.size()));
    EXPECT_TRUE(back(kept.sha256) == large);
}

TEST_P(AttachmentsTest, AnEmptyFileIsContentToo) {
    const StoredFile kept = keep(write("empty", ""));
    EXPECT_TRUE(has(kept.sha256));
    EXPECT_EQ(back(kept.sha256), "");
}

TEST_P(AttachmentsTest, TheSameContentIsKeptOnce) {
    const StoredFile first = keep(write("a", "same")), second = keep(write("b", "same"));
    EXPECT_EQ(first.sha256, second.sha256);
    EXPECT_EQ(count("attachment"), 1);
    if (GetParam() == Engine::postgresql) { EXPECT_EQ(count("attachment_piece"), 1); }
}

TEST_P(AttachmentsTest, ATransactionThatFailsNamesNothing) {
    std::string sha256;
    EXPECT_THROW(db().write([&](Writer& writer) {
        sha256 = keepFile(writer, write("a", "given up")).sha256;
        throw Error("no");
    }),
                 Error);
    EXPECT_FALSE(has(sha256));
    EXPECT_EQ(count("attachment"), 0);
    EXPECT_EQ(keep(write("a", "given up")).sha256, sha256) << "and can be kept later";
    EXPECT_TRUE(has(sha256));
}

TEST_P(AttachmentsTest, EachRefusalSaysWhatToDo) {
    const fs::path file = write("大文件.mp4", std::string(2'000'000, 'x'));
    EXPECT_THAT(refusal<Error>([&] { keep(file, 1'000'000); }), HasSubstr("压缩或裁剪"));
    EXPECT_THAT(refusal<Unavailable>([&] { keep(folder.path() / "没有.jpg"); }), HasSubstr("不存在"));
    EXPECT_THAT(refusal<Unavailable>([&] { keep(folder.path()); }), HasSubstr("文件夹"));
    EXPECT_THAT(refusal<NotFound>([&] { back(std::string(64, 'a')); }), HasSubstr("没有这个附件"));
    EXPECT_THAT(refusal<NotFound>([&] { back("../../etc/passwd"); }), HasSubstr("没有这个附件"));
    const StoredFile kept = keep(file);
    db().read([&](Reader& reader) {
        EXPECT_THAT(refusal<Error>([&] { fileContent(reader, kept.sha256, 100); }), HasSubstr("另存"));
        EXPECT_THROW(copyFile(reader, kept.sha256, folder.path() / "none" / "x"), Unavailable);
        EXPECT_THROW(copyFile(reader, kept.sha256, "/dev/full/x"), Unavailable);
    });
}

TEST_P(AttachmentsTest, ADamagedOneIsFoundAndNeverHandedOut) {
    const StoredFile kept = keep(write("a", std::string(300'000, 'a')));
    EXPECT_TRUE(db().check(Progress::none()).clean);
    damage(kept);
    EXPECT_THAT(refusal<Unavailable>([&] { back(kept.sha256); }), HasSubstr("缺失或损坏"));
    EXPECT_FALSE(fs::exists(folder.path() / "copy"));
    const CheckResult result = db().check(Progress::none());
    EXPECT_FALSE(result.clean);
    EXPECT_THAT(result.problems, ::testing::ElementsAre(HasSubstr(kept.sha256.substr(0, 12))));
}

TEST_P(AttachmentsTest, AMissingOneIsFoundAndHealedByAddingItAgain) {
    const fs::path file = write("a", std::string(300'000, 'a'));
    const StoredFile kept = keep(file);
    lose(kept);
    EXPECT_FALSE(has(kept.sha256));
    EXPECT_FALSE(db().check(Progress::none()).clean);
    keep(file);
    EXPECT_TRUE(has(kept.sha256));
    EXPECT_TRUE(db().check(Progress::none()).clean);
}

TEST_P(AttachmentsTest, LeftoversOfAKilledProgramAreNobodysContent) {
    if (GetParam() == Engine::postgresql) return; // its transaction is gone with the connection
    const StoredFile kept = keep(write("a", "whole"));
    std::ofstream(placeOf(kept.sha256).string() + ".part77") << "ha";
    EXPECT_TRUE(db().check(Progress::none()).clean);
    EXPECT_EQ(back(kept.sha256), "whole");
}

} // namespace
