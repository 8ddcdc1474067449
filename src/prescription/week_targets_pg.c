/* week_targets_pg.c: the intensities of a prescription in a week, worked out once for all persons who have it. */
#include "prescription/targets_pg.h"

#include "common/value_cache_pg.h"
#include "utils/builtins.h"

/* A prescription, and its targets in the weeks that were asked for. */
typedef struct known_prescription
{
	cached_value head;
	arena		arena;
	prescription rx;
	week_targets *weeks[MAX_WEEK + 1];
} known_prescription;

/* Where the reader is. */
typedef struct reader
{
	week_targets *list;
	arena	   *memory;
	int			place[4];
} reader;

static void
add_targets(reader *r, const component *c, const char *step, bool main, const target *targets)
{
	week_targets *list = r->list;

	for (const target *t = targets; t != NULL; t = t->next)
	{
		known_target *known;
		arena_mark	before = arena_place(r->memory);
		text_sink	text;

		if (list->n == list->capacity)
		{
			list->capacity = Max(list->capacity * 2, 4);
			list->targets = list->targets == NULL ? palloc(sizeof(known_target) * list->capacity)
												  : repalloc(list->targets, sizeof(known_target) * list->capacity);
		}
		known = &list->targets[list->n++];
		known->target = *t;
		known->target.next = NULL;
		known->component = c;
		memcpy(known->place, r->place, sizeof(known->place));
		known->main = main;
		known->step = CStringGetTextDatum(step);
		sink_init(&text, r->memory);
		print_targets(&text, &known->target);
		known->prescribed = PointerGetDatum(cstring_to_text_with_len(text.data, text.length));
		arena_rewind(r->memory, before);
	}
}

static void
add_clauses(reader *r, const component *c, const clauses *from)
{
	int			n = 0;

	add_targets(r, c, "main", true, from->targets);
	for (const timed_step *s = from->intervals; s != NULL; s = s->next)
	{
		char		step[32];

		snprintf(step, sizeof(step), "interval %d", ++n);
		add_targets(r, c, step, false, s->targets);
	}
	add_targets(r, c, "warm-up", false, from->warm_up.targets);
	add_targets(r, c, "cool-down", false, from->cool_down.targets);
}

static void
add_unit(reader *r, const unit *u)
{
	r->place[3] = 0;
	if (u->is_session)
		add_clauses(r, NULL, &u->shared);
	for (const component *c = u->components; c != NULL; c = c->next)
	{
		r->place[3]++;
		add_clauses(r, c, &c->clauses);
	}
}

/* In the current memory context and the arena. */
static week_targets *
read_week_targets(const prescription *rx, int week, arena *memory)
{
	reader		r = {.list = palloc0(sizeof(week_targets)), .memory = memory};
	status		st;

	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		block		at;

		r.place[0]++;
		r.place[1] = 0;
		if (block_days(b, week) == 0)
			continue;
		if (!block_at_week(b, week, &at, memory, &st))
			exonc_raise(&st);
		for (const part *p = at.parts; p != NULL; p = p->next)
		{
			r.place[1]++;
			r.place[2] = 0;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				r.place[2]++;
				add_unit(&r, u);
			}
		}
	}
	return r.list;
}

const week_targets *
get_week_targets(value_cache *cache, struct varlena *datum, int week, arena *memory)
{
	int			length;
	const char *text = prescription_text(datum, &length);
	bool		worth_keeping;
	known_prescription *known;
	MemoryContext before;
	status		st;

	if (!check_week(week, &st))
		exonc_raise(&st);
	known = value_cache_find(cache, text, length, &worth_keeping);
	if (known == NULL && !worth_keeping)
	{
		prescription rx;

		prescription_read(datum, &rx, memory);
		return read_week_targets(&rx, week, memory);
	}
	if (known != NULL && known->weeks[week] != NULL)
		return known->weeks[week];

	before = MemoryContextSwitchTo(cache->memory);
	if (known == NULL)
	{
		known = value_cache_new(cache, text, length, sizeof(known_prescription));
		arena_init(&known->arena, NULL, 0, call_allocate);
		if (!prescription_parse(known->head.bytes, length, &known->rx, &known->arena, &st))
			exonc_raise(&st);
		value_cache_keep(cache, known);
	}
	known->weeks[week] = read_week_targets(&known->rx, week, &known->arena);
	MemoryContextSwitchTo(before);
	return known->weeks[week];
}
