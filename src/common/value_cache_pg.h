/*
 * value_cache_pg.h: what a call site has worked out for values that come again.
 *
 * Rows of a query often hold one of a few values that are dear to read. A cache
 * knows values by their bytes, keeps what was made of them in memory of its own,
 * and is bounded: once it is full it begins anew. A value is kept when it comes
 * for the second time, so a query in which all values differ pays for a hash
 * and no more.
 */
#ifndef EXONC_VALUE_CACHE_PG_H
#define EXONC_VALUE_CACHE_PG_H

#include "postgres.h"

/* Limits: of entries, of their memory, of the bytes of a value. */
#define VALUE_CACHE_ENTRIES 256
#define VALUE_CACHE_MEMORY	((Size) 16 * 1024 * 1024)
#define VALUE_CACHE_LONGEST 4096

/* The first member of an entry. */
typedef struct cached_value
{
	uint32		hash;
	int			length;
	char	   *bytes;
} cached_value;

typedef struct value_cache
{
	MemoryContext memory;
	int			n;
	cached_value *latest; /* found; the next value is often the same */
	cached_value *entries[2 * VALUE_CACHE_ENTRIES]; /* by hash, the next free place */
	uint32		seen[4 * VALUE_CACHE_ENTRIES];		/* hashes that came once */
} value_cache;

/* memory: the context whose life the cache shares. */
extern value_cache *value_cache_create(MemoryContext memory);

/*
 * The entry of a value, or NULL. *worth_keeping: there is none, and the value has
 * come before. May empty the cache, so what an earlier call returned is gone.
 */
extern void *value_cache_find(value_cache *cache, const char *bytes, int length, bool *worth_keeping);

/*
 * A new entry of this size for a value, zeroed behind its head. It is found only
 * after value_cache_keep(), so that an error on the way leaves none half made.
 */
extern void *value_cache_new(value_cache *cache, const char *bytes, int length, Size size);
extern void value_cache_keep(value_cache *cache, void *entry);

#endif
