/*
 * override_pg.c: the caller's cut-offs, from jsonb.
 *
 *   {"grip_kg": {"male": 30, "female": 19}, "gait_m_s": 0.9,
 *    "asm_h2_kg_m2": {"female": {"DXA": 5.2, "BIA": 5.6}}}
 *
 * A key is a measurement; below it is a number, or an object by sex or by
 * modality, one within the other in either order.
 */
#include "sarcopenia/sarcopenia_pg.h"

#include "common/json_reader_pg.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* The last jsonb that was seen at a call site, and what came of it. */
struct own_cutoffs
{
	MemoryContext context;
	Jsonb	   *source;
	own_definition *definitions[N_DEFINITIONS]; /* NULL: not asked for yet */
};

static void
refuse_key(const JsonbValue *key, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cutoffs has an unknown key \"%.*s\"", key->val.string.len, key->val.string.val),
			 errhint("%s", hint)));
}

/* Narrows the override to the sex or the modality of a key. */
static void
narrow(cutoff_override *with, const JsonbValue *key)
{
	for (int s = 0; s < N_SEXES; s++)
		if (with->sexes == BOTH && json_is(key, sex_labels[s]))
		{
			with->sexes = 1u << s;
			return;
		}
	for (int m = 0; m < N_MODALITIES; m++)
		if (with->modalities == NO_MODALITY && json_is(key, modality_labels[m]))
		{
			with->modalities = BY(m);
			return;
		}
	refuse_key(key, "Below a measurement stand female, male, DXA, BIA, CT and MRI, each once.");
}

static void
apply_number(own_definition *own, cutoff_override with, const JsonbValue *value)
{
	status		st;

	if (!json_number(value, &with.value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a cut-off in cutoffs is not a number"),
				 errhint("Write {\"grip_kg\": {\"male\": 30, \"female\": 19}, \"gait_m_s\": 0.9}.")));
	if (!override_cutoff(own, &with, &st))
		exonc_raise(&st);
}

/* A number, or an object of them by sex or modality. */
static void
apply_value(own_definition *own, cutoff_override with, const JsonbValue *value)
{
	JsonbIterator *iterator;
	JsonbIteratorToken token;
	JsonbValue	item;

	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data))
	{
		apply_number(own, with, value);
		return;
	}
	iterator = JsonbIteratorInit(value->val.binary.data);
	JsonbIteratorNext(&iterator, &item, true);
	while ((token = JsonbIteratorNext(&iterator, &item, true)) == WJB_KEY)
	{
		cutoff_override narrower = with;

		narrow(&narrower, &item);
		token = JsonbIteratorNext(&iterator, &item, true);
		apply_value(own, narrower, &item);
	}
}

static bool
has_measurement(const sarcopenia_definition *definition, measurement m)
{
	for (int i = 0; i < definition->n_cutoffs; i++)
		if (definition->cutoffs[i].criterion->measured == m)
			return true;
	return false;
}

/* Where all definitions are asked for, each takes what it has a criterion for. */
static void
apply_object(own_definition *own, const sarcopenia_definition *published, Jsonb *cutoffs,
			 bool lenient)
{
	JsonbIterator *iterator = JsonbIteratorInit(&cutoffs->root);
	JsonbIteratorToken token;
	JsonbValue	item;

	JsonbIteratorNext(&iterator, &item, true);
	while ((token = JsonbIteratorNext(&iterator, &item, true)) == WJB_KEY)
	{
		cutoff_override with = {NULL, BOTH, NO_MODALITY, 0};

		with.criterion = criterion_by_measurement(item.val.string.val, item.val.string.len);
		if (with.criterion == NULL)
			refuse_key(&item, "The keys are the names of measurements, such as grip_kg, asm_h2_kg_m2, asm_bmi, gait_m_s.");
		token = JsonbIteratorNext(&iterator, &item, true);
		if (!lenient || has_measurement(published, with.criterion->measured))
			apply_value(own, with, &item);
	}
}

definition_tables *
tables_with_cutoffs(call_site *site, MemoryContext context, definition_code code, Datum cutoffs)
{
	Jsonb	   *given = DatumGetJsonbP(cutoffs);
	own_definition **own;

	if (!JB_ROOT_IS_OBJECT(given))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("cutoffs is not a JSON object"),
				 errhint("Write {\"grip_kg\": {\"male\": 30, \"female\": 19}, \"gait_m_s\": 0.9}.")));
	if (site->own == NULL || VARSIZE(site->own->source) != VARSIZE(given) ||
		memcmp(site->own->source, given, VARSIZE(given)) != 0)
	{
		MemoryContext kept;
		MemoryContext caller;

		if (site->own != NULL)
			MemoryContextDelete(site->own->context);
		site->own = NULL;
		kept = AllocSetContextCreate(context, "exonc cutoffs", ALLOCSET_DEFAULT_SIZES);
		caller = MemoryContextSwitchTo(kept);
		site->own = palloc0(sizeof(struct own_cutoffs));
		site->own->context = kept;
		site->own->source = (Jsonb *) palloc(VARSIZE(given));
		memcpy(site->own->source, given, VARSIZE(given));
		MemoryContextSwitchTo(caller);
	}
	own = &site->own->definitions[code];
	if (*own == NULL)
	{
		own_definition *made =
			MemoryContextAllocZero(site->own->context, sizeof(own_definition));

		start_override(made, definition_at(code));
		apply_object(made, definition_at(code), given, site->first == 0);
		*own = made;
	}
	return &(*own)->tables;
}
