#pragma once
#include <exception>
#include <functional>
#include <span>
#include <string_view>

struct XML_ParserStruct;

namespace yanxun::table {

/// The attributes of the element being opened; valid during the call only.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// By local name: «id» finds r:id too. Empty when there is none.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;
    /// All of them, in order.
    void each(const std::function<void(std::string_view name, std::string_view value)>& use) const;

private:
    const char** pairs_;
};

/// Streams an XML text. Refuses document types (and with them every entity bomb), nesting beyond 256 levels and tokens
/// beyond 4 MiB; memory does not grow with the text. Names come without their prefix.
class XmlParser {
public:
    /// `read` fills the span and returns 0 at the end. `encoding` null = as the declaration says.
    /// Throws Error with a sentence, and what the handlers throw.
    void parse(const std::function<std::size_t(std::span<char>)>& read, const char* encoding = nullptr);
    virtual ~XmlParser() = default;

protected:
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// What to say of a text that is no XML.
    [[noreturn]] virtual void broken(unsigned long line);
    /// Ends parse() without an error.
    void stop();
    bool stopped() const { return stopped_; }
    int depth() const { return depth_; }
    /// Where the event being handled begins and how long it is, in bytes of the text.
    std::int64_t eventOffset() const;
    std::int64_t eventSize() const;

private:
    friend struct XmlCallbacks;
    XML_ParserStruct* parser_ = nullptr;
    std::exception_ptr thrown_; // expat is C: nothing may fly through it
    int depth_ = 0;
    bool stopped_ = false;
};

} // namespace yanxun::table
