#pragma once
#include <yanxun/ui/theme.h>

namespace yanxun::desktop {

/// Room for a sentence that comes and goes: «连接成功», or what is wrong and what to do. Its lines break.
class SentenceLine final : public wxPanel {
public:
    explicit SentenceLine(wxWindow* parent);
    /// "" takes it away. Lays out the window above.
    void set(const std::string& sentence, Tone tone);
    const std::string& sentence() const { return sentence_; }

private:
    std::string sentence_;
};

} // namespace yanxun::desktop
