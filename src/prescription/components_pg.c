/* components_pg.c: the parts of a prescription as rows, and the differences between two. */
#include "prescription/prescription_pg.h"

#include "prescription/dose.h"
#include "prescription/vocabulary.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_blocks);
PG_FUNCTION_INFO_V1(exonc_components);
PG_FUNCTION_INFO_V1(exonc_differences);

static const char *const clause_labels[] = CLAUSE_LABELS;

static Datum
word_datum(const word *w, bool *isnull)
{
	*isnull = w->at == NULL;
	return *isnull ? (Datum) 0 : PointerGetDatum(cstring_to_text_with_len(w->at, w->length));
}

static Datum
range_datum(const quantity *q, bool *isnull)
{
	*isnull = q->kind == ABSENT || q->kind == NOT_REPORTED;
	return *isnull ? (Datum) 0 : whole_range((int) q->low, (int) q->high);
}

/* blocks(prescription): one row a block */
Datum
exonc_blocks(PG_FUNCTION_ARGS)
{
	enum
	{
		BLOCK,
		WEEK_RANGE,
		CYCLE_DAY_RANGE,
		CYCLE_LENGTH,
		CONDITION,
		PRESCRIBED,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	int			n = 0;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	for (block *b = rx.blocks; b != NULL;)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};
		block	   *next = b->next;
		prescription alone = {b};

		values[BLOCK] = Int32GetDatum(++n);
		values[WEEK_RANGE] = range_datum(&b->range, &nulls[WEEK_RANGE]);
		values[CYCLE_DAY_RANGE] = values[WEEK_RANGE];
		nulls[CYCLE_DAY_RANGE] = nulls[WEEK_RANGE] || b->selector != CYCLE_DAYS;
		nulls[WEEK_RANGE] |= b->selector != WEEKS;
		values[CYCLE_LENGTH] = Int32GetDatum(b->cycle_length);
		nulls[CYCLE_LENGTH] = b->selector != CYCLE_DAYS;
		values[CONDITION] = word_datum(&b->condition, &nulls[CONDITION]);
		b->next = NULL;
		values[PRESCRIBED] = prescription_datum(&alone, &memory.arena);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		b = next;
	}
	return (Datum) 0;
}

/* Where a component stands. */
typedef struct place
{
	int			block;
	int			part;
	int			alternative;
	int			component;
} place;

/* The clause of a component, or the one of its session that it shares. */
static const clauses *
holder(const unit *u, const component *c, clause_name name)
{
	if (has_clause(&c->clauses, name) || !u->is_session || !has_clause(&u->shared, name))
		return &c->clauses;
	return &u->shared;
}

static Datum
clause_datum(const unit *u, const component *c, clause_name name, arena *memory, bool *isnull)
{
	const clauses *from = holder(u, c, name);
	text_sink	out;

	*isnull = !has_clause(from, name);
	if (*isnull)
		return (Datum) 0;
	sink_init(&out, memory);
	print_clause(&out, from, name);
	return PointerGetDatum(cstring_to_text_with_len(out.data, out.length));
}

/* Names of the clauses in which something is not reported. */
static Datum
not_reported(const unit *u, const component *c, arena *memory)
{
	Datum		names[N_CLAUSES];
	int			n = 0;

	for (int name = 0; name < CLAUSE_NOTE; name++)
	{
		const clauses *from = holder(u, c, name);
		text_sink	out;

		if (!has_clause(from, name))
			continue;
		sink_init(&out, memory);
		print_clause(&out, from, name);
		if (strchr(out.data, '?') != NULL)
			names[n++] = CStringGetTextDatum(clause_labels[name]);
	}
	return PointerGetDatum(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static Datum
mode_names(const component *c, bool *isnull)
{
	Datum	   *names;
	int			n = 0;

	*isnull = c->modes == NULL;
	if (*isnull)
		return (Datum) 0;
	for (const mode *m = c->modes; m != NULL; m = m->next)
		n++;
	names = palloc(sizeof(Datum) * n);
	n = 0;
	for (const mode *m = c->modes; m != NULL; m = m->next)
		names[n++] = PointerGetDatum(cstring_to_text_with_len(m->name.at, m->name.length));
	return PointerGetDatum(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

enum
{
	C_BLOCK,
	C_PART,
	C_ALTERNATIVE,
	C_COMPONENT,
	C_IN_SESSION,
	C_MODALITY,
	C_MODES,
	C_FREQUENCY,
	C_MINUTES,
	C_SETS,
	C_REPETITIONS,
	C_EXERCISES,
	C_FIRST_TEXT,
	C_SUPERVISION = C_FIRST_TEXT,
	C_INTENSITY,
	C_INTERVALS,
	C_VOLUME,
	C_PROGRESSION,
	C_SETTINGS,
	C_NOTE,
	C_NOT_REPORTED,
	C_COLUMNS
};

static void
put_component_row(ReturnSetInfo *rsinfo, const place *at, const unit *u, const component *c,
				  const enum_map *modalities, arena *memory)
{
	static const clause_name texts[] = {CLAUSE_SUPERVISION, CLAUSE_INTENSITY, CLAUSE_INTERVALS, CLAUSE_VOLUME,
										CLAUSE_PROGRESSION, CLAUSE_SETTING, CLAUSE_NOTE};
	const clauses *frequency = holder(u, c, CLAUSE_FREQUENCY);
	const clauses *shown_time = &c->clauses;
	Datum		values[C_COLUMNS];
	bool		nulls[C_COLUMNS] = {false};
	unit		single = {.components = unconstify(component *, c)};
	dose		minutes;

	/* The minutes of a session are those of its component only if it has one. */
	minutes = session_minutes(&single);
	if (shown_time->time.kind == ABSENT && shown_time->intervals == NULL && u->is_session &&
		u->components->next == NULL)
		minutes = session_minutes(u);
	values[C_BLOCK] = Int32GetDatum(at->block);
	values[C_PART] = Int32GetDatum(at->part);
	values[C_ALTERNATIVE] = Int32GetDatum(at->alternative);
	values[C_COMPONENT] = Int32GetDatum(at->component);
	values[C_IN_SESSION] = BoolGetDatum(u->is_session);
	values[C_MODALITY] = ObjectIdGetDatum(enum_map_oid(modalities, c->modality));
	values[C_MODES] = mode_names(c, &nulls[C_MODES]);
	values[C_FREQUENCY] = quantity_range(&frequency->frequency, frequency->frequency_per == PER_DAY ? 7 : 1,
										 &nulls[C_FREQUENCY]);
	nulls[C_MINUTES] = !minutes.known;
	values[C_MINUTES] = minutes.known ? number_range(minutes.low, minutes.high) : (Datum) 0;
	values[C_SETS] = quantity_range(&c->clauses.sets, 1, &nulls[C_SETS]);
	values[C_REPETITIONS] = quantity_range(&c->clauses.repetitions, 1, &nulls[C_REPETITIONS]);
	nulls[C_REPETITIONS] |= c->clauses.hold_unit != UNKNOWN;
	values[C_EXERCISES] = quantity_range(&c->clauses.exercises, 1, &nulls[C_EXERCISES]);
	for (int i = 0; i < lengthof(texts); i++)
		values[C_FIRST_TEXT + i] = clause_datum(u, c, texts[i], memory, &nulls[C_FIRST_TEXT + i]);
	values[C_NOT_REPORTED] = not_reported(u, c, memory);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* components(prescription): one row a component */
Datum
exonc_components(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	enum_map	modalities;
	place		at = {0};

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, C_MODALITY, exercise_modality_labels);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	for (const block *b = rx.blocks; b != NULL; b = b->next)
	{
		at.block++;
		at.part = 0;
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			at.part++;
			at.alternative = 0;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				at.alternative++;
				at.component = 0;
				for (const component *c = u->components; c != NULL; c = c->next)
				{
					at.component++;
					put_component_row(rsinfo, &at, u, c, &modalities, &memory.arena);
				}
			}
		}
	}
	return (Datum) 0;
}

/* ---- differences ---- */

/* One clause at one place, as text. */
typedef struct entry
{
	char	   *where;
	const char *clause;
	char	   *text;
} entry;

typedef struct entry_list
{
	int			n;
	int			capacity;
	entry	   *entries;
	arena	   *memory;
} entry_list;

static void
add_entry(entry_list *list, const char *where, const char *clause, const text_sink *text)
{
	if (list->n == list->capacity)
	{
		list->capacity = Max(list->capacity * 2, 64);
		list->entries = list->entries == NULL ? palloc(sizeof(entry) * list->capacity)
											  : repalloc(list->entries, sizeof(entry) * list->capacity);
	}
	list->entries[list->n++] = (entry) {pstrdup(where), clause, pstrdup(text->data)};
}

static void
add_clauses(entry_list *list, const char *where, const clauses *c)
{
	for (int name = 0; name < N_CLAUSES; name++)
		if (has_clause(c, name))
		{
			text_sink	out;

			sink_init(&out, list->memory);
			print_clause(&out, c, name);
			add_entry(list, where, clause_labels[name], &out);
		}
}

static void
add_unit(entry_list *list, const char *where, const unit *u)
{
	int			n = 0;

	if (u->is_session)
		add_clauses(list, where, &u->shared);
	for (const component *c = u->components; c != NULL; c = c->next)
	{
		char	   *inner = u->is_session ? psprintf("%s, component %d", where, ++n) : pstrdup(where);
		text_sink	out;

		sink_init(&out, list->memory);
		sink_text(&out, exercise_modality_labels[c->modality]);
		for (const mode *m = c->modes; m != NULL; m = m->next)
		{
			sink_char(&out, m == c->modes ? ' ' : '|');
			sink_bytes(&out, m->name.at, m->name.length);
		}
		add_entry(list, inner, "modality", &out);
		add_clauses(list, inner, &c->clauses);
	}
}

static void
list_entries(struct varlena *datum, entry_list *list)
{
	prescription rx;
	int			n_block = 0;

	prescription_read(datum, &rx, list->memory);
	for (block *b = rx.blocks; b != NULL; b = b->next)
	{
		char	   *where = psprintf("block %d", ++n_block);
		block		head = *b;
		int			n_part = 0;
		text_sink	out;

		sink_init(&out, list->memory);
		head.parts = NULL;
		print_block(&out, &head);
		if (out.length >= 2) /* without its ": " */
			out.data[out.length -= 2] = '\0';
		if (out.length > 0)
			add_entry(list, where, "weeks", &out);
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			int			n_alternative = 0;

			n_part++;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				n_alternative++;
				add_unit(list,
						 p->alternatives->next == NULL
							 ? psprintf("%s, part %d", where, n_part)
							 : psprintf("%s, part %d, alternative %d", where, n_part, n_alternative),
						 u);
			}
		}
	}
}

static const entry *
find_entry(const entry_list *list, const entry *wanted)
{
	for (int i = 0; i < list->n; i++)
		if (list->entries[i].clause == wanted->clause && strcmp(list->entries[i].where, wanted->where) == 0)
			return &list->entries[i];
	return NULL;
}

static void
put_difference(ReturnSetInfo *rsinfo, const entry *one, const char *was, const char *becomes)
{
	Datum		values[4];
	bool		nulls[4] = {false};

	values[0] = CStringGetTextDatum(one->where);
	values[1] = CStringGetTextDatum(one->clause);
	values[2] = text_or_null(was, &nulls[2]);
	values[3] = text_or_null(becomes, &nulls[3]);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* differences(prescription, prescription): one row a clause that differs */
Datum
exonc_differences(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	entry_list	before = {.memory = &memory.arena};
	entry_list	after = {.memory = &memory.arena};

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	CALL_MEMORY_INIT(memory);
	list_entries(PG_GETARG_VARLENA_PP(0), &before);
	list_entries(PG_GETARG_VARLENA_PP(1), &after);
	for (int i = 0; i < before.n; i++)
	{
		const entry *other = find_entry(&after, &before.entries[i]);

		if (other == NULL || strcmp(other->text, before.entries[i].text) != 0)
			put_difference(rsinfo, &before.entries[i], before.entries[i].text, other == NULL ? NULL : other->text);
	}
	for (int i = 0; i < after.n; i++)
		if (find_entry(&before, &after.entries[i]) == NULL)
			put_difference(rsinfo, &after.entries[i], NULL, after.entries[i].text);
	return (Datum) 0;
}
