/*
 * compat.h: every difference between the supported PostgreSQL versions (15, 17,
 * 18) that exonc meets, and nothing else.
 */
#ifndef EXONC_COMPAT_H
#define EXONC_COMPAT_H

#include "postgres.h"

#include "fmgr.h"
#include "nodes/nodes.h"

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

/*
 * Calls an input function and lets it save a soft error; false if it did. Before
 * 16 it can only raise.
 */
static inline bool
input_function_call_safe(PGFunction input, char *text, Node *escontext, Datum *result)
{
#if PG_VERSION_NUM >= 160000
	return DirectInputFunctionCallSafe(input, text, InvalidOid, -1, escontext, result);
#else
	*result = DirectFunctionCall3(input, CStringGetDatum(text), ObjectIdGetDatum(InvalidOid),
								  Int32GetDatum(-1));
	return true;
#endif
}

/* make_range() took an error context with 16. */
#if PG_VERSION_NUM >= 160000
#define make_range_or_raise(type, lower, upper) make_range(type, lower, upper, false, NULL)
#else
#define make_range_or_raise(type, lower, upper) make_range(type, lower, upper, false)
#endif

/* From 18 on the library tells its name and version to pg_get_loaded_modules(). */
#if PG_VERSION_NUM >= 180000
#define EXONC_MODULE_MAGIC PG_MODULE_MAGIC_EXT(.name = "exonc", .version = EXONC_VERSION)
#else
#define EXONC_MODULE_MAGIC PG_MODULE_MAGIC
#endif

#endif
