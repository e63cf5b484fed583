#pragma once
#include "desktop/opening.h"
#include "desktop/sentence_line.h"

#include <yanxun/ui/async.h>
#include <yanxun/ui/form.h>

#include <wx/dialog.h>
#include <wx/radiobut.h>

namespace yanxun::desktop {

/// Chooses a database: a file of this computer or a PostgreSQL server. It is tried before it is taken; what is wrong
/// stands in a sentence in the dialog.
class ConnectDialog final : public wxDialog {
public:
    /// `sentence`: why the dialog comes, shown above; may be empty.
    ConnectDialog(wxWindow* parent, const host::Places& places, const std::string& target, const std::string& sentence);
    const Opening& opening() const { return opening_; } ///< after wxID_OK

private:
    void makeFile(wxSizer* column, const std::string& target);
    void makeServer(wxSizer* column, const std::string& target);
    void showWay();
    bool read();
    bool readServer();
    void tryIt(bool take);
    void leave();
    wxRadioButton *file_ = nullptr, *server_ = nullptr;
    ui::Form *fileForm_ = nullptr, *serverForm_ = nullptr;
    wxCheckBox* create_ = nullptr;
    SentenceLine* told_ = nullptr;
    wxButton *test_ = nullptr, *open_ = nullptr;
    Opening opening_;
    std::unique_ptr<ui::Task> task_;
};

} // namespace yanxun::desktop
