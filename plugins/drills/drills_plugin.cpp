#include "core/drill_store.h"
#include "core/ledger_import.h"
#include "core/schema.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/ui/abi.h>

#include <optional>

namespace drills {

/// 应急演练: makes the services, contributes imports, verbs, figures, reports and pages.
class DrillsPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return drills::migrations(); }

    void start(yanxun::Host& host) override {
        words_ = Vocabulary::load(host.paths().templates("words"));
        auto& units = host.services().require<directory::Units>();
        auto& records = host.services().require<participation::Records>();
        service_.emplace(units, records, words_);
        records.registerSubject({drillKind, yanxun::tr("演练"), "drills.page",
                                 [this](yanxun::Writer& writer, std::int64_t drill, std::int64_t reported, bool estimated) {
                                     service_->keepReported(writer, drill, reported, estimated);
                                 },
                                 {}});
        host.contributions().add(std::make_unique<LedgerImport>(*service_, units, records));
    }

private:
    Vocabulary words_;
    std::optional<DrillService> service_;
};

} // namespace drills

YANXUN_PLUGIN(drills::DrillsPlugin)
