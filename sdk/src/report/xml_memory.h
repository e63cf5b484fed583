#pragma once
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>

namespace yanxun {

/// Owners of what the C library hands out.
template <class T, auto Free>
struct Freed {
    void operator()(T* value) const { Free(value); }
};
using XmlDocument = std::unique_ptr<xmlDoc, Freed<xmlDoc, xmlFreeDoc>>;

struct XmlTextFreed {
    void operator()(xmlChar* text) const { xmlFree(text); } // a variable of the library, not a function
};
using XmlText = std::unique_ptr<xmlChar, XmlTextFreed>;

} // namespace yanxun
