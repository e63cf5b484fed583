#include "core/certificate_import.h"
#include "core/certificate_store.h"
#include "core/class_import.h"
#include "core/class_store.h"
#include "core/records_export.h"
#include "core/register_report.h"
#include "core/schema.h"
#include "core/training_agenda.h"
#include "core/training_demo.h"
#include "core/training_figures.h"
#include "core/users.h"
#include "core/verb_values.h"
#include "view/pages.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/text.h>
#include <yanxun/ui/abi.h>

#include <optional>

namespace training {

/// 教育培训: makes the services, contributes imports, verbs, figures, reports and pages.
class TrainingPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return training::migrations(); }

    void start(yanxun::Host& host) override {
        words_ = Vocabulary::load(host.paths().templates("words"));
        rules_ = Rules::load(host.paths().templates("rules"));
        auto& units = host.services().require<directory::Units>();
        auto& people = host.services().require<directory::People>();
        auto& records = host.services().require<participation::Records>();
        classes_.emplace(units, records, words_);
        roster_.emplace(*classes_, units, people, records, words_);
        hours_.emplace(units, people, rules_, words_);
        certificates_.emplace(units, people, rules_);
        records.registerSubject(subjectKind(*classes_));
        host.services().require<directory::UnitUsers>().add(unitUser(*classes_, *roster_, *hours_, *certificates_));
        people.addUser(personUser());

        auto& contributions = host.contributions();
        contributions.add(std::make_unique<ClassImport>(*classes_, units, records, words_));
        contributions.add(std::make_unique<CertificateImport>(*certificates_, units, people));
        const VerbParts parts{*classes_, *roster_, *hours_, *certificates_, archives_, units, people, words_, rules_};
        for (const auto make : {classVerbs, courseVerbs, rosterVerbs, hoursVerbs, certificateVerbs}) {
            for (auto& verb : make(parts))
                contributions.add(std::move(verb));
        }
        for (auto& figure : figures(archives_))
            contributions.add(std::move(figure));
        for (auto& task : tasks(*hours_))
            contributions.add(std::move(task));
        for (auto& calendar : calendars(rules_, *classes_))
            contributions.add(std::move(calendar));
        contributions.add(summary(archives_));
        contributions.add(registerReport(archives_));
        contributions.add(hoursShortReport(*hours_));
        contributions.add(certificatesDueReport(rules_));
        contributions.add(classesExport());
        contributions.add(certificatesExport(rules_));
        contributions.add(demoTraining({units, people, records, *classes_, *roster_, rules_}));
        contributions.add(yanxun::SearchKind{classKind, yanxun::tr("培训班"), "training.page", "training"});
        contributions.add(yanxun::SearchKind{certificateKind, yanxun::tr("证书"), "training.people", "shield"});
        host_ = &host;
    }

    void show(yanxun::Workbench& workbench) override {
        auto& services = host_->services();
        view_.emplace(ViewContext{host_->database(), host_->clock(), workbench, *classes_, *roster_, *hours_,
                                  *certificates_, archives_, words_, rules_, services.require<directory::Units>(),
                                  services.require<directory::People>(), services.require<participation::Records>()});
        for (const auto page : {classesPage, classPage, peoplePage})
            workbench.add(page(*view_));
        for (auto& command : commands(*view_))
            workbench.add(std::move(command));
    }

private:
    Vocabulary words_;
    Rules rules_;
    ArchiveService archives_{rules_};
    std::optional<ClassService> classes_;
    std::optional<RosterService> roster_;
    std::optional<HoursService> hours_;
    std::optional<CertificateService> certificates_;
    yanxun::Host* host_ = nullptr;
    std::optional<ViewContext> view_;
};

} // namespace training

YANXUN_PLUGIN(training::TrainingPlugin)
