#pragma once
#include <version> // __GLIBCXX__ and _LIBCPP_VERSION are unknown before some standard header
#include <yanxun/version.h>

/// The first half of the stamp that must be equal, as a string, in host and plugin: SDK major.minor, compiler
/// family, standard library, and what changes layouts. The second half (wx) comes from yanxun/ui/abi.h.
#if defined(__clang__)
#define YANXUN_COMPILER "clang"
#elif defined(__GNUC__)
#define YANXUN_COMPILER "gcc"
#elif defined(_MSC_VER)
#define YANXUN_COMPILER "msvc"
#endif
#if defined(_LIBCPP_VERSION)
#define YANXUN_STDLIB "libc++"
#elif defined(_GLIBCXX_DEBUG)
#define YANXUN_STDLIB "libstdc++ debug"
#elif defined(__GLIBCXX__)
#define YANXUN_STDLIB "libstdc++"
#elif defined(_ITERATOR_DEBUG_LEVEL) && _ITERATOR_DEBUG_LEVEL > 0
#define YANXUN_STDLIB "msvc debug"
#else
#define YANXUN_STDLIB "msvc"
#endif
#define YANXUN_ABI_CORE "yanxun-" YANXUN_SDK_MINOR " " YANXUN_COMPILER " " YANXUN_STDLIB
