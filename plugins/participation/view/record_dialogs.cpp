#include "view/record_dialogs.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <algorithm>

namespace participation {

using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

namespace {

void finish(wxDialog* dialog, Form* form, const wxSize& dip, std::function<void()> ok) {
    auto* const cancel = button(dialog, tr("取消"));
    cancel->SetId(wxID_CANCEL);
    auto* const save = button(dialog, tr("保存"), "check", true);
    save->SetId(wxID_OK);
    save->SetName("ok");
    save->Bind(wxEVT_BUTTON, [ok = std::move(ok)](wxCommandEvent&) { ok(); });
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, dialog->FromDIP(space::s));
    buttons->Add(save);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(form, 1, wxEXPAND | wxALL, dialog->FromDIP(space::l));
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, dialog->FromDIP(space::l));
    dialog->SetSizer(all);
    dialog->SetSize(dialog->FromDIP(dip));
    dialog->CentreOnParent();
}

/// Writes and closes; what is refused stands above the form.
void save(wxDialog* dialog, Form* form, const std::function<void()>& work) {
    guarded(dialog, [&] {
        try {
            work();
            dialog->EndModal(wxID_OK);
        } catch (const yanxun::Error& refused) {
            form->showError({}, refused.what());
        }
    });
}

} // namespace

CountDialog::CountDialog(wxWindow* parent, const ViewContext& context, const Record& record)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("修改参与人数"))), context_(context), record_(record) {
    form_ = new Form(this);
    form_->number("counted", tr("清点人数"));
    form_->check("estimated", tr("是约数"));
    form_->setInteger("counted", record.entry.counted);
    form_->setFlag("estimated", record.entry.estimated);
    finish(this, form_, {420, 240}, [this] { onOk(); });
}

void CountDialog::onOk() {
    if (!form_->validate()) return;
    save(this, form_, [this] {
        Entry entry = record_.entry;
        entry.counted = form_->integer("counted");
        entry.estimated = form_->flag("estimated");
        context_.database.write([&](Writer& writer) { context_.records.put(writer, record_.subject, entry); });
    });
}

NamesDialog::NamesDialog(wxWindow* parent, const ViewContext& context, std::int64_t record)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("编辑名单")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context), record_(record) {
    form_ = new Form(this);
    form_->multiline("names", tr("每行一人，角色写在空格后"), 14);
    context_.database.read(
        [&](yanxun::Reader& reader) { form_->set("names", linesFromNames(context_.records.names(reader, record))); });
    finish(this, form_, {480, 480}, [this] { onOk(); });
}

void NamesDialog::onOk() {
    save(this, form_, [this] {
        context_.database.write([&](Writer& writer) {
            const auto before = context_.records.names(writer, record_);
            context_.records.putNames(writer, record_, namesFromLines(form_->get("names"), before));
        });
    });
}

std::vector<Named> namesFromLines(const std::string& lines, const std::vector<Named>& before) {
    std::vector<Named> names;
    for (std::size_t first = 0; first < lines.size();) {
        const auto last = std::min(lines.find('\n', first), lines.size());
        const std::string line = yanxun::text::key(lines.substr(first, last - first));
        first = last + 1;
        if (line.empty()) continue;
        const auto space = std::min(line.find(' '), line.size());
        Named named{line.substr(0, space), 0, space < line.size() ? line.substr(space + 1) : tr("参加")};
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const Named& n) { return n.name == named.name; });
        if (known != before.end()) named.personId = known->personId;
        names.push_back(std::move(named));
    }
    return names;
}

std::string linesFromNames(const std::vector<Named>& names) {
    std::string lines;
    for (const Named& named : names)
        lines += named.name + (named.role.empty() ? "" : " " + named.role) + "\n";
    return lines;
}

} // namespace participation
