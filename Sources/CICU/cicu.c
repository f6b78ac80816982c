#include "cicu.h"

#include <pthread.h>
#include <unicode/ubrk.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

void cicu_versions(char *compiled, char *running) {
  strncpy(compiled, U_ICU_VERSION, U_MAX_VERSION_STRING_LENGTH - 1);
  compiled[U_MAX_VERSION_STRING_LENGTH - 1] = 0;
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, running);
}

int32_t cicu_width(uint32_t codePoint) {
  UChar32 c = (UChar32)codePoint;
  switch (u_charType(c)) {
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_FORMAT_CHAR:
  case U_CONTROL_CHAR:
    return 0;
  default:
    break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
  case U_EA_FULLWIDTH:
  case U_EA_WIDE:
    return 2;
  default:
    return 1;
  }
}

// To open an iterator costs more than to break many lines, so each thread keeps its own.
static pthread_key_t iterators;
static pthread_once_t prepared = PTHREAD_ONCE_INIT;
static int unprepared;

static void close_iterator(void *breaks) { ubrk_close((UBreakIterator *)breaks); }

static void prepare(void) { unprepared = pthread_key_create(&iterators, close_iterator); }

// The iterator of this thread; NULL where ICU failed.
static UBreakIterator *line_iterator(void) {
  if (pthread_once(&prepared, prepare) != 0 || unprepared) {
    return NULL;
  }
  UBreakIterator *breaks = (UBreakIterator *)pthread_getspecific(iterators);
  if (breaks) {
    return breaks;
  }
  UErrorCode status = U_ZERO_ERROR;
  breaks = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &status);
  if (U_FAILURE(status)) {
    return NULL;
  }
  if (pthread_setspecific(iterators, breaks) != 0) {
    ubrk_close(breaks);
    return NULL;
  }
  return breaks;
}

int32_t cicu_line_breaks(
    const uint16_t *text, int32_t length, int32_t *offsets, int32_t capacity) {
  UBreakIterator *breaks = line_iterator();
  if (!breaks) {
    return -1;
  }
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaks, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) {
    return -1;
  }
  int32_t count = 0;
  int32_t position = ubrk_first(breaks);
  while ((position = ubrk_next(breaks)) != UBRK_DONE) {
    int32_t rule = ubrk_getRuleStatus(breaks);
    int mandatory = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT;
    if (count < capacity) {
      offsets[count] = mandatory ? -position : position;
    }
    count++;
  }
  return count;
}
