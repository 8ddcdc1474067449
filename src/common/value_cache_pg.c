/* value_cache_pg.c: see value_cache_pg.h. */
#include "common/value_cache_pg.h"

#include "common/hashfn.h"
#include "utils/memutils.h"

value_cache *
value_cache_create(MemoryContext memory)
{
	value_cache *cache = MemoryContextAllocZero(memory, sizeof(value_cache));

	cache->memory = AllocSetContextCreate(memory, "exonc values", ALLOCSET_DEFAULT_SIZES);
	return cache;
}

static void
empty_if_full(value_cache *cache)
{
	if (cache->n < VALUE_CACHE_ENTRIES && MemoryContextMemAllocated(cache->memory, true) < VALUE_CACHE_MEMORY)
		return;
	MemoryContextReset(cache->memory);
	memset(cache->entries, 0, sizeof(cache->entries));
	cache->latest = NULL;
	cache->n = 0;
}

static bool
is_value(const cached_value *entry, const char *bytes, int length)
{
	return entry->length == length && memcmp(entry->bytes, bytes, length) == 0;
}

/* The place of a value: that of its entry, or a free one. */
static cached_value **
place_of(value_cache *cache, uint32 hash, const char *bytes, int length)
{
	uint32		at = hash % lengthof(cache->entries);

	while (cache->entries[at] != NULL)
	{
		if (cache->entries[at]->hash == hash && is_value(cache->entries[at], bytes, length))
			break;
		at = (at + 1) % lengthof(cache->entries);
	}
	return &cache->entries[at];
}

void *
value_cache_find(value_cache *cache, const char *bytes, int length, bool *worth_keeping)
{
	uint32		hash;
	uint32	   *seen;

	*worth_keeping = false;
	if (length > VALUE_CACHE_LONGEST)
		return NULL;
	empty_if_full(cache);
	if (cache->latest != NULL && is_value(cache->latest, bytes, length))
		return cache->latest;
	hash = hash_bytes((const unsigned char *) bytes, length);
	if (cache->n > 0)
	{
		cached_value *entry = *place_of(cache, hash, bytes, length);

		if (entry != NULL)
			return cache->latest = entry;
	}
	seen = &cache->seen[hash / lengthof(cache->entries) % lengthof(cache->seen)];
	*worth_keeping = *seen == hash;
	*seen = hash;
	return NULL;
}

void *
value_cache_new(value_cache *cache, const char *bytes, int length, Size size)
{
	cached_value *entry = MemoryContextAllocZero(cache->memory, size);

	entry->hash = hash_bytes((const unsigned char *) bytes, length);
	entry->length = length;
	entry->bytes = MemoryContextAlloc(cache->memory, length);
	memcpy(entry->bytes, bytes, length);
	return entry;
}

void
value_cache_keep(value_cache *cache, void *entry)
{
	cached_value *value = entry;

	*place_of(cache, value->hash, value->bytes, value->length) = value;
	cache->n++;
}
