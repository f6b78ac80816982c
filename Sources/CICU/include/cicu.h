// The two things of ICU that Swift's library lacks: East Asian widths and UAX #14 line breaks.
// No ICU type appears here, so that ICU's headers never meet those inside Foundation.
#ifndef TONGBAO_CICU_H
#define TONGBAO_CICU_H

#include <stdint.h>

/// East Asian width class of a code point: 2 for wide and full-width, 1 for all others,
/// 0 for combining marks, format characters and controls.
int32_t cicu_width(uint32_t codePoint);

/// Writes the UAX #14 line break opportunities of a UTF-16 text in strict Chinese style.
/// Offsets are in UTF-16 units, ascending; the end of the text is the last one.
/// A mandatory break is written as the negative of its offset.
/// Returns the number of opportunities, also when it exceeds `capacity`; -1 where ICU failed.
int32_t cicu_line_breaks(
    const uint16_t *text, int32_t length, int32_t *offsets, int32_t capacity);

/// The version of ICU that was compiled against, and that of the one that runs, such as "72.1".
/// Writes at most 20 bytes, the NUL included.
void cicu_versions(char *compiled, char *running);

#endif
