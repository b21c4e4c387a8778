#ifndef CROSSFOOT_PCRE2_SHIM_H
#define CROSSFOOT_PCRE2_SHIM_H
/* The width must be set before the header is read: a compiler flag of a target does not reach a module map. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
