#pragma once
#include <exception>
#include <functional>
#include <span>
#include <string_view>

struct XML_ParserStruct;

namespace yanxun::table {

/// Fills the span, 0 at the end.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

// Names are asked for several times in every cell of a sheet and are of one letter: calls into the C library would cost more
// than the looking.

/// A name without its prefix.
inline std::string_view localName(const char* written) {
    const char* begin = written;
    const char* at = written;
    for (; *at; ++at) {
        if (*at == ':') begin = at + 1;
    }
    return {begin, std::size_t(at - begin)};
}

/// True when `written` is `name` or «prefix:name».
inline bool isNamed(const char* written, std::string_view name) {
    const std::string_view local = localName(written);
    if (local.size() != name.size()) return false;
    std::size_t same = 0;
    while (same < name.size() && local[same] == name[same]) ++same;
    return same == name.size();
}

/// The attributes of the element being opened; valid during the call only.
class XmlAttributes {
public:
    /// Name and value in turn up to a null, as expat gives them.
    explicit XmlAttributes(const char* const* pairs) : first_(pairs), step_(2) {
        while (pairs[count_ * step_]) ++count_;
    }
    /// Local name, prefix, namespace, value and its end in turn, as libxml2 gives them.
    XmlAttributes(const char* const* fives, std::size_t count) : first_(fives), step_(5), count_(count) {}
    /// By local name: «id» finds r:id too. Empty when there is none.
    std::string_view get(std::string_view name) const {
        const char* const* found = find(name);
        return found ? valueOf(found) : std::string_view();
    }
    bool has(std::string_view name) const { return find(name); }
    /// All of them, in order.
    void each(const std::function<void(std::string_view name, std::string_view value)>& use) const;

private:
    std::string_view valueOf(const char* const* attribute) const {
        if (step_ == 2) return attribute[1];
        return {attribute[3], std::size_t(attribute[4] - attribute[3])};
    }
    const char* const* find(std::string_view name) const {
        for (std::size_t i = 0; i < count_; ++i) {
            if (isNamed(first_[i * step_], name)) return first_ + i * step_;
        }
        return nullptr;
    }
    const char* const* first_;
    std::size_t step_, count_ = 0;
};

/// Streams an XML text. Refuses document types (and with them every entity bomb), nesting beyond 256 levels and tokens
/// beyond 10 MB; memory does not grow with the text. Names come without their prefix.
class XmlParser {
public:
    /// By expat. `encoding` null = as the declaration says. Throws Error with a sentence, and what `read` and the handlers
    /// throw.
    void parse(const ReadBytes& read, const char* encoding = nullptr);
    /// The same by libxml2, which takes two thirds of expat's time but does not tell where an event stands.
    void parseQuickly(const ReadBytes& read);
    virtual ~XmlParser() = default;

protected:
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// What to say of a text that is no XML.
    [[noreturn]] virtual void broken(unsigned long line);
    /// Ends parsing without an error.
    void stop() { stopped_ = true; }
    int depth() const { return depth_; }
    /// Where the event being handled begins and how long it is, in bytes of the text; in parse() only.
    std::int64_t eventOffset() const;
    std::int64_t eventSize() const;

private:
    friend struct ExpatCalls;
    friend struct LibxmlCalls;
    void begin();
    // What the libraries report, each true while there is more to hear. They are C, nothing may fly through them: exceptions
    // wait in `thrown_`.
    bool opened(std::string_view name, const XmlAttributes& attributes);
    bool closed(std::string_view name);
    bool said(std::string_view piece);
    bool declaredType();
    template <class Work>
    bool guarded(Work&& work) {
        if (thrown_ || stopped_) return false;
        try {
            work();
        } catch (...) {
            thrown_ = std::current_exception();
        }
        return !thrown_ && !stopped_;
    }

    XML_ParserStruct* expat_ = nullptr;
    std::exception_ptr thrown_;
    int depth_ = 0;
    bool stopped_ = false;
};

} // namespace yanxun::table
