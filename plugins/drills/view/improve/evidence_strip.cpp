#include "view/improve/evidence_strip.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/filename.h>
#include <wx/mstream.h>
#include <wx/statbmp.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int kThumb = 64;                                ///< DIP
constexpr std::int64_t kLargestPicture = 20 * 1024 * 1024; ///< beyond it the tile shows an icon

void knowPictures() {
    if (!wxImage::FindHandler(wxBITMAP_TYPE_JPEG)) wxImage::AddHandler(new wxJPEGHandler);
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
}

/// Fits `image` into a square; empty when the content is no picture.
wxBitmap thumbnail(const yanxun::Blob& content, int side) {
    const wxLogNull quiet; // a broken picture gets an icon, not a message
    wxMemoryInputStream in(content.data(), content.size());
    wxImage image(in);
    if (!image.IsOk() || image.GetWidth() == 0 || image.GetHeight() == 0) return {};
    const double scale = double(side) / std::max(image.GetWidth(), image.GetHeight());
    image.Rescale(std::max(1, int(image.GetWidth() * scale)), std::max(1, int(image.GetHeight() * scale)), wxIMAGE_QUALITY_BILINEAR);
    return wxBitmap(image);
}

} // namespace

EvidenceStrip::EvidenceStrip(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.evidence");
    knowPictures();
    tiles_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL);
    tiles_->SetName("drills.evidence_tiles");
    tiles_->SetScrollRate(FromDIP(16), 0);
    tiles_->SetSizer(new wxBoxSizer(wxHORIZONTAL));
    tiles_->SetMinSize(FromDIP(wxSize(120, kThumb + 40)));
    said_ = cutLine(this);
    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto deed = [&](const char* name, const std::string& text, const char* icon, void (EvidenceStrip::*act)()) {
        wxButton* const made = button(this, text, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { guarded(this, [&] { (this->*act)(); }); });
        deeds->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
        return made;
    };
    add_ = deed("drills.evidence_add", tr("添加…"), "plus", &EvidenceStrip::add);
    open_ = deed("drills.evidence_open", tr("打开"), "report", &EvidenceStrip::open);
    save_ = deed("drills.evidence_save", tr("另存"), "export", &EvidenceStrip::save);
    remove_ = deed("drills.evidence_remove", tr("删除"), "trash", &EvidenceStrip::remove);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(tiles_, 0, wxEXPAND);
    all->Add(said_, 0, wxEXPAND);
    all->Add(deeds, 0, wxEXPAND);
    SetSizer(all);
    followTheme(this, [this] { mark(); });
}

void EvidenceStrip::show(EvidenceOwner owner, std::int64_t ownerId, std::int64_t drillId, bool mayChange) {
    owner_ = owner;
    ownerId_ = ownerId;
    drillId_ = drillId;
    mayChange_ = mayChange;
    reload();
}

void EvidenceStrip::reload() {
    std::string twice;
    context_.database.read([&](yanxun::Reader& reader) {
        all_ = evidence::of(reader, owner_, ownerId_);
        for (const Evidence& one : all_) {
            for (const SharedEvidence& shared : evidence::elsewhere(reader, one.sha256, drillId_)) {
                twice = tr("“{}”{}", one.name, evidence::sentenceOf(shared));
            }
        }
    });
    tiles_->GetSizer()->Clear(true);
    for (const Evidence& one : all_) tiles_->GetSizer()->Add(tile(one), 0, wxRIGHT, FromDIP(space::s));
    if (!twice.empty()) setLine(said_, twice);
    else setLine(said_, all_.empty() ? tr("还没有佐证。照片和文件都可以添加。") : tr("共 {} 件", all_.size()));
    choose(chosen() ? chosen_ : 0);
    tiles_->Show(!all_.empty());
    tiles_->FitInside();
    Layout();
}

wxWindow* EvidenceStrip::tile(const Evidence& one) {
    auto* const made = new wxPanel(tiles_);
    wxBitmap picture;
    if (one.isPicture() && one.size <= kLargestPicture) {
        try {
            context_.database.read([&](yanxun::Reader& reader) {
                picture = thumbnail(yanxun::fileContent(reader, one.sha256, kLargestPicture), FromDIP(kThumb));
            });
        } catch (const yanxun::Error&) {
            picture = {}; // missing or damaged content is told by «check» and when it is opened
        }
    }
    auto* const image = new wxStaticBitmap(made, wxID_ANY,
                                           picture.IsOk() ? wxBitmapBundle(picture) : icon("report", palette().muted, kThumb));
    auto* const name = cutLine(made);
    name->SetMinSize(FromDIP(wxSize(kThumb + 24, 18)));
    setLine(name, one.caption.empty() ? one.name : one.caption);
    setAccessible(made, one.name);
    for (wxWindow* part : {static_cast<wxWindow*>(made), static_cast<wxWindow*>(image), static_cast<wxWindow*>(name)}) {
        part->SetToolTip(wx(tr("{}\nSHA-256 {}", one.name, one.sha256)));
        part->Bind(wxEVT_LEFT_DOWN, [this, id = one.id](wxMouseEvent&) { choose(id); });
        part->Bind(wxEVT_LEFT_DCLICK, [this, id = one.id](wxMouseEvent&) {
            choose(id);
            guarded(this, [this] { open(); });
        });
    }
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(image, 0, wxALIGN_CENTRE_HORIZONTAL | wxALL, FromDIP(space::xs));
    column->Add(name, 0, wxEXPAND);
    made->SetSizer(column);
    return made;
}

void EvidenceStrip::choose(std::int64_t id) {
    chosen_ = id;
    if (id == 0 && all_.size() == 1) chosen_ = all_.front().id;
    mark();
    add_->Enable(mayChange_);
    remove_->Enable(mayChange_ && chosen());
    open_->Enable(chosen() != nullptr);
    save_->Enable(chosen() != nullptr);
}

void EvidenceStrip::mark() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        wxWindow* const window = tiles_->GetSizer()->GetItem(i)->GetWindow();
        window->SetBackgroundColour(all_[i].id == chosen_ ? palette().accentSoft : ground(this));
        window->Refresh();
    }
}

const Evidence* EvidenceStrip::chosen() const {
    for (const Evidence& one : all_) {
        if (one.id == chosen_) return &one;
    }
    return nullptr;
}

void EvidenceStrip::add() {
    if (const auto file = openFile(this, tr("添加佐证"), tr("照片和文件") + " (*.*)|*.*")) addFile(*file);
}

void EvidenceStrip::addFile(const std::filesystem::path& file) {
    evidence::Added added;
    context_.database.write([&](yanxun::Writer& writer) {
        Evidence what;
        what.owner = owner_;
        what.ownerId = ownerId_;
        what.drillId = drillId_;
        added = evidence::add(writer, what, file);
    });
    reload();
    if (!added.elsewhere.empty()) showMessage(this, evidence::sentenceOf(added.elsewhere.front()));
}

/// Into a folder of its own, so that what the viewer changes is not the evidence.
void EvidenceStrip::open() {
    const Evidence* const one = chosen();
    if (!one) return;
    const std::filesystem::path folder = std::filesystem::path(utf8(wxStandardPaths::Get().GetTempDir())) /
                                         ("yanxun-" + one->sha256.substr(0, 12));
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / std::filesystem::path(one->name).filename();
    context_.database.read([&](yanxun::Reader& reader) { yanxun::copyFile(reader, one->sha256, file); });
    if (!wxLaunchDefaultApplication(wx(file.string()))) {
        showMessage(this, tr("系统里没有能打开“{}”的程序。请先另存，再到别的电脑上打开。", one->name));
    }
}

void EvidenceStrip::save() {
    const Evidence* const shown = chosen();
    if (!shown) return;
    const Evidence one = *shown; // the strip may be read anew while the dialog is open
    const auto file = saveFile(this, tr("另存佐证"), tr("所有文件") + " (*.*)|*.*", one.name);
    if (file) context_.database.read([&](yanxun::Reader& reader) { yanxun::copyFile(reader, one.sha256, *file); });
}

void EvidenceStrip::remove() {
    const Evidence* const one = chosen();
    if (!one) return;
    const std::int64_t id = one->id; // the strip may be read anew while the dialog is open
    if (!confirm(this, tr("删除佐证“{}”？", one->name), tr("删除"))) return;
    context_.database.write([&](yanxun::Writer& writer) { evidence::remove(writer, id); });
    chosen_ = 0;
    reload();
}

} // namespace drills
