#include "core/note_contributions.h"
#include "core/note_service.h"
#include "core/note_verbs.h"
#include "core/schema.h"
#include "view/notes_page.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/text.h>
#include <yanxun/ui/abi.h>
#include <yanxun/ui/workbench.h>

#include <memory>

namespace notes {

/// 记事: makes the parts and tells the program about them. Nothing is decided here.
class NotesPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return notes::migrations(); }

    void start(yanxun::Host& host) override {
        host_ = &host;
        addVerbs(host.contributions(), service_);
        addContributions(host.contributions());
    }

    void show(yanxun::Workbench& workbench) override {
        view_ = std::make_unique<ViewContext>(ViewContext{host_->database(), host_->clock(), service_});
        workbench.add(yanxun::pageOf("notes.page", yanxun::tr("记事"), "note", yanxun::tr("其他"), 950,
                                     [this](wxWindow* parent) { return new NotesPage(parent, *view_); }));
    }

private:
    yanxun::Host* host_ = nullptr; ///< from start() on
    NoteService service_;
    std::unique_ptr<ViewContext> view_; ///< from show() on
};

} // namespace notes

YANXUN_PLUGIN(notes::NotesPlugin)
