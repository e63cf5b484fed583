#include "gui/workplace.h"

#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/form.h>

namespace yanxun::testing {
namespace {

class WorkplaceItself : public WorkplaceTest {};
YANXUN_ON_BOTH_ENGINES(WorkplaceItself);

TEST_P(WorkplaceItself, EveryPageOpensAndSaysWhatToDoWhenEmpty) {
    for (const std::string& id : work.pageIds()) {
        work.open(id);
        ASSERT_TRUE(work.page()) << id;
        EXPECT_TRUE(work.page()->IsShownOnScreen()) << id;
        settle(std::chrono::milliseconds(150));
        shoot("empty_" + id, work.frame());
    }
}

TEST_P(WorkplaceItself, AUnitIsAddedByIntents) {
    ASSERT_TRUE(work.runs("directory"));
    work.open("directory.units");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("name", "实验小学", dialog);
        setField("kind", "学校", dialog);
        pressButton("ok", dialog);
    });
    pressButton("add");
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 1);
    EXPECT_TRUE(waitForRows("directory.units", 1));
    chooseRow("directory.units", "实验小学");
    EXPECT_TRUE(waitUntilSeen("实验小学"));
    EXPECT_FALSE(sees("没有这样的单位"));
}

TEST(Intents, FileDialogsChooseTheFileTheTestNames) {
    const ScratchFolder folder;
    Dialogs dialogs;
    dialogs.file(folder.path() / "结果.xlsx");
    const auto chosen = ui::saveFile(nullptr, "保存", "表格 (*.xlsx)|*.xlsx", "a.xlsx");
    ASSERT_TRUE(chosen);
    EXPECT_EQ(*chosen, folder.path() / "结果.xlsx");
}

} // namespace
} // namespace yanxun::testing
