/*
 * compat.h: every difference between the supported PostgreSQL versions (15, 17,
 * 18) that exonc meets, and nothing else.
 */
#ifndef EXONC_COMPAT_H
#define EXONC_COMPAT_H

#include "postgres.h"

#include "fmgr.h"

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/*
 * Soft errors came with 16. Before that an input function can only raise, so
 * the context is ignored.
 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#else
#define errsave(context, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
	} while (0)
#define ereturn(context, dummy_value, ...) \
	do { \
		errsave(context, __VA_ARGS__); \
		return dummy_value; \
	} while (0)
#endif

/* From 16 on make_range() can fail softly, which needs a context. */
#if PG_VERSION_NUM >= 160000
#define EXONC_MAKE_RANGE(type, lower, upper) make_range((type), (lower), (upper), false, NULL)
#else
#define EXONC_MAKE_RANGE(type, lower, upper) make_range((type), (lower), (upper), false)
#endif

/* From 18 on the library tells its name and version to pg_get_loaded_modules(). */
#if PG_VERSION_NUM >= 180000
#define EXONC_MODULE_MAGIC PG_MODULE_MAGIC_EXT(.name = "exonc", .version = EXONC_VERSION)
#else
#define EXONC_MODULE_MAGIC PG_MODULE_MAGIC
#endif

#endif
