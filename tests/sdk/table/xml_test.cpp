#include "sdk/table/table_files.h"

#include <yanxun/error.h>
#include <yanxun/table/export.h>
#include <yanxun/text.h>

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

TEST(XmlTest, RecordsWithAnElementForEachValue) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("a.xml", head + "<units><unit><name>王庄村</name><kind>村</kind></unit>"
                                                  "<unit><name>实验小学</name><phone>1</phone></unit></units>")),
                ElementsAre("1: name|kind|phone", "2: 王庄村|村", "3: 实验小学||1"));
}

TEST(XmlTest, RecordsWithAttributes) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("a.xml", head + "<units><unit name=\"甲\" kind=\"村\"/><unit name=\"乙\"/></units>")),
                ElementsAre("1: name|kind", "2: 甲|村", "3: 乙"));
}

TEST(XmlTest, RowsOfCells) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("a.xml", head + "<rows><row><c>名称</c><c>类别</c></row><row><c/><c>村</c></row></rows>")),
                ElementsAre("1: 名称|类别", "2: |村"));
}

TEST(XmlTest, WhatIsExportedIsReadBack) {
    const Folder folder;
    const RowSource rows{{{"name", "名称", CellKind::text}, {"count", "人数", CellKind::integer}}, [](const RowSink& sink) {
                             const Value first[]{"甲 <&> \"乙\"", 12000}, second[]{"", 3};
                             sink(first);
                             sink(second);
                         }};
    writeTable(rows, "test.rows", "清单", TableFormat::xml, folder / "out.xml");
    EXPECT_THAT(shown(folder / "out.xml"), ElementsAre("1: 名称|人数", "2: 甲 <&> \"乙\"|12000", "3: |3"));
    EXPECT_EQ(TableFile::open(folder / "out.xml")->sheets().at(0).name, "清单");
}

TEST(XmlTest, TheEncodingIsTheOneDeclared) {
    const Folder folder;
    const std::string table = "<units><unit><name>王庄村</name><kind>村</kind></unit></units>";
    EXPECT_THAT(shown(folder.file("gb.xml", text::toGb18030("<?xml version=\"1.0\" encoding=\"GB2312\"?>" + table))),
                ElementsAre("1: name|kind", "2: 王庄村|村"));
    EXPECT_THAT(shown(folder.file("mark.xml", "\xef\xbb\xbf" + head + table)), ElementsAre("1: name|kind", "2: 王庄村|村"));
    EXPECT_THAT(shown(folder.file("none.xml", table)), ElementsAre("1: name|kind", "2: 王庄村|村"));
}

TEST(XmlTest, NamesAreReadWithoutTheirPrefix) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("p.xml", head + "<u:all xmlns:u=\"x\"><u:one><u:name>甲</u:name><u:kind>村</u:kind></u:one></u:all>")),
                ElementsAre("1: name|kind", "2: 甲|村"));
}

TEST(XmlTest, ValuesThatComeTwiceAreAList) {
    const Folder folder;
    EXPECT_THAT(cells(folder.file("l.xml", head + "<a><b><n>甲</n><n>乙</n><k>1</k></b><b><n>丙</n><k>2</k></b></a>")).at(2).text, "甲\n乙");
}

TEST(XmlTest, AFaultIsNamedByItsLine) {
    const Folder folder;
    EXPECT_THAT(complaint(folder.file("w.xml", head + "\n<a>\n<b><c>1</c>\n</a>")), HasSubstr("第 4 行有错"));
}

} // namespace
