/* item_list: lists of items by name; see instrument.h. */
#include "assessment/instrument.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * One word of a list: a name, or a run of names with a common prefix and
 * numbers from first to last.
 */
typedef struct list_word
{
	char		prefix[ITEM_NAME];
	long		first;
	long		last;
	bool		is_run;
} list_word;

#define LARGEST_NUMBER 9999

/* Reads the next word; returns where the one after begins, or NULL at the end. */
static const char *
next_word(const char *list, list_word *word, bool *is_valid)
{
	size_t		length;
	size_t		digits_at;
	const char *dash;

	list += strspn(list, " ");
	length = strcspn(list, " ");
	if (length == 0)
		return NULL;
	dash = memchr(list, '-', length);
	word->is_run = dash != NULL;
	digits_at = word->is_run ? (size_t) (dash - list) : length;
	if (word->is_run)
		while (digits_at > 0 && isdigit((unsigned char) list[digits_at - 1]))
			digits_at--;
	*is_valid = digits_at < (word->is_run ? ITEM_NAME - 5 : ITEM_NAME);
	if (!*is_valid)
		return list + length;
	memcpy(word->prefix, list, digits_at);
	word->prefix[digits_at] = '\0';
	if (word->is_run)
	{
		char	   *end;

		word->first = strtol(list + digits_at, &end, 10);
		*is_valid = end == dash && end > list + digits_at;
		word->last = strtol(dash + 1, &end, 10);
		*is_valid = *is_valid && end == list + length && isdigit((unsigned char) dash[1]) &&
			word->first >= 0 && word->first <= word->last && word->last <= LARGEST_NUMBER;
	}
	else
		word->first = word->last = 0;
	return list + length;
}

static void
word_name(const list_word *word, long number, char *name)
{
	if (word->is_run)
		snprintf(name, ITEM_NAME, "%.*s%d", ITEM_NAME - 6, word->prefix, (int) (number % 10000));
	else
		snprintf(name, ITEM_NAME, "%s", word->prefix);
}

/* Where a name is, or would be, in the hash table of names. */
static int
name_place(const item_names *names, const char *name)
{
	uint32_t	hash = 2166136261u; /* FNV-1a */

	for (const char *c = name; *c != '\0'; c++)
		hash = (hash ^ (unsigned char) *c) * 16777619u;
	for (hash %= NAME_PLACES; names->place[hash] != 0; hash = (hash + 1) % NAME_PLACES)
		if (strcmp(names->name[names->place[hash] - 1], name) == 0)
			break;
	return (int) hash;
}

/* Index of the item with this name, or -1. */
static int
find_name(const item_names *names, const char *name)
{
	return names->place[name_place(names, name)] - 1;
}

static bool
add_group(const instrument_definition *def, int group, item_names *names, status *st)
{
	list_word	word;
	bool		is_valid;

	for (const char *at = def->groups[group].items;
		 (at = next_word(at, &word, &is_valid)) != NULL;)
	{
		if (!is_valid)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "items \"%.60s\" of instrument \"%s\" are not a list of names",
							   def->groups[group].items, def->code);
		for (long number = word.first; number <= word.last; number++)
		{
			char		name[ITEM_NAME];

			word_name(&word, number, name);
			if (names->n == MAX_ITEMS)
				return status_fail(st, FAULT_LIMIT_EXCEEDED,
								   "instrument \"%s\" has more than %d items", def->code,
								   MAX_ITEMS);
			if (find_name(names, name) >= 0)
				return status_fail(st, FAULT_INVALID_PARAMETER,
								   "instrument \"%s\" has item \"%s\" twice", def->code, name);
			memcpy(names->name[names->n], name, ITEM_NAME);
			names->group[names->n] = group;
			names->place[name_place(names, name)] = (int16_t) ++names->n;
		}
	}
	return true;
}

bool
item_names_fill(const instrument_definition *def, item_names *names, status *st)
{
	names->n = 0;
	memset(names->place, 0, sizeof(names->place));
	for (int g = 0; g < def->n_groups; g++)
		if (!add_group(def, g, names, st))
			return false;
	if (names->n == 0)
		return status_fail(st, FAULT_INVALID_PARAMETER, "instrument \"%s\" has no items",
						   def->code);
	return true;
}

/* One more index, unless it is there already or there is no room. */
static bool
add_index(const item_names *names, int16_t *indexes, int *n, int index, const char *of, status *st)
{
	for (int i = 0; i < *n; i++)
		if (indexes[i] == index)
			return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" names item %s twice", of,
							   names->name[index]);
	if (*n == MAX_MEMBERS)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "scale \"%s\" has more than %d items", of,
						   MAX_MEMBERS);
	indexes[(*n)++] = (int16_t) index;
	return true;
}

int
item_list(const item_names *names, const char *list, const char *of, int16_t *indexes, status *st)
{
	list_word	word;
	bool		is_valid;
	int			n = 0;

	if (list == NULL)
		return 0;
	for (const char *at = list; (at = next_word(at, &word, &is_valid)) != NULL;)
	{
		if (!is_valid)
		{
			status_fail(st, FAULT_INVALID_PARAMETER,
						"items \"%.60s\" of scale \"%s\" are not a list of names", list, of);
			return -1;
		}
		for (long number = word.first; number <= word.last; number++)
		{
			char		name[ITEM_NAME];
			int			index;

			word_name(&word, number, name);
			index = find_name(names, name);
			if (index < 0)
			{
				status_fail(st, FAULT_INVALID_PARAMETER,
							"scale \"%s\" names item %s, which is not defined", of, name);
				return -1;
			}
			if (!add_index(names, indexes, &n, index, of, st))
				return -1;
		}
	}
	return n;
}
