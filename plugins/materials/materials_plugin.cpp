#include "core/demo.h"
#include "core/document_store.h"
#include "core/figures.h"
#include "core/item_store.h"
#include "core/ledger_import.h"
#include "core/schema.h"
#include "core/unit_user.h"
#include "core/verbs.h"
#include "view/view_context.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/ui/abi.h>

#include <optional>

namespace materials {

/// 宣传物资: makes the services, contributes imports, verbs, figures, reports and pages.
class MaterialsPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return materials::migrations(); }

    void start(yanxun::Host& host) override {
        auto& units = host.services().require<directory::Units>();
        auto* const activities = host.services().find<campaigns::Activities>();
        links_.emplace(activities);
        if (activities) {
            activities->setIssueSource(links_->source());
            activities->watch(links_->watcher());
        }
        stock_.emplace(units, *links_);
        stocktakes_.emplace(*stock_);
        host.services().require<directory::UnitUsers>().add(unitUser(*stock_));

        auto& add = host.contributions();
        add.add(std::make_unique<ReceiptsImport>(*stock_, units));
        add.add(std::make_unique<IssuesImport>(*stock_, units, host.clock()));
        for (auto& one : figures()) add.add(std::move(one));
        for (auto& one : reports()) add.add(std::move(one));
        for (auto& one : exports()) add.add(std::move(one));
        for (auto& one : tasks()) add.add(std::move(one));
        for (auto& one : itemVerbs(items_)) add.add(std::move(one));
        for (auto& one : documentVerbs(*stock_, host.paths().templates("reports"))) add.add(std::move(one));
        for (auto& one : stocktakeVerbs(*stocktakes_)) add.add(std::move(one));
        for (auto& one : linkVerbs(*links_)) add.add(std::move(one));
        add.add(summarySection());
        add.add(stocktakeCalendar());
        add.add(demoMaterials(*stock_, units));
        add.add(yanxun::SearchKind{itemSearch, yanxun::tr("物资"), "materials.stock", "box"});
        add.add(yanxun::SearchKind{documentSearch, yanxun::tr("物资单据"), "materials.documents", "file"});
        host_ = &host;
    }

    void show(yanxun::Workbench& workbench) override {
        view_.emplace(ViewContext{host_->database(), host_->clock(), workbench, *stock_, items_, *stocktakes_, *links_,
                                  host_->services().require<directory::Units>(), host_->paths().templates("reports")});
        for (auto* const page : {stockPage, issuePage, documentsPage, historyPage, stocktakePage}) workbench.add(page(*view_));
        for (auto& command : commands(*view_)) workbench.add(std::move(command));
    }

private:
    ItemService items_;
    std::optional<ActivityLinks> links_;
    std::optional<StockService> stock_;
    std::optional<StocktakeService> stocktakes_;
    yanxun::Host* host_ = nullptr;
    std::optional<ViewContext> view_;
};

} // namespace materials

YANXUN_PLUGIN(materials::MaterialsPlugin)
