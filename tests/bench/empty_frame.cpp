// The least that wxWidgets can show: the peer of the desktop's start.
#include <wx/app.h>
#include <wx/frame.h>

namespace {

class EmptyApp final : public wxApp {
public:
    bool OnInit() override {
        auto* frame = new wxFrame(nullptr, wxID_ANY, "empty", wxDefaultPosition, wxSize(1200, 700));
        frame->Show();
        return true;
    }
};

} // namespace

wxIMPLEMENT_APP(EmptyApp);
