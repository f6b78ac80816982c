// libxml2 as Debian builds it pulls in ICU's headers, which clash with the ICU inside Foundation.
// Nothing here needs them: switch the option off before anything else of libxml2 is read.
#ifndef TONGBAO_CLIBXML2_SHIM_H
#define TONGBAO_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
