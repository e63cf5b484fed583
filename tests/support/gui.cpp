#include "gui.h"

#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/clipbrd.h>
#include <wx/evtloop.h>
#include <wx/uiaction.h>

#include <cstdlib>
#include <filesystem>

namespace yanxun::testing {

namespace {

using Time = std::chrono::steady_clock;

wxWindow* findBelow(const wxString& name, wxWindow* root) {
    if (root->GetName() == name) return root;
    for (wxWindow* child : root->GetChildren())
        if (wxWindow* const found = findBelow(name, child)) return found;
    return nullptr;
}

bool isPart(GtkWidget* widget, GtkWidget* whole) {
    return widget == whole || gtk_widget_is_ancestor(widget, whole);
}

GdkPixbuf* screen(const wxRect& area) {
    return gdk_pixbuf_get_from_window(gdk_get_default_root_window(), area.x, area.y, area.width, area.height);
}

} // namespace

bool waitFor(const std::function<bool()>& right, std::chrono::milliseconds longest) {
    const auto end = Time::now() + longest;
    while (true) {
        wxEventLoopBase::GetActive()->DispatchTimeout(5);
        wxTheApp->ProcessPendingEvents();
        wxTheApp->ProcessIdle();
        if (right()) return true;
        if (Time::now() > end) return false;
    }
}

void settle(std::chrono::milliseconds time) {
    const auto end = Time::now() + time;
    waitFor([end] { return Time::now() > end; }, time + std::chrono::seconds(5));
}

wxWindow* find(const std::string& name, wxWindow* root) {
    if (root) return findBelow(ui::wx(name), root);
    for (wxWindow* top : wxTopLevelWindows)
        if (wxWindow* const found = findBelow(ui::wx(name), top)) return found;
    return nullptr;
}

void click(wxWindow* window) {
    const wxSize size = window->GetSize();
    click(window, {size.x / 2, size.y / 2});
}

void click(wxWindow* window, wxPoint at) {
    wxUIActionSimulator mouse;
    mouse.MouseMove(window->ClientToScreen(at));
    settle(std::chrono::milliseconds(30));
    mouse.MouseClick();
    settle(std::chrono::milliseconds(30));
}

void doubleClick(wxWindow* window, wxPoint at) {
    wxUIActionSimulator mouse;
    mouse.MouseMove(window->ClientToScreen(at));
    settle(std::chrono::milliseconds(30));
    mouse.MouseDblClick();
    settle(std::chrono::milliseconds(30));
}

void press(int key, int modifiers) {
    wxUIActionSimulator().Char(key, modifiers);
    settle(std::chrono::milliseconds(30));
}

void type(const std::string& text) {
    const wxString wide = ui::wx(text);
    if (wide.IsAscii()) {
        wxUIActionSimulator().Text(text.c_str());
        return settle(std::chrono::milliseconds(30));
    }
    {
        const wxClipboardLocker lock;
        wxTheClipboard->SetData(new wxTextDataObject(wide));
    }
    press('V', wxMOD_CONTROL);
}

bool hasFocus(wxWindow* window) {
    wxWindow* const top = wxGetTopLevelParent(window);
    GtkWidget* const focus = gtk_window_get_focus(GTK_WINDOW(top->GetHandle()));
    return focus && isPart(focus, window->GetHandle());
}

std::string accessibleName(wxWindow* window) {
    const char* const name = atk_object_get_name(gtk_widget_get_accessible(window->GetHandle()));
    return name ? name : "";
}

std::string accessibleCell(wxDataViewCtrl* list, int row, int column) {
    AtkObject* const table = gtk_widget_get_accessible(list->GtkGetTreeView());
    AtkObject* const cell = atk_table_ref_at(ATK_TABLE(table), row, column);
    if (!cell) return {};
    const char* const name = atk_object_get_name(cell);
    const std::string read = name ? name : "";
    g_object_unref(cell);
    return read;
}

std::vector<std::string> heardOfCell(wxDataViewCtrl* list, int row, int column, const std::function<void()>& change) {
    AtkObject* const table = gtk_widget_get_accessible(list->GtkGetTreeView());
    AtkObject* const cell = atk_table_ref_at(ATK_TABLE(table), row, column);
    EXPECT_TRUE(cell);
    if (!cell) return {};
    std::vector<std::string> heard;
    const auto told = +[](AtkObject* changed, gint, gint, gpointer into) {
        const char* const name = atk_object_get_name(changed);
        static_cast<std::vector<std::string>*>(into)->push_back(name ? name : "");
    };
    const gulong handler = g_signal_connect(cell, "text-changed::insert", G_CALLBACK(told), &heard);
    change();
    g_signal_handler_disconnect(cell, handler);
    g_object_unref(cell);
    return heard;
}

void shoot(const std::string& name, wxWindow* window) {
    const char* const folder = std::getenv("YANXUN_SHOTS");
    if (!folder || !*folder) return;
    settle(std::chrono::milliseconds(200));
    std::filesystem::create_directories(folder);
    const wxRect area = window ? window->GetScreenRect()
                               : wxRect(0, 0, gdk_window_get_width(gdk_get_default_root_window()),
                                        gdk_window_get_height(gdk_get_default_root_window()));
    GdkPixbuf* const picture = screen(area);
    ASSERT_TRUE(picture);
    const std::string path = (std::filesystem::path(folder) / (name + ".png")).string();
    EXPECT_TRUE(gdk_pixbuf_save(picture, path.c_str(), "png", nullptr, nullptr)) << path;
    g_object_unref(picture);
}

wxColour pixel(wxWindow* window, wxPoint at) {
    GdkPixbuf* const picture = screen(wxRect(window->ClientToScreen(at), wxSize(1, 1)));
    if (!picture) return {};
    const guchar* const bytes = gdk_pixbuf_get_pixels(picture);
    const wxColour colour(bytes[0], bytes[1], bytes[2]);
    g_object_unref(picture);
    return colour;
}

ShownFrame::ShownFrame(wxSize dip, const std::string& title)
    : frame_(new wxFrame(nullptr, wxID_ANY, ui::wx(title), wxPoint(0, 0))) {
    ui::palette(); // the theme before the first window is seen
    frame_->SetClientSize(frame_->FromDIP(dip));
}

void ShownFrame::show(wxWindow* page) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(page, 1, wxEXPAND);
    frame_->SetSizer(sizer);
    frame_->Show();
    frame_->Raise();
    frame_->Layout();
    ASSERT_TRUE(waitFor([this] { return frame_->IsShownOnScreen() && gtk_widget_get_mapped(frame_->GetHandle()); }));
    waitFor([this] { return frame_->IsActive(); }, std::chrono::seconds(2));
    settle();
}

ShownFrame::~ShownFrame() {
    frame_->Destroy();
    settle(std::chrono::milliseconds(30));
}

Answers::Answers() { Register(); }

Answers::~Answers() {
    Unregister();
    EXPECT_TRUE(answers_.empty()) << "a dialog that was expected did not come";
}

Answers& Answers::then(int answer, std::function<void(wxDialog*)> look) {
    answers_.push({answer, std::move(look)});
    return *this;
}

int Answers::Enter(wxDialog* dialog) {
    if (answers_.empty()) {
        ADD_FAILURE() << "unexpected dialog: " << dialog->GetTitle().utf8_str();
        return wxID_CANCEL;
    }
    const Answer next = std::move(answers_.front());
    answers_.pop();
    ++given_;
    if (next.look) next.look(dialog);
    return next.id;
}

namespace {

class TestApp final : public wxApp {
public:
    bool OnInit() override {
        wxInitAllImageHandlers();
        SetExitOnFrameDelete(false);
        GtkSettings* const settings = gtk_settings_get_default();
        g_object_set(settings, "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, nullptr);
        return true;
    }

    int OnRun() override {
        wxGUIEventLoop loop;
        const wxEventLoopActivator active(&loop);
        return RUN_ALL_TESTS();
    }

    void OnAssertFailure(const wxChar* file, int line, const wxChar*, const wxChar* condition,
                         const wxChar* message) override {
        ADD_FAILURE_AT(wxString(file).utf8_str(), line) << wxString(condition).utf8_str() << " "
                                                        << wxString(message).utf8_str();
    }
};

} // namespace

} // namespace yanxun::testing

int main(int argc, char** argv) {
    yanxun::ui::prepareLocale();
    ::testing::InitGoogleTest(&argc, argv);
    wxApp::SetInstance(new yanxun::testing::TestApp);
    return wxEntry(argc, argv);
}
