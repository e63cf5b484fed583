#include "core/certificate_import.h"
#include "core/records_export.h"
#include "sdk/import/workbook.h"
#include "training_fixture.h"

#include <gmock/gmock.h>

namespace training::testing {
namespace {

using import_test::In;
using ::testing::Contains;
using ::testing::HasSubstr;
using yanxun::Date;
using yanxun::ImportMode;
using yanxun::ImportPlan;
using yanxun::ImportResult;
using yanxun::Reader;
using yanxun::Writer;

class CertificateImportTest : public TrainingTest {
protected:
    CertificateImportTest() {
        db().migrate("import", yanxun::Importer::migrations());
        sheet.name = "证书";
        sheet.rows = {
            {"姓名", "单位", "证件名称", "作业类别/准操项目", "证书编号", "发证机关", "初领/发证日期", "有效期至",
             "应复审日期", "备注"},
            {"卞思远", "恒业化工", "特种作业操作证", "低压电工作业", "示0000000001", "示范省应急管理厅", "2021-03-01",
             "2027-02-28", "2024-02-29"},
            {"卞思远", "恒业化工", "特种作业证", "低压电工作业", "示0000000001", "示范省应急管理厅", "2015.3.1",
             "2021.2.28", ""},
            {"岑若溪", "恒业化工", "安管证", "", "示0000000002", "", "2020年2月29日"},
            {"褚景行", "望川街道办事处", "上岗证", "", "示0000000003", "", "2020-05-01"},
            {"殷雨桐", "恒业化工", "特种作业证", "焊接作业", "示0000000004", "", "2021-13-01"},
            {"殷雨桐", "恒业化工", "特种作业证", "焊接作业", "示0000000005", "", "2021-01-05", "2020-01-05"},
            {"穆安和", "恒业化工", "特种作业证", "低压电工作业", "示0000000001", "", "2021-03-01"}};
    }
    ImportResult import(ImportMode mode = ImportMode::add) {
        import_test::writeWorkbook(folder.path() / "证书.xlsx", {sheet});
        yanxun::ImportOptions options;
        options.mode = mode;
        return importer.run(kind, folder.path() / "证书.xlsx", {}, options, false, plan);
    }
    std::vector<std::string> codes(int number) {
        std::vector<std::string> all;
        for (const auto& row : plan.rows) {
            if (row.number != number) continue;
            for (const auto& message : row.messages)
                all.push_back(message.column + ":" + message.code);
        }
        return all;
    }
    std::vector<Certificate> chain() {
        std::vector<Certificate> found;
        db().read([&](Reader& reader) {
            Certificate like;
            like.type = "special-operation";
            like.number = "示0000000001";
            like.operation = "低压电工作业";
            found = certificates::chainOf(reader, like);
        });
        return found;
    }

    import_test::Sheet sheet;
    yanxun::testing::ScratchFolder folder;
    CertificateImport kind{papers, neighbour->units(), neighbour->people()};
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    ImportPlan plan;
};
YANXUN_ON_BOTH_ENGINES(CertificateImportTest);

TEST_P(CertificateImportTest, ComesInLinkedWithPeopleAndUnitsMade) {
    const auto result = import();
    EXPECT_EQ(result.counts.created, 4);
    EXPECT_EQ(result.counts.skipped, 1) << "the same paper under another name, in the same file";
    EXPECT_EQ(result.counts.errors, 2);
    const auto papersOfOne = chain();
    ASSERT_EQ(papersOfOne.size(), 2u);
    EXPECT_EQ(papersOfOne[0].issuedOn, (Date{2015, 3, 1}));
    EXPECT_TRUE(papersOfOne[0].replaced) << "the older came later in the file";
    EXPECT_EQ(papersOfOne[1].replaces, papersOfOne[0].id);
    EXPECT_EQ(papersOfOne[1].validUntil, (Date{2027, 2, 28})) << "as it is written, whatever the type says";
    EXPECT_EQ(count("SELECT count(*) FROM directory_person"), 3);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 2);
    EXPECT_EQ(count("SELECT valid_until_ymd FROM training_certificate WHERE number = '示0000000002'"), 20230228)
        << "three years from 29 February";
    EXPECT_THAT(codes(4), Contains("valid_to:date.derived"));
    EXPECT_THAT(codes(5), Contains("valid_to:date.missing"));
    EXPECT_THAT(codes(6), Contains(HasSubstr("issued:")));
    EXPECT_THAT(codes(7), Contains("valid_to:date.order"));
}

TEST_P(CertificateImportTest, TwiceIsOnceAndAnotherNameIsAnError) {
    import();
    const auto again = import();
    EXPECT_EQ(again.counts.created, 0);
    EXPECT_EQ(again.counts.updated, 0);
    EXPECT_THAT(codes(8), Contains("person:person.other"));
    EXPECT_EQ(again.counts.read, again.counts.skipped + again.counts.errors);
}

TEST_P(CertificateImportTest, UndoTakesPeopleUnitsAndLinksBack) {
    const auto first = import();
    EXPECT_TRUE(importer.undo(kind, first.batch).kept.empty());
    for (const char* table : {"training_certificate", "directory_person", "directory_unit"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
    EXPECT_EQ(import().counts.created, 4);
}

TEST_P(CertificateImportTest, UndoGivesTheOldPaperItsLifeBack) {
    CertificateDraft old;
    old.name = "卞思远";
    old.unitName = "恒业化工";
    old.type = "特种作业证";
    old.operation = "低压电工作业";
    old.number = "示0000000001";
    old.issuedOn = {2015, 3, 1};
    old.createUnit = true;
    db().write([&](Writer& writer) { papers.add(writer, old); });
    const auto first = import();
    EXPECT_TRUE(chain().front().replaced);
    importer.undo(kind, first.batch);
    ASSERT_EQ(chain().size(), 1u);
    EXPECT_FALSE(chain().front().replaced);
    EXPECT_EQ(count("SELECT count(*) FROM directory_person"), 1) << "who was there before stays";
}

TEST_P(CertificateImportTest, UpdateAndFillGoByTheColumns) {
    import();
    sheet.rows[3].resize(10, "");
    sheet.rows[3][5] = "示范市应急管理局";
    sheet.rows[3][9] = "补录";
    const auto filled = import(ImportMode::fill);
    EXPECT_EQ(filled.counts.updated, 1);
    EXPECT_EQ(count("SELECT count(*) FROM training_certificate WHERE issuer = '示范市应急管理局' AND note = '补录'"),
              1);
    EXPECT_TRUE(importer.undo(kind, filled.batch).kept.empty());
    EXPECT_EQ(count("SELECT count(*) FROM training_certificate WHERE note = '补录'"), 0);
}

TEST_P(CertificateImportTest, TheExportIsReadAgainAsTheSameRecords) {
    import();
    db().read([&](Reader& reader) {
        yanxun::writeTable(certificatesExport(rules).rows(reader, 0), "training.certificate_list", "证书台账",
                           yanxun::TableFormat::csv, folder.path() / "again.csv");
    });
    const auto again = importer.run(kind, folder.path() / "again.csv", {}, {}, false, plan);
    EXPECT_EQ(again.counts.skipped, 4);
    EXPECT_EQ(again.counts.errors, 0);
}

} // namespace
} // namespace training::testing
