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

// The version that was compiled against and the one that runs: numbers such as 20914.
static inline const char *tongbao_xml_compiled(void) { return LIBXML_VERSION_STRING; }
static inline const char *tongbao_xml_running(void) { return xmlParserVersion; }

#endif
