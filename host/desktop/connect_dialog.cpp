#include "desktop/connect_dialog.h"

#include "desktop/database_name.h"
#include "desktop/dialog_frame.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/utils.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kWidth = 560;
constexpr auto kTimeout = "connect_timeout=5"; // seconds; somebody is looking

struct ServerParts {
    std::string host, port, name, user;
};

/// postgresql://user@host:port/name → its parts; what is missing stays "".
ServerParts partsOf(const std::string& target) {
    ServerParts parts;
    if (!isServer(target)) return parts;
    std::string rest = target.substr(target.find("://") + 3);
    rest = rest.substr(0, rest.find('?'));
    if (const std::size_t slash = rest.find('/'); slash != std::string::npos) {
        parts.name = rest.substr(slash + 1);
        rest.resize(slash);
    }
    if (const std::size_t at = rest.rfind('@'); at != std::string::npos) {
        parts.user = rest.substr(0, at);
        rest.erase(0, at + 1);
    }
    const std::size_t colon = rest.rfind(':');
    parts.port = colon == std::string::npos ? "" : rest.substr(colon + 1);
    parts.host = rest.substr(0, colon);
    return parts;
}

/// For a part of the address.
std::string percentEncoded(const std::string& text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '-' || c == '_' || c == '.') {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

} // namespace

ConnectDialog::ConnectDialog(wxWindow* parent, const host::Places& places, const std::string& target,
                             const std::string& sentence)
    : wxDialog(parent, wxID_ANY, wx(tr("打开数据库")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
    SetName("connect");
    auto* const column = new wxBoxSizer(wxVERTICAL);
    file_ = new wxRadioButton(this, wxID_ANY, wx(tr("本机的数据库文件")), wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
    file_->SetName("connect.file");
    server_ = new wxRadioButton(this, wxID_ANY, wx(tr("PostgreSQL 服务器（多人共用）")));
    server_->SetName("connect.server");
    auto* const ways = new wxBoxSizer(wxHORIZONTAL);
    ways->Add(file_, 0, wxRIGHT, FromDIP(space::xl));
    ways->Add(server_);
    column->Add(ways, 0, wxBOTTOM, FromDIP(space::m));
    makeFile(column, isServer(target) ? places.database().string() : target);
    makeServer(column, target);
    create_ = new wxCheckBox(this, wxID_ANY, wx(tr("那里还没有数据时，新建数据库")));
    create_->SetName("connect.create");
    column->Add(create_, 0, wxBOTTOM, FromDIP(space::s));
    told_ = new SentenceLine(this);
    told_->SetName("connect.told");
    column->Add(told_, 0, wxEXPAND);
    const DialogButtons buttons = dialogButtons(this, tr("打开"));
    open_ = buttons.ok;
    test_ = button(this, tr("测试连接"));
    test_->SetName("connect.test");
    buttons.sizer->Insert(0, test_);
    server_->SetValue(isServer(target));
    file_->SetValue(!isServer(target));
    layOutDialog(this, column, buttons.sizer, {kWidth, -1});
    for (wxRadioButton* radio : {file_, server_}) radio->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { showWay(); });
    test_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { tryIt(false); }); });
    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { tryIt(true); }); });
    showWay();
    if (!sentence.empty()) told_->set(sentence, Tone::bad);
}

void ConnectDialog::makeFile(wxSizer* column, const std::string& target) {
    fileForm_ = new Form(this);
    fileForm_->text("path", tr("文件"), true)->SetMinSize(FromDIP(wxSize(360, 32)));
    fileForm_->set("path", target);
    wxButton* const browse = button(fileForm_, tr("浏览…"), "folder");
    browse->SetName("connect.browse");
    fileForm_->custom({}, browse);
    browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] {
            const auto chosen = openFile(this, tr("选择数据库文件"), tr("演训宣数据库 (*.db)|*.db"));
            if (chosen) fileForm_->set("path", chosen->string());
        });
    });
    column->Add(fileForm_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
}

void ConnectDialog::makeServer(wxSizer* column, const std::string& target) {
    const ServerParts parts = partsOf(target);
    serverForm_ = new Form(this);
    serverForm_->text("host", tr("服务器地址"), true);
    serverForm_->number("port", tr("端口"), true);
    serverForm_->text("name", tr("数据库名"), true);
    serverForm_->text("user", tr("用户"), true);
    auto* const password = new wxTextCtrl(serverForm_, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                          wxTE_PASSWORD);
    password->SetName("password");
    password->SetMinSize(FromDIP(wxSize(-1, 32)));
    password->SetToolTip(wx(tr("只用于这次运行，不会保存。不填时用 PGPASSFILE 指定的文件。")));
    setAccessible(password, tr("密码"));
    serverForm_->custom(tr("密码"), password);
    serverForm_->set("host", parts.host);
    serverForm_->set("port", parts.port.empty() ? "5432" : parts.port);
    serverForm_->set("name", parts.name.empty() ? "yanxun" : parts.name);
    serverForm_->set("user", parts.user);
    column->Add(serverForm_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
}

void ConnectDialog::showWay() {
    fileForm_->Show(file_->GetValue());
    serverForm_->Show(server_->GetValue());
    told_->set({}, Tone::neutral);
    GetSizer()->SetSizeHints(this);
    Fit();
}

bool ConnectDialog::read() {
    if (server_->GetValue() && !readServer()) return false;
    if (file_->GetValue()) {
        if (!fileForm_->validate()) return false;
        opening_.target = fileForm_->get("path");
    }
    opening_.create = create_->GetValue();
    return true;
}

bool ConnectDialog::readServer() {
    if (!serverForm_->validate()) return false;
    opening_.target = "postgresql://" + percentEncoded(serverForm_->get("user")) + "@" + serverForm_->get("host") + ":" +
                      serverForm_->get("port") + "/" + percentEncoded(serverForm_->get("name"));
    const auto* const password = static_cast<wxTextCtrl*>(wxWindow::FindWindowByName("password", serverForm_));
    if (!password->IsEmpty()) wxSetEnv("PGPASSWORD", password->GetValue());
    return true;
}

void ConnectDialog::tryIt(bool take) {
    if (!read()) return;
    const bool server = isServer(opening_.target);
    const bool missing = !server && !std::filesystem::exists(opening_.target);
    if (missing && opening_.create) {
        if (take) return leave();
        return told_->set(tr("这个文件还不存在，打开时会新建。"), Tone::good);
    }
    told_->set(tr("正在连接……"), Tone::neutral);
    open_->Disable();
    test_->Disable();
    const auto empty = std::make_shared<bool>(false);
    const std::string target = server ? opening_.target + "?" + kTimeout : opening_.target;
    task_ = std::make_unique<ui::Task>(
        [target, empty](Progress&) {
            const SystemClock clock;
            *empty = Database::open(target, clock)->schemaVersion("host") == 0;
        },
        [this, take, empty](std::exception_ptr error) {
            open_->Enable();
            test_->Enable();
            try {
                if (error) std::rethrow_exception(error);
            } catch (const Error& wrong) {
                return told_->set(wrong.what(), Tone::bad);
            }
            if (*empty && !opening_.create) {
                return told_->set(tr("连接成功，但那里还没有演训宣的数据。要在那里新建数据库，请勾选“新建数据库”。"), Tone::warning);
            }
            if (take) return leave();
            told_->set(tr("连接成功。"), Tone::good);
        });
}

void ConnectDialog::leave() {
    if (IsModal()) EndModal(wxID_OK);
}

} // namespace yanxun::desktop
